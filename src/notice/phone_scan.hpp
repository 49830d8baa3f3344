#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "portfix/phone_number.hpp"

namespace portfix {

/// No text gives more numbers than this: ranges make many of few bytes.
inline constexpr std::size_t kMaxPhoneNumbers = 100'000;

/// How much of what stands around the digits is looked at.
enum class PhoneTrust : char {
  running,  ///< running text: a fax number or a ticket is not taken
  field,    ///< the value of a field that holds telephone numbers: its form alone decides
};

/// find_phone_numbers() on `text[range]`; ranges of the result address `text`. Appends to `out`.
void scan_phone_numbers(std::string_view text, Range range, std::string_view country,
                        PhoneTrust trust, std::vector<FoundNumber>& out);

}  // namespace portfix
