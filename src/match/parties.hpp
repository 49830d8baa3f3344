#pragma once

#include <string>
#include <vector>

#include "match/scan.hpp"
#include "portfix/finding.hpp"

namespace portfix {

/// Who is involved in a notice. Indices are those of the table, or `none`.
struct Parties {
  std::uint32_t provider = none;
  bool provider_assumed = false;  ///< nothing tells which; the general one stands in
  std::uint32_t carrier = none;
  std::vector<std::uint32_t> namesakes;  ///< carriers that share the name in the notice
  std::string country;                   ///< known from the caller or the numbers; else ""
  std::vector<bool> schemes;  ///< by scheme: the notice, its provider or its country names it
};

Parties find_parties(const Notice& notice, const std::vector<ClauseScan>& units,
                     const TableView& table, const MatchOptions& options);

}  // namespace portfix
