#include "notice/phone_plans.hpp"

#include <algorithm>
#include <array>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

// A rule is a set of first digits, a colon and the permitted lengths: "7:10" or "12:9-10". Rules
// are separated by spaces; the first whose beginning fits counts. "[..]" is a set for one digit.
constexpr std::array<NumberPlan, 18> kPlans = {{
    {"GB", "44", "0", false, "1:9-10 [237]:10 5:10 8:9-10 9:10"},
    {"DE", "49", "0", false, "1[567]:10-11 180:7-11 1:8-11 [2-9]:8-11"},
    {"AU", "61", "0", true, "1300:10 1800:10 13:6 [23478]:9"},
    {"FR", "33", "0", false, "[1-9]:9"},
    {"ES", "34", "", false, "[6-9]:9"},
    {"NL", "31", "0", false, "[1-9]:9"},
    {"PL", "48", "", false, "[1-9]:9"},
    {"IE", "353", "0", false, "1:8 8:9 [2-79]:7-9"},
    {"NZ", "64", "0", false, "2:8-10 [34679]:8 508:9 800:9-10"},
    {"ZA", "27", "0", false, "[1-8]:9"},
    {"IN", "91", "0", true, "[1-9]:10"},
    {"CH", "41", "0", false, "[2-9]:9"},
    {"AT", "43", "0", false, "6:8-13 [1-57-9]:8-12"},
    {"IT", "39", "", false, "0:8-11 3:9-10 8:6-9"},
    {"BE", "32", "0", false, "4[5-9]:9 [1-9]:8"},
    {"CO", "57", "", false, "3:10 60:10"},
    {"PE", "51", "0", true, "9:9 [1-8]:8"},
    {"BR", "55", "0", true, "[1-9]:10-11"},
}};

/// Assigned calling codes of two digits; those of one digit are 1 and 7, any other has three.
constexpr std::string_view kTwoDigitCodes =
    "20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 "
    "65 66 81 82 84 86 90 91 92 93 94 95 98 ";

constexpr std::string_view kNorthAmerica =
    "US CA AG AI AS BB BM BS DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI ";

/// Reads one place of a beginning and tells whether `digit` fits.
bool place_fits(std::string_view& rule, char digit) {
  if (rule.front() != '[') {
    const bool fits = rule.front() == digit;
    rule.remove_prefix(1);
    return fits;
  }
  const auto close = rule.find(']');
  const auto set = rule.substr(1, close - 1);
  rule.remove_prefix(close + 1);
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (i + 2 < set.size() && set[i + 1] == '-') {
      if (digit >= set[i] && digit <= set[i + 2]) return true;
      i += 2;
    } else if (set[i] == digit) {
      return true;
    }
  }
  return false;
}

std::size_t read_size(std::string_view& text) {
  std::size_t value = 0;
  while (!text.empty() && is_digit(text.front())) {
    value = value * 10 + static_cast<std::size_t>(text.front() - '0');
    text.remove_prefix(1);
  }
  return value;
}

bool has_word(std::string_view words, std::string_view word, std::size_t size) {
  if (word.size() != size) return false;
  for (std::size_t at = 0; at + size < words.size(); at += size + 1) {
    if (words.substr(at, size) == word) return true;
  }
  return false;
}

}  // namespace

std::uint32_t NumberPlan::lengths(std::string_view digits) const {
  std::string_view rest = rules;
  while (!rest.empty()) {
    const auto space = std::min(rest.find(' '), rest.size());
    std::string_view rule = rest.substr(0, space);
    rest.remove_prefix(std::min(space + 1, rest.size()));
    bool fits = true;
    for (std::size_t at = 0; rule.front() != ':'; ++at) {
      fits = place_fits(rule, at < digits.size() ? digits[at] : ' ') && fits;
    }
    if (!fits) continue;
    rule.remove_prefix(1);
    const std::size_t least = read_size(rule);
    if (!rule.empty()) rule.remove_prefix(1);
    const std::size_t most = std::max(least, read_size(rule));
    return (2U << most) - (1U << least);
  }
  return 0;
}

const NumberPlan* find_plan(std::string_view country) {
  const auto* const found = std::find_if(kPlans.begin(), kPlans.end(), [&](const NumberPlan& plan) {
    return plan.country == country;
  });
  return found == kPlans.end() ? nullptr : found;
}

const NumberPlan* find_plan_by_code(std::string_view calling_code) {
  const auto* const found = std::find_if(kPlans.begin(), kPlans.end(), [&](const NumberPlan& plan) {
    return plan.calling_code == calling_code;
  });
  return found == kPlans.end() ? nullptr : found;
}

std::size_t calling_code_size(std::string_view digits) {
  if (digits.size() < 3 || digits.front() == '0') return 0;
  if (digits.front() == '1' || digits.front() == '7') return 1;
  if (has_word(kTwoDigitCodes, digits.substr(0, 2), 2)) return 2;
  constexpr std::string_view kUnassigned = "28 83 87 88 89 97 99 ";  // some of their codes are free
  if (!has_word(kUnassigned, digits.substr(0, 2), 2)) return 3;
  constexpr std::string_view kAssigned =
      "870 878 880 881 882 883 886 888 970 971 972 973 974 975 976 977 979 992 993 994 995 996 "
      "998 ";
  return has_word(kAssigned, digits.substr(0, 3), 3) ? 3 : 0;
}

bool is_north_american(std::string_view country) {
  return country.empty() || has_word(kNorthAmerica, country, 2);
}

bool is_service_number(std::string_view e164) {
  constexpr std::array<std::string_view, 21> kServices = {
      "+1800", "+1833",   "+1844",  "+1855", "+1866", "+1877",  "+1888",
      "+443",  "+44800",  "+44808", "+4484", "+4487", "+49800", "+49180",
      "+6113", "+611800", "+91180", "+2780", "+2786", "+31800", "+33800"};
  return std::any_of(kServices.begin(), kServices.end(),
                     [&](std::string_view start) { return e164.starts_with(start); });
}

bool is_north_american_number(std::string_view d) {
  const auto from_two = [](char c) { return c >= '2' && c <= '9'; };
  return d.size() == 10 && from_two(d[0]) && d[1] != '9' && !(d[1] == '1' && d[2] == '1') &&
         from_two(d[3]) && !(d[4] == '1' && d[5] == '1');
}

}  // namespace portfix
