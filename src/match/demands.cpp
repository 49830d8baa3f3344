#include "match/demands.hpp"

#include <algorithm>
#include <optional>

namespace portfix {
namespace {

constexpr std::uint32_t kMostPlaces = 10;  // where "not" is tried

/// The tokens of a unit, [begin, end).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool has(std::uint32_t at) const { return begin <= at && at < end; }
};

/// Says, outside of the condition, that the port was turned down or does not go on.
bool refuses(const ClauseScan& unit, Span condition) {
  if (unit.has(Role::advice)) return false;  // "Do not cancel the service until …"
  const auto outside = [&](std::uint32_t at) { return !condition.has(at); };
  bool no = false;
  for (std::uint32_t at = 0; at < unit.tokens.size(); ++at) {
    const bool negator = (unit.tokens[at].flags & word_flag::negator) != 0;
    if (!negator || !outside(at)) continue;
    const bool cannot = at > 0 && (unit.tokens[at - 1].flags & word_flag::modal) != 0;
    if (cannot || unit.tokens[at].modal) return true;  // "cannot", "will not"
    no = true;
  }
  return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
    if (found.hidden || !outside(found.begin)) return false;
    return (found.role == Role::rejection && !found.negated) || (found.role == Role::porting && no);
  });
}

/// What follows "until": all of it behind the refusal, else up to the comma ("Unless the freeze is
/// lifted, the port cannot go ahead").
Span condition_behind(const ClauseScan& unit, const Occurrence& until) {
  const auto size = static_cast<std::uint32_t>(unit.tokens.size());
  if (until.begin > 0) return {until.end, size};
  std::uint32_t end = until.end;
  while (end < size && unit.tokens[end].chunk == unit.tokens[until.end].chunk) ++end;
  return {until.end, end};
}

/// The word that rules are written with.
std::optional<Token> negation(const TableView& table) {
  const WordSlot* slot = table.find_word("not");
  if (slot == nullptr) return std::nullopt;
  Token token;
  token.word = slot->id;
  token.flags = slot->flags;
  return token;
}

}  // namespace

std::vector<Demand> demands_of(const ClauseScan& unit, const TableView& table) {
  std::vector<Demand> demands;
  const auto until = std::find_if(
      unit.found.begin(), unit.found.end(),
      [](const Occurrence& found) { return found.role == Role::until && !found.hidden; });
  if (until == unit.found.end()) return demands;
  const Span condition = condition_behind(unit, *until);
  if (condition.begin >= condition.end || !refuses(unit, condition)) return demands;
  const std::optional<Token> no = negation(table);
  if (!no) return demands;

  ClauseScan plain = unit;
  plain.tokens.assign(unit.tokens.begin() + condition.begin, unit.tokens.begin() + condition.end);
  plain.turns = false;
  plain.borrowed = 0;
  const auto places = std::min(condition.end - condition.begin, kMostPlaces);
  for (std::uint32_t place = 0; place < places; ++place) {
    Demand demand{plain, place};
    Token inserted = *no;
    inserted.at = plain.tokens[place].at;
    inserted.chunk = plain.tokens[place].chunk;
    demand.unit.tokens.insert(demand.unit.tokens.begin() + place, inserted);
    for (Token& token : demand.unit.tokens) token.modal = false;
    recognise(demand.unit, table);
    demands.push_back(std::move(demand));
  }
  return demands;
}

}  // namespace portfix
