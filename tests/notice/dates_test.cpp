#include "notice/dates.hpp"

#include <string>
#include <string_view>

#include "catch.hpp"

namespace portfix {
namespace {

TEST_CASE("calendar dates are found") {
  struct Case {
    std::string_view text, dates, country = {};
  };
  const Case cases[] = {
      {"due 2026-11-30.", "2026-11-30"},
      {"2026-11-30T10:00:00Z", "2026-11-30"},
      {"11/30/2026 and 1/2/2026", "2026-11-30 2026-01-02"},
      {"1/2/2026", "2026-02-01", "GB"},
      {"1/2/2026", "2026-01-02", "CA"},
      {"30/11/2026", "2026-11-30"},
      {"11/30/26", "2026-11-30"},
      {"06-02-26", "2026-06-02"},
      {"(14.12.2026)", "2026-12-14"},
      {"Nov 30, 2026", "2026-11-30"},
      {"NOVEMBER 30TH 2026", "2026-11-30"},
      {"on the 30th of November 2026", "2026-11-30"},
      {"30 November\n2026", "2026-11-30"},
      {"30-Nov-2026", "2026-11-30"},
      {"3. Dezember 2026", "2026-12-03"},
      {"12. M\xC3\xA4rz 2026", "2026-03-12"},
      {"30 de noviembre de 2026", "2026-11-30"},
      {"1er 2 ao\xC3\xBBt 2026", "2026-08-02"},
      {"Thursday, August 20, 2026 at 11:30", "2026-08-20"},
      {"2026-13-01 2026-02-30 31.04.2026", ""},
      {"order 2026-88213, 20260418-3, 1.2.3.4, 5/6, v1.12.2", ""},
      {"A11/30/2026 x2026-11-30", ""},
      {"we may, in 2026", ""},
  };
  for (const auto& test : cases) {
    std::string found;
    for (const auto& date : find_dates(test.text, test.country)) {
      if (!found.empty()) found += ' ';
      found += date.iso;
    }
    INFO(test.country << ": " << test.text);
    CHECK(found == test.dates);
  }
  const std::string_view text = "FOC Nov 30, 2026.";
  CHECK(find_dates(text).at(0).at.in(text) == "Nov 30, 2026");
}

}  // namespace
}  // namespace portfix
