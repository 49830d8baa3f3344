// Which numbers a finding concerns.

#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

using Numbers = std::vector<std::string>;
using ByReason = std::map<std::string, Numbers>;

ByReason findings_of(std::string_view text) {
  ByReason out;
  for (const ReportFinding& finding : report_on(text).findings) {
    out[finding.reason] = finding.numbers;
  }
  return out;
}

TEST_CASE("a row's reason concerns its own number") {
  const ByReason wanted = {{"pin-mismatch", {"+14155550123"}},
                           {"account-number-mismatch", {"+14155550124"}}};
  const std::vector<std::string> notices = {
      "number,status,reason\n415-555-0123,rejected,PIN mismatch\n"
      "415-555-0124,rejected,account number mismatch\n",
      "415-555-0123 - rejected - PIN mismatch\n415-555-0124 - rejected - account number mismatch\n",
      R"({"numbers": [{"number": "+14155550123", "reason": "PIN mismatch"},)"
      R"( {"number": "+14155550124", "reason": "account number mismatch"}]})",
      R"({"numbers": {"+14155550123": {"reason": "PIN mismatch"},)"
      R"( "+14155550124": {"reason": "account number mismatch"}}})",
      "<r><tn><n>+14155550123</n><reason>PIN mismatch</reason></tn>"
      "<tn><n>+14155550124</n><reason>account number mismatch</reason></tn></r>",
      "<table><tr><th>Number<th>Reason<tr><td>415-555-0123<td>PIN mismatch"
      "<tr><td>415-555-0124<td>account number mismatch</table>",
      "The port of 415-555-0123 was rejected because of a PIN mismatch.\n\n"
      "The port of 415-555-0124 was rejected: account number mismatch.\n",
  };
  for (const std::string& notice : notices) {
    INFO(notice);
    CHECK(findings_of(notice) == wanted);
  }
}

TEST_CASE("a line that opens with a number is no end of the item above, which has its own") {
  const std::string rows =
      "917-555-0133: transfer PIN expired\n917-555-0134: number is locked (port out protection)\n"
      "917-555-0135 got FOC for 11/30.\n";
  const ByReason wanted = {{"transfer-pin-invalid", {"+19175550133"}},
                           {"port-protection", {"+19175550134"}}};
  CHECK(findings_of("T-Mobile rejected two of three:\n" + rows) == wanted);
  CHECK(findings_of("Rejected:\n - 917-555-0133: transfer PIN expired; the same for\n"
                    "917-555-0134.\n") ==
        ByReason{{"transfer-pin-invalid", {"+19175550133", "+19175550134"}}});
}

TEST_CASE("a point of a list that names no number is about the whole order") {
  const Numbers all = {"+17045550134", "+17045550135"};
  CHECK(findings_of("Reject reasons:\n - ZIP code does not match\n"
                    " - Pending order on 704-555-0134\n - LOA not signed\n\n"
                    "Numbers: 704-555-0134, 704-555-0135\n") ==
        ByReason{{"postal-code-mismatch", all},
                 {"pending-order", {"+17045550134"}},
                 {"signature-missing", all}});
}

TEST_CASE("points that are further in belong to the number above") {
  CHECK(findings_of("* TN 704-555-0134 was refused:\n  - ZIP code does not match\n"
                    "  - LOA not signed\n* TN 704-555-0135 was refused:\n"
                    "  - PIN is incorrect\n") ==
        ByReason{{"postal-code-mismatch", {"+17045550134"}},
                 {"signature-missing", {"+17045550134"}},
                 {"pin-mismatch", {"+17045550135"}}});
}

TEST_CASE("sentences of one paragraph speak of the numbers they name") {
  CHECK(
      findings_of("415-555-0123 was rejected because of a PIN mismatch. For 415-555-0124 the "
                  "account number does not match. 415-555-0125 and 0126 are set for Friday.") ==
      ByReason{{"pin-mismatch", {"+14155550123"}}, {"account-number-mismatch", {"+14155550124"}}});
  CHECK(findings_of("We got a refusal for 415-555-0123. The account number does not match. "
                    "The other line, 415-555-0124, is set for Friday.") ==
        ByReason{{"account-number-mismatch", {"+14155550123"}}});
}

