#include "portfix/phone_number.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

namespace portfix {
namespace {

std::string found_in(std::string_view text, std::string_view country = {}) {
  std::string out;
  for (const auto& number : find_phone_numbers(text, country)) {
    if (!out.empty()) out += ' ';
    out += number.e164;
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view numbers;
  std::string_view country = {};
};

TEST_CASE("North American numbers are found in all usual spellings") {
  const std::string_view spellings[] = {"(415) 555-0123",
                                        "(415)555-0123",
                                        "415-555-0123",
                                        "415.555.0123",
                                        "415 555 0123",
                                        "415/555-0123",
                                        "4155550123",
                                        "14155550123",
                                        "1-415-555-0123",
                                        "1 (415) 555-0123",
                                        "1.415.555.0123",
                                        "+14155550123",
                                        "+1 415 555 0123",
                                        "+1 (415) 555-0123",
                                        "+1.415.555.0123",
                                        "415 - 555 - 0123",
                                        "415\xE2\x80\x93"
                                        "555\xE2\x80\x93"
                                        "0123",
                                        "415\xC2\xA0"
                                        "555\xC2\xA0"
                                        "0123",
                                        "(415) 555-0123 x12",
                                        "415-555-0123ext. 7",
                                        "415-555-0123, extension 12",
                                        "001 415 555 0123",
                                        "415-555-\n0123",
                                        "#TN: 4155550123",
                                        "TN#4155550123",
                                        "MDN=4155550123",
                                        "4155550123;",
                                        "\"4155550123\",",
                                        "4155550123: no",
                                        "4155550123-REJECTED"};
  for (const auto spelling : spellings) {
    INFO(spelling);
    CHECK(found_in(spelling) == "+14155550123");
  }
}

TEST_CASE("what cannot be a North American number is none") {
  const std::string_view texts[] = {
      "115-555-0123",  "015-555-0123", "415-155-0123", "415-555-012", "415-555-01234",
      "411-555-0123",  "415-911-0123", "495-555-0123", "555-0123",    "1700000000",
      "1700000000123", "41-5555-0123", "24155550123",  "415 5550 123"};
  for (const auto text : texts) {
    INFO(text);
    CHECK(found_in(text) == "");
  }
}

TEST_CASE("digits that are something else are left out") {
  const std::string_view texts[] = {
      "Account number: 4155550123",
      "acct # 415-555-0123",
      "BAN 4155550123",
      "PIN is 4155550123",
      "SSN 415-55-0123",
      "ticket #4155550123",
      "Order 4155550123",
      "PON: 4155550123",
      "case no. 4155550123",
      "request id 4155550123",
      "prt_4155550123",
      "PRT-4155550123",
      "A4155550123",
      "4155550123B",
      "4155550123-B",
      "https://example.com/orders/4155550123?x=4155550123",
      "sip:+14155550123@203.0.113.9",
      "me@4155550123.example",
      "$4155550123",
      "4155550123.50",
      "4155550123:5060",
      "FAX 859-555-0100",
      "Fax:\n859-555-0100",
      "859-555-0100 (fax)",
      "Hotline 877-555-0160",
      "Questions? 1-888-555-0175, have your PIN ready.",
      "call us at 800-555-0188",
      "call us Mon-Fri 9-5 on 800-555-0188",
      "Contact the terminal desk at 253-555-0150 to release the hold.",
      "Support, 1-866-555-0142",
      "please reach our team on\n(800) 555-0188",
      "customer service: 800-555-0188",
      "800-555-0188 (Mon-Fri 9-5)",
      "800-555-0188 option 2",
      "2026-11-30 10:15:00",
      "11/30/2026",
      "198.51.100.20",
      "ICCID 8901260123456789012",
      "12345678901234567890"};
  for (const auto text : texts) {
    INFO(text);
    CHECK(found_in(text) == "");
  }
}

TEST_CASE("words that only look like a warning do not hide a number") {
  const Case cases[] = {
      {"Phone number: 415-555-0123", "+14155550123"},
      {"BTN NOT FOUND ON ACCOUNT TN 716 555 0177 PLS", "+17165550177"},
      {"Toll-Free Number: 833-555-0129", "+18335550129"},
      {"Ticket 100456 / +1 (361) 555-0183", "+13615550183"},
      {"order 70-99182 (509-555-0148)", "+15095550148"},
      {"your port order (415) 555-0123", "+14155550123"},
      {"the account holder of 415-555-0123", "+14155550123"},
      {"407-555-0121 - invalid PIN\n407-555-0122 - invalid PIN", "+14075550121 +14075550122"},
      {"Reason: call the desk.\nTN 4155550123", "+14155550123"},
      {"Status: support engaged\nPhone number: +1 651 555 0135", "+16515550135"},
      {"1,4155550123,7425,x", "+14155550123"},
      {"4155550100/4155550101", "+14155550100 +14155550101"},
      {"calls to 415-555-0123 fail", "+14155550123"},
      {"rejected 03/03\n4175550182,REJECTED", "+14175550182"},
  };
  for (const auto& test : cases) {
    INFO(test.text);
    CHECK(found_in(test.text) == test.numbers);
  }
}

TEST_CASE("four digits behind a number stand for a further one") {
  const std::string three = "+14155550100 +14155550101 +14155550102";
  for (const std::string_view text :
       {"415-555-0100/0101/0102", "415-555-0100, 0101 & 0102", "(415) 555-0100, -0101 and 0102"}) {
    INFO(text);
    CHECK(found_in(text) == three);
  }
  for (const std::string_view text :
       {"415-555-0100, 2026", "415-555-0100, 1430-1500", "1,4155550100,7425,x", "415-555-0100 0101",
        "415-555-0100 and 010 users"}) {
    INFO(text);
    CHECK(found_in(text) == "+14155550100");
  }
}

TEST_CASE("a range is all its numbers") {
  const std::string four = "+14155550100 +14155550101 +14155550102 +14155550103";
  for (const std::string_view text :
       {"415-555-0100 thru 0103", "415-555-0100 through 0103", "415-555-0100-0103",
        "415-555-0100 - 0103", "4155550100-0103", "4155550100 to 4155550103",
        "415-555-0100 - 415-555-0103", "415-555-0100 thru 415-555-0103",
        "415-555-0100 \xE2\x80\x93 0103", "(415) 555-0100 to 03", "+14155550100..+14155550103"}) {
    INFO(text);
    CHECK(found_in(text) == four);
  }
  CHECK(find_phone_numbers("415-555-0000 thru 0999").size() == 1000);
  CHECK(find_phone_numbers("415-555-0000 thru 1999").size() == 1);
  CHECK(found_in("415-555-0103 thru 0100") == "+14155550103");
  const auto found = find_phone_numbers("TNs 415-555-0100 thru 0101.");
  CHECK(found.at(1).at.in("TNs 415-555-0100 thru 0101.") == "415-555-0100 thru 0101");
}

TEST_CASE("numbers of other countries are found in international form") {
  const Case cases[] = {
      {"+44 20 7946 0123", "+442079460123"},
      {"+44 (0)20 7946 0123", "+442079460123"},
      {"0044 20 7946 0123", "+442079460123"},
      {"011 44 20 7946 0123", "+442079460123"},
      {"+49 30 23125-044", "+493023125044"},
      {"+61 2 5550 3309", "+61255503309"},
      {"+33 1 23 45 67 89", "+33123456789"},
      {"+34 612 345 678", "+34612345678"},
      {"+48 22 555 01 34", "+48225550134"},
      {"+353 1 555 0123", "+35315550123"},
      {"+39 06 5550 1234", "+390655501234"},
      {"+55 11 91234-5678", "+5511912345678"},
      {"+51 987 650 123", "+51987650123"},
      {"+57 321 555 0123", "+573215550123"},
      {"+49 30 23125417\n10 Nummern", "+493023125417"},
      {"+999 12345678", ""},
      {"+1 115 555 0123", ""},
  };
  for (const auto& test : cases) {
    INFO(test.text);
    CHECK(found_in(test.text) == test.numbers);
  }
}

TEST_CASE("national form is read where the country says how") {
  const Case cases[] = {
      {"020 7946 0123", "+442079460123", "GB"},
      {"0117 496 0055", "+441174960055", "GB"},
      {"(01632) 960110", "+441632960110", "GB"},
      {"(030) 23125-044", "+493023125044", "DE"},
      {"030 23125 417", "+493023125417", "DE"},
      {"am 07.10.2026", "", "DE"},
      {"(02) 5550 3309", "+61255503309", "AU"},
      {"01 23 45 67 89", "+33123456789", "FR"},
      {"612 345 678", "+34612345678", "ES"},
      {"020 555 0123", "+31205550123", "NL"},
      {"22 555 01 34", "+48225550134", "PL"},
      {"01 555 0123", "+35315550123", "IE"},
      {"09 555 0123", "+6495550123", "NZ"},
      {"011 555 0123", "+27115550123", "ZA"},
      {"98765 43210", "+919876543210", "IN"},
      {"044 555 01 23", "+41445550123", "CH"},
      {"01 5550123", "+4315550123", "AT"},
      {"06 5550 1234", "+390655501234", "IT"},
      {"02 555 01 23", "+3225550123", "BE"},
      {"601 555 0123", "+576015550123", "CO"},
      {"(01) 555-0123", "+5115550123", "PE"},
      {"(11) 91234-5678", "+5511912345678", "BR"},
      {"020 7946 0123", "", ""},
      {"415-555-0123", "", "GB"},
      {"415-555-0123", "+14155550123", "CA"},
      {"Telefon 030 23125 999 (Mo-Fr 8-18)", "", "DE"},
  };
  for (const auto& test : cases) {
    INFO(test.country << ": " << test.text);
    CHECK(found_in(test.text, test.country) == test.numbers);
  }
}

TEST_CASE("the place of a number is what is written") {
  const std::string text = "Port of (415) 555-0123 x5 (509-555-0148) and +1 206 555 0100.";
  const auto found = find_phone_numbers(text);
  REQUIRE(found.size() == 3);
  CHECK(found[0].at.in(text) == "(415) 555-0123");
  CHECK(found[1].at.in(text) == "509-555-0148");
  CHECK(found[2].at.in(text) == "+1 206 555 0100");
}

TEST_CASE("numbers are shown as people write them") {
  CHECK(pretty_phone_number("+14155550123") == "(415) 555-0123");
  CHECK(pretty_phone_number("+442079460123") == "+44 2079460123");
  CHECK(pretty_phone_number("+35315550123") == "+353 15550123");
  CHECK(pretty_phone_number("") == "");
  CHECK(pretty_phone_number("x") == "x");
}

struct SpareCase {
  std::string_view text;
  std::string_view numbers;  // of the order
  std::string_view spare;
};

TEST_CASE("numbers that stay, bill or are called move only if no other does") {
  const SpareCase cases[] = {
      {"BTN 207-555-0190 IS NOT VALID", "", "+12075550190"},
      {"TEL NO: 800-555-0188", "", "+18005550188"},
      {"You are leaving 704-555-0185, 704-555-0186 behind.", "", "+17045550185 +17045550186"},
      {"Numbers that have not been listed: 704-555-0185 and 704-555-0186", "",
       "+17045550185 +17045550186"},
      {"Harbor Voice\n800-555-0142", "", "+18005550142"},
      {"800-555-0147 cannot ride on a local order", "+18005550147", ""},
      {"Port 704-555-0180, leaving 704-555-0185.", "+17045550180", "+17045550185"},
  };
  for (const SpareCase& c : cases) {
    INFO(c.text);
    std::string numbers;
    std::string spare;
    for (const auto& number : find_phone_numbers(c.text)) {
      std::string& list = number.spare ? spare : numbers;
      if (!list.empty()) list += ' ';
      list += number.e164;
    }
    CHECK(numbers == c.numbers);
    CHECK(spare == c.spare);
  }
}

TEST_CASE("numbers of people to talk to and examples are left out") {
  const std::string_view texts[] = {
      "Priya\ndesk 206-555-0155",
      "o: 217.555.0100  f: 217.555.0109",
      "Lorraine | Wexcom\nT 415-555-0100",
      "REP: T NGUYEN 866-555-0100",
      "Initiator: K Mayfield 866-555-0100",
      "Wrong number? Tell us on 415-555-0100.",
      "your bill, e.g. for 212-555-0100 it might be 212 555 0100 339",
      "For example: 212-555-0100",
      "Direct: 415-555-0100",
  };
  for (const auto text : texts) {
    INFO(text);
    CHECK(found_in(text).empty());
  }
  CHECK(found_in("Port of 415-555-0123. REP: T NGUYEN 866-555-0100") == "+14155550123");
  CHECK(found_in("Home office number 415-555-0123 was rejected") == "+14155550123");
}

TEST_CASE("ranges may end with a whole number, a local one, or go on as a list") {
  const Case cases[] = {
      {"207-555-0100 THRU 0102, 0110", "+12075550100 +12075550101 +12075550102 +12075550110"},
      {"011 555 0140 to 011 555 0142", "+27115550140 +27115550141 +27115550142", "ZA"},
      {"415 555 0100 to 415 555 0101", "+14155550100 +14155550101"},
      {"01632 960180 - 960182", "+441632960180 +441632960181 +441632960182", "GB"},
      {"01632 960180 to 960182", "+441632960180 +441632960181 +441632960182", "GB"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(found_in(c.text, c.country) == c.numbers);
  }
}

}  // namespace
}  // namespace portfix
