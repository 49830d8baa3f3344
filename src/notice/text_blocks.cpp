#include "notice/text_blocks.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"
#include "notice/line_shape.hpp"
#include "notice/mail_words.hpp"
#include "notice/phone_digits.hpp"

namespace portfix {
namespace {

/// No text is wrapped at less; so in a narrow block, the words of short lines are no wrapped text.
constexpr std::size_t kNarrowest = 40;

struct Shape {
  TextUnit::Kind kind = TextUnit::Kind::text;
  bool lone = false;     // stands alone whatever is around it
  bool lower = false;    // begins with a small letter
  bool stamped = false;  // begins with a date or a bracket
  std::size_t end = 0;   // column behind the last character
  std::size_t word = 0;  // columns of the first word
};

/// A number goes on behind one of these.
constexpr std::array<std::string_view, 14> kJoining = {"and", "or",   "to",  "thru", "through",
                                                       "for", "with", "of",  "from", "number",
                                                       "tn",  "und",  "bis", "y"};

/// A number of at least seven digits at the beginning of `line`: its length, or 0.
std::size_t leading_number(std::string_view line) {
  std::size_t at = 0;
  if (!line.empty() && line[0] == '#') ++at;
  if (at >= line.size() || !(is_digit(line[at]) || line[at] == '+' || line[at] == '(')) return 0;
  const auto groups = collect_digits(line, at);
  std::size_t end = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < groups.size; ++i) {
    const auto& group = groups.groups[i];
    if (i > 0 && group.loose) break;
    end = group.end;
    digits = group.digits;
  }
  return digits >= 7 && digits <= 15 && date_at(line, at) == 0 ? end : 0;
}

/// Whether another number has to follow: "415-555-0100," and "415-555-0100 thru".
bool awaits_more(std::string_view line) {
  const auto space = line.rfind(' ');
  const auto last = space == line.npos ? line : line.substr(space + 1);
  return line.ends_with(',') || line.ends_with('-') || line.ends_with('&') || line.ends_with('/') ||
         std::any_of(kJoining.begin(), kJoining.end(),
                     [&](std::string_view word) { return to_lower(last) == word; });
}

bool is_row_mark(std::string_view rest) {
  for (const std::string_view mark : {" - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ",
                                      " : ", " / ", " -> ", " => ", ", ", " ("}) {
    if (rest.starts_with(mark)) return true;
  }
  return rest == ":";
}

Shape shape_of(std::string_view line, std::size_t indent) {
  Shape shape;
  shape.end = indent + columns(line);
  const auto space = std::min(line.find(' '), line.size());
  shape.word = columns(line.substr(0, space));
  shape.lower = is_lower(line.front());
  shape.stamped =
      (line.front() == '[' && line.size() > 1 && is_digit(line[1])) || date_at(line, 0) > 0;
  if (is_rule(line)) {
    shape.kind = TextUnit::Kind::rule;
  } else if (list_mark(line) > 0) {
    shape.kind = TextUnit::Kind::item;
  } else if (is_number_row(line) || is_coded_row(line)) {
    shape.kind = TextUnit::Kind::row;
  } else if (!find_cells(line).empty()) {
    shape.kind = TextUnit::Kind::row;
    shape.lone = true;
  } else if (!find_label(line, true).label.empty()) {
    shape.kind = TextUnit::Kind::label;
  }
  shape.lone = shape.lone || shape.kind == TextUnit::Kind::rule || is_lone_number(line);
  return shape;
}

/// Splits one block; see split_block().
class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Line>& lines, std::size_t first,
           std::size_t last, TextStyle style)
      : text_(text), lines_(lines), first_(first), last_(last), style_(style) {
    for (std::size_t i = first; i < last; ++i) {
      shapes_.push_back(shape_of(lines[i].text.in(text), lines[i].indent));
      if (shapes_.back().kind != TextUnit::Kind::rule && !shapes_.back().lone) {
        width_ = std::max(width_, shapes_.back().end);
      }
    }
    look_at_ends();
  }

  std::vector<TextUnit> run() {
    std::vector<TextUnit> units;
    for (std::size_t i = first_; i < last_; ++i) {
      if (i > first_ && !separates(i, units.back())) {
        units.back().last = i + 1;
      } else {
        units.push_back({i, i + 1, shape(i).kind});
      }
    }
    return units;
  }

 private:
  [[nodiscard]] const Shape& shape(std::size_t i) const { return shapes_[i - first_]; }
  [[nodiscard]] std::string_view at(std::size_t i) const { return lines_[i].text.in(text_); }

  /// The first word of line i had room on the line before.
  [[nodiscard]] bool short_before(std::size_t i) const {
    return shape(i - 1).end + 1 + shape(i).word <= width_;
  }

  /// Finds out whether the block is running text, and whether it is a list without marks.
  void look_at_ends() {
    std::size_t loose = 0;
    bool inner_stop = false;
    for (std::size_t i = first_; i < last_; ++i) {
      const auto line = at(i);
      inner_stop = inner_stop || line.find(". ") != line.npos;
      if (i > first_ && short_before(i) && !ends_sentence(at(i - 1)) && !at(i - 1).ends_with(':')) {
        ++loose;
      }
    }
    prose_ = inner_stop && ends_sentence(at(last_ - 1));
    rows_ = !prose_ && loose * 2 >= last_ - first_;
  }

  [[nodiscard]] bool opens_with_number(std::size_t i) const {
    const auto line = at(i);
    return leading_number(line.substr(std::min(list_mark(line), line.size()))) > 0;
  }

  [[nodiscard]] bool separates(std::size_t i, const TextUnit& unit) const {
    const Shape& here = shape(i);
    const Shape& before = shape(i - 1);
    const auto previous = at(i - 1);
    const bool room = short_before(i);
    if (here.lone || before.lone) return true;
    if (here.kind == TextUnit::Kind::item || here.kind == TextUnit::Kind::row) return true;
    if (here.stamped && shape(unit.first).stamped) return true;
    const bool marked = unit.kind == TextUnit::Kind::item || unit.kind == TextUnit::Kind::label ||
                        unit.kind == TextUnit::Kind::row;
    if (here.kind == TextUnit::Kind::label && (room || marked || ends_sentence(previous)))
      return true;
    if (marked && opens_with_number(i) && opens_with_number(unit.first) && !awaits_more(previous))
      return true;
    if (marked && lines_[i].indent > lines_[unit.first].indent) return false;
    if (previous.ends_with(':') && room) return true;
    if (ends_sentence(previous)) return room && unit.kind != TextUnit::Kind::text;
    if (previous.ends_with(',') && room && i == first_ + 1 && is_salutation(previous)) return true;
    if (here.lower && !style_.caseless) return false;
    return rows_ || (room && !(style_.caseless && prose_));
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::size_t first_;
  std::size_t last_;
  TextStyle style_;
  std::vector<Shape> shapes_;
  std::size_t width_ = kNarrowest;
  bool prose_ = false;
  bool rows_ = false;
};

}  // namespace

TextStyle TextStyle::of(std::string_view text) {
  std::size_t lower = 0;
  std::size_t upper = 0;
  for (const char c : text) {
    lower += is_lower(c) ? 1U : 0U;
    upper += is_upper(c) ? 1U : 0U;
  }
  return {lower * 10 < upper || upper == 0};
}

std::vector<TextUnit> split_block(std::string_view text, const std::vector<Line>& lines,
                                  std::size_t first, std::size_t last, TextStyle style) {
  return Splitter(text, lines, first, last, style).run();
}

bool is_lone_number(std::string_view line) {
  if (line.size() > 60) return false;
  std::size_t at = 0;
  std::size_t words = 0;
  while (at < line.size() && !is_digit(line[at]) && line[at] != '+' && line[at] != '(') {
    if (!is_letter(line[at]) && line[at] != ' ' && line[at] != '#' && line[at] != '/') return false;
    words += line[at] == ' ' ? 1U : 0U;
    ++at;
  }
  return words <= 2 && at < line.size() && leading_number(line.substr(at)) == line.size() - at;
}

bool is_number_row(std::string_view line) {
  const auto size = leading_number(line);
  return size > 0 && is_row_mark(line.substr(size));
}

}  // namespace portfix
