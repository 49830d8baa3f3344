#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix {
namespace {

Report report_on(std::string_view text) {
  return diagnose(SourceText::from_bytes("test", text), RuleTable::builtin());
}

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
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(report_on(row.text).losing_carrier == row.carrier);
  }
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
