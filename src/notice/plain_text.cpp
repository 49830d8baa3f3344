#include "notice/plain_text.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"
#include "notice/line_shape.hpp"
#include "notice/lines.hpp"
#include "notice/mail_layout.hpp"
#include "notice/mail_words.hpp"
#include "notice/phone_scan.hpp"
#include "notice/sent_time.hpp"
#include "notice/sentences.hpp"
#include "notice/text_blocks.hpp"
#include "notice/text_parts.hpp"

namespace portfix {
namespace {

constexpr std::size_t kHeadingColumns = 80;
constexpr std::ptrdiff_t kHeadingWords = 11;

class TextReader {
 public:
  TextReader(NoticeBuilder& builder, Range range, const TextPlace& place)
      : builder_(builder), place_(place), range_(range), group_(place.group) {}

  Shape run() {
    find_parts();
    split();
    mark_parts(text_, lines_);
    style_ = TextStyle::of(range_.in(text_));
    if (place_.scan_numbers) {
      scan_phone_numbers(text_, range_, builder_.options().country, PhoneTrust::running, numbers_);
    }
    for (std::size_t first = 0; first < lines_.size() && !builder_.full();) {
      read_parts_before(first);
      std::size_t last = first + 1;
      while (last < lines_.size() && continues_block(last)) ++last;
      read_block(first, last);
      first = last;
    }
    read_parts_before(lines_.size());
    drop_pending();
    return shape_;
  }

 private:
  [[nodiscard]] std::string_view at(std::size_t i) const { return lines_[i].text.in(text_); }

  void find_parts() {
    text_ = builder_.notice.text;
    if (place_.field) return;
    parts_ = find_text_parts(text_, range_, builder_.options().shape, place_.tables);
    shape_ = shape_of_text(text_, range_, parts_);
  }

  /// The lines between the parts; each part stands before a line.
  void split() {
    std::uint32_t at = range_.begin;
    for (const TextPart& part : parts_) {
      append_lines({at, part.at.begin});
      before_.push_back(lines_.size());
      at = part.at.end;
    }
    append_lines({at, range_.end});
    text_ = builder_.notice.text;
    if (lines_.size() >= kMaxLines) builder_.note_limit();
  }

  void append_lines(Range range) {
    if (lines_.size() >= kMaxLines) return;
    const auto more = split_lines(builder_.notice.text, range);
    lines_.insert(lines_.end(), more.begin(), more.end());
  }

  /// Parts in the quoted half of a thread are history as what is around them.
  void read_parts_before(std::size_t line) {
    for (; next_part_ < parts_.size() && before_[next_part_] <= line; ++next_part_) {
      drop_pending();
      const std::size_t first = builder_.notice.clauses.size();
      read_text_part(builder_, parts_[next_part_], place_);
      text_ = builder_.notice.text;
      if (before_[next_part_] == 0) continue;
      const LinePart around = lines_[before_[next_part_] - 1].part;
      if (around != LinePart::quoted && around != LinePart::marker) continue;
      for (std::size_t i = first; i < builder_.notice.clauses.size(); ++i) {
        builder_.notice.clauses[i].kind = ClauseKind::quoted;
      }
    }
  }

  [[nodiscard]] bool continues_block(std::size_t i) const {
    const Line& line = lines_[i];
    const Line& before = lines_[i - 1];
    return !line.after_blank && line.depth == before.depth && line.part == before.part &&
           line.message == before.message;
  }

  void read_block(std::size_t first, std::size_t last) {
    const LinePart part = lines_[first].part;
    if (part == LinePart::header || part == LinePart::subject) {
      drop_pending();
      read_headers(first, last);
      return;
    }
    const auto units = split_block(text_, lines_, first, last, style_);
    const auto plan = plan_groups(units);
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (units[i].kind == TextUnit::Kind::rule) continue;
      group_ = plan[i];
      const bool heads = i + 1 < units.size() && units[i + 1].kind != TextUnit::Kind::text;
      read_unit(units[i], units.size() == 1 || heads ||
                              (i + 1 < units.size() && units[i + 1].kind == TextUnit::Kind::rule));
    }
    group_ = place_.group;
  }

