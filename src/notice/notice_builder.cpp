#include "notice/notice_builder.hpp"

#include <utility>

#include "notice/dates.hpp"

namespace portfix {

Range NoticeBuilder::append(std::string_view value) {
  if (!notice.text.empty() && notice.text.back() != '\n') notice.text += '\n';
  const auto begin = static_cast<std::uint32_t>(notice.text.size());
  notice.text += value;
  return {begin, static_cast<std::uint32_t>(notice.text.size())};
}

std::uint32_t NoticeBuilder::add_group(std::uint32_t parent) {
  if (notice.groups.size() >= kMaxClauses) return parent;
  notice.groups.push_back({parent});
  return static_cast<std::uint32_t>(notice.groups.size() - 1);
}

void NoticeBuilder::add_clause(Clause clause) {
  if (full()) {
    note_limit();
    return;
  }
  notice.clauses.push_back(std::move(clause));
}

Notice NoticeBuilder::finish() {
  if (notice.numbers.empty()) notice.numbers = std::move(spare_);
  notice.dates = find_dates(notice.text, options_.country);
  return std::move(notice);
}

void NoticeBuilder::note_limit() {
  if (limit_noted_) return;
  limit_noted_ = true;
  notice.remarks.emplace_back("the notice is too long; only its beginning was read");
}

}  // namespace portfix
