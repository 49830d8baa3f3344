#pragma once

#include <string>
#include <vector>

#include "match/scan.hpp"
#include "portfix/finding.hpp"

namespace portfix {

/// Who is involved in a notice, and the order it is about.
struct Context {
  std::uint32_t provider = none;
  bool provider_assumed = false;
  std::uint32_t carrier = none;
  std::string country;  ///< known from the caller or the numbers; else ""
  std::string order_id;
  std::string status;
  std::vector<NamedDate> dates;
  std::vector<bool> schemes;  ///< by scheme: the notice, its provider or its country names it

  [[nodiscard]] bool names(std::uint32_t scheme) const { return schemes[scheme]; }
};

/// True for a value among others that tell of the same thing: of an object, an element, a row.
inline bool has_siblings(const Clause& clause) {
  return !clause.path.empty() || (clause.kind == ClauseKind::field && clause.group != 0);
}

Context recognise_context(const Notice& notice, const std::vector<ClauseScan>& units,
                          const TableView& table, const MatchOptions& options);

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

}  // namespace portfix