  [[nodiscard]] Range range_of(const TextUnit& unit) const {
    return {lines_[unit.first].text.begin, lines_[unit.last - 1].text.end};
  }

  [[nodiscard]] bool has_number(Range range) const {
    const auto found = std::lower_bound(
        numbers_.begin(), numbers_.end(), range.begin,
        [](const FoundNumber& number, std::uint32_t begin) { return number.at.begin < begin; });
    return found != numbers_.end() && found->at.begin < range.end;
  }

  /// One group for a block with a number; one for each unit with a number where there are several.
  /// Where lines with a number and lines without alternate, those without belong to the number
  /// above them, and so do lines that are further in.
  std::vector<std::uint32_t> plan_groups(const std::vector<TextUnit>& units) {
    std::vector<std::uint32_t> groups(units.size(), place_.group);
    std::vector<bool> numbered(units.size());
    std::size_t count = 0;
    bool alternate = true;
    for (std::size_t i = 0; i < units.size(); ++i) {
      numbered[i] = has_number(range_of(units[i]));
      count += numbered[i] ? 1U : 0U;
      if (!numbered[i]) continue;
      const auto line = at(units[i].first);
      alternate = alternate && (is_lone_number(line) || is_number_row(line)) &&
                  (i == 0 || !numbered[i - 1]);
    }
    const LinePart part = lines_[units.front().first].part;
    if (count == 0 || part == LinePart::signature) return groups;
    const auto block = builder_.add_group(place_.group);
    const auto first = static_cast<std::size_t>(std::find(numbered.begin(), numbered.end(), true) -
                                                numbered.begin());
    std::uint32_t above = block;
    std::size_t indent = std::string::npos;  // of the last unit with a number
    for (std::size_t i = 0; i < units.size(); ++i) {
      const std::size_t here = lines_[units[i].first].indent;
      if (numbered[i]) {
        groups[i] = count > 1 ? builder_.add_group(block) : block;
        above = groups[i];
        indent = here;
      } else if (alternate || here > indent) {
        groups[i] = above;
      } else {
        indent = std::string::npos;
        groups[i] = speaks_for_itself(units[i], units[first], i < first) ? place_.group : block;
      }
    }
    return groups;
  }

  /// The number that `numbered`, the first unit with one, names is not that of another point of
  /// the same list, nor of a sentence before.
  [[nodiscard]] bool speaks_for_itself(const TextUnit& unit, const TextUnit& numbered,
                                       bool before) const {
    const auto line = at(numbered.first);
    if (unit.kind != numbered.kind || is_lone_number(line) || is_number_row(line)) return false;
    return unit.kind == TextUnit::Kind::item || (unit.kind == TextUnit::Kind::text && before);
  }

  void read_headers(std::size_t first, std::size_t last) {
    LetterHead head;
    for (std::size_t i = first; i < last;) {
      std::size_t next = i + 1;
      while (next < last && lines_[next].indent > lines_[i].indent) ++next;
      const auto line = at(i);
      const auto colon = line.find(':');
      if (colon == line.npos) {
        add(lines_[i].text, {}, ClauseKind::header);
      } else {
        const auto begin = lines_[i].text.begin + static_cast<std::uint32_t>(colon);
        const Range value{begin + 1, lines_[next - 1].text.end};
        if (has_number(value)) group_ = builder_.add_group(place_.group);
        add(value, {lines_[i].text.begin, begin},
            lines_[i].part == LinePart::subject ? ClauseKind::subject : ClauseKind::header);
        group_ = place_.group;
        const HeaderKind kind = header_kind(line);
        if (kind == HeaderKind::sender && head.sender.empty()) head.sender = trimmed(value);
        if (kind == HeaderKind::date && head.sent.empty()) {
          head.sent = sent_time(value.in(text_), builder_.options().country);
        }
      }
      i = next;
    }
    if (head.sender.empty() && head.sent.empty()) return;
    head.first = static_cast<std::uint32_t>(builder_.notice.clauses.size());
    builder_.notice.heads.push_back(std::move(head));
  }

