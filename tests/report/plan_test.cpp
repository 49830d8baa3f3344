#include "report/plan.hpp"

#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "rules/table.hpp"

namespace portfix::test {
namespace {

ReportFinding finding(const char* reason, const char* stage, const char* policy,
                      std::vector<std::string> numbers = {}) {
  ReportFinding out;
  out.reason = reason;
  out.stage = stage;
  out.task = std::string("Settle ") + reason;
  out.owner = "customer";
  out.numbers = std::move(numbers);
  out.resubmit.policy = policy;
  return out;
}

std::vector<std::string> stages(const std::vector<ReportPlanStep>& plan) {
  std::vector<std::string> out;
  for (const ReportPlanStep& step : plan) out.push_back(step.stage);
  return out;
}

using Steps = std::vector<std::size_t>;

}  // namespace

TEST_CASE("a plan puts first what blocks the rest") {
  Report report;
  report.findings = {finding("transfer-pin-invalid", "pin", "supplement"),
                     finding("loa-invalid", "documents", "supplement"),
                     finding("name-mismatch", "data", "supplement"),
                     finding("port-protection", "lock", "supplement"),
                     finding("pending-order", "account", "wait_then_retry")};
  const auto plan = make_plan(report);
  CHECK(stages(plan) ==
        std::vector<std::string>{"account", "lock", "data", "pin", "documents", "resubmit"});
  CHECK(plan[0].after.empty());
  CHECK(plan[1].after.empty());
  CHECK(plan[3].after == Steps{1, 2});  // the PIN waits for pending order and lock
  CHECK(plan[4].after == Steps{3});     // the LOA repeats the name
  CHECK(plan[5].after == Steps{1, 2, 3, 4, 5});
  CHECK(plan[5].resubmit.policy == "supplement");
}

TEST_CASE("numbers that go different ways get last steps of their own") {
  Report report;
  report.numbers = {"+14155550123", "+14155550124", "+14155550125"};
  report.findings = {
      finding("pin-mismatch", "pin", "supplement", {"+14155550123", "+14155550124"}),
      finding("number-not-portable", "decision", "do_not_resubmit", {"+14155550125"})};
  const auto plan = make_plan(report);
  REQUIRE(stages(plan) == std::vector<std::string>{"decision", "pin", "resubmit", "resubmit"});
  CHECK(plan[1].after.empty());  // the stuck number does not hold up the others
  CHECK(plan[2].resubmit.policy == "supplement");
  CHECK(plan[2].numbers == std::vector<std::string>{"+14155550123", "+14155550124"});
  CHECK(plan[2].after == Steps{2});
  CHECK(plan[3].resubmit.policy == "do_not_resubmit");
  CHECK(plan[3].after == Steps{1});
}

TEST_CASE("numbers that are corrected in one order go back in with it once") {
  const RuleTable rules = RuleTable::builtin();
  const auto report_of = [&](std::string_view text) {
    return diagnose(SourceText::from_bytes("<test>", text), rules);
  };
  const Report two = report_of(
      "tn,reject\n5865550144,account number mismatch\n5865550144,address mismatch\n"
      "5865550145,account number mismatch\n");
  REQUIRE(two.split);
  REQUIRE_FALSE(two.split->needed);
  REQUIRE(stages(two.plan) == std::vector<std::string>{"data", "data", "resubmit"});
  CHECK(two.plan[2].numbers.empty());
  CHECK(two.plan[2].after == Steps{1, 2});
  CHECK(two.next_action.summary ==
        "Ask the customer for the account number and the service address on record; then correct "
        "the order and send it in again.");
}

TEST_CASE("what is asked of the customer in a row is asked in one sentence") {
  const RuleTable rules = RuleTable::builtin();
  const Report report = diagnose(
      SourceText::from_bytes("<test>",
                             "Port rejected: ZIP code does not match, account number does not "
                             "match, signer is not authorized on the account."),
      rules);
  CHECK(report.next_action.summary ==
        "Ask the customer for the ZIP or postal code on record, the account number, and the name "
        "of the authorized person and a new signature; then correct the order and send it in "
        "again.");
}

TEST_CASE("a task can go on in a sentence") {
  const RuleTable rules = RuleTable::builtin();
  for (const ReasonRow& reason : rules.view().reasons()) {
    const std::string task(rules.view().text(reason.task));
    INFO(task);
    if (task.empty()) continue;
    CHECK(std::isalpha(static_cast<unsigned char>(task.back())) != 0);
    CHECK(task.find("file a") == std::string::npos);  // the plan's last step says it
  }
}

TEST_CASE("a plan takes the tightest dates and all that changes") {
  Report report;
  report.findings = {finding("a", "data", "supplement"), finding("b", "data", "new_order")};
  report.findings[0].resubmit.change = {"pin"};
  report.findings[0].resubmit.latest = "2026-12-30";
  report.findings[1].resubmit.change = {"pin", "customer_name"};
  report.findings[1].resubmit.latest = "2026-12-01";
  report.findings[1].resubmit.earliest = "2026-11-25";
  const ReportResubmit last = make_plan(report).back().resubmit;
  CHECK(last.policy == "new_order");
  CHECK(last.change == std::vector<std::string>{"pin", "customer_name"});
  CHECK(last.latest == "2026-12-01");
  CHECK(last.earliest == "2026-11-25");
}

TEST_CASE("deadlines are counted from the dates of the notice") {
  DiagnoseOptions options;
  options.match.provider = "flowroute";
  options.match.country = "US";
  const Report report = diagnose(
      SourceText::from_bytes("<test>",
                             R"({"data": {"attributes": {"status": "rejected", "date": "2026-11-02",
                                 "comments": "account number does not match"}}})"),
      RuleTable::builtin(), options);
  REQUIRE_FALSE(report.findings.empty());
  const bool dated = report.dates.count("notice") > 0;
  const ReportResubmit& resubmit = report.findings.front().resubmit;
  CHECK(resubmit.latest == (dated ? "2026-12-02" : ""));
}

}  // namespace portfix::test
