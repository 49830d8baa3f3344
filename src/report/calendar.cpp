#include "report/calendar.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <optional>

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

bool is_business_day(sys_days day) { return std::chrono::weekday{day}.iso_encoding() <= 5; }

}  // namespace

std::string add_days(std::string_view day, int days) {
  const auto from = parse(day);
  if (!from || days > kLongest || days < -kLongest) return {};
  return format(*from + std::chrono::days{days});
}

std::string add_business_days(std::string_view day, int days) {
  const auto from = parse(day);
  if (!from || days > kLongest || days < -kLongest) return {};
  sys_days at = *from;
  const std::chrono::days step{days < 0 ? -1 : 1};
  for (int left = days < 0 ? -days : days; left > 0;) {
    at += step;
    if (is_business_day(at)) --left;
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