TEST_CASE("a weak sign counts for its own number, whatever stands beside others") {
  CHECK(
      findings_of("number,status,comment\n415-555-0123,rejected,TN is not on account provided\n"
                  "415-555-0124,rejected,Disconnected 08/2026\n415-555-0125,confirmed,\n") ==
      ByReason{{"number-not-on-account", {"+14155550123"}}, {"number-inactive", {"+14155550124"}}});
}

TEST_CASE("a number with two reasons has both") {
  CHECK(findings_of("number,reason\n415-555-0123,PIN mismatch\n415-555-0123,account number "
                    "mismatch\n415-555-0124,PIN mismatch\n") ==
        ByReason{{"pin-mismatch", {"+14155550123", "+14155550124"}},
                 {"account-number-mismatch", {"+14155550123"}}});
}

TEST_CASE("rows that are fine stay out, and what they tell besides is history") {
  CHECK(findings_of("number,status,remark\n415-555-0123,rejected,PIN mismatch\n"
                    "415-555-0124,FOC received,\n415-555-0125,completed,was: account number "
                    "mismatch\n") == ByReason{{"pin-mismatch", {"+14155550123"}}});
  CHECK(findings_of(R"({"numbers": [{"number": "+14155550123", "status": "rejected",)"
                    R"( "reason": "PIN mismatch"}, {"number": "+14155550124",)"
                    R"( "status": "completed"}]})") ==
        ByReason{{"pin-mismatch", {"+14155550123"}}});
}

TEST_CASE("a reason of the whole order concerns all numbers but the fine ones") {
  CHECK(findings_of("Rejected: the account number does not match.\n\n415-555-0123\n"
                    "415-555-0124\n") ==
        ByReason{{"account-number-mismatch", {"+14155550123", "+14155550124"}}});
  CHECK(findings_of("The account number does not match, so the order was rejected.\n\n"
                    "number,status\n415-555-0123,rejected\n415-555-0124,completed\n") ==
        ByReason{{"account-number-mismatch", {"+14155550123"}}});
}

TEST_CASE("a heading's reason concerns the numbers listed below it") {
  CHECK(findings_of("PIN mismatch:\n- 415-555-0123\n- 415-555-0124\n\n"
                    "Account number mismatch:\n- 415-555-0125\n") ==
        ByReason{{"pin-mismatch", {"+14155550123", "+14155550124"}},
                 {"account-number-mismatch", {"+14155550125"}}});
}

TEST_CASE("a range stands for all its numbers") {
  CHECK(findings_of("number,reason\n415-555-0123 thru 0125,PIN mismatch\n415-555-0130,account "
                    "number mismatch\n") ==
        ByReason{{"pin-mismatch", {"+14155550123", "+14155550124", "+14155550125"}},
                 {"account-number-mismatch", {"+14155550130"}}});
}

TEST_CASE("numbers of hotlines, faxes, tickets and accounts are not the order's") {
  const Report report = report_on(
      "The port of 415-555-0123 was rejected: account number 4155550177 does not match.\n"
      "Ticket 4155550188. Fax: 415-555-0198. Questions? Call 415-555-0199.\n");
  CHECK(report.numbers == Numbers{"+14155550123"});
}

TEST_CASE("national numbers are read where a code table or the law tells the country") {
  struct Row {
    std::string text;
    Numbers numbers;
  };
  const std::vector<Row> rows = {
      {"<r><MSISDN>34655501234</MSISDN><causaEstado>AREC ENUME</causaEstado>"
       "<descripcion>El MSISDN no pertenece al operador donante</descripcion></r>",
       {"+34655501234"}},
      {"Portierung abgelehnt. Rufnummer 030 23125 388. R\xC3\xBC"
       "ckfragen: 0800 5550100",
       {"+493023125388"}},
      {"Port request 0113 496 0017 rejected by Openreach: postcode mismatch.", {"+441134960017"}},
      {"Telstra rejected the port of (03) 9010 1234: account number mismatch.", {"+61390101234"}},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(report_on(row.text).numbers == row.numbers);
  }
}

}  // namespace
}  // namespace portfix
