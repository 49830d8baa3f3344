#pragma once

#include <vector>

#include "portfix/finding.hpp"
#include "portfix/report.hpp"
#include "rules/table.hpp"

namespace portfix {

/// Values of the notice (PIN, transfer PIN, account number) that cannot be right at the losing
/// carrier because they have the wrong number of digits. The values themselves are not repeated.
/// `carrier` may be nullptr: then nothing is known.
std::vector<ReportFormatHint> format_hints(const Notice& notice, const Findings& findings,
                                           const TableView& table, const CarrierRow* carrier);

}  // namespace portfix
