#pragma once

#include <span>
#include <string>
#include <string_view>

#include "rules/table.hpp"

namespace portfix {

// Days as "YYYY-MM-DD". What is no such day gives "".

/// So many calendar days later, or earlier if negative.
std::string add_days(std::string_view day, int days);

/// So many business days later, or earlier if negative: Monday to Friday without these holidays.
std::string add_business_days(std::string_view day, int days,
                              std::span<const HolidayRow> holidays = {});

/// "Monday, November 30, 2026" in the United States and Canada, "Monday, 30 November 2026"
/// elsewhere.
std::string day_in_words(std::string_view day, std::string_view country);

}  // namespace portfix
