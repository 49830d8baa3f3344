#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

Report report_on(std::string_view text) {
  return diagnose(SourceText::from_bytes("test", text), RuleTable::builtin());
}

Reasons reasons_of(std::string_view text) {
  Reasons reasons;
  for (const ReportFinding& finding : report_on(text).findings) reasons.push_back(finding.reason);
  return reasons;
}

TEST_CASE("the label of a reason is not what does not match") {
  CHECK(reasons_of("Details: PIN does not match") == Reasons{"pin-mismatch"});
  CHECK(reasons_of("number,result,details\n415-555-0123,failed,PIN does not match\n"
                   "415-555-0124,failed,\"account number\ndoes not match\"\n") ==
        Reasons{"pin-mismatch", "account-number-mismatch"});
  CHECK(reasons_of(R"({"details": "PIN does not match", "number": "+14155550123"})") ==
        Reasons{"pin-mismatch"});
}

TEST_CASE("the naming of the order is not what is wrong") {
  CHECK(reasons_of("REJECT 404-555-0161 PON ZZ-20771 - PASSCODE REQUIRED") ==
        Reasons{"pin-missing"});
  CHECK(reasons_of("PON LU-771 for 681-555-0135 was returned by the carrier: the service address "
                   "does not match.") == Reasons{"address-mismatch"});
  CHECK(reasons_of("The PON is invalid, the port of 681-555-0135 was rejected.") ==
        Reasons{"order-data-invalid"});
}

TEST_CASE("digits of telephone numbers and dates are no codes") {
  CHECK(reasons_of("Openreach rejects the port.\nReason: the postcode is wrong\nNumber: (01) 632 "
                   "960 110\nDate: 2026-02-01\n") == Reasons{"postal-code-mismatch"});
}

TEST_CASE("a list of what an order needs is no reason") {
  CHECK(reasons_of(R"({"status": "declined", "declinedCode": "portingPhoneNumberPortProtected",)"
                   R"( "required": ["accountNumber", "accountPin"]})") ==
        Reasons{"port-protection"});
}

TEST_CASE("null, true and none are no words of a rejection") {
  CHECK(report_on(R"({"pin": null, "accountNumber": "none", "status": "pending"})").outcome !=
        Outcome::diagnosed);
  CHECK(report_on("<order><pin>false</pin><address>null</address></order>").outcome !=
        Outcome::diagnosed);
}

TEST_CASE("a status that is fine everywhere is no rejection") {
  CHECK(report_on("Number | Status\n415-555-0123 | Completed\n415-555-0124 | FOC received\n")
            .outcome == Outcome::not_a_rejection);
  CHECK(report_on("Number | Status\n415-555-0123 | Completed\n415-555-0124 | Rejected\n").outcome !=
        Outcome::not_a_rejection);
}

}  // namespace
}  // namespace portfix
