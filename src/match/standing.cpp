#include "match/standing.hpp"

#include <algorithm>
#include <set>

#include "match/field_names.hpp"

namespace portfix {
namespace {

/// A text of so few clauses is a wording that somebody looks up, not a letter.
constexpr std::size_t kFewClauses = 3;

/// So many reasons at once, and no order that they concern: a list of what can go wrong.
constexpr std::size_t kManyReasons = 4;

/// The class of evidence that is reported: the loudest that occurs. Advice alone says something
/// only where a rejection is spoken of, and hints not where all goes its way; in a brief text all
/// that is not history counts.
Voice quietest_that_counts(const std::vector<Candidate>& candidates, bool rejection, bool benign,
                           bool brief) {
  Voice voice = Voice::silent;
  for (const Candidate& candidate : candidates) voice = std::max(voice, candidate.voice);
  if (voice >= Voice::asserts) return Voice::asserts;  // codes and statements weigh the same
  if (brief && voice != Voice::silent) return Voice::supposes;
  const bool hints = voice == Voice::hints && (rejection || !benign);
  return hints || (voice == Voice::advises && rejection) ? voice : Voice::names;
}

/// True if many clauses give a reason each, and another one.
bool lists_reasons(const std::vector<Candidate>& all) {
  std::set<std::uint32_t> reasons;
  std::set<std::uint32_t> clauses;
  for (const Candidate& candidate : all) {
    if (candidate.voice < Voice::hints) continue;
    reasons.insert(candidate.reason);
    clauses.insert(candidate.evidence.clause);
  }
  return reasons.size() >= kManyReasons && clauses.size() >= kManyReasons;
}

}  // namespace

StandingReader::StandingReader(const Notice& notice, const std::vector<ClauseScan>& units,
                               const TableView& table, const Context& context,
                               const NumberIndex& numbers, const PatternReading& text)
    : notice_(notice),
      table_(table),
      numbers_(numbers),
      text_(text),
      names_order_(!numbers.all().empty() || !context.order_id.empty()) {
  read_status_fields(units, context);
}

void StandingReader::read_status_fields(const std::vector<ClauseScan>& units,
                                        const Context& context) {
  const auto tells_status = [&](const ClauseScan& unit) {
    return notice_.clauses[unit.clause].kind != ClauseKind::quoted &&
           is_field(notice_, unit, table_, context.provider, "status") &&
           !is_field(notice_, unit, table_, context.provider, "code");
  };
  bool any_well = false;
  for (const ClauseScan& unit : units) {
    const Clause& clause = notice_.clauses[unit.clause];
    if (clause.label.empty() && clause.path.empty()) continue;
    const Verdict verdict = verdict_of(clause, unit);
    const bool well = text_.settled_clauses.contains(unit.clause);
    if ((verdict == Verdict::nothing && !well) || !tells_status(unit)) continue;
    if (verdict == Verdict::rejected) {
      status_ = verdict;
      order_is_well_ = false;
      return;
    }
    if (verdict == Verdict::fine) status_ = verdict;
    any_well = any_well || well;
    order_is_well_ = order_is_well_ || (well && numbers_.speaks_for_all(clause.group));
  }
  if (any_well && !order_is_well_) {  // beside a number, but there is no other status
    order_is_well_ = std::count_if(units.begin(), units.end(), tells_status) == 1;
  }
}

/// More of it speaks of something else than of moving numbers. One such phrase does not outweigh a
/// reason for numbers that it names: a footer may praise an app.
bool StandingReader::is_foreign(const std::vector<Candidate>& all) const {
  const bool by_the_way = text_.foreign == 1 && !numbers_.all().empty() &&
                          std::any_of(all.begin(), all.end(), [](const Candidate& candidate) {
                            return candidate.voice >= Voice::asserts;
                          });
  return text_.foreign > text_.porting + (by_the_way ? 1 : 0);
}

Standing StandingReader::standing_of(const std::vector<Candidate>& all) const {
  if (is_foreign(all)) return Standing::foreign;
  if (order_is_well_) return Standing::done;
  // A guide says so before it comes to reasons; "Help center" below a refusal is its footer.
  const bool leads = std::none_of(all.begin(), all.end(), [&](const Candidate& candidate) {
    return candidate.voice >= Voice::hints && candidate.evidence.clause < text_.general_at;
  });
  if (text_.general != none && leads && (text_.general_title || !names_order_ || !text_.refused)) {
    return Standing::general;
  }
  if (!names_order_ && lists_reasons(all)) return Standing::general;
  if (text_.document != none && !text_.refused) return Standing::document;
  if (text_.settled == none) return Standing::open;
  // Of several numbers, one may be well and another refused.
  const bool overcome = one_number() && (text_.done || !text_.refused_last);
  return !text_.refused || overcome ? Standing::settled : Standing::open;
}

std::uint32_t StandingReader::kind_of(Standing standing) const {
  if (standing == Standing::foreign) {
    const auto kinds = table_.benign();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [](const BenignRow& row) {
      return row.standing == Standing::foreign;
    });
    return kind == kinds.end() ? none : static_cast<std::uint32_t>(kind - kinds.begin());
  }
  if (standing == Standing::general && text_.general != none) return text_.general;
  if (standing == Standing::document) return text_.document;
  return text_.settled != none ? text_.settled : text_.benign;
}