  [[nodiscard]] Range trimmed(Range range) const {
    const auto words = portfix::trimmed(range.in(text_));
    if (words.empty()) return {};
    const auto begin = static_cast<std::uint32_t>(words.data() - text_.data());
    return {begin, begin + static_cast<std::uint32_t>(words.size())};
  }

  void read_unit(const TextUnit& unit, bool may_head) {
    Range range = range_of(unit);
    const LinePart part = lines_[unit.first].part;
    ClauseKind kind = unit.kind == TextUnit::Kind::item || unit.kind == TextUnit::Kind::row
                          ? ClauseKind::item
                          : ClauseKind::sentence;
    if (unit.kind == TextUnit::Kind::item) {
      range.begin += static_cast<std::uint32_t>(list_mark(at(unit.first)));
    }
    while (range.begin < range.end && text_[range.begin] == '#') ++range.begin;  // "## Heading"
    if (part == LinePart::quoted || part == LinePart::marker) {
      kind = ClauseKind::quoted;
    } else if (part == LinePart::signature) {
      kind = ClauseKind::signature;
    }
    if (unit.kind == TextUnit::Kind::row) {
      const auto cells = find_cells(range.in(text_));
      if (cells.size() > 2 || (cells.size() == 2 && !is_labelled_value(range.in(text_), cells))) {
        read_cells(range, cells, kind == ClauseKind::item ? ClauseKind::field : kind);
        return;
      }
    }
    if (kind == ClauseKind::sentence && may_head && is_heading(unit, range)) {
      kind = ClauseKind::heading;
    }
    read_sentences(range, kind, unit);
  }

  /// Two cells of which the first is but the label of the second.
  static bool is_labelled_value(std::string_view row, const std::vector<Range>& cells) {
    const Label label = find_label(row, true);
    return !label.label.empty() && label.value >= cells[1].begin;
  }

  void read_cells(Range row, const std::vector<Range>& cells, ClauseKind kind) {
    drop_pending();
    for (const Range cell : cells) {
      const Range range{row.begin + cell.begin, row.begin + cell.end};
      add_sentence(range, {}, kind);
    }
  }

  [[nodiscard]] bool is_heading(const TextUnit& unit, Range range) const {
    const auto line = range.in(text_);
    if (unit.last - unit.first > 1 || columns(line) > kHeadingColumns) return false;
    const char last = line.empty() ? '.' : line.back();
    return last != '.' && last != ',' && last != ';' && last != ':' &&
           split_sentences(text_, range).size() == 1 &&
           std::count(line.begin(), line.end(), ' ') < kHeadingWords && !is_salutation(line);
  }

  void read_sentences(Range range, ClauseKind kind, const TextUnit& unit) {
    const bool row = unit.kind == TextUnit::Kind::row && is_number_row(at(unit.first));
    Range label = pending_label(unit);
    if (!row && may_be_labelled()) {
      const Label own = find_label(range.in(text_), true);
      if (!own.label.empty()) {
        drop_pending();
        label = {range.begin + own.label.begin, range.begin + own.label.end};
        range.begin += own.value;
        if (range.empty()) {
          pending_ = label;
          return;
        }
      }
    }
    const bool special = kind == ClauseKind::quoted || kind == ClauseKind::signature;
    const auto sentences = split_sentences(text_, range);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      if (i == 0) {
        add(sentences[i], label, label.empty() || special ? kind : ClauseKind::field);
      } else {
        add_sentence(sentences[i], holds_on(label) ? label : Range{}, kind);
      }
    }
  }

  /// The value of a field that is but a line has its label from the field.
  [[nodiscard]] bool may_be_labelled() const { return !place_.field || lines_.size() > 1; }

