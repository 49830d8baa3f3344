#include "match/secret_values.hpp"

#include <algorithm>
#include <string>

#include "match/secret_words.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestWord = 24;
constexpr std::size_t kMostGroups = 12;
constexpr std::size_t kLongestGroup = 7;  // digits; longer ones stand for themselves
constexpr std::size_t kMostLinks = 12;    // words

bool is_inner(char c) { return is_alnum(c) || is_wide(c); }

/// Whether "/" at `at` stands on one side of a month's name: "03/Mar/71".
bool is_beside_month(std::string_view text, std::size_t at) {
  constexpr std::size_t kLetters = 3;
  const auto is_letters = [&](std::size_t from) {
    const auto word = text.substr(from, kLetters);
    return word.size() == kLetters && std::all_of(word.begin(), word.end(), is_letter);
  };
  const auto digit_at = [&](std::size_t i) { return i < text.size() && is_digit(text[i]); };
  const bool before = digit_at(at - 1) && is_letters(at + 1) && at + 1 + kLetters < text.size() &&
                      text[at + 1 + kLetters] == '/' && digit_at(at + 2 + kLetters);
  const bool after = at >= kLetters + 2 && digit_at(at + 1) && is_letters(at - kLetters) &&
                     text[at - kLetters - 1] == '/' && digit_at(at - kLetters - 2);
  return before || after;
}

/// Whether text[at] joins two parts of one value: "12-34", "01/02", "123.456", "AB_12", "56+4F".
bool joins(std::string_view text, std::size_t at, Range within) {
  if (at <= within.begin || at + 1 >= within.end) return false;
  const char before = text[at - 1];
  const char after = text[at + 1];
  switch (text[at]) {
    case '-':
    case '_':
      return is_alnum(before) && is_alnum(after);
    case '+':
      return is_digit(before) && is_alnum(after);
    case '.':
      return (is_digit(before) && is_alnum(after)) || (is_alnum(before) && is_digit(after));
    case '/':
      return (is_digit(before) && is_digit(after)) || is_beside_month(text, at);
    default:
      return false;
  }
}

/// The end of the word that begins at `at`.
std::uint32_t word_end(std::string_view text, std::uint32_t at, Range within) {
  while (at < within.end && (is_inner(text[at]) || joins(text, at, within))) ++at;
  return at;
}

Value measure(std::string_view text, Range at) {
  Value out{at, 0, 0};
  for (const char c : at.in(text)) {
    if (is_letter(c)) ++out.letters;
  }
  out.digits = static_cast<decltype(out.digits)>(count_digits(at.in(text)));
  return out;
}

/// "12", "12-34": made of digits and short enough to be one of several groups.
bool is_group(std::string_view text, const Value& value) {
  const auto word = value.at.in(text);
  return value.letters == 0 && value.digits <= kLongestGroup && word.find('/') == word.npos &&
         (value.at.end >= text.size() || text[value.at.end] != ':');  // "09:30"
}

/// The word that ends before `at`, in small ASCII letters; `at` becomes its begin.
std::string word_before(std::string_view text, std::uint32_t& at, std::uint32_t begin) {
  const auto is_part = [](char c) { return is_inner(c) || c == '_' || c == '#' || c == '/'; };
  while (at > begin && !is_part(text[at - 1])) {
    const char c = text[at - 1];
    if (c == '!' || c == '?' || c == ',' || c == ';' || c == '|') return {};
    if (c == '.' && at >= 2 && at < text.size() && text[at] == ' ' &&
        !(at >= 3 && !is_inner(text[at - 3]))) {
      // The end of a sentence, if what it ends is a word: "no." is not.
      std::uint32_t start = at - 1;
      while (start > begin && is_inner(text[start - 1])) --start;
      if (at - 1 - start > 4) return {};
    }
    --at;
  }
  const std::uint32_t end = at;
  while (at > begin && is_part(text[at - 1]) && end - at < kLongestWord) --at;
  return to_lower(Range{at, end}.in(text));
}

std::string word_after(std::string_view text, std::uint32_t at, std::uint32_t end) {
  if (at < end && (text[at] == ' ' || text[at] == '-')) ++at;
  const std::uint32_t begin = at;
  while (at < end && is_inner(text[at]) && at - begin < kLongestWord) ++at;
  return to_lower(Range{begin, at}.in(text));
}

/// The letters at the begin of a value: "ORD" of "ORD-2026-12".
std::string head_of(std::string_view value) {
  std::size_t end = 0;
  while (end < value.size() && is_letter(value[end])) ++end;
  return end < value.size() && (value[end] == '-' || value[end] == '_')
             ? to_lower(value.substr(0, end))
             : std::string{};
}

