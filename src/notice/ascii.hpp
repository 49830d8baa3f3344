#pragma once

#include <string>
#include <string_view>

#include "base/byte_set.hpp"

namespace portfix {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }

inline constexpr auto kAlnum = ByteSet::of([](char c) { return is_digit(c) || is_letter(c); });
constexpr bool is_alnum(char c) { return kAlnum.has(c); }
constexpr bool is_wide(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }
/// White space of a clean text (SourceText leaves no other).
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
constexpr char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

inline std::string to_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower(c);
  return out;
}

/// True if `text`, in whatever ASCII case, begins with the lower-case `start`.
constexpr bool starts_with_folded(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (std::size_t i = 0; i < start.size(); ++i) {
    if (to_lower(text[i]) != start[i]) return false;
  }
  return true;
}

/// `text` without white space (no-break spaces included) at its ends.
constexpr std::string_view trimmed(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_space(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with("\xC2\xA0")) {
      text.remove_prefix(2);
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_space(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with("\xC2\xA0")) {
      text.remove_suffix(2);
    } else {
      break;
    }
  }
  return text;
}

}  // namespace portfix
