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
      {"Support request 88120-1: the port of 415-555-0123 was rejected.", ""},
      {"The port request for account 77001234 was rejected: wrong PIN.", ""},
      {"Port request rejected. Account: 77001234.", ""},
      {"Asunto: portabilidad rechazada número de cuenta ES-99-X7", ""},
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

TEST_CASE("an order's id is read whole, with what it is made of") {
  check({
      {"PON        : BRX-55-20260922        VER : 00\nPORTED NBR: 207-555-0100\nREJECT",
       "BRX-55-20260922"},
      {"Port order `KR-4471` for 512-555-0107 was rejected: wrong PIN.", "KR-4471"},
      {"<p>Request&nbsp;#RC&#8209;4408125 to port 617-555-0180 was rejected.</p>", "RC-4408125"},
      {"Application GNP/2026/118745 to port 415-555-0123 was declined.", "GNP/2026/118745"},
      {"REQ ID . . . . : 88-104512-C\nNUMBER . . . . : 604 555 0177\nPORT REJECTED", "88-104512-C"},
      {"Our PON on this is WCX-4402-B. The port was rejected.", "WCX-4402-B"},
      {"Vorabstimmungs-ID:   DEU.NORDL.V000473219\nAnschlussinhaber falsch",
       "DEU.NORDL.V000473219"},
      {"Dear customer, request no 2261190457 to port 415-555-0123 was rejected.", "2261190457"},
      {"Orders HB-1, HB-2 and HB-3 (205-555-0111) were rejected: wrong PIN.", ""},
      {"Number port 021 555 0142 was rejected by the donor.", ""},
      {"Port request of 06/11 rejected: 415-555-0123.", ""},
  });
}

TEST_CASE("a title names the order without a word for it") {
  check({
      {"Subject: [HV-20931] Your transfer needs attention - (512) 555-0148\n\nRejected.",
       "HV-20931"},
      {"Subject: RE: Porting 563-555-0147 - SB-3307\n\nThe port was rejected.", "SB-3307"},
      {"Subject: Re: [#88213] moving my number 650-555-0156\n\nThe port was rejected.", "88213"},
      {"Subject: FW: 44-1190 REJ\n\nThe port of 719-555-0158 was rejected.", ""},
      {"Subject: Transfer complete: 8830-11\n\nThe port of 719-555-0158 is done.", "8830-11"},
      {"Port-In > 90-2217-A\n\nTELEPHONE # 859-555-0134\nSTATUS Rejected", "90-2217-A"},
      {"No luck yet with the port of 907-555-0115 (AK-0091). It was rejected.", "AK-0091"},
      {"Subject: Port of 415-555-0123 rejected with code LNP-133\n\nSee below.", "LNP-133"},
      {"Subject: Port of 415-555-0123 rejected, PIN-2231 wrong\n\nSee below.", ""},
  });
}

TEST_CASE("a ticket or case of the help desk stands in where no order is named") {
  check({
      {"Port rejected. Ticket 4471882, opened for 415-555-0123.", "4471882"},
      {"Your number transfer request (Case 31887204) was rejected: 956-555-0108.", "31887204"},
      {"Case 31887204: your port order 40-881 was rejected.", "40-881"},
      {"The port of 415-555-0123 (your ref MBA-017) was rejected.", "MBA-017"},
      {R"({"our-reference": "HAL/88120", "your-reference": "INC0047712", "port": "rejected"})",
       "HAL/88120"},
      {"The port of 415-555-0123 was rejected.\n\nRegards,\nMirko\nTicket 4410982\n", ""},
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
      {R"({"lnpOrder": {"lnpOrderNumber": "RW-2026-07714", "reason": "PIN mismatch"}})",
       "RW-2026-07714"},
      {R"({"port-request": {"port-request-id": "77-A1", "reason": "PIN mismatch"}})", "77-A1"},
      {"<Result><PortInId>QF-331907</PortInId><Reason>PIN mismatch</Reason></Result>", "QF-331907"},
      {"<SV><PON value=\"KT-8811-03\"/><CAUSE_TEXT value=\"conflict\"/></SV>", "KT-8811-03"},
      {"Ref;Number;State;Detail\nNP-4471;415-555-0123;Rejected;PIN mismatch\n", "NP-4471"},
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
