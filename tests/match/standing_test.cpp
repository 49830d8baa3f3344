// What a notice is as a whole, which decides whether the reasons that it mentions are believed.

#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

TEST_CASE("the status field of the order outweighs its history") {
  const std::string history =
      "\n\nBTN  215-555-0144\n\nNumbers\n 215-555-0144\n 215-555-0145\n\nHistory\n"
      " 01/15/26 14:40  EXCEPTION  7429: End User name mismatch (E10)\n";
  CHECK(report_on("Order status: COMPLETE" + history).outcome == Outcome::not_a_rejection);
  CHECK(reasons_of("Order status: EXCEPTION" + history) == Reasons{"name-mismatch"});
  CHECK(report_on(R"({"order": {"status": {"value": "foc-date-confirmed"}, "comments": [)"
                  R"({"body": "Exception: ENTITY_NAME_MISMATCH."}]}})")
            .outcome == Outcome::not_a_rejection);
}

TEST_CASE("a second refusal that tells of the first one gives its own reason") {
  CHECK(reasons_of("The PIN problem is cleared. Unfortunately the supplement we sent yesterday was "
                   "kicked back again: ZIP code does not match account") ==
        Reasons{"postal-code-mismatch"});
  CHECK(reasons_of("The first rejection (wrong PIN) is fixed, now they say the account number is "
                   "wrong.") == Reasons{"account-number-mismatch"});
  CHECK(reasons_of("The PIN was fixed and now the account number is wrong.") ==
        Reasons{"account-number-mismatch"});
  CHECK(reasons_of("The number is now inactive.") == Reasons{"number-inactive"});
}

TEST_CASE("the status of one number does not speak for the others") {
  CHECK(reasons_of("Number | Status | Reason\n415-555-0123 | Completed |\n"
                   "415-555-0124 | Rejected | PIN invalid\n") == Reasons{"pin-mismatch"});
}

TEST_CASE("a record or form gives no reasons, unless a refusal is stated") {
  const std::string record =
      "CUSTOMER SERVICE RECORD  PRINTED 03-02-2026\nBTN 541-555-0188\nUSOC 1FB\n"
      "PIC FREEZE - NO    PAST DUE: 0.00\n";
  CHECK(report_on(record).outcome == Outcome::not_a_rejection);
  CHECK(reasons_of(record + "\nThe port was rejected: the PIN is wrong.\n") ==
        Reasons{"pin-mismatch"});
}

TEST_CASE("a word of another trade in passing does not hide a reason") {
  CHECK(
      reasons_of("The port of 415-555-0123 was rejected: the PIN is wrong.\nPlease pay the bill by "
                 "online banking.") == Reasons{"pin-mismatch"});
}

TEST_CASE("what may cause a refusal is no refusal") {
  CHECK(report_on("Your port of 415-555-0123 is confirmed for 10 December. An open order on the "
                  "account may cause the carrier to reject the port on that day.")
            .outcome == Outcome::not_a_rejection);
  CHECK(report_on("Requests for 415-555-0123 are often refused because the PIN is wrong. Please "
                  "check yours before we send the order. The date we ask for is 10 December.")
            .outcome != Outcome::diagnosed);
}

TEST_CASE("what waits for a correction is not corrected") {
  CHECK(reasons_of("THE FOLLOWING CAME BACK FROM THE LOSING CARRIER:\n\n"
                   "4805550171 - TN NOT ACTIVE / DISCONNECTED\n4805550173 - NO ERRORS\n\n"
                   "ORDER IS ON HOLD UNTIL A CORRECTED REQUEST IS RECEIVED.\n") ==
        Reasons{"number-inactive"});
}

TEST_CASE("what a letter says around the refusal gives no reasons") {
  CHECK(
      reasons_of("Subject: Port request 88213-A for Lakeside Dental Group\n\nThe carrier has "
                 "returned the request for 503-555-0142: account number does not match. The order "
                 "is on hold at our side. It can be corrected within 30 days; after that it is "
                 "closed.\n") == Reasons{"account-number-mismatch"});
}

TEST_CASE("fields that tell what was rejected before are history") {
  CHECK(report_on(R"({"status": "foc", "previousRejections": [{"reason": "Address mismatch"}]})")
            .outcome == Outcome::not_a_rejection);
  CHECK(reasons_of(
            R"({"status": "rejected", "reason": "Wrong PIN", "previous_reason": "Wrong name"})") ==
        Reasons{"pin-mismatch"});
  CHECK(reasons_of("<Order><Status>Rejected</Status><PriorReason>Name mismatch</PriorReason>"
                   "<Reason>Address mismatch</Reason></Order>") == Reasons{"address-mismatch"});
}

TEST_CASE("a thread whose newest part brings good news is no rejection") {
  const std::string below =
      "\n\nFrom: Port desk\nSent: Monday, November 9, 2026\nTo: Sam\nSubject: N-55\n\n"
      "Sam, Vonage rejected the order because the account number is wrong.\n";
  CHECK(reasons_of("Hello Sam,\n\nAll set! Vonage gave us Friday for order N-55." + below).empty());
  CHECK(reasons_of("Hello Sam,\n\nVonage confirmed Friday for order N-55." + below).empty());
  CHECK(reasons_of("Hello Sam,\n\nsee below please." + below) ==
        Reasons{"account-number-mismatch"});
}

TEST_CASE("waiting for the carrier is a reason although there is nothing to do") {
  CHECK(reasons_of("Order 20118-P: Verizon has not replied to the LSR. No action is needed from "
                   "you.") == Reasons{"carrier-unresponsive"});
  CHECK(reasons_of("Order 20118-P: Verizon noted another address. No action is needed.").empty());
}

TEST_CASE("courtesies behind a refusal do not settle it") {
  const std::string refusal = "The port of 410-555-0181 was rejected: the PIN is wrong. ";
  for (const char* rest :
       {"The account must be in good standing.", "The account is in good standing.",
        "We kept the date as you asked.", "Your number stays active until the port is done.",
        "Your request was submitted on 11/2 and accepted by our system.",
        "The previous FOC of 11/24 is no longer valid."}) {
    CHECK(reasons_of(refusal + rest) == Reasons{"pin-mismatch"});
  }
}

TEST_CASE("what the carrier confirms may be a reason") {
  CHECK(reasons_of("Verizon confirmed that the account number is wrong.") ==
        Reasons{"account-number-mismatch"});
  CHECK(reasons_of("Your order was completed with errors: 415-555-0101 was not ported because the "
                   "number is disconnected.") == Reasons{"number-inactive"});
  CHECK(reasons_of("Order accepted, but Verizon rejected it: the PIN is wrong.") ==
        Reasons{"pin-mismatch"});
}

TEST_CASE("codes told of the past are history") {
  CHECK(reasons_of("Port 88213 of 415-555-0123 was rejected again.\n\nThe first request went back "
                   "with 8A, and the account number was put right then.\n\nThis time it is 6B: the "
                   "transfer PIN has expired.\n") == Reasons{"transfer-pin-invalid"});
}

}  // namespace
}  // namespace portfix
