#include "report/calendar.hpp"

#include "catch.hpp"
#include "portfix/rule_table.hpp"
#include "rules/table.hpp"

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

TEST_CASE("business days leave out the public holidays of a country") {
  const RuleTable table = RuleTable::builtin();
  const TableView& view = table.view();
  const auto next = [&](std::string_view country, std::string_view day, int days = 1) {
    const CountryRow* row = view.find(view.countries(), country);
    REQUIRE(row != nullptr);
    return add_business_days(day, days, view.list(row->holidays));
  };
  CHECK(next("US", "2026-11-25") == "2026-11-27");  // Thanksgiving Day
  CHECK(next("US", "2026-07-02") == "2026-07-06");  // 4 July is a Saturday, kept on Friday
  CHECK(next("US", "2021-12-30") == "2022-01-03");  // New Year's Day, kept in the old year
  CHECK(next("US", "2027-07-02") == "2027-07-06");  // 4 July is a Sunday, kept on Monday
  CHECK(next("US", "2026-12-28", -2) == "2026-12-23");
  CHECK(next("CA", "2026-05-15") == "2026-05-19");  // Victoria Day
  CHECK(next("CA", "2026-10-09") == "2026-10-13");  // Thanksgiving Day
  CHECK(next("GB", "2026-04-02") == "2026-04-07");  // Easter
  CHECK(next("GB", "2021-12-24") == "2021-12-29");  // Christmas and Boxing Day on a weekend
  CHECK(next("GB", "2022-12-23") == "2022-12-28");  // Christmas on a Sunday
  CHECK(next("IE", "2026-10-23") == "2026-10-27");
  CHECK(next("DE", "2026-05-13") == "2026-05-15");  // Christi Himmelfahrt
  CHECK(next("DE", "2027-12-24") == "2027-12-27");  // holidays on a weekend are lost
  CHECK(next("NL", "2026-04-24") == "2026-04-28");  // Koningsdag
  CHECK(next("AU", "2026-01-23") == "2026-01-27");  // Australia Day
  CHECK(next("ZA", "2026-08-07") == "2026-08-11");  // National Women's Day on a Sunday
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
