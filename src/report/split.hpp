#pragma once

#include <optional>

#include "portfix/report.hpp"

namespace portfix {

/// What becomes of the numbers of an order whose findings concern only some of them; nothing where
/// all share one fate, or where a finding's numbers are not known.
std::optional<ReportSplit> plan_split(const Report& report);

}  // namespace portfix
