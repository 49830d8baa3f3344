#pragma once

#include <vector>

#include "match/scan.hpp"

namespace portfix {

/// A condition that is not met.
struct Demand {
  ClauseScan unit;
  std::uint32_t negation = 0;  ///< the token "not" that stands in no text
};

/// What a refusal waits for has not happened: of "The number cannot be ported until the account is
/// unlocked", this gives "the account is not unlocked", and one reading for each place where "not"
/// may stand. Empty if the unit refuses nothing, or names no such condition.
std::vector<Demand> demands_of(const ClauseScan& unit, const TableView& table);

}  // namespace portfix
