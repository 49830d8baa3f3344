#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix::test {
namespace {

std::string earliest(std::string_view text, std::string_view country = "US") {
  DiagnoseOptions options;
  options.match.country = country;
  const Report report =
      diagnose(SourceText::from_bytes("<test>", text), RuleTable::builtin(), options);
  REQUIRE_FALSE(report.findings.empty());
  return report.findings.front().resubmit.earliest;
}

}  // namespace

TEST_CASE("the day from which the notice lets a request come again is the earliest") {
  const std::string head = "The port of 212-555-0147 was rejected: ";
  CHECK(earliest(head + "the number is locked until December 14, 2026.") == "2026-12-14");
  CHECK(earliest(head + "port protection is on. Resubmit on or after 12/14/2026.") == "2026-12-14");
  CHECK(earliest(head + "pending order. Do not resubmit before 12/14/2026.") == "2026-12-14");
  CHECK(earliest(head + "number was recently ported. Eligible for porting on 2027-01-04.") ==
        "2027-01-04");
}

TEST_CASE("other days of a notice say nothing of the earliest one") {
  const std::string head = "The port of 212-555-0147 was rejected: ";
  CHECK(earliest(head + "PIN is wrong. Please answer before 12/14/2026.").empty());
  CHECK(earliest(head + "the number was ported on 2026-10-01 and is locked.").empty());
  CHECK(earliest("Rejected on 2026-11-20 for 212-555-0147: PIN does not match.").empty());
}

TEST_CASE("where a country has an interval, a refused due date gets the first day that it allows") {
  // A Friday; Saturday and Sunday do not count.
  const std::string notice = "Rejected on 2026-11-20: the due date is invalid. TN 212-555-0147.";
  CHECK(earliest(notice) == "2026-11-23");
}

}  // namespace portfix::test
