#pragma once

#include <string>
#include <vector>

#include "match/scan.hpp"

namespace portfix {

/// The id of the order that a notice is about, as written; "" = it does not say. A ticket or a case
/// of somebody's help desk stands in where no order is named.
std::string find_order_id(const Notice& notice, const std::vector<ClauseScan>& units,
                          const TableView& table, std::uint32_t provider);

}  // namespace portfix
