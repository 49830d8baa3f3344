#pragma once

#include <string>
#include <vector>

#include "match/scan.hpp"

namespace portfix {

/// The day on which a notice turned the order down, "2026-11-20": that of a field or header which
/// says when it was written or when the order changed, or the date behind the words that reject
/// ("rejected on …"). "" if nothing tells; then no deadline can be counted from it.
std::string notice_date(const Notice& notice, const std::vector<ClauseScan>& units);

}  // namespace portfix
