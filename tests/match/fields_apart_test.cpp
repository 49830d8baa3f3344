#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

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

TEST_CASE("a field whose value is nothing tells of nothing") {
  CHECK(
      reasons_of("The port was rejected.\nReason: PIN wrong\nPast due: 0.00\nPIC freeze: none\n") ==
      Reasons{"pin-mismatch"});
}

TEST_CASE("the number of a company is no code") {
  CHECK(reasons_of("LSR REJECT\nCC: 7421\nREMARK: PIN INVALID\n") == Reasons{"pin-mismatch"});
}

TEST_CASE("a label whose field says no is no code") {
  CHECK(reasons_of("<r><pendingOrder>N</pendingOrder><freeze>NONE</freeze></r>").empty());
}

TEST_CASE("boxes that are not ticked say nothing") {
  const std::string list =
      "Your request for 207-555-0153 was rejected for:\n [ ] Invalid BTN\n [X] End user name does "
      "not match CSR\n [ ] Pending order\n";
  CHECK(reasons_of(list) == Reasons{"name-mismatch"});
  CHECK(reasons_of("LSR REJECTED\n[ X ]  PASSCODE IS INCORRECT\n[   ]  ADDRESS DOES NOT MATCH\n"
                   "[___]  NAME DOES NOT MATCH\n") == Reasons{"pin-mismatch"});
  CHECK(reasons_of("<p>The port of 207-555-0153 was rejected:</p>"
                   "<div><input type=checkbox> Invalid BTN</div>"
                   "<div><input type=checkbox checked> End user name does not match CSR</div>") ==
        Reasons{"name-mismatch"});
}

TEST_CASE("small numbers are codes only where codes stand") {
  const std::string order = R"({"losingProvider": "BT", "rejectCode": "25", )"
                            R"("rejectReason": "Single Line Order but porting telephone number )"
                            R"(is Multi Line")";
  CHECK(reasons_of(order + "}") == Reasons{"wrong-port-type"});
  CHECK(reasons_of(order + R"(, "attempt": 1, "losingCupId": "001"})") ==
        Reasons{"wrong-port-type"});
  CHECK(reasons_of(order + R"(, "sentAt": "2026-08-12T14:01:33+10:00"})") ==
        Reasons{"wrong-port-type"});
  CHECK(reasons_of(R"({"losingProvider": "BT", "status": "pending", "rejectCode": null, )"
                   R"("possibleRejectCodes": ["01", "06", "25"]})")
            .empty());
}

TEST_CASE("a code stands behind a dash, too, where its label follows") {
  CHECK(reasons_of("Bandwidth results:\n203-555-0110 - accepted, FOC 12/02\n"
                   "203-555-0112 - rejected - E25 DSL services\n") == Reasons{"special-features"});
}

TEST_CASE("names and addresses of customers are not what the notice says") {
  CHECK(reasons_of(R"({"status": "rejected", "company_name": "Aldine Lock & Key", )"
                   R"("reason": "PIN invalid"})") == Reasons{"pin-mismatch"});
  CHECK(reasons_of(R"({"service_address": "12 Freeze Rd"})").empty());
  CHECK(reasons_of(R"({"entity_name": "does not match"})") == Reasons{"name-mismatch"});
}

TEST_CASE("the name of a field is not the subject where its value has one") {
  CHECK(
      reasons_of(R"({"failure-detail": "Postcode supplied is not the one held for this line."})") ==
      Reasons{"postal-code-mismatch"});
}

}  // namespace
}  // namespace portfix