/// Whether the word has the form, in which 9 is a digit.
bool fits(std::string_view word, std::string_view form) {
  return word.size() == form.size() &&
         std::equal(word.begin(), word.end(), form.begin(),
                    [](char c, char f) { return f == '9' ? is_digit(c) : c == f; });
}

/// "415-555-0123", "(415) 555-0123": a telephone number that belongs to nobody's order.
bool is_phone_form(std::string_view text, Range value) {
  const auto word = value.in(text);
  for (const std::string_view form :
       {"999-999-9999", "999.999.9999", "1-999-999-9999", "999 999 9999", "999 999-9999"}) {
    if (fits(word, form)) return true;
  }
  const auto ahead = text.substr(0, value.begin);
  if (fits(word, "999-9999") && (ahead.ends_with(") ") || ahead.ends_with(')'))) return true;
  const auto behind = text.substr(value.end);
  return fits(word, "999") && ahead.ends_with('(') &&
         (fits(behind.substr(0, 10), ") 999-9999") || fits(behind.substr(0, 9), ")999-9999"));
}

/// "03/02", "07172026", "20260708143000Z": days of these years, not of somebody's birth.
bool is_recent_day(std::string_view word) {
  for (const std::string_view form : {"9/9", "99/9", "9/99", "99/99"}) {
    if (fits(word, form)) return true;
  }
  const auto is_recent = [](std::string_view year) {
    return year[0] == '2' && year[1] == '0' && year[2] >= '2' && year[2] <= '3';
  };
  const auto is_day = [](std::string_view month, std::string_view day) {
    return month <= "12" && day <= "31";
  };
  if (fits(word, "99999999") && is_recent(word.substr(4)) &&
      (is_day(word.substr(0, 2), word.substr(2, 2)) || is_day(word.substr(2, 2), word))) {
    return true;
  }
  const bool stamp = fits(word, "99999999") || fits(word, "99999999999999") ||
                     fits(word, "99999999999999Z") || fits(word, "999999999999");
  return stamp && is_recent(word) && is_day(word.substr(4, 2), word.substr(6, 2));
}

/// "192.0.2.4"
bool is_address(std::string_view word) {
  return std::count(word.begin(), word.end(), '.') == 3 &&
         std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.'; });
}

/// "7401: Account number rejected", "7511 Invalid Account Code": a code at the head of its line.
bool is_head_of_line(std::string_view text, Range value, Range within) {
  constexpr std::size_t kLongestCode = 5;
  if (value.size() > kLongestCode) return false;
  std::uint32_t begin = value.begin;
  while (begin > within.begin && text[begin - 1] == ' ') --begin;
  if (begin != within.begin && text[begin - 1] != '\n') return false;
  const auto behind = Range{value.end, within.end}.in(text);
  return behind.starts_with(": ") || behind.starts_with(" - ") ||
         (behind.size() > 3 && behind[0] == ' ' && is_upper(behind[1]) && is_lower(behind[2]));
}

bool is_uuid(std::string_view value) {
  if (value.size() != 36) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool joint = i == 8 || i == 13 || i == 18 || i == 23;
    if (joint != (value[i] == '-')) return false;
  }
  return true;
}

}  // namespace

std::vector<Value> values_in(std::string_view text, Range within) {
  std::vector<Value> out;
  std::size_t groups = 0;
  for (std::uint32_t at = within.begin; at < within.end;) {
    if (!is_inner(text[at])) {
      ++at;
      continue;
    }
    const std::uint32_t end = word_end(text, at, within);
    const Value word = measure(text, {at, end});
    at = end;
    if (word.digits == 0) continue;
    if (!out.empty() && groups < kMostGroups && is_group(text, word) && out.back().letters == 0 &&
        word.at.begin == out.back().at.end + 1 && text[out.back().at.end] == ' ' &&
        (groups > 1 || is_group(text, out.back()))) {
      out.back().at.end = word.at.end;
      out.back().digits += word.digits;
      ++groups;
      continue;
    }
    out.push_back(word);
    groups = 1;
  }
  return out;
}

Range with_groups(std::string_view text, Range value, Range within) {
  constexpr std::size_t kLongestHead = 4;  // capitals
  for (std::size_t groups = 0; groups < kMostGroups; ++groups) {
    if (value.end + 1 >= within.end || text[value.end] != ' ' || !is_inner(text[value.end + 1])) {
      break;
    }
    const std::uint32_t begin = value.end + 1;
    const Value next = measure(text, {begin, word_end(text, begin, within)});
    const std::string_view word = next.at.in(text);
    const bool capitals = next.letters == word.size() && word.size() <= kLongestHead &&
                          std::all_of(word.begin(), word.end(), is_upper);
    const bool at_end = next.at.end >= within.end || text[next.at.end] != ' ' ||
                        (next.at.end + 1 < within.end && is_digit(text[next.at.end + 1]));
    const bool short_word = word.size() <= kLongestGroup + 3 && next.letters <= kLongestHead &&
                            std::none_of(word.begin(), word.end(), is_lower);
    if (!(next.digits > 0 ? short_word : capitals && at_end)) break;
    if (next.digits > 0 && is_explained(text, next.at, within)) break;
    value.end = next.at.end;
  }
  return value;
}

