#include "notice/dates.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMaxDates = 100'000;

struct Numeric {
  std::array<int, 3> parts{};
  std::array<std::size_t, 3> sizes{};
  char mark = 0;
  std::size_t end = 0;
};

/// Three numbers with the same mark between them.
std::optional<Numeric> numeric_at(std::string_view text, std::size_t at) {
  if (at > 0) {
    const char before = text[at - 1];
    if (is_alnum(before) || before == '_' || before == '$') return std::nullopt;
    if ((before == '-' || before == '.' || before == '/') && at > 1 && is_alnum(text[at - 2])) {
      return std::nullopt;
    }
  }
  Numeric found;
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0) {
      const char mark = at < text.size() ? text[at] : ' ';
      if (i == 1 && mark != '-' && mark != '/' && mark != '.') return std::nullopt;
      if (i == 2 && mark != found.mark) return std::nullopt;
      found.mark = mark;
      ++at;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at]) && at - begin < 5) {
      found.parts[i] = found.parts[i] * 10 + (text[at++] - '0');
    }
    found.sizes[i] = at - begin;
    if (found.sizes[i] == 0 || found.sizes[i] > 4) return std::nullopt;
  }
  found.end = at;
  if (at < text.size()) {
    const char c = text[at];
    if (is_digit(c) || c == '_' || (is_letter(c) && to_lower(c) != 't' && to_lower(c) != 'z')) {
      return std::nullopt;
    }
    if ((c == '-' || c == '.' || c == '/') && at + 1 < text.size() && is_alnum(text[at + 1])) {
      return std::nullopt;
    }
  }
  return found;
}

bool is_calendar_date(int year, int month, int day) {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[static_cast<std::size_t>(month) - 1] + (month == 2 && leap ? 1 : 0);
}

std::string iso(int year, int month, int day) {
  const auto two = [](int value) {
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  return two(year / 100) + two(year % 100) + '-' + two(month) + '-' + two(day);
}

/// "" if the numbers are no date.
std::string iso_of(const Numeric& date, bool day_first) {
  const auto& [a, b, c] = date.parts;
  if (date.sizes[0] == 4 && date.sizes[1] <= 2 && date.sizes[2] <= 2) {
    return is_calendar_date(a, b, c) ? iso(a, b, c) : "";
  }
  if (date.sizes[0] > 2 || date.sizes[1] > 2 || date.sizes[2] == 1 || date.sizes[2] == 3) return "";
  const int year = date.sizes[2] == 4 ? c : 2000 + c;
  if (date.sizes[2] == 2 && (date.sizes[0] != date.sizes[1] || c < 10 || c > 60) &&
      date.mark != '/') {
    return "";  // more likely a version or a part number
  }
  if (date.mark == '.') day_first = true;
  if (a > 12) day_first = true;
  if (b > 12) day_first = false;
  const int month = day_first ? b : a;
  const int day = day_first ? a : b;
  return is_calendar_date(year, month, day) ? iso(year, month, day) : "";
}

struct MonthName {
  std::string_view name;
  int month;
};

constexpr std::array kMonths = {
    MonthName{"january", 1},    MonthName{"januar", 1},     MonthName{"januari", 1},
    MonthName{"jan", 1},        MonthName{"enero", 1},      MonthName{"ene", 1},
    MonthName{"janvier", 1},    MonthName{"january", 1},    MonthName{"jänner", 1},
    MonthName{"february", 2},   MonthName{"februar", 2},    MonthName{"februari", 2},
    MonthName{"feb", 2},        MonthName{"febrero", 2},    MonthName{"février", 2},
    MonthName{"fevrier", 2},    MonthName{"march", 3},      MonthName{"mar", 3},
    MonthName{"märz", 3},       MonthName{"maerz", 3},      MonthName{"marzo", 3},
    MonthName{"mars", 3},       MonthName{"maart", 3},      MonthName{"april", 4},
    MonthName{"apr", 4},        MonthName{"abril", 4},      MonthName{"abr", 4},
    MonthName{"avril", 4},      MonthName{"may", 5},        MonthName{"mai", 5},
    MonthName{"mayo", 5},       MonthName{"mei", 5},        MonthName{"june", 6},
    MonthName{"jun", 6},        MonthName{"juni", 6},       MonthName{"junio", 6},
    MonthName{"juin", 6},       MonthName{"july", 7},       MonthName{"jul", 7},
    MonthName{"juli", 7},       MonthName{"julio", 7},      MonthName{"juillet", 7},
    MonthName{"august", 8},     MonthName{"aug", 8},        MonthName{"agosto", 8},
    MonthName{"ago", 8},        MonthName{"août", 8},       MonthName{"augustus", 8},
    MonthName{"september", 9},  MonthName{"sept", 9},       MonthName{"sep", 9},
    MonthName{"septiembre", 9}, MonthName{"septembre", 9},  MonthName{"october", 10},
    MonthName{"oct", 10},       MonthName{"oktober", 10},   MonthName{"okt", 10},
    MonthName{"octubre", 10},   MonthName{"octobre", 10},   MonthName{"november", 11},
    MonthName{"nov", 11},       MonthName{"noviembre", 11}, MonthName{"novembre", 11},
    MonthName{"december", 12},  MonthName{"dec", 12},       MonthName{"dezember", 12},
    MonthName{"dez", 12},       MonthName{"diciembre", 12}, MonthName{"dic", 12},
    MonthName{"décembre", 12},
};

}  // namespace

