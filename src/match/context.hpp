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

Context recognise_context(const Notice& notice, const std::vector<Unit>& units,
                          const TableView& table, const MatchOptions& options);

/// True if a clause stands at one of a provider's paths for `fact` ("order_id", "code", …): the JSON
/// path ends so, or the label reads the same ("Order ID" = "order_id").
bool stands_at(const Notice& notice, const Clause& clause, const TableView& table,
               const ProviderRow& provider, std::string_view fact);

}  // namespace portfix
