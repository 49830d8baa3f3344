#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "match/fields_apart.hpp"
#include "match/notice_date.hpp"
#include "match/numbers.hpp"
#include "match/secrets.hpp"
#include "match/sender.hpp"
#include "match/weigh.hpp"
#include "portfix/finding.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostEvidence = 4;  // pieces that a finding keeps

/// A text of so few clauses is a wording that somebody looks up, not a letter.
constexpr std::size_t kFewClauses = 3;

/// The class of evidence that is reported: the loudest that occurs. Advice alone says something
/// only where a rejection is spoken of; in a brief text all that is not history counts.
Voice quietest_that_counts(const std::vector<Candidate>& candidates, bool rejection, bool brief) {
  Voice voice = Voice::silent;
  for (const Candidate& candidate : candidates) voice = std::max(voice, candidate.voice);
  if (voice >= Voice::asserts) return Voice::asserts;  // codes and statements weigh the same
  if (brief && voice != Voice::silent) return Voice::supposes;
  return voice == Voice::hints || (voice == Voice::advises && rejection) ? voice : Voice::names;
}

/// So many reasons at once, and no order that they concern: a list of what can go wrong.
constexpr std::size_t kManyReasons = 4;

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

Standing standing_of(const std::vector<Candidate>& all, const PatternReading& text,
                     bool names_order, std::size_t numbers) {
  if (text.foreign) return Standing::foreign;
  // A guide says so before it comes to reasons; "Help center" below a refusal is its footer.
  const bool leads = std::none_of(all.begin(), all.end(), [&](const Candidate& candidate) {
    return candidate.voice >= Voice::hints && candidate.evidence.clause < text.general_at;
  });
  if (text.general != none && leads && (text.general_title || !names_order || !text.refused)) {
    return Standing::general;
  }
  if (!names_order && lists_reasons(all)) return Standing::general;
  if (text.settled == none) return Standing::open;
  // Of several numbers, one may be well and another refused.
  const bool overcome = numbers <= 1 && (text.done || !text.refused_last);
  return !text.refused || overcome ? Standing::settled : Standing::open;
}

/// The kind of notice that people are told: the first that says as much as the standing.
std::uint32_t kind_of(Standing standing, const PatternReading& text, const TableView& table) {
  if (standing == Standing::foreign) {
    const auto kinds = table.benign();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [](const BenignRow& row) {
      return row.standing == Standing::foreign;
    });
    return kind == kinds.end() ? none : static_cast<std::uint32_t>(kind - kinds.begin());
  }
  if (standing == Standing::general && text.general != none) return text.general;
  return text.settled != none ? text.settled : text.benign;
}

/// Divides what is worth reporting from the rest. A reason of last resort counts only alone. Where
/// the words are about something else, only codes of tables that the notice names are left.
void divide(std::vector<Candidate> all, const PatternReading& text, Standing standing, bool brief,
            std::size_t numbers, const TableView& table, std::vector<Candidate>& strong,
            std::vector<Candidate>& weak) {
  if (standing != Standing::open) {
    const bool final = text.done && numbers <= 1;  // of several numbers, one may be well
    const auto coded = std::stable_partition(all.begin(), all.end(), [&](const Candidate& c) {
      const bool later = c.turns || (!final && c.evidence.clause > text.settled_at);
      if (standing == Standing::foreign) return c.named;
      return standing == Standing::settled && (c.voice == Voice::names || later);
    });
    std::move(coded, all.end(), std::back_inserter(weak));
    all.erase(coded, all.end());
  }
  std::vector<Candidate> rest;
  for (Candidate& candidate : all) {
    const bool last_resort = table.reasons()[candidate.reason].last_resort;
    (last_resort ? rest : strong).push_back(std::move(candidate));
  }
  for (auto* list : {&strong, &rest}) {
    const Voice voice = quietest_that_counts(*list, text.rejection, brief && list == &strong);
    const auto quiet = std::stable_partition(list->begin(), list->end(),
                                             [&](const Candidate& c) { return c.voice >= voice; });
    std::move(quiet, list->end(), std::back_inserter(weak));
    list->erase(quiet, list->end());
  }
  auto& into = strong.empty() ? strong : weak;
  std::move(rest.begin(), rest.end(), std::back_inserter(into));
}

bool comes_before(const Candidate& a, const Candidate& b) {
  return std::tuple(a.evidence.clause, a.first, a.last, a.order, a.reason) <
         std::tuple(b.evidence.clause, b.first, b.last, b.order, b.reason);
}

