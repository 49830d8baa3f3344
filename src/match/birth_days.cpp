#include "match/birth_days.hpp"

#include <algorithm>
#include <string>

#include "match/secret_words.hpp"
#include "notice/ascii.hpp"
#include "notice/dates.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostLinks = 6;  // words before the day
constexpr std::size_t kMostWords = 9;  // "the twenty first of May nineteen hundred seventy one"

bool is_inner(char c) { return is_alnum(c) || is_wide(c); }

/// "3", "3rd", "71", "1971"
bool is_number(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  return !word.empty() && word.size() <= 4 && std::all_of(word.begin(), word.end(), is_digit);
}

bool is_year_of_birth(std::string_view word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit) &&
         (word.starts_with("19") || word.starts_with("200") || word.starts_with("201"));
}

bool is_between(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "de" || word == "del";
}

}  // namespace

Range day_in_words_at(std::string_view text, Range within) {
  constexpr std::string_view kGaps = " \t\n,.-/'";
  Range day{within.begin, within.begin};
  std::size_t links = 0;
  std::size_t words = 0;
  bool has_month = false;
  bool has_number = false;
  bool has_year = false;
  for (std::uint32_t at = within.begin; at < within.end && words < kMostWords;) {
    if (!is_inner(text[at])) {
      const bool may_pass = kGaps.find(text[at]) != kGaps.npos ||
                            (words == 0 && std::string_view(":='(\"").find(text[at]) != kGaps.npos);
      if (!may_pass) break;
      ++at;
      continue;
    }
    const std::uint32_t begin = at;
    while (at < within.end && is_inner(text[at])) ++at;
    const std::string word = to_lower(Range{begin, at}.in(text));
    const bool is_month = month_of(word) != 0;
    const bool counts = is_number(word) || is_number_word(word);
    if (is_month || counts) {
      if (words++ == 0) day.begin = begin;
      day.end = at;
      has_month = has_month || is_month;
      has_number = has_number || counts;
      has_year = has_year || is_year_of_birth(word);
    } else if (words > 0 ? !is_between(word) : !is_link(word) || ++links > kMostLinks) {
      break;
    }
  }
  return (has_month && has_number) || has_year ? day : Range{within.begin, within.begin};
}

}  // namespace portfix
