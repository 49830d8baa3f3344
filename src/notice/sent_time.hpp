#pragma once

#include <string>
#include <string_view>

namespace portfix {

/// The moment that the date field of a mail tells, "Tue, 10 Feb 2026 09:01:00 -0600" or "Dienstag,
/// 10. Februar 2026 09:01", in ISO 8601 as far as it is told: "2026-02-10T09:01:00-06:00",
/// "2026-02-10T09:01", "2026-02-10". "" if there is no date. `country` as for find_dates().
std::string sent_time(std::string_view value, std::string_view country);

}  // namespace portfix
