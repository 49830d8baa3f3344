#include "proof/prove.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "match/patterns.hpp"
#include "match/scan.hpp"
#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/pattern_cover.hpp"
#include "rules/review.hpp"
#include "rules/table.hpp"
#include "rules/wordings.hpp"

namespace portfix {
namespace {

class Prover {
 public:
  Prover(const RuleSet& rules, const RuleTable& table, Diagnostics& problems)
      : rules_(rules),
        rules_table_(table),
        table_(table.view()),
        problems_(problems),
        matcher_(table_),
        needed_(table_.patterns().size(), false),
        expander_(rules.lexicon) {}

  void run() {
    for (std::uint32_t i = 0; i < rules_.reasons.size(); ++i) prove_reason(i);
    for (std::uint32_t i = 0; i < rules_.lexicon.benign.size(); ++i) prove_benign(i);
    report_unneeded();
    report_useless();
    report_dead_wordings();
  }

 private:
  void error(Place place, std::string message, std::string help = {}) {
    problems_.push_back(diagnostic_at(rules_.files, place, std::move(message), std::move(help)));
  }

  Findings diagnose(const Located& sample) {
    notice_ = read_notice(SourceText::from_bytes("sample", sample.text), {InputShape::text, ""});
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
              blame(finding, "add an \"unless\""));
      }
    }
    for (const Located& sample : rules_.reasons[reason].todo_samples) {
      const Findings findings = diagnose(sample);
      if (findings.reasons.empty() || findings.reasons.front().reason != reason) continue;
      error(sample.place, fmt::format("known gap of \"{}\" is closed", id(reason)),
            "move it to \"samples\"");
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
    error(sample.place,
          fmt::format("sample of \"{}\" is won by \"{}\"", id(reason), id(winner.reason)),
          blame(winner, "give this reason a pattern with more words"));
  }

  static std::string in_words(const Finding& finding) {
    const Evidence& evidence = finding.evidence.front();
    return evidence.kind == Evidence::Kind::code
               ? fmt::format("code {}:{}", evidence.scheme, evidence.code)
               : fmt::format("pattern \"{}\"", evidence.rule);
  }

  static std::string blame(const Finding& finding, std::string_view cure) {
    const std::string who = in_words(finding) + " says so";
    return finding.evidence.front().kind == Evidence::Kind::code
               ? who
               : fmt::format("{}: narrow it, or {}", who, cure);
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
    if (best == nullptr) return "this reason has no pattern";
    return fmt::format("\"{}\" got {} of {} parts{}", best->pattern, best->parts_found, best->parts,
                       best->matched ? " and matches, but something louder speaks"
                       : best->parts_found == best->parts ? ", which do not belong together"
                                                          : "");
  }

  void prove_benign(std::uint32_t kind) {
    for (const Located& sample : rules_.lexicon.benign[kind].samples) {
      const Findings findings = diagnose(sample);
      for (const ClauseScan& unit : scan_notice(notice_, table_)) {
        for (const PatternMatch& match : matcher_.match(unit)) {
          const PatternRow& row = table_.patterns()[match.pattern];
          if (row.use == PatternUse::benign && row.ref == kind) needed_[match.pattern] = true;
        }
      }
      if (findings.outcome == Outcome::not_a_rejection) continue;
      error(sample.place,
            fmt::format("\"{}\" does not recognise its sample", rules_.lexicon.benign[kind].id),
            findings.reasons.empty()
                ? "none of its patterns matches, or the clause is a condition"
                : fmt::format("{} says \"{}\"", in_words(findings.reasons.front()),
                              id(findings.reasons.front().reason)));
    }
  }

  /// Marks the reason's patterns that match the sample read last.
  void mark_needed(PatternUse except, std::uint32_t reason) {
    for (const ClauseScan& unit : scan_notice(notice_, table_)) {
      for (const PatternMatch& match : matcher_.match(unit)) {
        const PatternRow& row = table_.patterns()[match.pattern];
        if (row.use != except && row.use != PatternUse::unless && row.ref == reason) {
          needed_[match.pattern] = true;
        }
      }
    }
  }

