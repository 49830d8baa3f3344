#include "render/terminal_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace portfix {
namespace {

constexpr char32_t kIllFormed = 0xFFFFFFFF;

struct Decoded {
  char32_t value = kIllFormed;
  std::size_t size = 1;
};

/// The code point at the start of `text`, which is not empty.
Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < size) return {};
  char32_t value = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
  if (value < smallest.at(size) || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
    return {};
  }
  return {value, size};
}

struct Span {
  char32_t first;
  char32_t last;
};

template <std::size_t Size>
bool is_in(const std::array<Span, Size>& spans, char32_t value) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](Span span) { return value >= span.first && value <= span.last; });
}

bool is_control(char32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }

/// Marks that reorder text, hide it, or take part in no word: bidirectional controls, zero-width
/// characters, line and paragraph separators, tags.
bool is_hidden(char32_t value) {
  static constexpr std::array<Span, 9> spans = {{{0xAD, 0xAD},
                                                 {0x61C, 0x61C},
                                                 {0x180E, 0x180E},
                                                 {0x200B, 0x200F},
                                                 {0x2028, 0x202E},
                                                 {0x2060, 0x206F},
                                                 {0xFEFF, 0xFEFF},
                                                 {0xFFF9, 0xFFFB},
                                                 {0xE0000, 0xE007F}}};
  return value >= 0xAD && is_in(spans, value);
}

std::size_t width_of(char32_t value) {
  static constexpr std::array<Span, 5> combining = {
      {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}}};
  static constexpr std::array<Span, 9> wide = {{{0x1100, 0x115F},
                                                {0x2E80, 0xA4CF},
                                                {0xAC00, 0xD7A3},
                                                {0xF900, 0xFAFF},
                                                {0xFE30, 0xFE6F},
                                                {0xFF00, 0xFF60},
                                                {0xFFE0, 0xFFE6},
                                                {0x1F300, 0x1FAFF},
                                                {0x20000, 0x3FFFD}}};
  if (value < 0x300) return 1;
  if (is_in(combining, value)) return 0;
  return is_in(wide, value) ? 2 : 1;
}

/// Nearly all text is; it needs no look at single characters.
bool is_printable_ascii(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101;
  while (text.size() >= sizeof(each)) {  // eight at a time
    std::uint64_t chars = 0;
    std::memcpy(&chars, text.data(), sizeof(chars));
    if (((chars | (chars - 0x20 * each) | (chars + each)) & (0x80 * each)) != 0) return false;
    text.remove_prefix(sizeof(chars));
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

}  // namespace

std::string clean(std::string_view text) {
  if (is_printable_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Decoded next = decode(text);
    if (next.value == kIllFormed) {
      out += "\xEF\xBF\xBD";
    } else if (is_control(next.value)) {
      out += ' ';
    } else if (!is_hidden(next.value)) {
      out += text.substr(0, next.size);
    }
    text.remove_prefix(next.size);
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  if (is_printable_ascii(text)) return text.size();
  std::size_t width = 0;
  while (!text.empty()) {
    const Decoded next = decode(text);
    width += width_of(next.value);
    text.remove_prefix(next.size);
  }
  return width;
}

std::string_view fit_start(std::string_view text, std::size_t width) {
  const auto start = text.substr(0, width);
  std::size_t used = is_printable_ascii(start) ? start.size() : 0;
  std::size_t end = used;
  while (end < text.size()) {
    const Decoded next = decode(text.substr(end));
    used += width_of(next.value);
    if (used > width) break;
    end += next.size;
  }
  return text.substr(0, end);
}

std::string_view fit_end(std::string_view text, std::size_t width) {
  std::size_t too_wide = display_width(text);
  while (too_wide > width) {
    const Decoded next = decode(text);
    too_wide -= width_of(next.value);
    text.remove_prefix(next.size);
  }
  return text;
}

std::string single_spaced(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

bool is_tidy(std::string_view text) {
  if (!is_printable_ascii(text) || text.starts_with(' ') || text.ends_with(' ')) return false;
  for (std::size_t i = 1; i + 1 < text.size(); i += 2) {  // of two blanks one is at an odd place
    if (text[i] == ' ' && (text[i - 1] == ' ' || text[i + 1] == ' ')) return false;
  }
  return true;
}

std::string_view take_line(std::string_view& text, std::size_t width) {
  std::size_t end = fit_start(text, width).size();
  if (end < text.size() && text[end] != ' ') {
    const auto last = text.substr(0, end).rfind(' ');
    end = std::min(last != text.npos ? last : text.find(' ', end), text.size());
  }
  const auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  const std::string tidy = single_spaced(text);
  std::vector<std::string> lines;
  for (std::string_view rest = tidy; !rest.empty();) lines.emplace_back(take_line(rest, width));
  return lines;
}

}  // namespace portfix
