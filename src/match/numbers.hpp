#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/scan.hpp"
#include "portfix/notice.hpp"

namespace portfix {

/// What the text of a clause, its label left aside, says of a number or an order.
enum class Verdict : std::uint8_t { nothing, fine, rejected };

Verdict verdict_of(const Clause& clause, const ClauseScan& unit);

/// The telephone numbers of a notice, each once, and who stands with them.
class NumberIndex {
 public:
  explicit NumberIndex(const Notice& notice);

  /// Each number once, in order of first appearance.
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

  /// Finds the rows and objects that say that their number is fine ("Completed", "FOC"), where
  /// others do not. What they tell besides is history, and a finding about the whole order does not
  /// concern their numbers.
  void find_fine(const std::vector<ClauseScan>& units);

  /// True if what stands in that group is not about one of several numbers.
  [[nodiscard]] bool speaks_for_all(std::uint32_t group) const;

  /// True if the clause belongs to a row that is fine.
  [[nodiscard]] bool in_fine_row(std::uint32_t clause) const;

  /// Where the numbers stand that a clause speaks of: the clause itself, if it is a sentence that
  /// names some, or the nearest group around it that has numbers, inside it or below.
  [[nodiscard]] std::uint32_t place_of(std::uint32_t clause) const;

  /// The numbers that a reason concerns which is given in these places. Of two places of which one
  /// is inside the other, the inner one counts.
  [[nodiscard]] std::vector<std::string> of(const std::set<std::uint32_t>& places) const;

 private:
  [[nodiscard]] bool has_own(std::uint32_t group) const { return own_.contains(group); }
  using Numbers = std::vector<std::uint32_t>;  // indices of all_

  /// Behind the groups come the clauses, so that both can be places.
  [[nodiscard]] std::uint32_t place_of_sentence(std::uint32_t clause) const;
  [[nodiscard]] const Numbers* inside(std::uint32_t place) const;
  [[nodiscard]] bool is_group(std::uint32_t place) const { return place < notice_.groups.size(); }
  void find_fine_sentences(const std::vector<ClauseScan>& units);

  const Notice& notice_;
  std::vector<std::string> all_;
  std::unordered_map<std::uint32_t, Numbers> own_;     // by group
  std::unordered_map<std::uint32_t, Numbers> inside_;  // by place, with those of groups below
  std::set<std::uint32_t> fine_rows_;
  std::set<std::uint32_t> fine_numbers_;
  std::set<std::uint32_t> fine_in_words_;  // as sentences tell
};

}  // namespace portfix
