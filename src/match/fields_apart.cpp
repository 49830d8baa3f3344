#include "match/fields_apart.hpp"

#include <algorithm>

#include "match/field_names.hpp"

namespace portfix {

FieldsApart::FieldsApart(const Notice& notice, const std::vector<ClauseScan>& units,
                         const TableView& table, const Context& context)
    : notice_(notice) {
  for (const ClauseScan& unit : units) {
    const Clause& clause = notice.clauses[unit.clause];
    if (clause.label.empty() && clause.path.empty()) continue;
    if (is_field(notice, unit, table, context.provider, "ignore")) lists_.insert(unit.clause);
    const bool subject =
        std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
          return found.role == Role::subject && !found.hidden &&
                 unit.tokens[found.end - 1].at.end <= clause.text.begin;
        });
    if (subject && is_field(notice, unit, table, context.provider, "reason")) {
      labels_.insert(unit.clause);
    }
  }
}

bool FieldsApart::mislead(const Candidate& candidate) const {
  const std::uint32_t clause = candidate.evidence.clause;
  return lists_.contains(clause) ||
         (candidate.first < notice_.clauses[clause].text.begin && labels_.contains(clause));
}

Verdict status_verdict(const Notice& notice, const std::vector<ClauseScan>& units,
                       const TableView& table, const Context& context) {
  Verdict all = Verdict::nothing;
  for (const ClauseScan& unit : units) {
    const Clause& clause = notice.clauses[unit.clause];
    const Verdict verdict = verdict_of(clause, unit);
    if (verdict == Verdict::nothing || clause.kind == ClauseKind::quoted ||
        !is_field(notice, unit, table, context.provider, "status")) {
      continue;
    }
    if (verdict == Verdict::rejected) return verdict;
    all = verdict;
  }
  return all;
}

}  // namespace portfix
