#pragma once

#include <utility>
#include <vector>

#include "match/order_facts.hpp"
#include "match/parties.hpp"
#include "match/scan.hpp"
#include "portfix/finding.hpp"

namespace portfix {

/// Who is involved in a notice, and the order it is about.
struct Context : Parties, OrderFacts {
  [[nodiscard]] bool names(std::uint32_t scheme) const { return schemes[scheme]; }
};

/// True for a value among others that tell of the same thing: of an object, an element, a row.
inline bool has_siblings(const Clause& clause) {
  return !clause.path.empty() || (clause.kind == ClauseKind::field && clause.group != 0);
}

inline Context recognise_context(const Notice& notice, const std::vector<ClauseScan>& units,
                                 const TableView& table, const MatchOptions& options) {
  Parties parties = find_parties(notice, units, table, options);
  OrderFacts facts = find_order_facts(notice, units, table, parties.provider);
  return {std::move(parties), std::move(facts)};
}

}  // namespace portfix
