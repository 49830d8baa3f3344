#include "notice/mail_layout.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"
#include "notice/line_shape.hpp"
#include "notice/mail_words.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMaxHeaders = 60;  // lines

class Layout {
 public:
  Layout(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void run() {
    find_messages();
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      while (end < lines_.size() && lines_[end].message == lines_[begin].message) ++end;
      mark_signatures(begin, end);
      begin = end;
    }
    mark_history();
  }

 private:
  [[nodiscard]] std::string_view at(std::size_t i) const { return lines_[i].text.in(text_); }

  /// Cuts the thread at "-----Original Message-----", "On … wrote:" and blocks of header lines.
  void find_messages() {
    std::uint16_t message = 0;
    bool any_body = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      lines_[i].message = message;
      std::size_t size = 0;
      LinePart part = LinePart::marker;
      if (is_message_divider(at(i))) {
        size = 1;
      } else if (const auto attribution = attribution_lines(i); attribution > 0) {
        size = attribution;
      } else {
        size = header_lines(i);
        part = LinePart::header;
      }
      if (size == 0) {
        any_body = true;
        continue;
      }
      const bool quotes = part == LinePart::marker && i + size < lines_.size() &&
                          lines_[i + size].depth > lines_[i].depth;
      if ((any_body || part == LinePart::marker) && !quotes && message < 1000) {
        if (any_body || message > 0 || i > 0) ++message;
        any_body = false;
      }
      for (std::size_t k = i; k < i + size; ++k) {
        lines_[k].message = message;
        lines_[k].part = part == LinePart::header && is_subject(k) ? LinePart::subject : part;
      }
      i += size - 1;
    }
  }

  /// "On Tue, Feb 10, 2026 at 9:01 AM Harbor Ports wrote:", in up to three lines.
  [[nodiscard]] std::size_t attribution_lines(std::size_t i) const {
    if (!begins_attribution(at(i))) return 0;
    for (std::size_t size = 1; size <= 3 && i + size <= lines_.size(); ++size) {
      const auto& last = lines_[i + size - 1];
      if (last.depth != lines_[i].depth || (size > 1 && last.after_blank)) return 0;
      if (ends_attribution(at(i + size - 1))) return size;
    }
    return 0;
  }

  [[nodiscard]] bool is_subject(std::size_t i) const {
    return header_kind(at(i)) == HeaderKind::subject;
  }

  /// At least two header lines, among them who sent it or the subject; with folded lines.
  [[nodiscard]] std::size_t header_lines(std::size_t i) const {
    bool sender = false;
    bool subject = false;
    std::size_t headers = 0;
    std::size_t size = 0;
    for (; i + size < lines_.size() && size < kMaxHeaders; ++size) {
      const Line& line = lines_[i + size];
      if (size > 0 && (line.after_blank || line.depth != lines_[i].depth)) break;
      const HeaderKind kind = header_kind(at(i + size));
      if (kind == HeaderKind::no_header) {
        if (headers == 0 || line.indent <= lines_[i].indent) break;
        continue;  // folded
      }
      sender = sender || kind == HeaderKind::sender;
      subject = subject || kind == HeaderKind::subject;
      ++headers;
    }
    if (headers >= 2 && (sender || subject)) return size;
    return headers == 1 && subject && (i == 0 || lines_[i].after_blank) ? 1 : 0;
  }

  void mark_signatures(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].part != LinePart::body) continue;
      const bool starts_block = lines_[i].after_blank || i == begin;
      if (at(i) == "--" && end - i <= 24) {
        i = mark_while(i, end, [&](std::size_t k) { return lines_[k].depth == lines_[i].depth; });
      } else if (is_closing(at(i)) && (starts_block || ends_sentence(at(i - 1)))) {
        i = mark_closing(i, end);
      } else if (starts_block && is_disclaimer(block_text(i, end))) {
        i = mark_while(i, end, [&](std::size_t k) { return k == i || !lines_[k].after_blank; });
      }
    }
    mark_last_block(begin, end);
  }

  template <typename Condition>
  std::size_t mark_while(std::size_t i, std::size_t end, Condition goes_on) {
    std::size_t k = i;
    for (; k < end && goes_on(k); ++k) {
      if (lines_[k].part == LinePart::body) lines_[k].part = LinePart::signature;
    }
    return k - 1;
  }

  /// Behind "Kind regards": short lines, until a block of lines has something to say.
  std::size_t mark_closing(std::size_t i, std::size_t end) {
    const auto depth = lines_[i].depth;
    lines_[i].part = LinePart::signature;
    std::size_t k = i + 1;
    for (int taken = 0; k < end && taken < 16;) {
      std::size_t next = k + 1;
      while (next < end && !lines_[next].after_blank && lines_[next].depth == depth) ++next;
      bool is_short = lines_[k].depth == depth && (k == i + 1 || !names_a_fact(at(k)));
      for (std::size_t line = k; line < next && is_short; ++line) {
        is_short = columns(at(line)) <= 80 && lines_[line].part == LinePart::body &&
                   !says_something(at(line));
      }
      if (!is_short) break;
      for (; k < next; ++k, ++taken) lines_[k].part = LinePart::signature;
    }
    return k - 1;
  }

  /// "PON: 7", but not "Tel: 555" or "Web: example.com".
  [[nodiscard]] static bool names_a_fact(std::string_view line) {
    const Label label = find_label(line, false);
    return !label.label.empty() && !is_contact_label(label.label.in(line));
  }

  /// A last block like "LSR Team | 719-555-0100": who writes and how to call.
  void mark_last_block(std::size_t begin, std::size_t end) {
    std::size_t last = end;
    while (last > begin && lines_[last - 1].part == LinePart::signature) --last;
    std::size_t first = last;
    while (first > begin && !(first < last && lines_[first].after_blank)) --first;
    if (first == begin || last - first > 3 || first == last) return;
    bool digits = false;
    bool names_team = false;
    for (std::size_t i = first; i < last; ++i) {
      const auto line = at(i);
      if (lines_[i].part != LinePart::body || columns(line) > 70 || says_something(line) ||
          ends_sentence(line) || std::count(line.begin(), line.end(), ' ') > 9) {
        return;
      }
      if (list_mark(line) > 0 || !find_label(line, false).label.empty()) return;
      digits = digits || std::count_if(line.begin(), line.end(), is_digit) >= 7;
      names_team = names_team || names_a_team(line);
    }
    if (!digits || !names_team) return;
    for (std::size_t i = first; i < last; ++i) lines_[i].part = LinePart::signature;
  }

  [[nodiscard]] std::string_view block_text(std::size_t i, std::size_t end) const {
    std::size_t k = i + 1;
    while (k < end && !lines_[k].after_blank) ++k;
    return text_.substr(lines_[i].text.begin,
                        std::min<std::size_t>(lines_[k - 1].text.end - lines_[i].text.begin, 2000));
  }

  /// Levels are read from the newest to the oldest; behind the first one that says something of its
  /// own, all is history.
  void mark_history() {
    bool found = false;
    for (std::size_t begin = 0; begin < lines_.size();) {
      std::size_t end = begin;
      std::array<bool, 101> depths{};
      while (end < lines_.size() && lines_[end].message == lines_[begin].message) {
        depths[lines_[end].depth] = true;
        ++end;
      }
      if (is_forward_divider(at(begin)) && !verdict_) found = false;  // passed on to be read
      for (std::size_t depth = 0; depth < depths.size(); ++depth) {
        if (!depths[depth]) continue;
        if (found) {
          quote(begin, end, depth);
        } else {
          found = speaks_for_itself(begin, end, depth);
        }
      }
      for (; begin < end; ++begin) {
        verdict_ = verdict_ || (lines_[begin].part == LinePart::body && gives_verdict(at(begin)));
      }
    }
  }

  /// "Losing carrier note: …", which a chat sets apart as it would a quotation.
  [[nodiscard]] static bool names_a_remark(std::string_view line) {
    const Label label = find_label(line, false);
    return !label.label.empty() && is_remark_label(label.label.in(line));
  }

  void quote(std::size_t begin, std::size_t end, std::size_t depth) {
    bool shown = false;
    for (std::size_t i = begin; i < end; ++i) {
      Line& line = lines_[i];
      if (line.depth != depth) continue;
      const bool first = i == 0 || lines_[i - 1].depth < depth;
      if (first) {
        const bool remark = i > begin && lines_[i - 1].part == LinePart::body;
        shown = (remark && (at(i - 1).ends_with(':') || names_a_remark(at(i)))) ||
                (i > 0 && !verdict_ && is_forward_divider(at(i - 1)));
      }
      if (!shown && line.part != LinePart::marker) line.part = LinePart::quoted;
    }
  }

  [[nodiscard]] bool speaks_for_itself(std::size_t begin, std::size_t end,
                                       std::size_t depth) const {
    std::size_t words = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].depth != depth || lines_[i].part != LinePart::body) continue;
      if (says_something(at(i))) return true;
      const auto line = at(i);
      words += static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
    }
    return words > 60;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  bool verdict_ = false;  ///< the newer messages say how a request came out
};

}  // namespace

void mark_parts(std::string_view text, std::vector<Line>& lines) { Layout(text, lines).run(); }

}  // namespace portfix
