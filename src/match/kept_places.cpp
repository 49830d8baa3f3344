#include "match/kept_places.hpp"

#include <algorithm>

#include "match/secret_values.hpp"
#include "match/secret_words.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::size_t kPhoneEnd = 4;  // digits by which people name one of several numbers

}  // namespace

std::uint32_t clause_at(const Notice& notice, std::uint32_t at) {
  const auto after = std::upper_bound(
      notice.clauses.begin(), notice.clauses.end(), at,
      [](std::uint32_t place, const Clause& clause) { return place < clause.text.begin; });
  if (after == notice.clauses.begin()) return none;
  return static_cast<std::uint32_t>(after - notice.clauses.begin()) - 1;
}

KeptPlaces::KeptPlaces(const Notice& notice, const Findings& findings) : notice_(notice) {
  for (const NumberMention& number : notice.numbers) {
    phones_.push_back(number.at);
    const std::string_view digits = number.e164;
    phone_ends_.emplace_back(digits.substr(digits.size() - std::min(digits.size(), kPhoneEnd)),
                             phone_ends_.size());
  }
  std::sort(phone_ends_.begin(), phone_ends_.end());
  for (const DateMention& date : notice.dates) {
    (is_birth(date) ? births_ : dates_).push_back(date.at);
  }
  for (const auto* list : {&findings.reasons, &findings.weaker}) {
    for (const Finding& finding : *list) {
      for (const Evidence& evidence : finding.evidence) {
        if (evidence.kind == Evidence::Kind::code) codes_.push_back(evidence.at);
      }
    }
  }
  for (const UnknownCode& code : findings.unknown_codes) codes_.push_back(code.at);
  for (const Range& code : codes_) code_words_.insert(notice.at(code));
  keep_order_id(findings);
  kept_.insert(kept_.end(), phones_.begin(), phones_.end());
  kept_.insert(kept_.end(), dates_.begin(), dates_.end());
  for (auto* list : {&phones_, &dates_, &births_, &codes_, &kept_}) sort(*list);
}

bool KeptPlaces::has_whole(Range at) const {
  if (!has(at)) return false;
  const auto digits = [&](Range range) {
    const auto text = notice_.at(range);
    return std::count_if(text.begin(), text.end(), is_digit);
  };
  auto rest = digits(at);
  auto range = std::partition_point(kept_.begin(), kept_.end(),
                                    [&](const Range& other) { return other.end <= at.begin; });
  for (; range != kept_.end() && range->begin < at.end; ++range) {
    rest -= digits({std::max(range->begin, at.begin), std::min(range->end, at.end)});
  }
  return rest <= 0;
}

bool KeptPlaces::has_phone_of(Range at) const {
  const auto digits = notice_.at(at);
  if (digits.size() < kPhoneEnd || !std::all_of(digits.begin(), digits.end(), is_digit)) {
    return false;
  }
  const auto end = digits.substr(digits.size() - kPhoneEnd);
  auto next =
      std::lower_bound(phone_ends_.begin(), phone_ends_.end(), std::pair(end, std::size_t{0}));
  for (; next != phone_ends_.end() && next->first == end; ++next) {
    if (notice_.numbers[next->second].e164.ends_with(digits)) return true;
  }
  return false;
}

bool KeptPlaces::is_open(Range at, Range within) const {
  return !has(at) && !has_code(at) && !has_phone_of(at) && !is_explained(notice_.text, at, within);
}

void KeptPlaces::sort(std::vector<Range>& ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const Range& a, const Range& b) { return a.begin < b.begin; });
  std::size_t size = 0;
  for (const Range& range : ranges) {
    if (size > 0 && range.begin < ranges[size - 1].end) {
      ranges[size - 1].end = std::max(ranges[size - 1].end, range.end);
    } else {
      ranges[size++] = range;
    }
  }
  ranges.resize(size);
}

bool KeptPlaces::overlap(const std::vector<Range>& ranges, Range at) {
  const auto after =
      std::lower_bound(ranges.begin(), ranges.end(), at.end,
                       [](const Range& range, std::uint32_t end) { return range.begin < end; });
  return after != ranges.begin() && std::prev(after)->end > at.begin;
}

/// Wherever it stands as a word of its own: "40-881" of "order 40-881", not of "140-881".
void KeptPlaces::keep_order_id(const Findings& findings) {
  const std::string_view text = notice_.text;
  const std::string_view id = findings.order_id;
  const auto inner = [&](std::size_t at) { return at < text.size() && is_alnum(text[at]); };
  if (id.empty()) return;
  for (auto at = text.find(id); at != text.npos; at = text.find(id, at + id.size())) {
    if ((at > 0 && inner(at - 1)) || inner(at + id.size())) continue;
    kept_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + id.size())});
  }
}

/// Whether the words beside a date, or those above it, say that somebody was born on it.
bool KeptPlaces::is_birth(const DateMention& date) const {
  constexpr std::uint32_t kBefore = 64;  // bytes
  constexpr std::uint32_t kAfter = 32;
  constexpr std::uint32_t kLongestHeading = 48;
  Range near{date.at.begin > kBefore ? date.at.begin - kBefore : 0,
             std::min(static_cast<std::uint32_t>(notice_.text.size()), date.at.end + kAfter)};
  if (const std::uint32_t index = clause_at(notice_, date.at.begin); index != none) {
    const Clause& clause = notice_.clauses[index];
    if (tells_of_birth(notice_.at(clause.label))) return true;
    if (date.at.begin <= clause.text.begin + 2 && index > 0) {
      const Clause& above = notice_.clauses[index - 1];
      if (above.text.size() <= kLongestHeading && tells_of_birth(notice_.at(above.text))) {
        return true;
      }
    }
    near.begin = std::max(near.begin, clause.text.begin);
    near.end = std::min(near.end, std::max(clause.text.end, date.at.end));
  }
  return tells_of_birth(near.in(notice_.text));
}

}  // namespace portfix
