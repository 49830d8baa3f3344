#pragma once

#include <string>
#include <string_view>

namespace portfix {

// Days as "YYYY-MM-DD". What is no such day gives "".

/// So many calendar days later, or earlier if negative.
std::string add_days(std::string_view day, int days);

/// So many business days (Monday to Friday) later, or earlier if negative. Holidays are the
/// carriers' own and not known.
std::string add_business_days(std::string_view day, int days);

/// "Monday, November 30, 2026" in the United States and Canada, "Monday, 30 November 2026"
/// elsewhere.
std::string day_in_words(std::string_view day, std::string_view country);

}  // namespace portfix
