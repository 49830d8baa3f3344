#include "report/not_before.hpp"

#include <algorithm>
#include <string_view>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::uint32_t kLookBack = 64;  // bytes

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

/// Whether the words before a day make it the first one that is allowed.
bool announces(std::string_view words) {
  if (has_any(words, {"not before", "no earlier than", "not earlier than", "no sooner than",
                      "not sooner than", "on or after", "not until", "nicht vor", "frühestens",
                      "no antes del", "pas avant le", "earliest date", "earliest possible"})) {
    return true;
  }
  if (has_any(words, {" before "}) && has_any(words, {" not ", "n't ", "cannot "}) &&
      has_any(words, {"submit", "retry", "again", "send", "new request", "new order"})) {
    return true;
  }
  const bool again = has_any(words, {"resubmit", "submit again", "send again", "retry", "try again",
                                     "re-submit", "port again", "eligible", "can be ported"});
  if (again && has_any(words, {" after ", " from ", " on ", " starting "})) return true;
  return has_any(words, {" until ", " till ", "expires on", "ends on", "lifts on", "lifted on"}) &&
         has_any(words, {"lock", "wait", "protect", "restrict", "freeze", "frozen", "block",
                         "ineligible"});
}

}  // namespace

std::string not_before(const Notice& notice) {
  std::string out;
  for (const DateMention& date : notice.dates) {
    const auto after = std::upper_bound(
        notice.clauses.begin(), notice.clauses.end(), date.at.begin,
        [](std::uint32_t place, const Clause& clause) { return place < clause.text.begin; });
    if (after == notice.clauses.begin()) continue;
    const Clause& clause = *std::prev(after);
    if (clause.kind == ClauseKind::quoted || clause.kind == ClauseKind::header) continue;
    const std::uint32_t begin =
        std::max(clause.text.begin, date.at.begin > kLookBack ? date.at.begin - kLookBack : 0);
    std::string words = to_lower(notice.at(clause.label)) + ' ';
    words += to_lower(notice.at({begin, date.at.begin}));
    if (announces(words)) out = std::max(out, date.iso);
  }
  return out;
}

}  // namespace portfix
