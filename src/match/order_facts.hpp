#pragma once

#include <string>
#include <vector>

#include "match/scan.hpp"
#include "portfix/finding.hpp"

namespace portfix {

/// What a notice says of its order. "" = it does not say.
struct OrderFacts {
  std::string order_id;
  std::string status;
  std::vector<NamedDate> dates;
};

OrderFacts find_order_facts(const Notice& notice, const std::vector<ClauseScan>& units,
                            const TableView& table, std::uint32_t provider);

}  // namespace portfix