bool StandingReader::silences(Standing standing, const Candidate& candidate) const {
  switch (standing) {
    case Standing::open:
      return false;
    case Standing::foreign:
      return !candidate.named;
    case Standing::document:  // "no reply from Verizon; you need not do anything" holds the order
                              // up
      return candidate.voice < Voice::asserts || !names_order_ ||
             table_.reasons()[candidate.reason].owner != Owner::losing_carrier;
    case Standing::general:
    case Standing::done:
      return true;
    case Standing::settled:
      break;
  }
  const bool final = text_.done && one_number();  // of several numbers, one may be well
  const bool later = candidate.turns || (!final && candidate.evidence.clause > text_.settled_at);
  return candidate.voice != Voice::names && !later;
}

void StandingReader::divide(std::vector<Candidate> all, Standing standing,
                            std::vector<Candidate>& strong, std::vector<Candidate>& weak) const {
  std::vector<Candidate> rest;
  for (Candidate& candidate : all) {
    if (silences(standing, candidate)) {
      weak.push_back(std::move(candidate));
      continue;
    }
    const bool last_resort = table_.reasons()[candidate.reason].last_resort;
    (last_resort ? rest : strong).push_back(std::move(candidate));
  }
  const bool brief =
      notice_.clauses.size() <= kFewClauses && text_.benign == none && numbers_.all().empty();
  for (auto* list : {&strong, &rest}) {
    const bool few = brief && list == &strong;
    const Voice voice = quietest_that_counts(*list, text_.rejection, text_.benign != none, few);
    std::set<std::uint32_t> explained;  // rows that have a reason
    for (const Candidate& candidate : *list) {
      const std::uint32_t place = numbers_.place_of(candidate.evidence.clause);
      if (candidate.voice >= voice && !numbers_.speaks_for_all(place)) explained.insert(place);
    }
    const auto counts = [&](const Candidate& candidate) {
      if (candidate.voice >= voice) return true;
      const std::uint32_t place = numbers_.place_of(candidate.evidence.clause);
      return !explained.empty() && candidate.voice == Voice::hints &&
             !numbers_.speaks_for_all(place) && !explained.contains(place);
    };
    const auto quiet = std::stable_partition(list->begin(), list->end(), counts);
    std::move(quiet, list->end(), std::back_inserter(weak));
    list->erase(quiet, list->end());
  }
  auto& into = strong.empty() ? strong : weak;
  std::move(rest.begin(), rest.end(), std::back_inserter(into));
}

}  // namespace portfix