int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 11) return 0;
  constexpr std::string_view kFirst = "jfmaesond";
  if (kFirst.find(to_lower(word.front())) == kFirst.npos) return 0;
  for (const auto& [name, month] : kMonths) {
    if (name.size() == word.size() && starts_with_folded(word, name)) return month;
  }
  return 0;
}

namespace {

/// Reads a date around the month name `[begin, end)`.
class NamedDate {
 public:
  NamedDate(std::string_view text, std::size_t begin, std::size_t end, int month)
      : text_(text), begin_(begin), end_(end), month_(month) {}

  std::optional<DateMention> read() {
    int day = day_before();
    if (day == 0) {
      skip(". ");
      day = number(1, 2);
      if (day == 0) return std::nullopt;
      for (const std::string_view suffix : {"st", "nd", "rd", "th"}) {
        if (starts_with_folded(text_.substr(end_), suffix)) {
          end_ += 2;
          break;
        }
      }
    }
    skip(".,-/ ");
    for (const std::string_view word : {"del ", "de "}) {
      if (starts_with_folded(text_.substr(end_), word)) end_ += word.size();
    }
    const int year = number(4, 4);
    if (!is_calendar_date(year, month_, day)) return std::nullopt;
    return DateMention{iso(year, month_, day),
                       {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(end_)}};
  }

 private:
  void skip(std::string_view marks) {
    for (int i = 0; i < 3 && end_ < text_.size(); ++i, ++end_) {
      const char c = text_[end_] == '\n' ? ' ' : text_[end_];
      if (marks.find(c) == marks.npos) return;
    }
  }

  int number(std::size_t least, std::size_t most) {
    int value = 0;
    std::size_t size = 0;
    while (end_ + size < text_.size() && is_digit(text_[end_ + size])) {
      if (++size > most) return 0;
      value = value * 10 + (text_[end_ + size - 1] - '0');
    }
    if (size < least) return 0;
    end_ += size;
    return value;
  }

  /// "30 ", "30. ", "30th of ", "30 de ", "30-"
  int day_before() {
    std::size_t at = begin_;
    const auto back = [&](std::string_view word) {
      if (at >= word.size() && starts_with_folded(text_.substr(at - word.size()), word)) {
        at -= word.size();
        return true;
      }
      return false;
    };
    const auto blanks = [&] {
      bool any = false;
      while (at > 0 && begin_ - at < 12 && (text_[at - 1] == ' ' || text_[at - 1] == '\n')) {
        --at;
        any = true;
      }
      return any;
    };
    if (blanks()) {
      if (back("of") || back("de")) blanks();
    } else if (at > 0 && (text_[at - 1] == '-' || text_[at - 1] == '/')) {
      --at;
    }
    if (at > 0 && text_[at - 1] == '.') --at;
    if (!back("st") && !back("nd") && !back("rd")) (void)back("th");
    std::size_t size = 0;
    while (size < 3 && at > size && is_digit(text_[at - size - 1])) ++size;
    if (size == 0 || size > 2) return 0;
    at -= size;
    if (at > 0 && (is_alnum(text_[at - 1]) || text_[at - 1] == '-')) return 0;
    begin_ = at;
    return size == 1 ? text_[at] - '0' : (text_[at] - '0') * 10 + (text_[at + 1] - '0');
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  int month_;
};

/// Behind the month name of a date comes a day, a year, or the "de" before a year.
bool may_name_month(std::string_view text, std::size_t end) {
  const std::size_t most = std::min(text.size(), end + 3);
  while (end < most && (text[end] == ' ' || text[end] == '.' || text[end] == ',' ||
                        text[end] == '-' || text[end] == '/' || text[end] == '\n')) {
    ++end;
  }
  return end < text.size() && (is_digit(text[end]) || to_lower(text[end]) == 'd');
}

}  // namespace

std::vector<DateMention> find_dates(std::string_view text, std::string_view country) {
  std::vector<DateMention> found;
  const bool day_first = !country.empty() && country != "US" && country != "CA";
  std::size_t at = 0;
  while (at < text.size() && found.size() < kMaxDates) {
    const char c = text[at];
    if (is_digit(c)) {
      if (const auto date = numeric_at(text, at)) {
        auto day = iso_of(*date, day_first);
        if (!day.empty()) {
          found.push_back(
              {std::move(day),
               {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(date->end)}});
          at = date->end;
          continue;
        }
      }
      while (at < text.size() && is_digit(text[at])) ++at;
    } else if (is_letter(c)) {
      const std::size_t begin = at;
      while (at < text.size() && (is_letter(text[at]) || is_wide(text[at]))) ++at;
      if (!may_name_month(text, at)) continue;
      const int month = month_of(text.substr(begin, at - begin));
      if (month == 0) continue;
      if (auto date = NamedDate(text, begin, at, month).read()) {
        at = date->at.end;
        found.push_back(std::move(*date));
      }
    } else {
      ++at;
    }
  }
  return found;
}

std::size_t date_at(std::string_view text, std::size_t at) {
  const auto date = numeric_at(text, at);
  if (!date) return 0;
  const bool is_date = !iso_of(*date, false).empty() || !iso_of(*date, true).empty();
  return is_date && date->sizes[0] + date->sizes[1] + date->sizes[2] <= 8 ? date->end : 0;
}

}  // namespace portfix
