#pragma once

#include <vector>

#include "match/scan.hpp"
#include "portfix/finding.hpp"

namespace portfix {

/// Values beside the concepts that the lexicon marks as secret (account number, PIN, SSN, date of
/// birth …), and anything of the form of an SSN. Telephone numbers, codes and the order id are
/// none. By position, without overlap.
std::vector<Secret> find_secrets(const Notice& notice, const std::vector<ClauseScan>& scans,
                                 const TableView& table, const Findings& findings);

}  // namespace portfix
