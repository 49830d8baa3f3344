#include "notice/history.hpp"

#include <algorithm>
#include <string>

#include "base/words.hpp"

namespace portfix {
namespace {

struct Entry {
  EntryClauses clauses;
  std::string_view date;
  std::string_view status;
};

bool has_word(std::string_view text, std::string_view list) {
  const Words words = split_words(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto at = list.find(words[i]);
    if (at == list.npos || words[i].empty()) continue;
    if (list[at - 1] == ' ' && list[at + words[i].size()] == ' ') return true;
  }
  return false;
}

}  // namespace

bool names_history(std::string_view key) {
  return has_word(key, " history timeline log activity audit transition ");
}

bool names_the_past(std::string_view key) {
  return has_word(key, " previou previous prior former earlier resolved cleared ") &&
         has_word(key, " rejection reject error exception issue problem reason statu status ");
}

void set_aside(NoticeBuilder& builder, EntryClauses entry) {
  for (std::size_t i = entry.first; i < entry.last; ++i) {
    builder.notice.clauses[i].kind = ClauseKind::quoted;
  }
}

void settle_history(NoticeBuilder& builder, const std::vector<EntryClauses>& entries) {
  Notice& notice = builder.notice;
  std::vector<Entry> list;
  for (const EntryClauses clauses : entries) {
    Entry entry{clauses, {}, {}};
    for (std::size_t i = clauses.first; i < clauses.last; ++i) {
      const auto label = notice.at(notice.clauses[i].label);
      const auto value = notice.at(notice.clauses[i].text);
      if (entry.date.empty() && has_word(label, " date time timestamp at created updated ")) {
        entry.date = value;
      } else if (entry.status.empty() && has_word(label, " statu status state new ")) {
        entry.status = value;
      }
    }
    if (entry.date.empty() || entry.status.empty()) return;
    if (!list.empty() && list.front().date.size() != entry.date.size()) {
      // "2026-02-03T14:00:00Z" and "2026-02-03T14:00:00.5Z" compare as text, others do not
      if (entry.date.size() < 10 || list.front().date.size() < 10) return;
    }
    list.push_back(entry);
  }
  if (list.size() < 2) return;
  std::stable_sort(list.begin(), list.end(),
                   [](const Entry& a, const Entry& b) { return a.date < b.date; });
  const auto status = list.back().status;
  bool old = false;
  for (auto entry = list.rbegin(); entry != list.rend(); ++entry) {
    old = old || entry->status != status;
    if (old) set_aside(builder, entry->clauses);
  }
}

}  // namespace portfix
