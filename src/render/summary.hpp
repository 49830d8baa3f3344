#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/render.hpp"
#include "portfix/report.hpp"

namespace portfix {

/// What a batch came to. Keeps counts only, one for each thing that the rules name, so that its
/// size does not grow with the batch.
class Summary {
 public:
  /// How often something was met.
  struct Count {
    std::string id;           ///< as in a report; "" = the notices do not tell
    std::string title;        ///< for people
    std::uint64_t count = 0;  ///< diagnosed notices; of a reason: whose diagnosis it is
    std::uint64_t also = 0;   ///< reasons: diagnosed notices that give it beside another
  };

  void add(const Report& report);

  /// Everything that was added.
  [[nodiscard]] std::uint64_t notices() const { return notices_; }
  /// Lines of a batch that hold no notice; they have no outcome.
  [[nodiscard]] std::uint64_t not_read() const { return not_read_; }
  [[nodiscard]] std::uint64_t count_of(Outcome outcome) const;

  // Most frequent first, then by id; last what the notices do not tell.
  [[nodiscard]] std::vector<Count> reasons() const { return sorted(reasons_); }
  [[nodiscard]] std::vector<Count> owners() const { return sorted(owners_); }
  [[nodiscard]] std::vector<Count> carriers() const { return sorted(carriers_); }
  [[nodiscard]] std::vector<Count> providers() const { return sorted(providers_); }

 private:
  using Counts = std::map<std::string, Count, std::less<>>;

  static Count& at(Counts& counts, const std::string& id, std::string_view title);
  static std::vector<Count> sorted(const Counts& counts);

  std::uint64_t notices_ = 0;
  std::uint64_t not_read_ = 0;
  std::map<Outcome, std::uint64_t> outcomes_;
  Counts reasons_;
  Counts owners_;
  Counts carriers_;
  Counts providers_;
};

/// A part of a summary, in the order in which all forms show them.
struct SummaryList {
  std::string_view key;      ///< "reasons", as JSON names it
  std::string_view heading;  ///< "Whose move", for people
  std::vector<Summary::Count> counts;
};
std::vector<SummaryList> lists_of(const Summary& summary);

/// A row of outcomes, in the order in which all forms show them.
struct SummaryOutcome {
  std::string_view id;
  std::string_view title;
  std::uint64_t count = 0;
};
std::vector<SummaryOutcome> outcomes_of(const Summary& summary);

/// Tables with bars for a terminal; the longest lists are cut. `blocks`: the terminal can show
/// block characters; else bars are of '#'.
std::string summary_text(const Summary& summary, const RenderOptions& options, bool blocks);

/// One JSON document (portfix-summary/1), on one line unless `pretty`.
std::string summary_json(const Summary& summary, const ToolInfo& tool, bool pretty);

/// One HTML page with charts, which needs no other file, no script and no network.
std::string summary_html(const Summary& summary, const ToolInfo& tool);

}  // namespace portfix
