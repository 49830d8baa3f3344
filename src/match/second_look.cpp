#include "match/second_look.hpp"

#include <algorithm>

namespace portfix {
namespace {

/// True if everything that hides `small` is a mere phrase, or is a predicate as well.
bool hidden_in_vain(const ClauseScan& unit, const Occurrence& small) {
  const bool speaks = small.role == Role::subject || small.role == Role::predicate;
  if (!small.hidden || !speaks) return false;
  if (unit.tokens[small.begin].modal) return false;
  const bool negated =
      small.begin > 0 && (unit.tokens[small.begin - 1].flags & word_flag::negator) != 0;
  if (negated) return false;
  return std::all_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& big) {
    const bool covers = big.kind == AtomKind::meaning && big.begin <= small.begin &&
                        small.end <= big.end && big.end - big.begin > small.end - small.begin;
    const bool same = big.role == Role::predicate && small.role == Role::predicate;
    return !covers || (!big.negated && (big.role == Role::plain || same));
  });
}

bool uncover(ClauseScan& unit) {
  std::vector<std::size_t> freed;
  for (std::size_t i = 0; i < unit.found.size(); ++i) {
    if (hidden_in_vain(unit, unit.found[i])) freed.push_back(i);
  }
  for (const std::size_t i : freed) unit.found[i].hidden = false;
  return !freed.empty();
}

bool take_numbers(ClauseScan& unit, const Notice& notice, const TableView& table) {
  const std::uint32_t atom = table.header().number_atom;
  if (atom == none || notice.numbers.empty() || unit.tokens.empty()) return false;
  const Range at{unit.tokens.front().at.begin, unit.tokens.back().at.end};
  const std::size_t before = unit.found.size();
  auto number = std::lower_bound(
      notice.numbers.begin(), notice.numbers.end(), at.begin,
      [](const NumberMention& mention, std::uint32_t begin) { return mention.at.begin < begin; });
  for (; number != notice.numbers.end() && number->at.end <= at.end; ++number) {
    insert_mention(unit, number->at, atom, table.atoms()[atom].role);
  }
  return unit.found.size() > before;
}

/// The last subject of the unit before, in front of a unit that has none and says "it".
bool borrow_subject(ClauseScan& unit, const ClauseScan& before) {
  const Occurrence* subject = nullptr;
  for (const Occurrence& found : before.found) {
    if (found.role == Role::subject && !found.hidden) subject = &found;
  }
  if (subject == nullptr) return false;
  const auto size = subject->end - subject->begin;
  const auto tokens = before.tokens.begin() + static_cast<std::ptrdiff_t>(subject->begin);
  unit.tokens.insert(unit.tokens.begin(), tokens, tokens + static_cast<std::ptrdiff_t>(size));
  for (std::uint32_t i = 0; i < size; ++i) unit.tokens[i].chunk = unit.tokens[size].chunk;
  for (Occurrence& found : unit.found) {
    found.begin += size;
    found.end += size;
  }
  Occurrence borrowed = *subject;
  borrowed.begin = 0;
  borrowed.end = size;
  unit.found.insert(unit.found.begin(), borrowed);
  unit.borrowed = size;
  return true;
}

}  // namespace

std::vector<ClauseScan> second_looks(const Notice& notice, const std::vector<ClauseScan>& units,
                                     std::size_t unit, const TableView& table) {
  std::vector<ClauseScan> looks;
  ClauseScan look = units[unit];
  if (uncover(look)) looks.push_back(look);
  if (!look.has(Role::predicate)) return looks;
  const bool no_subject = !look.has(Role::subject);
  if (take_numbers(look, notice, table)) looks.push_back(look);
  const bool follows =
      unit > 0 && units[unit].clause - units[unit - 1].clause <= 1 &&
      !look.has(Role::rejection);  // of "they rejected it", the order is the subject
  const bool stated = std::none_of(look.tokens.begin(), look.tokens.end(),
                                   [](const Token& token) { return token.modal; });
  if (no_subject && follows && stated && look.refers && borrow_subject(look, units[unit - 1])) {
    looks.push_back(std::move(look));
  }
  return looks;
}

}  // namespace portfix
