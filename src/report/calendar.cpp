#include "report/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "rules/model.hpp"

namespace portfix {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kLongest = 3660;  // days

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<sys_days> parse(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return std::nullopt;
  const auto year = number_in(day.substr(0, 4));
  const auto month = number_in(day.substr(5, 2));
  const auto date = number_in(day.substr(8, 2));
  if (!year || !month || !date || *month < 1 || *date < 1) return std::nullopt;
  const year_month_day out{std::chrono::year{*year},
                           std::chrono::month{static_cast<unsigned>(*month)},
                           std::chrono::day{static_cast<unsigned>(*date)}};
  if (!out.ok()) return std::nullopt;
  return sys_days{out};
}

std::string format(sys_days day) {
  const year_month_day parts{day};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()),
                     static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day()));
}

unsigned weekday_of(sys_days day) { return std::chrono::weekday{day}.iso_encoding(); }

bool is_weekday(sys_days day) { return weekday_of(day) <= 5; }

sys_days day_of(int year, unsigned month, unsigned day) {
  return sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{1}} +
         std::chrono::days{static_cast<int>(day) - 1};
}

/// Easter Sunday of the Gregorian calendar, by the anonymous rule of 1876.
sys_days easter_of(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return day_of(year, static_cast<unsigned>(f / 31), static_cast<unsigned>(f % 31 + 1));
}

/// Where the holiday lies in a year, before it makes way for a weekend.
sys_days date_of(const HolidayRow& row, int year) {
  if (row.kind == static_cast<std::uint8_t>(Holiday::Kind::easter)) {
    return easter_of(year) + std::chrono::days{row.number};
  }
  sys_days day = day_of(year, row.month, row.day);
  if (row.kind == static_cast<std::uint8_t>(Holiday::Kind::weekday)) {
    while (static_cast<int>(weekday_of(day)) != row.number) day += std::chrono::days{1};
  }
  return day;
}

/// Business days of a country; the days off of a year are worked out once.
class BusinessCalendar {
 public:
  explicit BusinessCalendar(std::span<const HolidayRow> rows) : rows_(rows) {}

  bool is_business_day(sys_days day) {
    if (!is_weekday(day)) return false;
    if (rows_.empty()) return true;
    const int year = static_cast<int>(year_month_day{day}.year());
    // A holiday of January may be kept in December.
    return !is_off(day, year) && !is_off(day, year + 1);
  }

 private:
  bool is_off(sys_days day, int year) {
    std::vector<sys_days>& days = off_[year];
    if (days.empty()) days = days_off(year);
    return std::find(days.begin(), days.end(), day) != days.end();
  }

  [[nodiscard]] std::vector<sys_days> days_off(int year) const {
    std::vector<sys_days> out;
    for (const HolidayRow& row : rows_) out.push_back(date_of(row, year));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (is_weekday(out[i])) continue;
      const unsigned weekday = weekday_of(out[i]);
      sys_days instead = out[i];
      if (rows_[i].weekend == WeekendRule::nearest && weekday == 6) {
        instead -= std::chrono::days{1};
      } else if (rows_[i].weekend == WeekendRule::next ||
                 (rows_[i].weekend != WeekendRule::stays && weekday == 7)) {
        while (!is_weekday(instead) || std::find(out.begin(), out.end(), instead) != out.end()) {
          instead += std::chrono::days{1};
        }
      }
      out.push_back(instead);
    }
    return out;
  }

  std::span<const HolidayRow> rows_;
  std::map<int, std::vector<sys_days>> off_;  ///< by year
};

}  // namespace

std::string add_days(std::string_view day, int days) {
  const auto from = parse(day);
  if (!from || days > kLongest || days < -kLongest) return {};
  return format(*from + std::chrono::days{days});
}

std::string add_business_days(std::string_view day, int days,
                              std::span<const HolidayRow> holidays) {
  const auto from = parse(day);
  if (!from || days > kLongest || days < -kLongest) return {};
  BusinessCalendar calendar(holidays);
  sys_days at = *from;
  const std::chrono::days step{days < 0 ? -1 : 1};
  for (int left = days < 0 ? -days : days; left > 0;) {
    at += step;
    if (calendar.is_business_day(at)) --left;
  }
  return format(at);
}

std::string day_in_words(std::string_view day, std::string_view country) {
  static constexpr std::array<std::string_view, 7> days = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  static constexpr std::array<std::string_view, 12> months = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto at = parse(day);
  if (!at) return {};
  const year_month_day parts{*at};
  const auto weekday = days[std::chrono::weekday{*at}.iso_encoding() - 1];
  const auto month = months[static_cast<unsigned>(parts.month()) - 1];
  const auto date = static_cast<unsigned>(parts.day());
  const auto year = static_cast<int>(parts.year());
  if (country == "US" || country == "CA") {
    return fmt::format("{}, {} {}, {}", weekday, month, date, year);
  }
  return fmt::format("{}, {} {} {}", weekday, date, month, year);
}

}  // namespace portfix
