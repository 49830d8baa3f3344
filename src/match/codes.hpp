#pragma once

#include <vector>

#include "match/context.hpp"
#include "match/scan.hpp"
#include "portfix/finding.hpp"

namespace portfix {

/// A code of a table at a place where a code can stand.
struct CodeHit {
  std::uint32_t code = 0;  ///< index of codes
  std::uint32_t clause = 0;
  Range at;
  bool by_alias = false;       ///< another spelling, not the code itself
  bool by_label = false;       ///< the code's label stands there, not the code
  std::uint32_t label = none;  ///< the clause where the code's label stands with it, or none
  bool named = false;          ///< the notice, its provider or its country names the scheme
  Range spelled = {};          ///< the label, where it is of several sentences, word for word
  bool shared = false;         ///< other rows of the same code fit as well and follow or precede it

  [[nodiscard]] bool label_beside() const { return label != none; }
};

/// A code of tables that count only where the notice names them, and it names none.
struct HomelessCode {
  Range at;
  std::vector<std::uint32_t> schemes;  ///< indices; each once
};

struct CodeHits {
  std::vector<CodeHit> hits;  ///< in order of appearance; inner codes instead of their wrappers
  std::vector<UnknownCode> unknown;
  std::vector<HomelessCode> homeless;
};

/// Reasons that patterns found, by clause; they help to choose between tables.
using ReasonsByClause = std::vector<std::vector<std::uint32_t>>;

/// Finds codes. A code is a key only inside its scheme, and only where a code can stand.
CodeHits find_codes(const Notice& notice, const std::vector<ClauseScan>& units,
                    const TableView& table, const Context& context, const ReasonsByClause& reasons);

}  // namespace portfix
