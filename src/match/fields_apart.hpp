#pragma once

#include <map>
#include <set>
#include <string_view>
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
  /// for that beside a box that is not ticked ("[ ] PIN invalid"), and for evidence that takes a
  /// reason's label for its subject: of "Details: PIN does not match" it is not the details that do
  /// not match. So too where the words begin with the naming of the
  /// order, but speak of another thing: of "PON K-1: PIN invalid" it is not the PON that is
  /// invalid.
  [[nodiscard]] bool mislead(const Candidate& candidate) const;

 private:
  /// True for evidence that is the name of a field or column and no more: "ReqID" is no required
  /// id, but "accountNumberMismatch": true says it.
  [[nodiscard]] bool is_only_name(const Candidate& candidate) const;
  [[nodiscard]] bool is_left_empty(const Clause& clause) const;
  /// Where the order is named in a clause, and where other things are behind that.
  struct Naming {
    Range order;
    std::uint32_t first_subject = 0;
  };
  void find_naming(const ClauseScan& unit, std::string_view order_id);

  const Notice& notice_;
  std::set<std::uint32_t> lists_;  // clauses
  std::set<std::uint32_t> unticked_;
  std::set<std::uint32_t> companies_;             // their numbers: "CC: 7421", "OCN: 7402"
  std::set<std::uint32_t> customers_;             // names and addresses: "Aldine Lock & Key"
  std::set<std::uint32_t> labels_;                // clauses whose label is a subject by itself
  std::multimap<std::uint32_t, Naming> namings_;  // by clause
};

}  // namespace portfix
