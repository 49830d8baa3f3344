#include "proof/prove.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "match/patterns.hpp"
#include "match/scan.hpp"
#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/table.hpp"

namespace portfix {
namespace {

class Prover {
 public:
  Prover(const RuleSet& rules, const RuleTable& table, Diagnostics& problems)
      : rules_(rules), rules_table_(table), table_(table.view()), problems_(problems),
        matcher_(table_), needed_(table_.patterns().size(), false) {}

  void run() {
    for (std::uint32_t i = 0; i < rules_.reasons.size(); ++i) prove_reason(i);
    for (std::uint32_t i = 0; i < rules_.lexicon.benign.size(); ++i) prove_benign(i);
    report_unneeded();
  }

 private:
  void error(Place place, std::string message, std::string help = {}) {
    problems_.push_back(diagnostic_at(rules_.files, place, std::move(message), std::move(help)));
  }

  Findings diagnose(const Located& sample) {
    notice_ = read_notice(SourceText::from_bytes("sample", sample.text),
                          {InputShape::text, ""});
    return match_notice(notice_, rules_table_);
  }

  [[nodiscard]] std::string_view id(std::uint32_t reason) const {
    return table_.text(table_.reasons()[reason].id);
  }

  void prove_reason(std::uint32_t reason) {
    for (const Located& sample : rules_.reasons[reason].samples) {
      prove_sample(reason, sample);
      mark_needed(PatternUse::benign, reason);
    }
    for (const Located& sample : rules_.reasons[reason].counter_samples) {
      const Findings findings = diagnose(sample);
      mark_silencing(reason);
      for (const Finding& finding : findings.reasons) {
        if (finding.reason != reason) continue;
        error(sample.place, fmt::format("\"{}\" speaks on its counter-sample", id(reason)),
              "it is said by " + evidence_in_words(finding));
      }
    }
    for (const Located& sample : rules_.reasons[reason].todo_samples) {
      const Findings findings = diagnose(sample);
      if (findings.reasons.empty() || findings.reasons.front().reason != reason) continue;
      error(sample.place, "this known gap is closed", "move it to \"samples\"");
    }
  }

  void prove_sample(std::uint32_t reason, const Located& sample) {
    const Findings findings = diagnose(sample);
    if (!findings.reasons.empty() && findings.reasons.front().reason == reason) return;
    if (findings.reasons.empty()) {
      error(sample.place, fmt::format("\"{}\" does not recognise its sample", id(reason)),
            how_far(reason));
      return;
    }
    const Finding& winner = findings.reasons.front();
    error(sample.place, fmt::format("sample of \"{}\" is won by \"{}\"", id(reason), id(winner.reason)),
          "it is said by " + evidence_in_words(winner));
  }

  static std::string evidence_in_words(const Finding& finding) {
    const Evidence& evidence = finding.evidence.front();
    return evidence.kind == Evidence::Kind::code
               ? fmt::format("code {}:{}", evidence.scheme, evidence.code)
               : fmt::format("pattern \"{}\"", evidence.rule);
  }

  /// The pattern that got furthest.
  [[nodiscard]] std::string how_far(std::uint32_t reason) const {
    const auto traces = trace_patterns(notice_, rules_table_, id(reason));
    const PatternTrace* best = nullptr;
    for (const PatternTrace& trace : traces) {
      if (trace.use == "unless") {
        if (trace.matched) return fmt::format("silenced by unless \"{}\"", trace.pattern);
        continue;
      }
      const auto missing = [](const PatternTrace& t) { return t.parts - t.parts_found; };
      if (best == nullptr || trace.matched > best->matched ||
          (trace.matched == best->matched && missing(trace) < missing(*best))) {
        best = &trace;
      }
    }
    if (best == nullptr) return "it has no pattern";
    return fmt::format("\"{}\" got {} of {} parts{}", best->pattern, best->parts_found, best->parts,
                       best->matched ? " and matches, but something louder speaks"
                       : best->parts_found == best->parts ? ", which do not belong together"
                                                          : "");
  }

  void prove_benign(std::uint32_t kind) {
    for (const Located& sample : rules_.lexicon.benign[kind].samples) {
      const Findings findings = diagnose(sample);
      for (const Unit& unit : scan_notice(notice_, table_)) {
        for (const PatternMatch& match : matcher_.match(unit)) {
          const PatternRow& row = table_.patterns()[match.pattern];
          if (row.use == PatternUse::benign && row.ref == kind) needed_[match.pattern] = true;
        }
      }
      if (findings.outcome == Outcome::not_a_rejection) continue;
      error(sample.place,
            fmt::format("\"{}\" does not recognise its sample", rules_.lexicon.benign[kind].id),
            findings.reasons.empty()
                ? "no pattern matches"
                : fmt::format("\"{}\": {}", id(findings.reasons.front().reason),
                              evidence_in_words(findings.reasons.front())));
    }
  }

  /// Marks the reason's patterns that match the sample read last.
  void mark_needed(PatternUse except, std::uint32_t reason) {
    for (const Unit& unit : scan_notice(notice_, table_)) {
      for (const PatternMatch& match : matcher_.match(unit)) {
        const PatternRow& row = table_.patterns()[match.pattern];
        if (row.use != except && row.use != PatternUse::unless && row.ref == reason) {
          needed_[match.pattern] = true;
        }
      }
    }
  }

  void mark_silencing(std::uint32_t reason) {
    for (const Unit& unit : scan_notice(notice_, table_)) {
      for (const PatternMatch& match : matcher_.match(unit)) {
        const PatternRow& row = table_.patterns()[match.pattern];
        if (row.use == PatternUse::unless && row.ref == reason) needed_[match.pattern] = true;
      }
    }
  }

  void report_unneeded() {
    std::uint32_t pattern = 0;  // patterns are compiled in the order of the files
    const auto walk = [&](const std::vector<Located>& patterns, std::string_view why) {
      for (const Located& located : patterns) {
        if (!needed_[pattern++]) error(located.place, std::string(why), "add one, or drop the pattern");
      }
    };
    for (const Reason& reason : rules_.reasons) {
      walk(reason.patterns, "no sample needs this pattern");
      walk(reason.hints, "no sample needs this hint");
      walk(reason.unless, "no counter-sample needs this exception");
    }
    for (const Benign& kind : rules_.lexicon.benign) {
      walk(kind.patterns, "no sample needs this pattern");
    }
  }

  const RuleSet& rules_;
  const RuleTable& rules_table_;
  const TableView& table_;
  Diagnostics& problems_;
  PatternMatcher matcher_;
  std::vector<bool> needed_;
  Notice notice_;
};

}  // namespace

void prove_rules(const RuleSet& rules, const RuleTable& table, Diagnostics& problems) {
  Prover(rules, table, problems).run();
}

Diagnostics check_rule_files(std::vector<RuleFile> files, std::optional<RuleTable>& table) {
  Diagnostics problems;
  const RuleSet rules = load_rules(std::move(files), problems);
  if (!has_errors(problems)) check_references(rules, problems);
  if (has_errors(problems)) return problems;
  table = RuleTable::from_bytes(compile_rules(rules));
  prove_rules(rules, *table, problems);
  return problems;
}

}  // namespace portfix
