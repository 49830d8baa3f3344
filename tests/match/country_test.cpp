#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

struct Row {
  std::string text;
  std::string country;
  std::vector<std::string> numbers;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.text);
    const Report report = report_on(row.text);
    CHECK(report.country == row.country);
    CHECK(report.numbers == row.numbers);
  }
}

TEST_CASE("ten bare digits are a number of the country that the words name") {
  check({
      {"Your MNP request for 98765 43210 was rejected by the donor operator Airtel: UPC expired.",
       "IN",
       {"+919876543210"}},
      {"MSISDN\tDonor\tStatus\tUPC\n9123450011\tBSNL\tREJECTED\tTN340021\n",
       "IN",
       {"+919123450011"}},
      {"The port of 9165550123 was rejected: account number wrong.", "US", {"+19165550123"}},
      {"The port of 916-555-0123 was rejected by our partner in India, as TRAI and UPC show.",
       "US",
       {"+19165550123"}},
      {"The port of 4155550123 was rejected: postcode wrong, said the UK desk of Ofcom.",
       "US",
       {"+14155550123"}},
  });
}

TEST_CASE("a leading zero and the groups of digits tell the country") {
  check({
      {"Here is the PAC for 07700 900 274, the port was rejected.", "GB", {"+447700900274"}},
      {"The port of 0161 496 0230 was rejected: account closed.", "GB", {"+441614960230"}},
      {"The port of 020 7946 0123 was rejected: account closed.", "GB", {"+442079460123"}},
      {"The port of 02 5550 7301 was rejected: account closed.", "AU", {"+61255507301"}},
      {"The port of 0491 570 156 was rejected: account closed.", "AU", {"+61491570156"}},
      {"Telkom declined the port of 021 555 0142: account closed.", "ZA", {"+27215550142"}},
      {"KPN refused the port of 020 555 0143: klantnummer onjuist.", "NL", {"+31205550143"}},
      {"The port of 021 555 0142 was rejected: account closed.", "", {}},
  });
}

TEST_CASE("a carrier's name and an international number without plus sign tell it too") {
  check({
      {"Port rejected for 0491570156 - Telstra: account number invalid.", "AU", {"+61491570156"}},
      {"MNP request for mobile no. 9876512345 rejected by Vi, outstanding dues.",
       "IN",
       {"+919876512345"}},
      {"MSISDN: 27825550143\nDonor: MTN\nPort rejected: account suspended, ICASA",
       "ZA",
       {"+27825550143"}},
  });
}

TEST_CASE("texts about something else have no numbers of an order") {
  check({{"Your loan application was declined. Call us: 800-555-0190.", "", {}}});
}

TEST_CASE("a country without rules of its own is known by its calling code") {
  check({{"The port of +353 20 912 0141 was rejected: account number wrong.",
          "IE",
          {"+353209120141"}}});
}

TEST_CASE("an area code may stand in a field of its own") {
  check({
      {"<wbci:ABBM><portierung><onkz>221</onkz><rufnummer>4710455</rufnummer></portierung>"
       "<meldungscode>8111</meldungscode></wbci:ABBM>",
       "DE",
       {"+492214710455"}},
      {R"({"vorabstimmungsId": "DEU.X.V1", "onkz": "030", "rufnummer": "23125 041",
          "meldungscode": "8112"})",
       "DE",
       {"+493023125041"}},
      {R"({"npa": "415", "number": "555-0123", "reason": "PIN mismatch", "port": "rejected"})",
       "US",
       {"+14155550123"}},
  });
}

TEST_CASE("whether debt is a ground to refuse is said for each country of the rules that has law") {
  // The country comes from the number alone.
  const std::vector<std::pair<std::string, std::string>> stances{
      {"+1 212 555 0100", "dispute"},    // United States
      {"+1 416 555 0100", "dispute"},    // Canada
      {"+61 2 5550 1000", "dispute"},    // Australia
      {"+43 664 1234567", "dispute"},    // Austria
      {"+33 1 99 00 12 34", "dispute"},  // France
      {"+44 7700 900123", "dispute"},    // United Kingdom
      {"+47 22 12 34 56", "dispute"},    // Norway
      {"+55 11 5555 0100", "dispute"},   // Brazil
      {"+51 1 555 0100", "comply"},      // Peru
      {"+91 98765 43210", "comply"},     // India
      {"+34 910 123 456", "depends"},    // Spain
      {"+57 601 555 0100", "depends"},   // Colombia
      {"+31 20 555 0100", "depends"},    // Netherlands
      {"+48 22 123 45 67", "depends"},   // Poland
      {"+64 9 555 0100", "depends"},     // New Zealand
      {"+27 11 555 0100", "depends"},    // South Africa
  };
  for (const auto& [number, stance] : stances) {
    INFO(number);
    const Report report = report_on("Port of " + number + " rejected: outstanding balance.");
    REQUIRE(report.findings.size() == 1);
    REQUIRE(report.findings[0].reason == "unpaid-balance");
    REQUIRE(!report.findings[0].dispute.empty());
    CHECK(report.findings[0].dispute[0].stance == stance);
    CHECK(report.findings[0].dispute[0].source.find("http") == 0);
  }
}

}  // namespace
}  // namespace portfix
