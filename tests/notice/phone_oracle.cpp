// Compares find_phone_numbers() with libphonenumber on generated texts.

#include <phonenumbers/phonenumberutil.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/phone_number.hpp"

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

namespace portfix {
namespace {

const std::vector<std::string> kCountries = {"US", "CA", "GB", "DE", "AU", "FR", "ES",
                                             "NL", "PL", "IE", "NZ", "ZA", "IN", "CH",
                                             "AT", "IT", "BE", "CO", "PE", "BR"};

const PhoneNumberUtil& oracle() { return *PhoneNumberUtil::GetInstance(); }

/// Valid numbers of a country: its example numbers with other digits at the end.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  PhoneNumber number(const std::string& country) {
    constexpr std::array kTypes = {PhoneNumberUtil::FIXED_LINE, PhoneNumberUtil::MOBILE};
    for (;;) {
      PhoneNumber number;
      if (!oracle().GetExampleNumberForType(country, kTypes[below(2)], &number)) continue;
      std::string digits;
      oracle().GetNationalSignificantNumber(number, &digits);
      const std::size_t keep = below(2) == 0 ? 3 : digits.size() - 4;
      for (std::size_t i = keep; i < digits.size(); ++i) {
        digits[i] = static_cast<char>('0' + below(10));
      }
      number.set_national_number(std::stoull(digits));
      if (oracle().IsValidNumberForRegion(number, country)) return number;
    }
  }

  /// One of the spellings in use for the number, and the country that it is written in.
  std::string spelling(const PhoneNumber& number, std::string& country) {
    std::string text;
    const bool american = number.country_code() == 1;
    switch (below(american ? 10 : 5)) {
      case 0:
        oracle().Format(number, PhoneNumberUtil::E164, &text);
        return text;
      case 1:
        oracle().Format(number, PhoneNumberUtil::INTERNATIONAL, &text);
        return text;
      case 2:
        country = below(2) == 0 ? "DE" : "US";
        oracle().FormatOutOfCountryCallingNumber(number, country, &text);
        return text;
      case 3:
        oracle().Format(number, PhoneNumberUtil::NATIONAL, &text);
        return text;
      case 4: {
        oracle().Format(number, PhoneNumberUtil::NATIONAL, &text);
        std::string digits;
        for (const char c : text) {
          if (c >= '0' && c <= '9') digits += c;
        }
        return digits;
      }
      default:
        break;
    }
    std::string d;
    oracle().GetNationalSignificantNumber(number, &d);
    const std::string a = d.substr(0, 3);
    const std::string b = d.substr(3, 3);
    const std::string c = d.substr(6);
    const std::vector<std::string> forms = {"(" + a + ") " + b + "-" + c,
                                            "(" + a + ")" + b + "-" + c,
                                            a + "." + b + "." + c,
                                            a + " " + b + " " + c,
                                            "1-" + a + "-" + b + "-" + c,
                                            "1" + d,
                                            "1 (" + a + ") " + b + "-" + c,
                                            a + "/" + b + "-" + c,
                                            "+1." + a + "." + b + "." + c,
                                            a + "-" + b + "-" + c + " x123",
                                            a + "-" + b + "-" + c + " ext. 12",
                                            a + "-" + b + c};
    return forms[below(forms.size())];
  }

  std::string frame(const std::string& number) {
    static const std::vector<std::pair<std::string, std::string>> kFrames = {
        {"", ""},
        {"Number: ", ""},
        {"The port of ", " was rejected on 11/30/2026."},
        {"TN ", " INVALID ACCT NBR"},
        {"- ", " - rejected - PIN missing"},
        {"| ", " | rejected |"},
        {"[", "]"},
        {"your number (", ") is inactive, order 100456"},
        {"Order 55102 for ", " has been returned."},
        {"Rejected 2 of 3 numbers.\n", "\nAccount number mismatch"},
        {"\"", "\","},
        {"We heard back about moving ", ". They say the PIN is wrong."},
    };
    const auto& [before, after] = kFrames[below(kFrames.size())];
    return before + number + after;
  }