  /// A label of few words is for all sentences behind it.
  [[nodiscard]] bool holds_on(Range label) const {
    const auto text = label.in(text_);
    return std::count(text.begin(), text.end(), ' ') < 3;
  }

  /// The label on a line of its own above: it is for this unit, or for all items of a list.
  Range pending_label(const TextUnit& unit) {
    if (unit.kind == TextUnit::Kind::label ||
        (pending_used_ && unit.kind != TextUnit::Kind::item)) {
      drop_pending();
      return {};
    }
    const Range label = pending_;
    pending_used_ = !label.empty();
    if (unit.kind != TextUnit::Kind::item) pending_ = {};
    return label;
  }

  /// A label that no value follows is a line as any other.
  void drop_pending() {
    const Range label = std::exchange(pending_, Range{});
    if (!label.empty() && !pending_used_) add(label, {}, ClauseKind::heading);
    pending_used_ = false;
  }

  /// Adds a sentence or, of one like "Reason: PIN missing", the value with its label.
  void add_sentence(Range range, Range outer, ClauseKind kind) {
    const Label own = may_be_labelled() ? find_label(range.in(text_), false) : Label{};
    if (own.label.empty() || range.begin + own.value >= range.end) {
      add(range, outer, kind);
      return;
    }
    const bool special = kind == ClauseKind::quoted || kind == ClauseKind::signature;
    add({range.begin + own.value, range.end},
        {range.begin + own.label.begin, range.begin + own.label.end},
        special ? kind : ClauseKind::field);
  }

  void add(Range range, Range label, ClauseKind kind) {
    const auto clean = without_quotes(range.in(text_));
    if (clean.empty()) return;
    range.begin = static_cast<std::uint32_t>(clean.data() - text_.data());
    range.end = range.begin + static_cast<std::uint32_t>(clean.size());
    Clause clause;
    clause.text = range;
    clause.label = label.empty() ? place_.label : label;
    clause.path = place_.path;
    const bool special = kind == ClauseKind::quoted || kind == ClauseKind::signature;
    clause.kind = place_.field && !special ? ClauseKind::field : kind;
    clause.group = group_;
    clause.source = place_.source.value_or(
        static_cast<std::uint32_t>(static_cast<std::int64_t>(range.begin) + place_.shift));
    builder_.add_clause(std::move(clause));
    take_numbers(range, label, kind);
  }

  /// Numbers that stand in the clause or its label become mentions of its group.
  void take_numbers(Range range, Range label, ClauseKind kind) {
    const std::uint32_t begin = !label.empty() && label.begin < range.begin
                                    ? std::min(label.begin, range.begin)
                                    : range.begin;
    while (next_ < numbers_.size() && numbers_[next_].at.begin < begin) ++next_;
    while (next_ < numbers_.size() && numbers_[next_].at.begin < range.end) {
      FoundNumber& number = numbers_[next_++];
      if (kind == ClauseKind::signature) continue;
      NumberMention mention{std::move(number.e164), number.at, group_};
      if (number.spare) {
        builder_.add_spare_number(std::move(mention));
      } else {
        builder_.notice.numbers.push_back(std::move(mention));
      }
    }
  }

  NoticeBuilder& builder_;
  const TextPlace& place_;
  Range range_;
  std::uint32_t group_;
  std::string_view text_;
  std::vector<TextPart> parts_;
  std::vector<std::size_t> before_;  // by part: the line it stands before
  std::size_t next_part_ = 0;
  Shape shape_ = Shape::plain;
  std::vector<Line> lines_;
  TextStyle style_;
  std::vector<FoundNumber> numbers_;
  std::size_t next_ = 0;       // of numbers_
  Range pending_;              // a label that waits for its value
  bool pending_used_ = false;  // it has got one, but holds on for the rest of a list
};

}  // namespace

Shape read_text(NoticeBuilder& builder, Range range, const TextPlace& place) {
  return TextReader(builder, range, place).run();
}

}  // namespace portfix
