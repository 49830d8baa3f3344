#include "report/told_deadline.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "notice/ascii.hpp"
#include "report/calendar.hpp"

namespace portfix {
namespace {

constexpr std::uint32_t kLookBack = 80;  // bytes before a day
constexpr int kMostDays = 120;           // nobody waits longer for an answer

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.ends_with(word); });
}

/// What the reader is to do about a rejection.
bool asks(std::string_view words) {
  return has_any(words, {"respond", "response", "reply", "answer", "correct", "supplement", " sup ",
                         "resubmit", "re-submit", "return", "provide", "send", "update", "submit",
                         "resolve", "clear", "action required"});
}

/// What becomes of the order otherwise.
bool threatens(std::string_view words) {
  return has_any(words, {"cancel", "expire", "abandon", "closed", "will close", "void"});
}

/// What else is due within days: the writer's own answer, or the age of a paper.
bool is_of_others(std::string_view words) {
  return has_any(words, {"we will", "we'll", "will respond", "will reply", "will answer",
                         "carrier has", "provider has", "dated", "signed", "bill", "statement",
                         "invoice", "complete", "activat", "foc "});
}

/// Whether the words before a day make it the last one for an answer.
bool announces(std::string_view words) {
  while (!words.empty() && (words.back() == ' ' || words.back() == ':')) words.remove_suffix(1);
  if (is_of_others(words)) return false;
  if (ends_with_any(words, {"response due", "response due date", "respond by", "reply by",
                            "answer by", "deadline", "reply needed by", "response deadline"})) {
    return true;
  }
  const bool asked = asks(words) || threatens(words);
  if (asked && ends_with_any(words, {" by", " no later than", " not later than", " latest by"})) {
    return true;
  }
  if (asked && !has_any(words, {" not ", "n't "}) && ends_with_any(words, {" before", " until"})) {
    return true;
  }
  return threatens(words) && ends_with_any(words, {" on", " after", " if not corrected by"});
}

const Clause* clause_at(const Notice& notice, std::uint32_t place) {
  const auto after = std::upper_bound(
      notice.clauses.begin(), notice.clauses.end(), place,
      [](std::uint32_t at, const Clause& clause) { return at < clause.text.begin; });
  return after == notice.clauses.begin() ? nullptr : &*std::prev(after);
}

bool is_new(const Clause& clause) {
  return clause.kind != ClauseKind::quoted && clause.kind != ClauseKind::header &&
         clause.kind != ClauseKind::signature;
}

/// The number that ends in `words`, as in "within 10" and "within ten"; 0 = none.
int number_at_end(std::string_view words) {
  constexpr std::array<std::pair<std::string_view, int>, 12> kNumbers = {{{"two", 2},
                                                                          {"three", 3},
                                                                          {"four", 4},
                                                                          {"five", 5},
                                                                          {"six", 6},
                                                                          {"seven", 7},
                                                                          {"ten", 10},
                                                                          {"fourteen", 14},
                                                                          {"fifteen", 15},
                                                                          {"twenty", 20},
                                                                          {"thirty", 30},
                                                                          {"forty-five", 45}}};
  while (!words.empty() && (words.back() == ' ' || words.back() == ')')) words.remove_suffix(1);
  for (const auto& [word, number] : kNumbers) {
    if (words.ends_with(word) && words.ends_with(' ' + std::string(word))) return number;
  }
  int number = 0;
  int digits = 0;
  for (int unit = 1; !words.empty() && words.back() >= '0' && words.back() <= '9'; unit *= 10) {
    if (++digits > 3) return 0;
    number += (words.back() - '0') * unit;
    words.remove_suffix(1);
  }
  const bool is_whole = words.empty() || words.back() == ' ' || words.back() == '(';
  return is_whole ? number : 0;
}

/// "within 10 business days" of a clause that asks for an answer, counted from `day`.
std::string counted(std::string_view words, std::string_view day,
                    std::span<const HolidayRow> holidays) {
  const bool to_reader =
      has_any(words, {"please", "you ", "must", "need", "require", "or the", "otherwise"});
  if (is_of_others(words) || !(asks(words) || threatens(words))) return {};
  if (!to_reader && !threatens(words)) return {};
  for (auto at = words.find("day"); at != words.npos; at = words.find("day", at + 1)) {
    std::string_view before = words.substr(0, at);
    bool is_business = false;
    for (const auto& [unit, business] :
         {std::pair{"business ", true}, {"working ", true}, {"calendar ", false}}) {
      if (!before.ends_with(unit)) continue;
      before.remove_suffix(std::string_view(unit).size());
      is_business = business;
      break;
    }
    const int days = number_at_end(before);
    const std::string_view near =
        before.substr(before.size() - std::min<std::size_t>(24, before.size()));
    if (days == 0 || days > kMostDays || !has_any(near, {"within", " have ", " in ", "has "}))
      continue;
    return is_business ? add_business_days(day, days, holidays) : add_days(day, days);
  }
  return {};
}

}  // namespace

std::string told_deadline(const Notice& notice, std::span<const NamedDate> dates,
                          std::span<const HolidayRow> holidays) {
  const auto dated = std::find_if(dates.begin(), dates.end(),
                                  [](const NamedDate& date) { return date.name == "notice"; });
  const std::string day = dated == dates.end() ? std::string{} : dated->iso;
  std::string out;
  const auto keep = [&](const std::string& end) {
    if (!end.empty() && end >= day && (out.empty() || end < out)) out = end;
  };
  for (const DateMention& date : notice.dates) {
    const Clause* clause = clause_at(notice, date.at.begin);
    if (clause == nullptr || !is_new(*clause)) continue;
    const std::uint32_t begin =
        std::max(clause->text.begin, date.at.begin > kLookBack ? date.at.begin - kLookBack : 0);
    std::string words = to_lower(notice.at(clause->label)) + ' ';
    words += to_lower(notice.at({begin, date.at.begin}));
    if (announces(words)) keep(date.iso);
  }
  if (day.empty()) return out;
  for (const Clause& clause : notice.clauses) {
    if (!is_new(clause)) continue;
    const std::string words =
        to_lower(notice.at(clause.label)) + ' ' + to_lower(notice.at(clause.text));
    keep(counted(words, day, holidays));
  }
  return out;
}

}  // namespace portfix
