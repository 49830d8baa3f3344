#pragma once

#include <string_view>
#include <vector>

#include "portfix/report.hpp"

namespace portfix {

/// The findings of a report as one plan: what has to be settled, in the order in which it can be,
/// what blocks what, and at the end how the request goes in again. Numbers that go different ways
/// get steps of their own.
std::vector<ReportPlanStep> make_plan(const Report& report);

/// The policy of findings that concern the same number, taken together.
std::string merged_policy(const std::vector<const ReportFinding*>& findings);

}  // namespace portfix
