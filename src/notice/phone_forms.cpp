#include "notice/phone_forms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"
#include "notice/phone_digits.hpp"

namespace portfix {
namespace {

/// How people of a country group the digits. `groups`: how many are in each; `begins`: the first
/// ones, '?' is any.
struct Form {
  std::string_view country;
  std::string_view groups;
  std::string_view begins;
  bool sure;
};

constexpr std::array kForms = {
    Form{"GB", "5 6", "07", true},      Form{"GB", "5 3 3", "07", true},
    Form{"GB", "5 6", "01", true},      Form{"GB", "5 3 3", "01", true},
    Form{"GB", "3 4 4", "02", true},    Form{"GB", "4 3 4", "011", true},
    Form{"GB", "4 3 4", "01?1", true},  Form{"GB", "4 3 4", "03", true},
    Form{"GB", "4 3 4", "08", false},   Form{"GB", "11", "07", false},
    Form{"AU", "2 4 4", "02", true},    Form{"AU", "2 4 4", "03", true},
    Form{"AU", "2 4 4", "07", true},    Form{"AU", "2 4 4", "08", true},
    Form{"AU", "4 3 3", "04", true},    Form{"AU", "10", "0", false},
    Form{"FR", "2 2 2 2 2", "0", true}, Form{"IN", "5 5", "6", true},
    Form{"IN", "5 5", "7", true},       Form{"IN", "5 5", "8", true},
    Form{"IN", "5 5", "9", true},       Form{"IN", "10", "6", false},
    Form{"IN", "10", "7", false},       Form{"IN", "10", "8", false},
    Form{"IN", "10", "9", false},       Form{"ZA", "3 3 4", "0", false},
    Form{"ZA", "10", "0", false},       Form{"ZA", "3 7", "0", false},
    Form{"NL", "3 3 4", "0", false},    Form{"NL", "3 7", "0", false},
    Form{"NL", "2 8", "06", false},     Form{"NL", "2 4 4", "06", false},
    Form{"NL", "10", "0", false},       Form{"NZ", "2 3 4", "0", false},
};

bool begins_like(std::string_view digits, std::string_view begins) {
  for (std::size_t i = 0; i < begins.size(); ++i) {
    if (begins[i] != '?' && begins[i] != digits[i]) return false;
  }
  return true;
}

/// "5 6" of "07700 900142".
std::string shape_of(const DigitGroups& groups) {
  std::string shape;
  std::size_t before = 0;
  for (std::size_t i = 0; i < groups.size; ++i) {
    if (i > 0) shape += ' ';
    shape += std::to_string(groups.groups[i].digits - before);
    before = groups.groups[i].digits;
  }
  return shape;
}

bool stands_free(std::string_view text, const DigitGroups& groups) {
  const char before = groups.begin == 0 ? ' ' : text[groups.begin - 1];
  const std::size_t end = groups.groups[groups.size - 1].end;
  const char after = end < text.size() ? text[end] : ' ';
  return !is_alnum(before) && before != '_' && before != '.' && before != '-' && before != '/' &&
         !is_alnum(after) && after != '_' && after != '@';
}

void vote(std::vector<FormVotes>& votes, const Form& form) {
  auto known = std::find_if(votes.begin(), votes.end(),
                            [&](const FormVotes& other) { return other.country == form.country; });
  if (known == votes.end()) known = votes.insert(votes.end(), {form.country, 0, 0});
  (form.sure ? known->sure : known->fair) += 1;
}

}  // namespace

std::vector<FormVotes> vote_by_form(std::string_view text) {
  std::vector<FormVotes> votes;
  for (std::size_t at = 0; at < text.size();) {
    const bool bracket = text[at] == '(' && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!is_digit(text[at]) && !bracket) {
      ++at;
      continue;
    }
    const auto groups = collect_digits(text, at);
    if (groups.size == 0) {
      while (at < text.size() && is_digit(text[at])) ++at;
      continue;
    }
    at = groups.groups[groups.size - 1].end;
    if (groups.plus || date_at(text, groups.groups[0].begin) > 0 || !stands_free(text, groups)) {
      continue;
    }
    const auto shape = shape_of(groups);
    for (const Form& form : kForms) {
      if (form.groups == shape && begins_like(groups.all(), form.begins)) vote(votes, form);
    }
  }
  return votes;
}

bool has_north_american_form(std::string_view number) {
  const auto groups = collect_digits(number, 0);
  if (groups.size == 0) return false;
  if (groups.plus) return true;
  const auto shape = shape_of(groups);
  return shape.starts_with("3 3 4") || shape.starts_with("1 3 3 4");
}

}  // namespace portfix
