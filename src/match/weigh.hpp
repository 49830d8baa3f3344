#pragma once

#include <set>
#include <vector>

#include "match/codes.hpp"
#include "match/context.hpp"
#include "match/patterns.hpp"
#include "match/scan.hpp"
#include "portfix/finding.hpp"

namespace portfix {

/// How loudly a piece of evidence speaks. Only the loudest class that occurs is reported: a clause
/// that asserts silences one that advises.
enum class Voice : std::uint8_t {
  silent,    ///< history, a report of success
  supposes,  ///< a case that may come: "if the PIN is wrong"
  advises,   ///< "please send the correct PIN"
  hints,     ///< a weak pattern
  asserts,   ///< a pattern in a clause that states
  names,     ///< a code, or a label of a code table
};

/// How sure a weak pattern is.
inline constexpr double kHinted = 0.6;

/// A reason that one clause gives.
struct Candidate {
  std::uint32_t reason = 0;
  Voice voice = Voice::silent;
  double confidence = 0;
  std::uint32_t first = 0;  ///< bytes of the matching words in Notice::text
  std::uint32_t last = 0;
  std::uint32_t code = none;
  bool turns = false;       ///< stands behind "but", "however": what went before does not settle it
  std::uint32_t order = 0;  ///< among the reasons that one code names
  bool named = false;       ///< by a code of a table that the notice names
  Evidence evidence;
};

/// What the patterns say, unit by unit, specific matches instead of general ones.
struct PatternReading {
  std::vector<Candidate> candidates;
  std::uint32_t benign = none;    ///< the first kind of notice that is no rejection
  std::uint32_t settled = none;   ///< the first of those kinds that says that the order is well
  std::uint32_t document = none;  ///< the first of those that is another kind of paper
  std::uint32_t general = none;   ///< the first of those that speaks of no order in particular
  std::uint32_t settled_at = 0;   ///< the last clause that says so …
  std::set<std::uint32_t> settled_clauses;  ///< … and all of them
  std::uint32_t general_at = 0;             ///< the clause that says so
  bool general_title = false;               ///< the notice begins with that
  bool done = false;                        ///< the order is well for good
  bool rejection = false;     ///< somewhere a request is said to have been turned down …
  bool refused = false;       ///< … and that is stated, not supposed or told of the past …
  bool refused_last = false;  ///< … and nothing behind it says that the order is well
  std::size_t foreign = 0;    ///< units about something else than telephone numbers …
  std::size_t porting = 0;    ///< … and those about moving them
};

PatternReading read_patterns(const Notice& notice, const std::vector<ClauseScan>& units,
                             const TableView& table);

/// What the codes say; text beside a code may choose among its reasons. Conflicts are named.
std::vector<Candidate> read_codes(const Notice& notice, const std::vector<ClauseScan>& units,
                                  const CodeHits& codes, const TableView& table,
                                  const std::vector<Candidate>& by_text, Findings& findings);

}  // namespace portfix
