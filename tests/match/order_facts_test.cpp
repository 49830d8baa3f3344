#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/finding.hpp"
#include "portfix/notice.hpp"

namespace portfix {
namespace {

Findings match(std::string_view text, std::string_view country = {}) {
  ReadOptions read;
  read.country = country;
  MatchOptions options;
  options.country = country;
  return match_notice(read_notice(SourceText::from_bytes("test", text), read), RuleTable::builtin(),
                      options);
}

struct Row {
  std::string text;
  std::string order_id;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(match(row.text).order_id == row.order_id);
  }
}

TEST_CASE("an order's id is found behind the words that announce it") {
  check({
      {"Port order 2026-88213 was rejected: the PIN is wrong.", "2026-88213"},
      {"PORT ORDER: 12-0097\nTN: 870-555-0142\nRESULT: REJECTED", "12-0097"},
      {"Your porting request NPO-30117 has been rejected.", "NPO-30117"},
      {"Order # 6619-ID\nThe number 208-555-0142 has moved to someone else.", "6619-ID"},
      {"LNP request rejected (PON HS_4418-B), wrong account number.", "HS_4418-B"},
      {"Our ref. NPO-30117: the port request was refused.", "NPO-30117"},
      {"Ihr Portierungsauftrag R-40177 wurde abgelehnt.", "R-40177"},
      {"Subject: LNP ticket 2026-31770\n\nThe port request was rejected.", "2026-31770"},
      {"<p>Your porting request <b>PL-30419</b> was rejected.</p>", "PL-30419"},
  });
}

TEST_CASE("the provider's order id comes before the purchase order number") {
  CHECK(match("PON: LNP-17\nPort order: 40-881\nRejected: account number mismatch.").order_id ==
        "40-881");
  CHECK(match("PON LNP-17, order 40-881 to port 415-555-0123: PIN invalid.").order_id == "40-881");
}

TEST_CASE("an order's id is no ticket, account or telephone number, no date and no amount") {
  check({
      {"Port rejected. Ticket 4471882, opened for 415-555-0123.", ""},
      {"Support request 88120-1: the port of 415-555-0123 was rejected.", ""},
      {"Ticket ref 88120-1. The port request was rejected.", ""},
      {"The port request for account 77001234 was rejected: wrong PIN.", ""},
      {"Port request rejected. Account: 77001234.", ""},
      {"The transfer of 415-555-0123 was rejected.", ""},
      {"Port 4155550123 rejected, PIN wrong.", ""},
      {"Port request 447700900155 was rejected.", ""},
      {"Port request 2026-05-13 rejected: account number mismatch.", ""},
      {"Your port order was rejected; order by 05/13/2026 to keep the date.", ""},
      {"Invoice request 5512-1 is unpaid, so the port was rejected.", ""},
      {"Transfer PIN 551203 is wrong, the port request was rejected.", ""},
      {"The port request of 12 numbers was rejected.", ""},
  });
}

TEST_CASE("orders of other texts are not this one's") {
  check({
      {"Connection to port 5061 was refused by the firewall.", ""},
      {"Your request #55-20718 has been declined by our product team.", ""},
      {R"({"event": "payment.declined", "order": "ord_551", "reason": "card declined"})", ""},
  });
}

TEST_CASE("a column of ids that differ from row to row names no order") {
  CHECK(match("id,number,status,reason\n"
              "1,415-555-0123,rejected,PIN mismatch\n"
              "2,415-555-0124,rejected,account number mismatch\n")
            .order_id.empty());
  CHECK(match("order,number,status,reason\n"
              "A-778,415-555-0123,rejected,PIN mismatch\n"
              "A-778,415-555-0124,rejected,account number mismatch\n")
            .order_id == "A-778");
}

TEST_CASE("documents name the order in keys of many styles") {
  check({
      {R"({"vorgang": "NP-77310", "status": "abgelehnt"})", "NP-77310"},
      {R"({"port": {"pon": "LNP-17", "reason": "PIN mismatch"}})", "LNP-17"},
      {"<portEvent order=\"A-00917\"><reason>PIN mismatch</reason></portEvent>", "A-00917"},
      {R"({"order_id": "not yet known", "reason": "PIN mismatch"})", ""},
  });
}

TEST_CASE("history names the order where the new part does not") {
  CHECK(match("Same as before, the carrier rejected the port: PIN wrong.\n\n"
              "On Tue, Feb 10, 2026 at 9:01 AM Desk <desk@example.com> wrote:\n"
              "> Port order 40-881 was submitted.\n")
            .order_id == "40-881");
}

TEST_CASE("an account number is masked though an order's id stands beside it") {
  const Findings findings =
      match("Port order 40-881: account number 77001234 does not match the number 415-555-0123.");
  CHECK(findings.order_id == "40-881");
  REQUIRE(findings.secrets.size() == 1);
  CHECK(findings.secrets.front().kind == "account_number");
}

}  // namespace
}  // namespace portfix
