#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/scan.hpp"
#include "portfix/notice.hpp"
#include "rules/table.hpp"

namespace portfix {

/// Id of the provider that stands in where nothing tells which.
inline constexpr std::string_view kGeneralProvider = "generic";

/// Of ASCII letters.
bool equal_ignoring_case(std::string_view a, std::string_view b);

/// How a document's keys are compared with those of the rules; letter case never counts.
enum class KeyStyle : std::uint8_t {
  exact,
  any,  ///< order_id, orderId and order-id are one name; so is <order_id value="…"/>
};

/// True if `path` is `wanted` or ends in it. XML does not tell whether an element is one of a list,
/// so "[]" makes no difference. A single word in lower case must be the whole path, unless a dot
/// stands before it: ".pon".
bool path_matches(std::string_view path, std::string_view wanted, KeyStyle style);

/// How early a provider's file, or else the general one, names the unit's field for `fact`
/// ("order_id", "code", …): the JSON path ends so, or the label reads the same ("Order ID" =
/// "order_id"). `none` if the unit is no such field.
std::uint32_t field_rank(const Notice& notice, const ClauseScan& unit, const TableView& table,
                         std::uint32_t provider, std::string_view fact);

/// The same for words in running text.
std::uint32_t name_rank(const TableView& table, const Occurrence& found, std::uint32_t provider,
                        std::string_view fact);

bool is_field(const Notice& notice, const ClauseScan& unit, const TableView& table,
              std::uint32_t provider, std::string_view fact);

/// The fields of a notice that say something of the order, by the names of one provider.
struct OrderFields {
  const Notice& notice;
  const std::vector<ClauseScan>& units;
  const TableView& table;
  std::uint32_t provider;

  /// Calls `take(rank, clause)` for each field of `fact` with a value of at most `longest` bytes;
  /// quoted history left out.
  template <class Take>
  void each(std::string_view fact, std::size_t longest, Take take) const {
    for (const ClauseScan& unit : units) {
      const Clause& clause = notice.clauses[unit.clause];
      if (clause.kind == ClauseKind::quoted || (clause.path.empty() && clause.label.empty()))
        continue;
      if (clause.text.empty() || clause.text.size() > longest) continue;
      const std::uint32_t rank = field_rank(notice, unit, table, provider, fact);
      if (rank != none) take(rank, clause);
    }
  }
};

}  // namespace portfix
