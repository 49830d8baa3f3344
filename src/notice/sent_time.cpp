#include "notice/sent_time.hpp"

#include <algorithm>
#include <vector>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"

namespace portfix {
namespace {

/// Two digits from `at` on, or -1.
int two_digits(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

std::string in_two(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

/// "-0600", "+01:00", "GMT", "Z": as ISO 8601 writes it, or "".
std::string zone_of(std::string_view rest) {
  if (rest.starts_with("GMT") || rest.starts_with("UTC") || rest.starts_with("Z")) {
    const auto sign = rest.find_first_of("+-");
    if (rest.starts_with('Z') || sign != 3) return "Z";
    rest.remove_prefix(3);
  }
  if (rest.empty() || (rest[0] != '+' && rest[0] != '-')) return {};
  const int hours = two_digits(rest, 1);
  const int minutes = two_digits(rest, rest.size() > 3 && rest[3] == ':' ? 4 : 3);
  if (hours < 0 || hours > 14 || minutes > 59) return {};
  return rest[0] + in_two(hours) + ':' + in_two(std::max(minutes, 0));
}

/// "T09:01:00-06:00" of "9:01:00 AM -0600", or "".
std::string time_in(std::string_view text) {
  for (auto colon = text.find(':'); colon != text.npos; colon = text.find(':', colon + 1)) {
    if (colon == 0 || !is_digit(text[colon - 1]) || two_digits(text, colon + 1) < 0) continue;
    int hour = text[colon - 1] - '0';
    if (colon > 1 && is_digit(text[colon - 2])) hour += (text[colon - 2] - '0') * 10;
    const int minute = two_digits(text, colon + 1);
    std::size_t at = colon + 3;
    int second = -1;
    if (at < text.size() && text[at] == ':') second = two_digits(text, at + 1);
    if (second >= 0) at += 3;
    auto rest = trimmed(text.substr(std::min(at, text.size())));
    const std::string half = to_lower(rest.substr(0, 2));
    if (half == "am" || half == "pm") {
      if (hour < 1 || hour > 12) continue;
      hour = hour % 12 + (half == "pm" ? 12 : 0);
      rest = trimmed(rest.substr(2));
    }
    if (hour > 23 || minute > 59 || second > 60) continue;
    std::string time = "T" + in_two(hour) + ':' + in_two(minute);
    const std::string zone = zone_of(rest);
    if (second >= 0 || !zone.empty()) time += ':' + in_two(std::max(second, 0));
    return time + zone;
  }
  return {};
}

}  // namespace

std::string sent_time(std::string_view value, std::string_view country) {
  const auto dates = find_dates(value, country);
  if (dates.empty()) return {};
  return dates.front().iso + time_in(value.substr(dates.front().at.end));
}

}  // namespace portfix
