#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "portfix/notice.hpp"

namespace portfix {

/// Finds calendar dates that name a year, in order of appearance: ISO 8601 ("2026-11-30"), numeric
/// ("11/30/2026", "30.11.2026", two-digit years too) and with month names in English, German,
/// Spanish, French, Dutch ("Nov 30, 2026", "30 de noviembre de 2026"). Which of two small numbers
/// is the month depends on `country`: month first in the US, Canada and for "", else day first;
/// with full stops always day first.
std::vector<DateMention> find_dates(std::string_view text, std::string_view country = {});

/// If a numeric date begins at `at`, where it ends; else 0.
std::size_t date_at(std::string_view text, std::size_t at);

/// 1 to 12 for the name of a month or its abbreviation in one of the languages above; else 0.
int month_of(std::string_view word);

}  // namespace portfix
