#include "report/split.hpp"

#include <algorithm>

#include "report/phrases.hpp"

namespace portfix {
namespace {

bool contains(const std::vector<std::string>& numbers, const std::string& number) {
  return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

/// Some finding that concerns the number has this property.
template <class Property>
bool any_finding(const Report& report, const std::string& number, Property property) {
  return std::any_of(report.findings.begin(), report.findings.end(),
                     [&](const ReportFinding& finding) {
                       return contains(finding.numbers, number) && property(finding.resubmit);
                     });
}

}  // namespace

std::optional<ReportSplit> plan_split(const Report& report) {
  const auto& findings = report.findings;
  if (report.numbers.size() < 2 || findings.empty()) return std::nullopt;
  const bool known = std::none_of(findings.begin(), findings.end(),
                                  [](const auto& finding) { return finding.numbers.empty(); });
  const bool alike = std::all_of(findings.begin(), findings.end(), [&](const auto& finding) {
    return finding.numbers.size() == report.numbers.size();
  });
  if (!known || alike) return std::nullopt;

  ReportSplit split;
  for (const std::string& number : report.numbers) {
    if (any_finding(report, number,
                    [](const auto& resubmit) { return resubmit.policy == "do_not_resubmit"; })) {
      split.cannot_move.push_back(number);
    } else if (any_finding(report, number,
                           [](const auto& resubmit) { return resubmit.order == "new"; })) {
      split.new_order.push_back(number);
    } else if (any_finding(report, number, [](const auto&) { return true; })) {
      split.correct.push_back(number);
    } else {
      split.go_on.push_back(number);
    }
  }
  const bool others = !split.correct.empty() || !split.go_on.empty();
  split.needed = (!split.cannot_move.empty() && (others || !split.new_order.empty())) ||
                 (!split.new_order.empty() && others);
  split.advice = split_in_words(split);
  return split;
}

}  // namespace portfix
