#pragma once

#include <vector>

#include "match/scan.hpp"

namespace portfix {

/// Other ways to read a unit in which no pattern matched, the likeliest first:
///  - without longer phrases that say nothing by themselves but hide shorter ones ("not recognised
///    by" hides "not recognised");
///  - so, and a telephone number in digits is its subject ("They have no record of 415-555-0100");
///  - so, and its subject is the last one of the unit before ("What is the PIN? It was not
///  given.").
/// `unit` is an index of `units`.
std::vector<ClauseScan> second_looks(const Notice& notice, const std::vector<ClauseScan>& units,
                                     std::size_t unit, const TableView& table);

}  // namespace portfix
