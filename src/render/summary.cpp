#include "render/summary.hpp"

#include <algorithm>

#include "render/vocabulary.hpp"

namespace portfix {

void Summary::add(const Report& report) {
  ++notices_;
  if (!report.error.empty()) {
    ++not_read_;
    return;
  }
  ++outcomes_[report.outcome];
  if (report.outcome != Outcome::diagnosed || report.findings.empty()) return;
  const ReportFinding& diagnosis = report.findings.front();
  for (const ReportFinding& finding : report.findings) {
    Count& reason = at(reasons_, finding.reason, finding.title);
    ++(&finding == &diagnosis ? reason.count : reason.also);
  }
  ++at(owners_, diagnosis.owner, capitalised(owner_in_words(diagnosis.owner))).count;
  ++at(carriers_, report.losing_carrier, report.losing_carrier_name).count;
  const bool named = !report.provider.empty();
  ++at(providers_, report.provider, named ? report.provider_name : std::string()).count;
}

std::uint64_t Summary::count_of(Outcome outcome) const {
  const auto found = outcomes_.find(outcome);
  return found == outcomes_.end() ? 0 : found->second;
}

Summary::Count& Summary::at(Counts& counts, const std::string& id, std::string_view title) {
  Count& count = counts[id];
  if (count.title.empty()) {
    count.id = id;
    count.title = id.empty() ? "Not told" : title.empty() ? std::string_view(id) : title;
  }
  return count;
}

std::vector<Summary::Count> Summary::sorted(const Counts& counts) {
  std::vector<Count> out;
  for (const auto& [id, count] : counts) out.push_back(count);
  std::stable_sort(out.begin(), out.end(), [](const Count& a, const Count& b) {
    if (a.id.empty() != b.id.empty()) return b.id.empty();
    return a.count != b.count ? a.count > b.count : a.also > b.also;
  });
  return out;
}

std::vector<SummaryList> lists_of(const Summary& summary) {
  return {{"reasons", "Reason", summary.reasons()},
          {"owners", "Whose move", summary.owners()},
          {"carriers", "Losing carrier", summary.carriers()},
          {"providers", "Provider", summary.providers()}};
}

std::vector<SummaryOutcome> outcomes_of(const Summary& summary) {
  std::vector<SummaryOutcome> out = {
      {"diagnosed", "Diagnosed", summary.count_of(Outcome::diagnosed)},
      {"unrecognized", "Not recognized", summary.count_of(Outcome::unrecognized)},
      {"not_a_rejection", "Not a rejection", summary.count_of(Outcome::not_a_rejection)}};
  return out;
}

}  // namespace portfix
