#pragma once

#include <vector>

#include "match/context.hpp"
#include "match/numbers.hpp"
#include "match/weigh.hpp"

namespace portfix {

/// Decides what a notice is as a whole, before the reasons that it mentions are believed.
class StandingReader {
 public:
  StandingReader(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
                 const Context& context, const NumberIndex& numbers, const PatternReading& text);

  [[nodiscard]] Standing standing_of(const std::vector<Candidate>& all) const;

  /// The kind of notice that people are told: the first that says as much as the standing.
  [[nodiscard]] std::uint32_t kind_of(Standing standing) const;

  /// Divides what is worth reporting from the rest. A reason of last resort counts only alone.
  /// Where the words are about something else, only codes of tables that the notice names are left.
  void divide(std::vector<Candidate> all, Standing standing, std::vector<Candidate>& strong,
              std::vector<Candidate>& weak) const;

  /// What the fields that tell the status of the order or of its numbers say: fine if all do that
  /// say anything.
  [[nodiscard]] Verdict status() const { return status_; }

 private:
  void read_status_fields(const std::vector<ClauseScan>& units, const Context& context);
  [[nodiscard]] bool is_foreign(const std::vector<Candidate>& all) const;
  [[nodiscard]] bool silences(Standing standing, const Candidate& candidate) const;
  [[nodiscard]] bool one_number() const { return numbers_.all().size() <= 1; }

  const Notice& notice_;
  const TableView& table_;
  const NumberIndex& numbers_;
  const PatternReading& text_;
  bool names_order_ = false;
  Verdict status_ = Verdict::nothing;
  bool order_is_well_ = false;  ///< its own status field says so, and none says otherwise
};

}  // namespace portfix
