#include "notice/phone_digits.hpp"

#include <algorithm>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

struct Separator {
  std::size_t end = 0;  // 0 = what follows is no further group
  bool loose = false;
};

/// Reads what may stand between two groups: blanks, at most one mark, brackets, one line break.
Separator separator_at(std::string_view text, std::size_t at) {
  std::size_t blanks = 0;
  std::size_t marks = 0;
  std::size_t breaks = 0;
  std::size_t brackets = 0;
  bool loose = false;
  const std::size_t start = at;
  while (at < text.size() && at - start < 24) {
    if (is_digit(text[at])) {
      if (at == start) return {};
      return {at, loose || breaks > 0 || (blanks > 1 && marks == 0) || (blanks > 0 && marks > 0)};
    }
    if (const auto blank = blank_at(text, at); blank > 0) {
      if (++blanks > 2 && breaks == 0) return {};
      at += blank;
    } else if (text[at] == '\n') {
      if (++breaks > 1) return {};
      ++at;
    } else if (const auto dash = dash_at(text, at); dash > 0) {
      if (++marks > 1) return {};
      at += dash;
    } else if (text[at] == '.' || text[at] == '/') {
      if (++marks > 1) return {};
      ++at;
    } else if (text[at] == '(' || text[at] == ')') {
      if (++brackets > 2) return {};
      ++at;
    } else {
      return {};
    }
  }
  return {};
}

}  // namespace

std::size_t dash_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-') return 1;
  if (text[at] != '\xE2') return 0;
  const auto three = text.substr(at, 3);
  return three == "\xE2\x80\x90" || three == "\xE2\x80\x91" || three == "\xE2\x80\x92" ||
                 three == "\xE2\x80\x93" || three == "\xE2\x88\x92"
             ? 3
             : 0;
}

std::size_t blank_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ') return 1;
  if (text[at] == '\xC2') return text.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
  if (text[at] != '\xE2') return 0;
  const auto three = text.substr(at, 3);
  return three == "\xE2\x80\xAF" || three == "\xE2\x80\x89" || three == "\xE2\x80\x87" ? 3 : 0;
}

DigitGroups collect_digits(std::string_view text, std::size_t at) {
  DigitGroups found;
  found.begin = at;
  if (at < text.size() && text[at] == '(') ++at;
  if (at < text.size() && text[at] == '+') {
    found.plus = true;
    ++at;
    if (at < text.size() && text[at] == ' ') ++at;
    if (at < text.size() && text[at] == '(') ++at;
  }
  bool loose = false;
  while (found.size < DigitGroups::kMaxGroups) {
    const std::size_t begin = at;
    std::size_t total = found.total();
    while (at < text.size() && is_digit(text[at]) && total < DigitGroups::kMaxDigits) {
      found.digits[total++] = text[at++];
    }
    if (at == begin || (at < text.size() && is_digit(text[at]))) break;
    found.groups[found.size++] = {begin, at, total, loose};
    const auto separator = separator_at(text, at);
    if (separator.end == 0) break;
    at = separator.end;
    loose = separator.loose;
  }
  return found;
}

std::size_t ordinal_at(std::string_view text, std::size_t begin, std::size_t at) {
  const auto char_at = [&](std::size_t i) { return i < text.size() ? text[i] : '\n'; };
  std::size_t line = at;
  while (line > begin && text[line - 1] == ' ') --line;
  if (line > begin && text[line - 1] != '\n') return 0;
  const bool bracket = char_at(at) == '(';
  const std::size_t digits = at + (bracket ? 1 : 0);
  std::size_t end = digits;
  while (end - digits < (bracket ? 1U : 2U) && is_digit(char_at(end))) ++end;
  const bool closes = char_at(end) == ')' || (char_at(end) == '.' && !bracket);
  return end > digits && closes && char_at(end + 1) == ' ' ? end + 2 - at : 0;
}

std::size_t ending_behind(std::string_view text, std::size_t at) {
  const auto skip_blanks = [&] {
    while (at < text.size() && blank_at(text, at) > 0) at += blank_at(text, at);
  };
  bool listed = false;
  for (bool more = true; more;) {
    skip_blanks();
    more = false;
    for (const std::string_view joint : {", ", "/", "&", "and ", "und ", "y ", "et ", "en "}) {
      if (!starts_with_folded(text.substr(std::min(at, text.size())), joint)) continue;
      at += joint.size();
      listed = more = true;
      break;
    }
  }
  if (!listed) return 0;
  if (at < text.size() && text[at] == '-') ++at;
  const auto digits = text.substr(std::min(at, text.size()), 4);
  if (digits.size() < 4 || !std::all_of(digits.begin(), digits.end(), is_digit)) return 0;
  if (digits.starts_with("19") || digits.starts_with("20")) return 0;
  const char after = at + 4 < text.size() ? text[at + 4] : ' ';
  return is_alnum(after) || after == '-' || after == ':' || after == '(' ? 0 : at + 4;
}

std::size_t extension_end(std::string_view text, std::size_t end) {
  std::string_view rest = text.substr(end, 24);
  const std::size_t all = rest.size();
  if (!rest.empty() && (rest.front() == ',')) rest.remove_prefix(1);
  while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
  for (const std::string_view word : {"extension", "extn", "ext", "x", "#"}) {
    if (!starts_with_folded(rest, word)) continue;
    auto tail = rest.substr(word.size());
    while (!tail.empty() && (tail.front() == ' ' || tail.front() == '.' || tail.front() == ':')) {
      tail.remove_prefix(1);
    }
    std::size_t digits = 0;
    while (digits < tail.size() && is_digit(tail[digits])) ++digits;
    if (digits == 0 || digits > 7) return end;
    if (digits < tail.size() && is_letter(tail[digits])) return end;
    return end + all - tail.size() + digits;
  }
  return end;
}

RangeTail range_tail(std::string_view text, std::size_t end) {
  std::size_t at = end;
  std::size_t blanks = 0;
  for (std::size_t blank = 0; (blank = blank_at(text, at)) > 0 && blanks < 3; ++blanks) at += blank;
  bool word = false;
  if (const auto dash = dash_at(text, at); dash > 0) {
    at += dash;
  } else if (text.substr(at).starts_with("..")) {
    at += 2;
  } else {
    for (const std::string_view known : {"through", "thru", "to", "bis", "until", "till"}) {
      if (blanks > 0 && starts_with_folded(text.substr(at), known) &&
          blank_at(text, at + known.size()) > 0) {
        at += known.size();
        word = true;
        break;
      }
    }
    if (!word) return {};
  }
  for (std::size_t blank = 0; (blank = blank_at(text, at)) > 0 && at - end < 16;) at += blank;
  std::size_t digits = 0;
  while (at + digits < text.size() && is_digit(text[at + digits]) && digits < 12) ++digits;
  const auto char_at = [&](std::size_t i) { return i < text.size() ? text[i] : ' '; };
  const char after = char_at(at + digits);
  const bool spaced = digits > 0 && after == ' ' && is_digit(char_at(at + digits + 1));
  if (digits == 3 && (after == '-' || after == '.')) return {at, 5, spaced};
  if (digits == 4 || (digits >= 2 && digits < 4 && (word || blanks == 0))) {
    const bool goes_on = is_alnum(after) || after == '-' || after == '/' || after == ':';
    return {at, goes_on ? 0 : digits, spaced};
  }
  return {at, digits == 0 && after != '(' && after != '+' ? 0U : 5U, spaced};
}

}  // namespace portfix
