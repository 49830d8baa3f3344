#include "match/notice_date.hpp"

#include <algorithm>
#include <array>

namespace portfix {
namespace {

constexpr std::uint32_t kNearby = 60;  // bytes between the rejecting words and the date

/// Letters only, in lower case: "Last-Modified Date" and "lastModifiedDate" are one name.
std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
    if (c >= 'a' && c <= 'z') out += c;
  }
  return out;
}

/// How well a field of that name tells the day of the rejection; 0 = not at all.
int rank_of(std::string_view label) {
  const std::string name = folded(label);
  constexpr std::array<std::string_view, 6> sure = {"rejectedat",   "rejectedon", "rejectiondate",
                                                    "daterejected", "rejectdate", "lastdeclinedat"};
  constexpr std::array<std::string_view, 12> fair = {
      "date",     "sent",      "datesent",        "sentat",           "received",   "noticedate",
      "datetime", "updatedat", "datelastupdated", "lastmodifieddate", "occurredat", "lastupdated"};
  if (std::find(sure.begin(), sure.end(), name) != sure.end()) return 3;
  if (std::find(fair.begin(), fair.end(), name) != fair.end()) return 1;
  return name == "lastdateupdated" ? 1 : 0;
}

std::string_view last_part(std::string_view path) { return path.substr(path.rfind('.') + 1); }

/// Whether the date stands close behind words that reject.
bool is_behind_rejection(const Notice& notice, const ClauseScan& unit, Range date) {
  if (notice.clauses[unit.clause].kind == ClauseKind::quoted) return false;
  return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
    if (found.role != Role::rejection || found.negated) return false;
    const std::uint32_t end = unit.tokens[found.end - 1].at.end;
    return end <= date.begin && date.begin - end <= kNearby;
  });
}

}  // namespace

std::string notice_date(const Notice& notice, const std::vector<ClauseScan>& units) {
  std::string best;
  int best_rank = 0;
  for (const ClauseScan& unit : units) {
    const Clause& clause = notice.clauses[unit.clause];
    auto date = std::lower_bound(
        notice.dates.begin(), notice.dates.end(), clause.text.begin,
        [](const DateMention& mention, std::uint32_t begin) { return mention.at.begin < begin; });
    for (; date != notice.dates.end() && date->at.end <= clause.text.end; ++date) {
      int rank = std::max(rank_of(clause.label.in(notice.text)), rank_of(last_part(clause.path)));
      if (rank == 0 && is_behind_rejection(notice, unit, date->at)) rank = 2;
      if (rank <= best_rank) continue;
      best_rank = rank;
      best = date->iso;
    }
  }
  return best;
}

}  // namespace portfix
