#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "portfix/report.hpp"

namespace portfix::test {
namespace {

std::string first_fingerprint(const std::string& text) {
  const Report report = diagnose(SourceText::from_bytes("<test>", text), RuleTable::builtin());
  REQUIRE_FALSE(report.findings.empty());
  return report.findings.front().fingerprint;
}

}  // namespace

// Each of these was computed by another program from the definition in the header.
TEST_CASE("a fingerprint is the hash that the header defines") {
  CHECK(fingerprint("pin-missing", "po-12a", {"+14155550100", "+14155550123"}) ==
        "a16476ee2157ceda");
  CHECK(fingerprint("pin-missing", "", {}) == "f28cf4e9b1686f09");
}

TEST_CASE("order of numbers and letter case of the order id do not count") {
  const std::string expected = fingerprint("pin-missing", "po-12a", {"+1415", "+1416"});
  CHECK(fingerprint("pin-missing", "PO-12A", {"+1416", "+1415", "+1416"}) == expected);
  CHECK(fingerprint("pin-mismatch", "po-12a", {"+1415", "+1416"}) != expected);
  CHECK(fingerprint("pin-missing", "po-12b", {"+1415", "+1416"}) != expected);
  CHECK(fingerprint("pin-missing", "po-12a", {"+1415"}) != expected);
  CHECK(fingerprint("pin-missing", "po-12a", {"+1415,+1416"}) == expected);
}

TEST_CASE("the same rejection has the same fingerprint in other words and another shape") {
  const std::string mail = first_fingerprint(
      "Hello, the port of 415-555-0123 was rejected by the losing carrier: invalid account PIN.");
  CHECK(mail == fingerprint("pin-mismatch", "", {"+14155550123"}));
  CHECK(first_fingerprint("The PIN for (415) 555-0123 does not match. Date: 2026-11-02.") == mail);
  CHECK(first_fingerprint("The PIN for (415) 555-0124 does not match.") != mail);
}

TEST_CASE("neither shape, date, line breaks nor the order of numbers changes a fingerprint") {
  const std::string text = first_fingerprint(
      "Order: 7781234\nNumbers: (212) 555-0123, (212) 555-0124\n"
      "Rejected: account number mismatch\n");
  CHECK(first_fingerprint("From: ports@example.com\nTo: desk@example.com\n"
                          "Subject: Port rejected order 7781234\n"
                          "Date: Mon, 2 Nov 2026 10:00:00 +0000\n"
                          "Content-Type: text/plain\n\nOrder: 7781234\n"
                          "Numbers: +12125550124 and\n +12125550123\n"
                          "Rejected: account\n number mismatch\n") == text);
  CHECK(first_fingerprint(R"({"order_id":"7781234","date":"2026-10-01","status":"rejected",
      "phone_numbers":["+12125550124","+12125550123"],"reason":"account number mismatch"})") ==
        text);
  CHECK(first_fingerprint("Order: 7781234\nDate: 2026-08-01\n"
                          "Numbers: 212.555.0124, 212-555-0123\n"
                          "Rejected:\naccount number\nmismatch\n") == text);
  CHECK(first_fingerprint("Order: 7781234\nNumbers: (212) 555-0123, (212) 555-0125\n"
                          "Rejected: account number mismatch\n") != text);
}

}  // namespace portfix::test
