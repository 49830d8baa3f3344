#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "match/scan.hpp"

namespace portfix {

/// The country of a notice (ISO 3166-1 alpha-2): that of its telephone numbers where their form
/// leaves no doubt; else the one that most speaks for: words, the losing carrier, currency, and how
/// the digits are grouped. "" if nothing tells.
std::string find_country(const Notice& notice, const std::vector<ClauseScan>& units,
                         const TableView& table, std::uint32_t carrier);

}  // namespace portfix
