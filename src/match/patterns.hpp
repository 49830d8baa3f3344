#pragma once

#include <cstdint>
#include <vector>

#include "match/scan.hpp"
#include "rules/table.hpp"

namespace portfix {

/// A pattern that matched in a unit.
struct PatternMatch {
  std::uint32_t pattern = 0;
  std::vector<std::uint32_t> tokens;  ///< positions used, ascending
};

/// How far a pattern got: parts that occur, and whether they stand together.
struct PatternProgress {
  std::size_t parts_found = 0;
  bool matched = false;
};

/// Matches patterns in one unit after another.
class PatternMatcher {
 public:
  explicit PatternMatcher(const TableView& table);

  /// All patterns that match in the unit, in the order of the table.
  std::vector<PatternMatch> match(const ClauseScan& unit);

  /// How far one pattern gets in the unit.
  PatternProgress progress(const ClauseScan& unit, std::uint32_t pattern) const;

 private:
  void find_candidates(const ClauseScan& unit);

  const TableView& table_;
  std::vector<bool> occurs_;  ///< by atom: in the unit, neither hidden nor negated
  std::vector<bool> tried_;   ///< by pattern: among the candidates
  std::vector<std::uint32_t> candidates_;
};

}  // namespace portfix
