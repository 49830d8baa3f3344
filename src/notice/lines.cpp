#include "notice/lines.hpp"

#include <algorithm>

#include "base/is_ascii.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

/// "> > text": passes the marks, blanks them and counts them.
std::uint8_t blank_quote_marks(std::string& text, std::size_t& at, std::size_t end) {
  std::size_t depth = 0;
  std::size_t next = at;
  for (;;) {
    while (next < end && next - at < 3 && text[next] == ' ') ++next;
    if (next >= end || text[next] != '>') break;
    text[next++] = ' ';
    if (next < end && text[next] == ' ') ++next;
    at = next;
    ++depth;
  }
  return static_cast<std::uint8_t>(std::min<std::size_t>(depth, 100));
}

}  // namespace

std::size_t columns(std::string_view text) {
  if (is_ascii(text)) return text.size();
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  }));
}

std::vector<Line> split_lines(std::string& text, Range range) {
  std::vector<Line> lines;
  bool blank = true;
  std::size_t at = range.begin;
  while (at < range.end && lines.size() < kMaxLines) {
    std::size_t end = std::min<std::size_t>(text.find('\n', at), range.end);
    const std::size_t next = end + 1;
    Line line;
    line.depth = blank_quote_marks(text, at, end);
    const auto whole = std::string_view(text).substr(at, end - at);
    const auto content = trimmed(whole);
    if (content.empty()) {
      blank = true;
    } else {
      const auto indent = static_cast<std::size_t>(content.data() - whole.data());
      line.indent = static_cast<std::uint16_t>(std::min<std::size_t>(indent, 1000));
      line.text.begin = static_cast<std::uint32_t>(at + indent);
      line.text.end = static_cast<std::uint32_t>(at + indent + content.size());
      line.after_blank = blank;
      blank = false;
      lines.push_back(line);
    }
    at = next;
  }
  return lines;
}

}  // namespace portfix