Range with_capitals(std::string_view text, Range value, std::uint32_t begin) {
  constexpr std::uint32_t kMost = 3;
  if (value.begin < begin + 2 || text[value.begin - 1] != ' ') return value;
  std::uint32_t at = value.begin - 1;
  while (at > begin && is_upper(text[at - 1])) --at;
  const Range head{at, value.begin - 1};
  const bool fits = !head.empty() && head.size() <= kMost && !is_inner(text[at - 1]);
  return fits && !only_links(head.in(text)) ? Range{at, value.end} : value;
}

namespace {

bool are_links(std::string_view between, bool of_label) {
  std::size_t at = 0;
  for (std::size_t words = 0; words < kMostLinks; ++words) {
    while (at < between.size() && !is_inner(between[at])) {
      if (between[at] == '!' || between[at] == '?' || between[at] == '|') return false;
      // A full stop ends the sentence, but not that of "no." and "Nr.".
      if (between[at] == '.' && at >= 5 && at + 1 < between.size() &&
          std::all_of(between.begin() + static_cast<std::ptrdiff_t>(at - 4),
                      between.begin() + static_cast<std::ptrdiff_t>(at), is_inner)) {
        return false;
      }
      ++at;
    }
    if (at >= between.size()) return true;
    const std::size_t begin = at;
    while (at < between.size() && is_inner(between[at])) ++at;
    const std::string word = to_lower(between.substr(begin, at - begin));
    if (!is_link(word) && !(of_label && is_label_link(word))) return false;
  }
  return false;
}

}  // namespace

bool only_links(std::string_view between) { return are_links(between, false); }

bool only_label_links(std::string_view rest) { return are_links(rest, true); }

bool is_counted(std::string_view text, Range value, std::uint32_t end) {
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const char before = value.begin > 0 ? text[value.begin - 1] : ' ';
  if (before == '$' || before == '+' || at(value.end) == '$' || at(value.end) == '%') return true;
  const auto ahead = text.substr(0, value.begin);
  const auto behind = text.substr(value.end);
  for (const std::string_view sign : {"€", "£"}) {
    if (ahead.ends_with(sign) || behind.starts_with(sign)) return true;
  }
  if (behind.starts_with(" €")) return true;
  // "10:30", "T10:00:01Z"; "PIN:4711" is another thing.
  const bool time_before = before == ':' && value.begin >= 2 && is_digit(text[value.begin - 2]);
  const bool time_after = at(value.end) == ':' && is_digit(at(value.end + std::size_t{1}));
  if (value.size() <= 2 && (time_before || time_after)) return true;
  return is_unit(word_after(text, value.end, end));
}

bool is_explained(std::string_view text, Range value, Range within) {
  const std::string_view word = value.in(text);
  if (is_counted(text, value, within.end) || is_phone_form(text, value) || is_uuid(word) ||
      is_recent_day(word) || is_address(word) || is_head_of_line(text, value, within) ||
      is_reference(head_of(word))) {
    return true;
  }
  std::uint32_t place = value.begin;
  std::string name = word_before(text, place, within.begin);
  for (int i = 0; i < 2 && is_reference_link(name); ++i) {
    name = word_before(text, place, within.begin);
  }
  return is_reference(name);
}

std::string_view announced_kind(std::string_view text, Range value, Range within) {
  std::uint32_t place = value.begin;
  for (std::size_t words = 0; words < kMostLinks; ++words) {
    const std::string name = word_before(text, place, within.begin);
    if (name.empty()) return {};
    if (const auto kind = announced_by(name); !kind.empty()) return kind;
    const auto joint = name.find_last_of("_#/");
    if (joint != name.npos) {
      if (const auto kind = announced_by(name.substr(0, joint)); !kind.empty()) return kind;
    }
    if (!is_link(name) && name != "code") return {};
  }
  return {};
}

std::size_t count_digits(std::string_view text) {
  constexpr std::string_view kWide = "\xEF\xBC";  // of U+FF10 to U+FF19, digits as wide as kanji
  auto out = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  for (auto at = text.find(kWide); at != text.npos; at = text.find(kWide, at + 2)) {
    if (at + 2 < text.size() && text[at + 2] >= '\x90' && text[at + 2] <= '\x99') ++out;
  }
  return out;
}

}  // namespace portfix