/// One finding a reason, in order of first appearance.
std::vector<Finding> gather(std::vector<Candidate> candidates, const NumberIndex& numbers) {
  std::stable_sort(candidates.begin(), candidates.end(), comes_before);
  std::vector<Finding> findings;
  std::vector<std::set<std::uint32_t>> places;
  for (Candidate& candidate : candidates) {
    auto known = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.reason == candidate.reason;
    });
    if (known == findings.end()) {
      findings.emplace_back();
      places.emplace_back();
      known = std::prev(findings.end());
      known->reason = candidate.reason;
    }
    known->confidence = std::max(known->confidence, candidate.confidence);
    if (known->code == none) known->code = candidate.code;
    places[static_cast<std::size_t>(known - findings.begin())].insert(
        numbers.place_of(candidate.evidence.clause));
    if (known->evidence.size() < kMostEvidence) {
      known->evidence.push_back(std::move(candidate.evidence));
    }
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    Finding& finding = findings[i];
    std::stable_sort(finding.evidence.begin(), finding.evidence.end(),
                     [](const Evidence& a, const Evidence& b) { return a.kind < b.kind; });
    finding.numbers = numbers.of(places[i]);
  }
  return findings;
}

/// A code whose label the text repeats explains the text: its own reasons stand, in its own order,
/// or none where it is no rejection ("The jeopardy code on your port request has been resolved").
void let_labels_decide(const CodeHits& codes, const TableView& table,
                       const std::vector<Candidate>& by_code, std::vector<Candidate>& by_text) {
  std::unordered_map<std::uint32_t, std::vector<const CodeHit*>> speaking;  // by clause
  std::set<std::pair<std::uint32_t, std::uint32_t>> spoke;                  // code and clause
  for (const Candidate& code : by_code) spoke.emplace(code.code, code.evidence.clause);
  for (const CodeHit& hit : codes.hits) {
    const CodeStatus status = table.codes()[hit.code].status;
    const bool no_rejection =
        status == CodeStatus::not_a_rejection || status == CodeStatus::api_error;
    const bool explains = no_rejection && (hit.label_beside() || hit.named);
    if (!spoke.contains({hit.code, hit.clause}) && !explains) continue;
    speaking[hit.clause].push_back(&hit);
    if (hit.label_beside() && hit.label != hit.clause) speaking[hit.label].push_back(&hit);
  }
  std::erase_if(by_text, [&](const Candidate& text) {
    const bool spelled = std::any_of(codes.hits.begin(), codes.hits.end(), [&](const CodeHit& hit) {
      return hit.spelled.begin <= text.first && text.last <= hit.spelled.end;
    });
    if (spelled) return true;
    const auto found = speaking.find(text.evidence.clause);
    return found != speaking.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const CodeHit* hit) {
             const bool inside = hit->at.begin <= text.first && text.last <= hit->at.end;
             const CodeStatus status = table.codes()[hit->code].status;
             return inside || hit->label_beside() || status == CodeStatus::api_error;
           });
  });
}

/// Codes of a national process tell the country, where they stand with their labels.
std::string country_of(const CodeHits& codes, const TableView& table) {
  for (const CodeHit& hit : codes.hits) {
    const auto country = table.text(table.schemes()[table.codes()[hit.code].scheme].country);
    if (hit.label_beside() && !country.empty() && country != "US") return std::string(country);
  }
  return {};
}

/// Then a status of the answer is the API's, not a carrier's.
bool is_api_error(const Findings& findings, const TableView& table) {
  return findings.benign_code != none &&
         table.codes()[findings.benign_code].status == CodeStatus::api_error;
}

