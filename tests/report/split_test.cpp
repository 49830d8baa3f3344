#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix {
namespace {

using Numbers = std::vector<std::string>;

Report report_on(std::string_view text) {
  return diagnose(SourceText::from_bytes("test", text), RuleTable::builtin());
}

TEST_CASE("numbers without a fault can go on, and the others are corrected in the same order") {
  const Report report = report_on(
      "number,status,reason\n415-555-0123,rejected,PIN mismatch\n415-555-0124,FOC received,\n");
  REQUIRE(report.split.has_value());
  CHECK(report.split->go_on == Numbers{"+14155550124"});
  CHECK(report.split->correct == Numbers{"+14155550123"});
  CHECK(report.split->cannot_move.empty());
  CHECK_FALSE(report.split->needed);
  CHECK(report.split->advice ==
        Numbers{"+14155550124: can go on; the notice has nothing against that.",
                "+14155550123: can go on in this order once what is wrong is settled.",
                "The order need not be split to correct it. If the numbers without a fault should "
                "not wait for the others, ask the porting desk to move them ahead in an order of "
                "their own."});
}

TEST_CASE("a number that cannot move must come off the order") {
  const Report report = report_on(
      "number,status,reason\n415-555-0123,rejected,PIN mismatch\n"
      "415-555-0124,rejected,number is not portable\n415-555-0125,FOC received,\n");
  REQUIRE(report.split.has_value());
  CHECK(report.split->go_on == Numbers{"+14155550125"});
  CHECK(report.split->correct == Numbers{"+14155550123"});
  CHECK(report.split->cannot_move == Numbers{"+14155550124"});
  CHECK(report.split->needed);
  CHECK(report.split->advice.back() ==
        "The order has to be split: these numbers cannot go on as one order.");
}

TEST_CASE("faults of different numbers are corrected together") {
  const Report report =
      report_on("415-555-0123 - PIN mismatch\n415-555-0124 - account number mismatch\n");
  REQUIRE(report.split.has_value());
  CHECK(report.split->go_on.empty());
  CHECK(report.split->correct == Numbers{"+14155550123", "+14155550124"});
  CHECK_FALSE(report.split->needed);
  CHECK(report.split->advice.back() ==
        "The order need not be split: correct all of it and send it in once.");
}

TEST_CASE("numbers that share one fate need no such advice") {
  CHECK_FALSE(report_on("The port of 415-555-0123 was rejected: PIN mismatch.").split);
  CHECK_FALSE(report_on("Rejected: PIN mismatch.\n\n415-555-0123\n415-555-0124\n").split);
  CHECK_FALSE(report_on("The order was rejected: PIN mismatch.").split);
  CHECK_FALSE(report_on("415-555-0123 completed\n415-555-0124 completed\n").split);
}

}  // namespace
}  // namespace portfix
