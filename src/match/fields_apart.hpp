#pragma once

#include <set>
#include <vector>

#include "match/context.hpp"
#include "match/numbers.hpp"
#include "match/weigh.hpp"

namespace portfix {

/// Fields whose names or values are not what the notice says of the order.
class FieldsApart {
 public:
  FieldsApart(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
              const Context& context);

  /// True for evidence out of a field that only lists what an order needs ("required": ["pin"]),
  /// and for evidence that takes a reason's label for its subject: of "Details: PIN does not match"
  /// it is not the details that do not match.
  [[nodiscard]] bool mislead(const Candidate& candidate) const;

 private:
  const Notice& notice_;
  std::set<std::uint32_t> lists_;   // clauses
  std::set<std::uint32_t> labels_;  // clauses whose label is a subject by itself
};

/// What the fields that tell the status of the order or of its numbers say: fine if all do that say
/// anything.
Verdict status_verdict(const Notice& notice, const std::vector<ClauseScan>& units,
                       const TableView& table, const Context& context);

}  // namespace portfix
