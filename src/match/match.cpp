#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "match/fields_apart.hpp"
#include "match/notice_date.hpp"
#include "match/numbers.hpp"
#include "match/secrets.hpp"
#include "match/sender.hpp"
#include "match/standing.hpp"
#include "match/weigh.hpp"
#include "portfix/finding.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostEvidence = 4;  // pieces that a finding keeps

bool comes_before(const Candidate& a, const Candidate& b) {
  return std::tuple(a.evidence.clause, a.first, a.last, a.order, a.reason) <
         std::tuple(b.evidence.clause, b.first, b.last, b.order, b.reason);
}

bool covers(Range big, Range small) { return big.begin <= small.begin && small.end <= big.end; }

/// Adds a piece of evidence. Of two patterns whose words lie in each other, the wider one stays.
void add_evidence(std::vector<Evidence>& all, Evidence evidence) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const Evidence& other) {
    return other.kind == Evidence::Kind::pattern && other.kind == evidence.kind &&
           (covers(other.at, evidence.at) || covers(evidence.at, other.at));
  });
  if (same != all.end()) {
    if (!covers(same->at, evidence.at)) *same = std::move(evidence);
  } else if (all.size() < kMostEvidence) {
    all.push_back(std::move(evidence));
  }
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
    add_evidence(known->evidence, std::move(candidate.evidence));
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
void let_labels_decide(const Notice& notice, const CodeHits& codes, const TableView& table,
                       const std::vector<Candidate>& by_code, std::vector<Candidate>& by_text) {
  std::unordered_map<std::uint32_t, std::vector<const CodeHit*>> speaking;  // by clause
  std::set<std::pair<std::uint32_t, std::uint32_t>> spoke;                  // code and clause
  std::set<std::uint32_t> quiet;  // objects with a code that is no rejection
  for (const Candidate& code : by_code) spoke.emplace(code.code, code.evidence.clause);
  for (const CodeHit& hit : codes.hits) {
    const CodeStatus status = table.codes()[hit.code].status;
    const bool no_rejection =
        status == CodeStatus::not_a_rejection || status == CodeStatus::api_error;
    const bool explains = no_rejection && (hit.label_beside() || hit.named);
    if (!spoke.contains({hit.code, hit.clause}) && !explains) continue;
    speaking[hit.clause].push_back(&hit);
    if (explains && has_siblings(notice.clauses[hit.clause])) {
      quiet.insert(notice.clauses[hit.clause].group);
    }
    if (hit.label_beside() && hit.label != hit.clause) speaking[hit.label].push_back(&hit);
  }
  std::erase_if(by_text, [&](const Candidate& text) {
    const bool spelled = std::any_of(codes.hits.begin(), codes.hits.end(), [&](const CodeHit& hit) {
      return hit.spelled.begin <= text.first && text.last <= hit.spelled.end;
    });
    if (spelled || quiet.contains(notice.clauses[text.evidence.clause].group)) return true;
    const auto found = speaking.find(text.evidence.clause);
    return found != speaking.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const CodeHit* hit) {
             const bool inside = hit->at.begin < text.last && text.last <= hit->at.end;
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

/// True if a code says that nothing was refused, against words that only say that something was.
/// Of tables that know no refusal, such as types of orders, a code is no answer.
bool code_denies_refusal(const Findings& findings, const TableView& table) {
  if (findings.benign_code == none || !findings.unknown_codes.empty()) return false;
  const bool explained = std::any_of(
      findings.reasons.begin(), findings.reasons.end(),
      [&](const Finding& finding) { return !table.reasons()[finding.reason].last_resort; });
  const bool by_code = std::any_of(findings.reasons.begin(), findings.reasons.end(),
                                   [](const Finding& finding) { return finding.code != none; });
  if (explained || by_code) return false;
  if (is_api_error(findings, table)) return true;
  const std::uint32_t scheme = table.codes()[findings.benign_code].scheme;
  const auto codes = table.codes();
  return std::any_of(codes.begin(), codes.end(), [&](const CodeRow& row) {
    return row.scheme == scheme && row.status == CodeStatus::rejection;
  });
}

/// A scanner of paper has damaged words: then others are damaged so that only a tolerant scan knows
/// them.
bool is_misread(const std::vector<ClauseScan>& units) {
  return std::any_of(units.begin(), units.end(), [](const ClauseScan& unit) { return unit.fuzzy; });
}

/// "Port rejected: wrong adress", "480-555-0161: wrong adress": what was read only says that
/// something was refused, or hints at a reason.
bool says_little(const Findings& findings, const TableView& table) {
  return findings.outcome == Outcome::diagnosed &&
         std::all_of(findings.reasons.begin(), findings.reasons.end(), [&](const Finding& finding) {
           return table.reasons()[finding.reason].last_resort || finding.confidence <= kHinted;
         });
}

void read(const Notice& notice, NumberIndex& numbers, const TableView& table,
          const MatchOptions& options, bool tolerant, Findings& findings) {
  std::vector<ClauseScan> units = scan_notice(notice, table, {tolerant});
  if (!tolerant && is_misread(units)) units = scan_notice(notice, table, {true});
  const Context context = recognise_context(notice, units, table, options);
  PatternReading text = read_patterns(notice, units, table);
  numbers.find_fine(units);

  ReasonsByClause reasons(notice.clauses.size());
  for (const Candidate& candidate : text.candidates) {
    reasons[candidate.evidence.clause].push_back(candidate.reason);
  }
  CodeHits codes = find_codes(notice, units, table, context, reasons);
  findings.conflicts.clear();
  std::vector<Candidate> all = read_codes(notice, units, codes, table, text.candidates, findings);
  let_labels_decide(notice, codes, table, all, text.candidates);
  all.insert(all.end(), text.candidates.begin(), text.candidates.end());
  const FieldsApart fields(notice, units, table, context);
  std::erase_if(all, [&](const Candidate& candidate) {
    return numbers.in_fine_row(candidate.evidence.clause) || fields.mislead(candidate);
  });

  std::vector<Candidate> strong;
  std::vector<Candidate> weak;
  const StandingReader whole(notice, units, table, context, numbers, text);
  const Standing standing = whole.standing_of(all);
  whole.divide(std::move(all), standing, strong, weak);
  findings.reasons = gather(std::move(strong), numbers);
  findings.weaker = gather(std::move(weak), numbers);
  std::erase_if(findings.weaker, [&](const Finding& weaker) {
    return std::any_of(findings.reasons.begin(), findings.reasons.end(),
                       [&](const Finding& other) { return other.reason == weaker.reason; });
  });
  findings.unknown_codes = std::move(codes.unknown);
  findings.benign = whole.kind_of(standing);
  const bool benign = findings.benign != none || findings.benign_code != none;
  findings.order_id = context.order_id;
  findings.status = context.status;
  findings.provider = context.provider;
  findings.provider_assumed = context.provider_assumed;
  findings.carrier = context.carrier;
  findings.carriers_of_name = context.namesakes;
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
  findings.numbers = numbers.all();
  const bool succeeds = std::any_of(units.begin(), units.end(),
                                    [](const ClauseScan& unit) { return unit.has(Role::success); });
  if (standing == Standing::foreign && findings.reasons.empty() && !succeeds) {
    findings.numbers.clear();  // they are those of no order
  }
  const bool denied = code_denies_refusal(findings, table);
  if (denied) {
    std::move(findings.reasons.begin(), findings.reasons.end(),
              std::back_inserter(findings.weaker));
    findings.reasons.clear();
  }
  if (!findings.reasons.empty()) {
    findings.outcome = Outcome::diagnosed;
  } else if (whole.status() == Verdict::fine || (whole.status() == Verdict::nothing && benign) ||
             denied) {
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
  } else if (says_little(findings, table)) {
    Findings tolerant;
    read(notice, numbers, table, options, true, tolerant);
    if (tolerant.outcome == Outcome::diagnosed && !says_little(tolerant, table)) return tolerant;
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
