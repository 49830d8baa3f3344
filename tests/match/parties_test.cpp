#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

struct Row {
  std::string text;
  std::string carrier;
};

TEST_CASE("a carrier whose name is an ordinary word is known by what it does") {
  const std::vector<Row> rows = {
      {"The port of 519-555-0143 was rejected by Bell: pending order.", "bell-virgin"},
      {"Optimum rejected our port request for 631-555-0155: account number wrong.", "optimum"},
      {"LSR REJECTED BY FRONTIER 06/11/2026 BTN NOT FOUND TN 716 555 0177", "frontier"},
      {"We have asked Cox three times about the port of 702-555-0190.", "cox"},
      {"Rejected by\nRogers: account number mismatch, number 604-555-0161.", "rogers-fido"},
      {"The bell rings, so the port of 519-555-0143 was rejected: wrong PIN.", ""},
      {"Port rejected: name is Rogers Bakery on the CSR, number 604-555-0161.", ""},
      {"The charter reports a freedom of spectrum; port rejected, wrong PIN.", ""},
      {"Cox kicked 918-555-0133 back this morning: pending order.", "cox"},
      {"order 7719045 with Optimum: 516-555-0139 was rejected.", "optimum"},
      {"(610) 555-0128 was transferred from Frontier to RingCentral.", "frontier"},
      {"The request for 702-555-0163 has been submitted to Cricket.", "cricket"},
      {"Consolidated just answered on 217-555-0131: wrong PIN.", "consolidated"},
      {"metro says acct # is wrong on the port of 337 555 0104", "metro"},
      {"Maria Cox rejected the port of 918-555-0133.", ""},
      {"Cox Dental wants its port of 918-555-0133, which was rejected.", ""},
      {"Frontier & Sons asked for the port of 918-555-0133; it was rejected.", ""},
      {"A photo will do if all four corners are visible; the port was rejected.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(report_on(row.text).losing_carrier == row.carrier);
  }
}

TEST_CASE("a carrier's name is known in every spelling that notices have") {
  const std::vector<Row> rows = {
      {"Losing carrier: TextNow\nPort rejected: wrong PIN", "textnow"},
      {"TextNow rejected the port: wrong PIN", "textnow"},
      {"LOSING CARRIER: CENTURYLINK\nPORT REJECTED: WRONG PIN", "lumen"},
      {"RINGCENTRAL MVP\nLosing carrier: RINGCENTRAL\nPort rejected: wrong PIN", "ringcentral"},
      {"The port was rejected by METROPCS: wrong PIN", "metro"},
      {"The port was rejected by magicjack: wrong PIN", "generic-voip"},
      {"Your current carrier, Cricket, declined the port: wrong name", "cricket"},
      {"Your current carrier, Bell, declined the port: wrong name", "bell-virgin"},
      {"Please text now: the port was rejected, wrong PIN", ""},
      {"Your carrier declined the port, Bell Street 4 is wrong", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(report_on(row.text).losing_carrier == row.carrier);
  }
}

TEST_CASE("where carriers share the name in a notice, the report says which") {
  const std::string hint =
      report_on("Losing carrier: Verizon\nPort rejected: wrong PIN").carrier_hint;
  CHECK(hint.find("--carrier verizon-landline or --carrier verizon-wireless") != hint.npos);
  const std::string unnamed = report_on("Port rejected: wrong PIN").carrier_hint;
  CHECK(unnamed.find("does not name the losing carrier") != unnamed.npos);
}

TEST_CASE("carriers that share a name are told apart by numbers and words") {
  const std::vector<Row> rows = {
      {"Telstra rejected the port of 02 5550 7301: account number wrong.", "au-fixed"},
      {"Telstra rejected the port of 0491 570 156: account number wrong.", "au-mobile"},
      {"Losing: Optus\nNumber: +61 2 5550 7301\nPort rejected", "au-fixed"},
      {"AT&T rejected the port of 661-555-0108: the transfer PIN is wrong.", "att-wireless"},
      {"AT&T rejected the LSR for 661-555-0108: BTN is wrong.", "att-landline"},
      {"AT&T rejected the port of 661-555-0108: the name is wrong.", ""},
      {"AT&T Prepaid rejected the port of 661-555-0108: the name is wrong.", "att-prepaid"},
      {"Verizon rejected the port of 661-555-0108: the name is wrong.", ""},
      {"Losing carrier: Verizon\nPort of 661-555-0108 rejected: DSL on the line",
       "verizon-landline"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(report_on(row.text).losing_carrier == row.carrier);
  }
}

TEST_CASE("who is to get the number does not lose it") {
  const std::vector<Row> rows = {
      {"Gaining carrier: T-Mobile\nThe port of 469-555-0172 was rejected: wrong PIN.", ""},
      {"Another provider (Vonage) asked us to release 973-555-0166. You can reject it.", ""},
      {"losing: Rogers   gaining: Vonage   604-555-0161 rejected", "rogers-fido"},
      {"Gaining: Vonage   Losing: Rogers   604-555-0161 rejected", "rogers-fido"},
      {"You are moving 469-555-0172 to T-Mobile; Cox rejected the port.", "cox"},
      {"The current provider (Lumen) rejected the port of 480 555 0143.", "lumen"},
      {"LSR sent to losing carrier ONVOY, port of 480 555 0143 rejected", "generic-voip"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(report_on(row.text).losing_carrier == row.carrier);
  }
}

TEST_CASE("history and the sender name the carrier where nothing else does") {
  CHECK(report_on("It was rejected again, 514-555-0126.\n\n"
                  "On Tue, Feb 10, 2026 at 9:01 AM Desk <desk@example.com> wrote:\n"
                  "> Rogers rejected the port: PIN wrong.\n")
            .losing_carrier == "rogers-fido");
  CHECK(report_on("From: O2 <donotreply@o2.example>\nTo: kemi@mail.example\nSubject: Your PAC\n\n"
                  "Here is the PAC for 07700 900 274. Your port was rejected.\n")
            .losing_carrier == "uk-mobile");
  CHECK(report_on("From: three@end.example\nTo: portfix@end.example\nSubject: PORT\n\n"
                  "724-555-0150: port rejected, wrong PIN.\n")
            .losing_carrier.empty());
}

TEST_CASE("a provider is known by the name of its desk") {
  CHECK(report_on("Chat with Zoom Support\nThe port of 702-555-0104 was rejected.").provider ==
        "zoom");
  CHECK(
      report_on("Contact the TNS service desk.\nThe port of 702-555-0104 was rejected.").provider ==
      "microsoft-teams");
  CHECK(report_on("Losing carrier: Zoom Phone\nThe port of 702-555-0104 was rejected.")
            .provider.empty());
  CHECK(report_on(R"({"lnpOrder": {"tn": "702-555-0104", "reason": "PIN mismatch"}})")
            .provider.empty());
}

TEST_CASE("a carrier's own answer is known by its keys") {
  const Report report = report_on(
      "<LsrOrderResponse><LsrOrder><Pon>K-1</Pon><LsrOrderErrors><LsrOrderError>"
      "<Message>Account number mismatch</Message>"
      "</LsrOrderError></LsrOrderErrors></LsrOrder></LsrOrderResponse>");
  CHECK(report.losing_carrier == "bandwidth");
}

TEST_CASE("a column or a field may just say carrier") {
  CHECK(report_on("No.,Number,Carrier,Resp.,Detail\n"
                  "1,604-555-0161,Rogers,REJ,Missing Reseller\n"
                  "2,604-555-0163,Rogers,CONF,2026-11-16\n")
            .losing_carrier == "rogers-fido");
}

TEST_CASE("national numbers are read where only the losing side tells the country") {
  const Report british = report_on(
      "Your porting request for 020 7946 0123 has been rejected by BT with\n\n"
      "Code 25 - Single Line Order but porting telephone number is Multi Line\n");
  CHECK(british.country == "GB");
  CHECK(british.numbers == std::vector<std::string>{"+442079460123"});
}

}  // namespace
}  // namespace portfix
