#include "report/plan.hpp"

#include <algorithm>
#include <map>

#include "report/phrases.hpp"
#include "rules/enums.hpp"

namespace portfix {
namespace {

Stage stage_of(const ReportFinding& finding) {
  return from_name<Stage>(finding.stage).value_or(Stage::data);
}

/// Whether `later` cannot be finished before `earlier` is. A PIN cannot be made while a lock is on,
/// and expires while a pending order is worked off; an LOA repeats the data of the account.
bool blocks(Stage earlier, Stage later) {
  switch (later) {
    case Stage::decision:
    case Stage::account:
    case Stage::lock:
    case Stage::identity:
      return earlier == Stage::decision && later != Stage::decision;
    case Stage::data:
    case Stage::order:
      return earlier == Stage::decision || earlier == Stage::identity;
    case Stage::pin:
      return earlier == Stage::decision || earlier == Stage::account || earlier == Stage::lock ||
             earlier == Stage::identity;
    case Stage::documents:
      return earlier == Stage::decision || earlier == Stage::identity || earlier == Stage::data;
  }
  return false;
}

bool share_numbers(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return a.empty() || b.empty() || std::any_of(a.begin(), a.end(), [&](const std::string& number) {
           return std::find(b.begin(), b.end(), number) != b.end();
         });
}

void add_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const std::string& item : more) {
    if (std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
  }
}

using Selection = std::vector<const ReportFinding*>;

/// The findings of each way that numbers go: numbers with the same findings go together.
std::vector<std::pair<std::vector<std::string>, Selection>> ways(const Report& report) {
  std::vector<std::string> numbers = report.numbers;
  for (const ReportFinding& finding : report.findings) add_new(numbers, finding.numbers);
  std::vector<std::pair<std::vector<std::string>, Selection>> out;
  if (numbers.empty()) numbers.emplace_back();  // one way for numbers that are not known
  for (const std::string& number : numbers) {
    Selection group;
    for (const ReportFinding& finding : report.findings) {
      const auto& own = finding.numbers;
      if (own.empty() || std::find(own.begin(), own.end(), number) != own.end()) {
        group.push_back(&finding);
      }
    }
    if (group.empty()) continue;
    const auto same =
        std::find_if(out.begin(), out.end(), [&](const auto& way) { return way.second == group; });
    if (same == out.end()) {
      out.emplace_back(std::vector<std::string>{number}, std::move(group));
    } else {
      same->first.push_back(number);
    }
  }
  if (out.size() == 1) out.front().first.clear();  // all of the order
  return out;
}

/// The plan of the finding that decides the policy, with what all of them change.
ReportResubmit merged(const Selection& group) {
  const std::string policy = merged_policy(group);
  const auto decides = std::find_if(group.begin(), group.end(), [&](const ReportFinding* finding) {
    return finding->resubmit.policy == policy;
  });
  ReportResubmit out = (*decides)->resubmit;
  for (const ReportFinding* finding : group) {
    const ReportResubmit& other = finding->resubmit;
    add_new(out.change, other.change);
    add_new(out.documents, other.documents);
    if (other.earliest > out.earliest) out.earliest = other.earliest;
    if (!other.latest.empty() && (out.latest.empty() || other.latest < out.latest)) {
      out.latest = other.latest;
      out.answer_by = other.answer_by;
    }
  }
  return out;
}

/// Numbers that are corrected in the same order go back in with it at one time.
bool go_together(const Report& report,
                 const std::vector<std::pair<std::vector<std::string>, Selection>>& list) {
  return report.split && !report.split->needed &&
         std::all_of(list.begin(), list.end(), [](const auto& way) {
           const ReportResubmit all = merged(way.second);
           return all.policy == name_of(Policy::supplement) && all.order == "same";
         });
}

}  // namespace

std::string merged_policy(const std::vector<const ReportFinding*>& findings) {
  for (const Policy policy : {Policy::do_not_resubmit, Policy::new_order, Policy::supplement,
                              Policy::wait_then_retry, Policy::dispute}) {
    const bool found = std::any_of(
        findings.begin(), findings.end(),
        [&](const ReportFinding* finding) { return finding->resubmit.policy == name_of(policy); });
    if (found) return std::string(name_of(policy));
  }
  return std::string(name_of(Policy::none_we_hold));
}

std::vector<ReportPlanStep> make_plan(const Report& report) {
  Selection order;
  for (const ReportFinding& finding : report.findings) order.push_back(&finding);
  std::stable_sort(order.begin(), order.end(), [](const ReportFinding* a, const ReportFinding* b) {
    return stage_of(*a) < stage_of(*b);
  });
  std::vector<ReportPlanStep> plan;
  for (const ReportFinding* finding : order) {
    const std::string text = task_of(*finding, report.provider_name) + '.';
    // All numbers of the order go without saying.
    const bool all = finding->numbers.size() == report.numbers.size();
    const std::vector<std::string> numbers = all ? std::vector<std::string>{} : finding->numbers;
    const auto same = std::find_if(plan.begin(), plan.end(), [&](const ReportPlanStep& step) {
      return step.text == text && step.numbers == numbers;
    });
    if (same != plan.end()) {
      same->reasons.push_back(finding->reason);
      continue;
    }
    ReportPlanStep step;
    step.stage = finding->stage;
    step.owner = finding->owner;
    step.text = text;
    step.reasons = {finding->reason};
    step.numbers = numbers;
    for (std::size_t i = 0; i < plan.size(); ++i) {
      const Stage earlier = from_name<Stage>(plan[i].stage).value_or(Stage::data);
      if (blocks(earlier, stage_of(*finding)) && share_numbers(plan[i].numbers, step.numbers)) {
        step.after.push_back(i + 1);
      }
    }
    plan.push_back(std::move(step));
  }
  const std::size_t settled = plan.size();
  auto list = ways(report);
  if (list.size() > 1 && go_together(report, list)) {
    std::vector<std::string> numbers = report.split->correct;
    if (report.split->go_on.empty()) numbers.clear();  // all of the order
    list = {{std::move(numbers), order}};
  }
  for (auto& [numbers, group] : list) {
    ReportPlanStep step;
    step.stage = "resubmit";
    step.resubmit = merged(group);
    step.owner = step.resubmit.policy == "none_we_hold" ? "provider" : "porting_desk";
    step.text = capital(last_step(step.resubmit)) + '.';
    step.numbers = std::move(numbers);
    for (const ReportFinding* finding : group) step.reasons.push_back(finding->reason);
    for (std::size_t i = 0; i < settled; ++i) {
      if (share_numbers(plan[i].numbers, step.numbers)) step.after.push_back(i + 1);
    }
    plan.push_back(std::move(step));
  }
  return plan;
}

}  // namespace portfix
