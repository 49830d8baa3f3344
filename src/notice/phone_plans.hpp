#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portfix {

/// How the telephone numbers of a country are built.
struct NumberPlan {
  std::string_view country;  ///< ISO 3166-1 alpha-2
  std::string_view calling_code;
  /// What a national number begins with within the country ("0"); "" = nothing.
  std::string_view trunk;
  bool trunk_optional = false;
  std::string_view rules;  ///< see national_lengths()

  /// The lengths that a national significant number beginning like `digits` may have, as a bit set:
  /// bit n = n digits. 0 = there is none that begins so.
  [[nodiscard]] std::uint32_t lengths(std::string_view digits) const;
};

/// The plan of a country, or nullptr. There is none for members of the North American plan.
const NumberPlan* find_plan(std::string_view country);

/// The plan that a calling code belongs to, or nullptr.
const NumberPlan* find_plan_by_code(std::string_view calling_code);

/// How many of the first digits are an assigned calling code: 1 to 3, or 0.
std::size_t calling_code_size(std::string_view digits);

/// True for "", US, CA and the other members of the North American Numbering Plan.
bool is_north_american(std::string_view country);

/// True for toll-free numbers and the like: what people call, seldom what moves.
bool is_service_number(std::string_view e164);

/// True if the ten digits can be a number of the North American plan: no area or exchange code
/// begins with 0 or 1, has the form N11, and no area code has a 9 in the middle.
bool is_north_american_number(std::string_view ten_digits);

}  // namespace portfix
