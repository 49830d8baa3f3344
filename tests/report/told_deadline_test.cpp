#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix::test {
namespace {

std::string latest(std::string_view text) {
  DiagnoseOptions options;
  options.match.country = "GB";  // no general deadline that is counted from the notice
  const Report report =
      diagnose(SourceText::from_bytes("<test>", text), RuleTable::builtin(), options);
  REQUIRE_FALSE(report.findings.empty());
  return report.findings.front().resubmit.latest;
}

const std::string kHead = "The port of +44 20 7946 0958 was rejected on 2026-11-20: ";

}  // namespace

TEST_CASE("the day until which a notice wants the answer is the latest") {
  CHECK(latest(kHead + "the postcode does not match. Please respond by 2026-12-04.") ==
        "2026-12-04");
  CHECK(latest(kHead + "the postcode does not match.\nResponse due: 2026-12-04\n") == "2026-12-04");
  CHECK(latest(kHead + "the postcode does not match. If it is not corrected by 2026-12-04 the "
                       "order will be cancelled.") == "2026-12-04");
  CHECK(latest(kHead + "the postcode does not match. The order will be cancelled on 2026-12-04.") ==
        "2026-12-04");
}

TEST_CASE("days within which a notice wants the answer count from its date") {
  CHECK(latest(kHead + "the postcode does not match. Please respond within 10 days.") ==
        "2026-11-30");
  CHECK(latest(kHead + "the postcode does not match. You have five (5) business days to reply.") ==
        "2026-11-27");
  CHECK(latest(kHead + "the postcode does not match. Please resubmit within thirty days or the "
                       "order is closed.") == "2026-12-20");
  CHECK(latest("The port of +44 20 7946 0958 was rejected: the postcode does not match. Please "
               "respond within 10 days.")
            .empty());
}

TEST_CASE("other days of a notice are no deadline for the answer") {
  CHECK(latest(kHead + "the postcode does not match. We will respond within 5 days.").empty());
  CHECK(latest(kHead + "the postcode does not match. Do not resubmit before 2026-12-04.").empty());
  CHECK(latest(kHead + "the LOA must be dated within 30 days.").empty());
  CHECK(latest(kHead + "the postcode does not match. The port was requested for 2026-12-04.")
            .empty());
  CHECK(latest(kHead + "the postcode does not match. Please respond by 2026-11-04.").empty());
}

}  // namespace portfix::test