void read(const Notice& notice, NumberIndex& numbers, const TableView& table,
          const MatchOptions& options, bool tolerant, Findings& findings) {
  const std::vector<ClauseScan> units = scan_notice(notice, table, {tolerant});
  const Context context = recognise_context(notice, units, table, options);
  PatternReading text = read_patterns(notice, units, table);
  numbers.find_fine(units);

  ReasonsByClause reasons(notice.clauses.size());
  for (const Candidate& candidate : text.candidates) {
    reasons[candidate.evidence.clause].push_back(candidate.reason);
  }
  CodeHits codes = find_codes(notice, units, table, context, reasons);
  findings.conflicts.clear();
  std::vector<Candidate> all = read_codes(notice, codes, table, text.candidates, findings);
  let_labels_decide(codes, table, all, text.candidates);
  all.insert(all.end(), text.candidates.begin(), text.candidates.end());
  const FieldsApart fields(notice, units, table, context);
  std::erase_if(all, [&](const Candidate& candidate) {
    return numbers.in_fine_row(candidate.evidence.clause) || fields.mislead(candidate);
  });

  std::vector<Candidate> strong;
  std::vector<Candidate> weak;
  const bool names_order = !numbers.all().empty() || !context.order_id.empty();
  const Standing standing = standing_of(all, text, names_order, numbers.all().size());
  const bool brief = notice.clauses.size() <= kFewClauses && text.benign == none;
  divide(std::move(all), text, standing, brief, numbers.all().size(), table, strong, weak);
  findings.reasons = gather(std::move(strong), numbers);
  findings.weaker = gather(std::move(weak), numbers);
  std::erase_if(findings.weaker, [&](const Finding& weaker) {
    return std::any_of(findings.reasons.begin(), findings.reasons.end(),
                       [&](const Finding& other) { return other.reason == weaker.reason; });
  });
  findings.unknown_codes = std::move(codes.unknown);
  findings.benign = kind_of(standing, text, table);
  const bool benign = findings.benign != none || findings.benign_code != none;
  findings.order_id = context.order_id;
  findings.status = context.status;
  findings.provider = context.provider;
  findings.provider_assumed = context.provider_assumed;
  findings.carrier = context.carrier;
  findings.country = context.country.empty() ? country_of(codes, table) : context.country;
  findings.dates = context.dates;
  if (std::string day = notice_date(notice, units); !day.empty()) {
    findings.dates.push_back({"notice", std::move(day)});
  }
  name_sender(notice, findings);
  findings.secrets = find_secrets(notice, units, table, findings);
  std::erase_if(findings.conflicts, [&](const Conflict& conflict) {
    return std::any_of(findings.secrets.begin(), findings.secrets.end(), [&](const Secret& secret) {
      return secret.at.begin < conflict.at.end && conflict.at.begin < secret.at.end;
    });
  });
  if (!findings.reasons.empty()) {
    findings.outcome = Outcome::diagnosed;
  } else if (const Verdict status = status_verdict(notice, units, table, context);
             status == Verdict::fine || (status == Verdict::nothing && benign) ||
             is_api_error(findings, table)) {
    findings.outcome = Outcome::not_a_rejection;
  } else {
    findings.outcome = Outcome::unrecognized;
  }
}

}  // namespace

std::string_view to_string(Outcome outcome) {
  switch (outcome) {
    case Outcome::diagnosed:
      return "diagnosed";
    case Outcome::unrecognized:
      return "unrecognized";
    case Outcome::not_a_rejection:
      return "not_a_rejection";
  }
  return "unrecognized";
}

Findings match_notice(const Notice& notice, const RuleTable& rules, const MatchOptions& options) {
  Findings findings;
  const TableView& table = rules.view();
  NumberIndex numbers(notice);
  findings.numbers = numbers.all();
  read(notice, numbers, table, options, false, findings);
  if (findings.outcome == Outcome::unrecognized) {  // perhaps only misspelt
    read(notice, numbers, table, options, true, findings);
  }
  return findings;
}

std::vector<PatternTrace> trace_patterns(const Notice& notice, const RuleTable& rules,
                                         std::string_view reason_id) {
  const TableView& table = rules.view();
  const auto reason = table.index_of(table.reasons(), reason_id);
  const std::vector<ClauseScan> units = scan_notice(notice, table);
  const PatternMatcher matcher(table);
  std::vector<PatternTrace> traces;
  const auto patterns = table.patterns();
  for (std::uint32_t i = 0; i < patterns.size(); ++i) {
    const PatternRow& row = patterns[i];
    if (row.use == PatternUse::benign || row.ref != reason) continue;
    PatternTrace best;
    best.use = row.use == PatternUse::unless ? "unless"
               : row.use == PatternUse::hint ? "hint"
                                             : "pattern";
    best.pattern = table.text(row.text);
    best.parts = row.parts.count;
    for (const ClauseScan& unit : units) {
      const PatternProgress here = matcher.progress(unit, i);
      if (here.parts_found <= best.parts_found && here.matched <= best.matched) continue;
      best.parts_found = here.parts_found;
      best.matched = here.matched;
      best.clause = unit.clause;
    }
    traces.push_back(std::move(best));
  }
  return traces;
}

}  // namespace portfix
