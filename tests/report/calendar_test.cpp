#include "report/calendar.hpp"

#include "catch.hpp"

namespace portfix::test {

TEST_CASE("days are counted over months, years and weekends") {
  CHECK(add_days("2026-11-30", 30) == "2026-12-30");
  CHECK(add_days("2028-02-28", 1) == "2028-02-29");
  CHECK(add_days("2026-01-01", -1) == "2025-12-31");
  CHECK(add_business_days("2026-11-20", 1) == "2026-11-23");   // from a Friday
  CHECK(add_business_days("2026-11-23", -1) == "2026-11-20");  // from a Monday
  CHECK(add_business_days("2026-11-21", 1) == "2026-11-23");   // from a Saturday
  CHECK(add_business_days("2026-11-23", 10) == "2026-12-07");
  CHECK(add_business_days("2026-11-23", 0) == "2026-11-23");
}

TEST_CASE("what is no day gives nothing") {
  for (const char* day :
       {"", "2026-13-01", "2026-02-30", "23.11.2026", "2026-11-2x", "2026-00-10"}) {
    CHECK(add_days(day, 1).empty());
    CHECK(add_business_days(day, 1).empty());
    CHECK(day_in_words(day, "US").empty());
  }
  CHECK(add_days("2026-11-23", 1'000'000).empty());
}

TEST_CASE("a day is written as people of the country write it") {
  CHECK(day_in_words("2026-11-30", "US") == "Monday, November 30, 2026");
  CHECK(day_in_words("2026-11-30", "GB") == "Monday, 30 November 2026");
  CHECK(day_in_words("2026-12-06", "") == "Sunday, 6 December 2026");
}

}  // namespace portfix::test
