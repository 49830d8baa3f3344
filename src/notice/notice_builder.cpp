#include "notice/notice_builder.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
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
  settle_spare_numbers();
  notice.dates = find_dates(notice.text, options_.country);
  return std::move(notice);
}

/// Where a number moves that is spare elsewhere, both places speak of it.
void NoticeBuilder::settle_spare_numbers() {
  if (spare_.empty()) return;
  if (notice.numbers.empty()) {
    notice.numbers = std::move(spare_);
    return;
  }
  std::set<std::string_view> known;
  for (const NumberMention& number : notice.numbers) known.insert(number.e164);
  std::vector<NumberMention> more;
  for (NumberMention& number : spare_) {
    if (known.contains(number.e164)) more.push_back(std::move(number));
  }
  if (more.empty()) return;
  std::move(more.begin(), more.end(), std::back_inserter(notice.numbers));
  std::stable_sort(
      notice.numbers.begin(), notice.numbers.end(),
      [](const NumberMention& a, const NumberMention& b) { return a.at.begin < b.at.begin; });
}

void NoticeBuilder::note_limit() {
  if (limit_noted_) return;
  limit_noted_ = true;
  notice.remarks.emplace_back("the notice is too long; only its beginning was read");
}

}  // namespace portfix