  void mark_silencing(std::uint32_t reason) {
    for (const ClauseScan& unit : scan_notice(notice_, table_)) {
      for (const PatternMatch& match : matcher_.match(unit)) {
        const PatternRow& row = table_.patterns()[match.pattern];
        if (row.use == PatternUse::unless && row.ref == reason) needed_[match.pattern] = true;
      }
    }
  }

  void report_unneeded() {
    std::uint32_t pattern = 0;  // patterns are compiled in the order of the files
    const auto walk = [&](const std::vector<Located>& patterns, std::string_view wanted,
                          std::string_view what) {
      for (const Located& located : patterns) {
        if (needed_[pattern++]) continue;
        error(located.place, fmt::format("no {} needs the {} \"{}\"", wanted, what, located.text),
              fmt::format("add a {} on which it matches, or drop it", wanted));
      }
    };
    for (const Reason& reason : rules_.reasons) {
      walk(reason.patterns, "sample", "pattern");
      walk(reason.hints, "sample", "hint");
      walk(reason.unless, "counter-sample", "exception");
    }
    for (const Benign& kind : rules_.lexicon.benign) walk(kind.patterns, "sample", "pattern");
  }

  void report_useless() {
    for (const UselessPattern& found : PatternCover(rules_, expander_).useless()) {
      const Place first = found.other->place;
      const auto line = rules_.files[first.file].text.position(first.at).line;
      if (found.repeats) {
        error(found.pattern->place,
              fmt::format("pattern \"{}\" repeats \"{}\"", found.pattern->text, found.other->text),
              fmt::format("the first one is in line {}; drop one of them", line));
      } else {
        error(found.pattern->place,
              fmt::format("pattern \"{}\" is useless: \"{}\" matches wherever it does",
                          found.pattern->text, found.other->text),
              fmt::format("drop it, or the shorter one in line {} if that matches too much", line));
      }
    }
  }

  void report_dead_wordings() {
    for (const Concept& entry : rules_.lexicon.concepts) {
      for (const Located& wording : entry.wordings) {
        PatternSyntaxError error_in_wording;
        if (!expander_.strip(parse_pattern(wording.text, error_in_wording)).empty()) continue;
        error(wording.place, fmt::format("wording \"{}\" has only fillers", wording.text),
              "fillers are not read: drop the wording, or take the word out of \"fillers\"");
      }
    }
  }

  const RuleSet& rules_;
  const RuleTable& rules_table_;
  const TableView& table_;
  Diagnostics& problems_;
  PatternMatcher matcher_;
  std::vector<bool> needed_;
  WordingExpander expander_;
  Notice notice_;
};

void sort_by_place(Diagnostics& problems) {
  std::stable_sort(problems.begin(), problems.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.file, a.position.line, a.position.column) <
           std::tie(b.file, b.position.line, b.position.column);
  });
}

}  // namespace

void prove_rules(const RuleSet& rules, const RuleTable& table, Diagnostics& problems) {
  Prover(rules, table, problems).run();
}

Diagnostics check_rule_files(std::vector<RuleFile> files, std::optional<RuleTable>& table,
                             const CheckOptions& options) {
  Diagnostics problems;
  if (const auto rules = read_rules(std::move(files), problems)) {
    table = RuleTable::from_bytes(compile_rules(*rules));
    prove_rules(*rules, *table, problems);
    if (!options.today.empty()) review_rules(*rules, options.today, problems);
  }
  sort_by_place(problems);
  return problems;
}

Diagnostics check_rules_over(std::vector<RuleFile> base, const std::filesystem::path& directory,
                             const CheckOptions& options) {
  Diagnostics problems;
  std::vector<RuleFile> given = read_rule_files(directory, problems);
  if (given.empty() && has_errors(problems)) return problems;
  const bool whole = std::any_of(given.begin(), given.end(),
                                 [](const RuleFile& file) { return file.kind == "lexicon"; });
  if (whole) base.clear();
  std::set<std::string> names;
  for (const RuleFile& file : given) names.insert(file.name);
  lay_over(base, std::move(given));
  std::optional<RuleTable> table;
  Diagnostics more = check_rule_files(std::move(base), table, options);
  std::erase_if(more, [&](const Diagnostic& problem) {
    return problem.severity == Severity::warning && !names.contains(problem.file);
  });
  problems.insert(problems.end(), more.begin(), more.end());
  sort_by_place(problems);
  return problems;
}

}  // namespace portfix
