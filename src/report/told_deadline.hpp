#pragma once

#include <span>
#include <string>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "rules/table.hpp"

namespace portfix {

/// The day until which the notice itself wants the answer: "respond by 12/04/2026", or "within 10
/// business days" where the notice has a date to count from (`dates`, the one named "notice"). The
/// earliest of several; ISO 8601, or "".
std::string told_deadline(const Notice& notice, std::span<const NamedDate> dates,
                          std::span<const HolidayRow> holidays);

}  // namespace portfix
