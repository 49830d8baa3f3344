#include "match/numbers.hpp"

#include <algorithm>

namespace portfix {
namespace {

constexpr std::size_t kLongestStatus = 5;  // tokens

}  // namespace

Verdict verdict_of(const Clause& clause, const ClauseScan& unit) {
  Verdict verdict = Verdict::nothing;
  std::size_t tokens = 0;
  for (const Token& token : unit.tokens) tokens += token.at.begin >= clause.text.begin ? 1U : 0U;
  for (const Occurrence& found : unit.found) {
    if (unit.tokens[found.begin].at.begin < clause.text.begin || found.hidden) continue;
    if (found.role == Role::rejection) return Verdict::rejected;
    const bool whole = found.end - found.begin == tokens;
    const bool good = found.role == Role::success || (found.role == Role::fine && whole);
    if (good && !found.negated && tokens <= kLongestStatus) verdict = Verdict::fine;
  }
  return verdict;
}

NumberIndex::NumberIndex(const Notice& notice) : notice_(notice) {
  std::unordered_map<std::string, std::uint32_t> known;
  for (const NumberMention& number : notice.numbers) {
    const auto [entry, added] =
        known.try_emplace(number.e164, static_cast<std::uint32_t>(all_.size()));
    if (added) all_.push_back(number.e164);
    own_[number.group].push_back(entry->second);
    for (auto group = number.group; group != none; group = notice.groups[group].parent) {
      inside_[group].push_back(entry->second);
    }
  }
  for (std::uint32_t i = 0; i < notice.clauses.size() && !notice.numbers.empty(); ++i) {
    const Clause& clause = notice.clauses[i];
    if (clause.kind != ClauseKind::sentence) continue;
    auto number = std::lower_bound(
        notice.numbers.begin(), notice.numbers.end(), clause.text.begin,
        [](const NumberMention& mention, std::uint32_t at) { return mention.at.begin < at; });
    for (; number != notice.numbers.end() && number->at.end <= clause.text.end; ++number) {
      inside_[place_of_sentence(i)].push_back(known.at(number->e164));
    }
  }
  for (auto& [place, numbers] : inside_) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  }
}

std::uint32_t NumberIndex::place_of_sentence(std::uint32_t clause) const {
  return static_cast<std::uint32_t>(notice_.groups.size()) + clause;
}

void NumberIndex::find_fine(const std::vector<ClauseScan>& units) {
  fine_rows_.clear();
  fine_numbers_.clear();
  std::set<std::uint32_t> rejected;
  for (const ClauseScan& unit : units) {
    const Clause& clause = notice_.clauses[unit.clause];
    if (clause.group == 0 || !has_own(clause.group)) continue;
    const Verdict verdict = verdict_of(clause, unit);
    if (verdict == Verdict::fine) fine_rows_.insert(clause.group);
    if (verdict == Verdict::rejected && clause.kind != ClauseKind::quoted) {
      rejected.insert(clause.group);
    }
  }
  for (const std::uint32_t row : rejected) fine_rows_.erase(row);
  for (const std::uint32_t row : fine_rows_) {
    const Numbers& numbers = own_.at(row);
    fine_numbers_.insert(numbers.begin(), numbers.end());
  }
  for (const auto& [group, numbers] : own_) {
    if (fine_rows_.contains(group)) continue;
    for (const std::uint32_t number : numbers) fine_numbers_.erase(number);
  }
  if (fine_numbers_.size() == all_.size()) fine_rows_.clear();
  if (fine_rows_.empty()) fine_numbers_.clear();
  find_fine_sentences(units);
}

/// "0188 and 0189 are set for Friday."
void NumberIndex::find_fine_sentences(const std::vector<ClauseScan>& units) {
  fine_in_words_.clear();
  for (const ClauseScan& unit : units) {
    const Numbers* numbers = inside(place_of_sentence(unit.clause));
    if (numbers == nullptr || unit.has(Role::rejection) || unit.has(Role::predicate)) continue;
    const bool stated = !unit.has(Role::condition) && !unit.has(Role::advice);
    if (stated && unit.has(Role::success)) {
      fine_in_words_.insert(numbers->begin(), numbers->end());
    }
  }
  if (fine_in_words_.size() == all_.size()) fine_in_words_.clear();
}

bool NumberIndex::speaks_for_all(std::uint32_t group) const {
  const auto own = own_.find(group);
  if (group == 0 || own == own_.end()) return true;
  return std::set<std::uint32_t>(own->second.begin(), own->second.end()).size() == all_.size();
}

bool NumberIndex::in_fine_row(std::uint32_t clause) const {
  if (fine_rows_.empty()) return false;
  for (auto group = notice_.clauses[clause].group; group != none;
       group = notice_.groups[group].parent) {
    if (fine_rows_.contains(group)) return true;
  }
  return false;
}

const NumberIndex::Numbers* NumberIndex::inside(std::uint32_t place) const {
  const auto found = inside_.find(place);
  return found == inside_.end() ? nullptr : &found->second;
}

std::uint32_t NumberIndex::place_of(std::uint32_t clause) const {
  if (inside(place_of_sentence(clause)) != nullptr) return place_of_sentence(clause);
  auto group = notice_.clauses[clause].group;
  while (group != 0 && group != none && inside(group) == nullptr) {
    group = notice_.groups[group].parent;
  }
  return group == none ? 0 : group;
}

std::vector<std::string> NumberIndex::of(const std::set<std::uint32_t>& places) const {
  std::set<std::uint32_t> around;
  for (const std::uint32_t place : places) {
    auto group = is_group(place) ? notice_.groups[place].parent
                                 : notice_.clauses[place - notice_.groups.size()].group;
    while (group != none && around.insert(group).second) group = notice_.groups[group].parent;
  }
  std::set<std::uint32_t> concerned;
  for (const std::uint32_t place : places) {
    const Numbers* numbers = inside(place);
    if (around.contains(place) || numbers == nullptr) continue;
    for (const std::uint32_t number : *numbers) {
      const bool fine = is_group(place) && (fine_in_words_.contains(number) ||
                                            (!has_own(place) && fine_numbers_.contains(number)));
      if (!fine) concerned.insert(number);
    }
  }
  std::vector<std::string> out;
  for (const std::uint32_t number : concerned) out.push_back(all_[number]);
  return out;
}

}  // namespace portfix