 private:
  std::mt19937 random_;
};

std::string e164(const PhoneNumber& number) {
  std::string text;
  oracle().Format(number, PhoneNumberUtil::E164, &text);
  return text;
}

/// What the library makes of the digits that we found.
bool oracle_agrees(const FoundNumber& found, std::string_view text, const std::string& country) {
  PhoneNumber number;
  const auto written = std::string(found.at.in(text));
  if (oracle().Parse(written, country.empty() ? "US" : country, &number) !=
      PhoneNumberUtil::NO_PARSING_ERROR) {
    return false;
  }
  return oracle().IsPossibleNumber(number) && e164(number) == found.e164;
}

TEST_CASE("generated numbers are found with the E.164 form that libphonenumber gives") {
  Generator generate(20261123);
  for (const auto& country : kCountries) {
    constexpr int kTexts = 400;
    int recalled = 0;
    std::string missed;
    for (int i = 0; i < kTexts; ++i) {
      const auto number = generate.number(country);
      auto reader = country;
      const auto spelling = generate.spelling(number, reader);
      const auto text = generate.frame(spelling);
      bool recall = false;
      for (const auto& found : find_phone_numbers(text, reader)) {
        INFO(reader << ": " << text << " gives " << found.e164);
        CHECK(oracle_agrees(found, text, reader));
        recall = recall || found.e164 == e164(number);
      }
      recalled += recall ? 1 : 0;
      if (!recall) missed += "\n  " + text + " = " + e164(number);
    }
    INFO(country << ": found " << recalled << " of " << kTexts << missed);
    CHECK(recalled * 100 >= kTexts * 99);
  }
}

TEST_CASE("what is found in texts full of other digits is possible") {
  Generator generate(7);
  const std::vector<std::string> pieces = {"account 4155550100 ",
                                           "ticket #4155550123 ",
                                           "PON 2026-88213 ",
                                           "11/30/2026 ",
                                           "30.11.2026 10:15:00 ",
                                           "2026-11-30T09:00:00Z ",
                                           "198.51.100.20 ",
                                           "$1,234,567.00 ",
                                           "+1 (415) 555-0100 ",
                                           "020 7946 0123 ",
                                           "0049 30 23125 417 ",
                                           "fax 415-555-0101 ",
                                           "ICCID 8901260123456789012 ",
                                           "IMEI 356938035643809 ",
                                           "1700000000123 ",
                                           "4155550100-0109 ",
                                           "415-555-0100 thru 0103 ",
                                           "A4155550100B ",
                                           "prt_4155550100 ",
                                           "+44 (0)20 7946 0123 ",
                                           "+99 123 456 ",
                                           "+ ",
                                           "( ",
                                           "00 ",
                                           "011 44 20 7946 0123 ",
                                           "0800 123 45 67 ",
                                           "SSN 078-05-1120 ",
                                           "6105550100 ",
                                           "(02) 5550 3309 ",
                                           "612 345 678 ",
                                           "1-800-555-0199 ",
                                           "\n",
                                           ", ",
                                           "- "};
  for (int i = 0; i < 4000; ++i) {
    std::string text;
    for (std::size_t n = 1 + generate.below(6); n > 0; --n) {
      text += pieces[generate.below(pieces.size())];
    }
    const auto& country = kCountries[generate.below(kCountries.size())];
    const auto all = find_phone_numbers(text, country);
    for (const auto& found : all) {
      const auto written = found.at.in(text);
      INFO(country << ": " << text << " gives " << found.e164 << " for " << written);
      PhoneNumber number;
      REQUIRE(oracle().Parse(found.e164, "ZZ", &number) == PhoneNumberUtil::NO_PARSING_ERROR);
      CHECK(oracle().IsPossibleNumber(number));
    }
  }
}

}  // namespace
}  // namespace portfix
