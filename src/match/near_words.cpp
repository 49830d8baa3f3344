#include "match/near_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace portfix {
namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

bool starts_with_any(std::string_view word, const auto& starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return word.starts_with(start); });
}

}  // namespace

std::string_view word_before(std::string_view text, std::size_t at) {
  while (at > 0 && is_blank(text[at - 1])) --at;
  std::size_t begin = at;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

std::string_view word_behind(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(at, end - at);
}

bool asks_for_number(std::string_view text, std::size_t behind_name) {
  if (text.substr(behind_name, 1) == ")") ++behind_name;
  const auto rest = text.substr(behind_name, 24);
  for (const std::string_view words :
       {" asked us", " has asked us", " requested", " has requested", " wants to port"}) {
    if (rest.starts_with(words)) return true;
  }
  return false;
}

Direction direction_of(std::string_view text, std::size_t name) {
  constexpr std::size_t kFarthest = 80;  // bytes
  constexpr std::array<std::string_view, 9> kRequests = {
      "submit", "sen", "went", "request", "forward", "order", "lsr", "escalat", "went"};
  constexpr std::array<std::string_view, 7> kNumbers = {"port",   "transfer", "move", "moving",
                                                        "switch", "bring",    "leav"};
  std::size_t at = name;
  while (at > 0 && name - at < kFarthest) {
    if (text[at - 1] == '.' && at < text.size() && is_blank(text[at])) break;
    if (!is_letter(text[at - 1])) {
      --at;
      continue;
    }
    std::size_t begin = at;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    std::string word(text.substr(begin, at - begin));
    std::transform(word.begin(), word.end(), word.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (starts_with_any(word, kRequests)) return Direction::request;
    if (starts_with_any(word, kNumbers)) return Direction::number;
    at = begin;
  }
  return Direction::unknown;
}

}  // namespace portfix
