#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/suggest.hpp"
#include "base/words.hpp"
#include "rules/code_keys.hpp"
#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/wordings.hpp"

namespace portfix {
namespace {

constexpr std::size_t kFewestSamples = 5;
constexpr std::size_t kFewestCounterSamples = 2;

/// "8A", or the words where the provider has no code.
std::string in_words(const Code& code) {
  return code.code.text.empty() ? fmt::format("text \"{}\"", code.label)
                                : fmt::format("code \"{}\"", code.code.text);
}

class Checker {
 public:
  Checker(const RuleSet& rules, Diagnostics& problems)
      : rules_(rules), problems_(problems), expander_(rules.lexicon) {
    std::set<std::string_view> faulty;
    for (const Diagnostic& problem : problems) {
      if (problem.severity == Severity::error) faulty.insert(problem.file);
    }
    for (const RuleFile& file : rules.files) {
      faulty_.push_back(faulty.contains(file.name));
      if (file.kind == "reasons") reasons_.push_back(file.id);
      if (file.kind == "codes") schemes_.push_back(file.id);
      if (file.kind == "providers") providers_.push_back(file.id);
      if (file.kind == "carriers") carriers_.push_back(file.id);
      if (file.kind == "lexicon" && faulty_.back()) lexicon_is_faulty_ = true;
    }
    for (const Concept& entry : rules.lexicon.concepts) concepts_.push_back(entry.id);
  }

  void run() {
    if (!lexicon_is_faulty_) check_lexicon();
    check_each(rules_.reasons, &Checker::check_reason);
    check_each(rules_.schemes, &Checker::check_scheme);
    check_each(rules_.carriers, &Checker::check_carrier);
    check_each(rules_.providers, &Checker::check_provider);
    check_each(rules_.countries, &Checker::check_country);
  }

 private:
  /// Rows of a file that has a fault of form are incomplete: looking at them would only mislead.
  template <class Row>
  void check_each(const std::vector<Row>& rows, void (Checker::*check)(const Row&)) {
    for (const Row& row : rows) {
      if (!faulty_[row.place.file]) (this->*check)(row);
    }
  }

  void error(Place place, std::string message, std::string help = {}) {
    problems_.push_back(diagnostic_at(rules_.files, place, std::move(message), std::move(help)));
  }

  [[nodiscard]] std::string first_in_line(Place place) const {
    return fmt::format("the first one is in line {}",
                       rules_.files[place.file].text.position(place.at).line);
  }

  void check_known(std::string_view what, const std::vector<Located>& ids,
                   const std::vector<std::string_view>& known) {
    for (const Located& id : ids) {
      if (std::find(known.begin(), known.end(), id.text) != known.end()) continue;
      std::string help = did_you_mean(id.text, known);
      if (help.empty()) help = fmt::format("`portfix rules list` shows every {}", what);
      error(id.place, fmt::format("unknown {} \"{}\"", what, id.text), std::move(help));
    }
  }

  /// The place of a byte of a pattern: it stands behind the opening quote.
  static Place inside(const Located& pattern, std::size_t at) {
    return {pattern.place.file, pattern.place.at + 1 + static_cast<std::uint32_t>(at)};
  }

  void check_pattern(const Located& pattern) {
    PatternSyntaxError syntax;
    const auto parts = parse_pattern(pattern.text, syntax);
    if (parts.empty()) {
      error(inside(pattern, syntax.at), "bad pattern: " + syntax.message, syntax.help);
      return;
    }
    if (lexicon_is_faulty_) return;
    for (const PatternPart& part : parts) {
      if (part.concept_id.empty() || expander_.find(part.concept_id) != nullptr) continue;
      const auto meant = nearest(part.concept_id, concepts_);
      error(inside(pattern, part.at), fmt::format("unknown concept <{}>", part.concept_id),
            meant.empty() ? "the concepts stand in lexicon.json"
                          : fmt::format("did you mean <{}>?", meant));
    }
  }

  void check_patterns(const std::vector<Located>& patterns) {
    for (const Located& pattern : patterns) {
      check_pattern(pattern);
      PatternSyntaxError syntax;
      const auto parts = parse_pattern(pattern.text, syntax);
      if (parts.empty() || !expander_.strip(parts).empty()) continue;
      error(pattern.place, fmt::format("pattern \"{}\" has only fillers", pattern.text),
            "fillers are not read: name a word that says something");
    }
  }

  void check_spelling(const Spelling& spelling) {
    for (const Located* side : {&spelling.written, &spelling.word}) {
      if (split_words(side->text).size() == 1) continue;
      error(side->place, fmt::format("\"{}\" is not one word", side->text),
            "a spelling is a word for a word; other wordings belong to a concept");
    }
    const auto& all = rules_.lexicon.spellings;
    const bool again = std::any_of(all.begin(), all.end(), [&](const Spelling& other) {
      return fold(other.written.text) == fold(spelling.word.text);
    });
    if (!again) return;
    error(spelling.word.place, fmt::format("\"{}\" is itself a spelling", spelling.word.text),
          "name the word that it stands for");
  }

  void check_lexicon() {
    for (const Spelling& spelling : rules_.lexicon.spellings) check_spelling(spelling);
    for (const Concept& entry : rules_.lexicon.concepts) {
      for (const Located& wording : entry.wordings) {
        const auto gap = wording.text.find_first_of("*&");
        if (gap == std::string::npos) {
          check_pattern(wording);
          check_brevity(wording, entry);
        } else {
          error(inside(wording, gap), fmt::format("wording \"{}\" has a gap", wording.text),
                "a wording is a run of words; \"*\" and \"&\" belong into patterns");
        }
      }
      check_size(entry);
    }
    for (const Benign& entry : rules_.lexicon.benign) check_patterns(entry.patterns);
  }

  /// "is for" without its filler is "for": whoever means that word alone has to write it so.
  void check_brevity(const Located& wording, const Concept& entry) {
    PatternSyntaxError syntax;
    const auto parts = parse_pattern(wording.text, syntax);
    if (parts.size() != 1 || parts.front().words.size() < 2) return;
    const WordRun left = expander_.strip(parts.front().words);
    if (left.size() != 1) return;
    const bool said =
        std::any_of(entry.wordings.begin(), entry.wordings.end(),
                    [&](const Located& other) { return fold(other.text) == left[0]; });
    if (said) return;
    error(wording.place,
          fmt::format("wording \"{}\" says no more than \"{}\"", wording.text, left[0]),
          fmt::format("fillers are not read: write \"{}\" if that word alone is meant, or drop the "
                      "wording",
                      left[0]));
  }

  void check_size(const Concept& entry) {
    if (in_circle_.contains(entry.id)) return;
    const auto circle = expander_.circle(entry.id);
    in_circle_.insert(circle.begin(), circle.end());
    if (!circle.empty()) {
      error(entry.place, fmt::format("concept \"{}\" refers to itself", entry.id),
            fmt::format("<{}>", fmt::join(circle, "> names <")));
    } else if (expander_.has_too_many_runs(entry.id)) {
      error(entry.place,
            fmt::format("concept \"{}\" has more than {} wordings when all it names is spelled out",
                        entry.id, WordingExpander::max_runs),
            "split it, or name smaller concepts");
    }
  }

  void check_reason(const Reason& reason) {
    check_patterns(reason.patterns);
    check_patterns(reason.hints);
    check_patterns(reason.unless);
    if (reason.samples.size() < kFewestSamples) {
      error(reason.samples_at, fmt::format("too few samples: {}", reason.samples.size()),
            fmt::format("give at least {} on which \"{}\" comes first", kFewestSamples, reason.id));
    }
    if (reason.counter_samples.size() < kFewestCounterSamples) {
      error(reason.counter_samples_at,
            fmt::format("too few counter-samples: {}", reason.counter_samples.size()),
            fmt::format("give at least {} on which \"{}\" stays silent", kFewestCounterSamples,
                        reason.id));
    }
  }

  void check_scheme(const Scheme& scheme) {
    check_known("provider", scheme.providers, providers_);
    std::vector<std::string_view> source_ids;
    for (const auto& [id, source] : scheme.sources) source_ids.push_back(id);
    std::map<std::pair<std::string, std::string>, Place> seen;
    for (const Code& code : scheme.codes) {
      const auto [first, added] =
          seen.emplace(std::pair(lower(code.code.text), code.label), code.code.place);
      if (!added) {
        error(code.code.place, fmt::format("{} is given twice", in_words(code)),
              first_in_line(first->second) + "; two rows of a code need different labels");
      }
      check_known("reason", code.reasons, reasons_);
      check_sources(code, source_ids);
      check_status(code);
    }
  }

  void check_sources(const Code& code, const std::vector<std::string_view>& known) {
    for (const Located& id : code.sources) {
      if (std::find(known.begin(), known.end(), id.text) != known.end()) continue;
      const std::string meant = did_you_mean(id.text, known);
      error(id.place, fmt::format("unknown source \"{}\"", id.text),
            meant.empty() ? "name the \"id\" of one of this file's \"sources\"" : meant);
    }
  }

  void check_status(const Code& code) {
    const bool rejects = code.status == CodeStatus::rejection || code.status == CodeStatus::wait;
    if (rejects && code.reasons.empty()) {
      error(code.code.place, fmt::format("{} has no reason", in_words(code)),
            "add \"reasons\", or give it another \"status\"");
    } else if (!rejects && !code.reasons.empty()) {
      error(code.reasons.front().place,
            fmt::format("{} has a reason, but its status is \"{}\"", in_words(code),
                        name_of(code.status)),
            "drop \"reasons\", or give it the status \"rejection\"");
    }
  }

  void check_carrier(const Carrier& carrier) { check_known("carrier", carrier.network, carriers_); }

  void check_deadlines(const std::vector<Deadline>& deadlines) {
    for (const Deadline& deadline : deadlines) check_known("reason", deadline.reasons, reasons_);
  }

  void check_provider(const Provider& provider) {
    check_known("scheme", provider.schemes, schemes_);
    check_deadlines(provider.deadlines);
    for (const std::string_view name : EnumNames<Policy>::names) {
      const bool covered = std::any_of(provider.resubmit.begin(), provider.resubmit.end(),
                                       [&](const ResubmitRule& rule) {
                                         return name_of(rule.policy) == name && rule.change.empty();
                                       });
      if (!covered) {
        error(provider.resubmit_at,
              fmt::format("\"{}\" does not say how \"{}\" is carried out", provider.id, name),
              fmt::format("add an entry with \"policy\": \"{}\" and without \"change\"", name));
      }
    }
  }

  void check_country(const Country& country) {
    check_deadlines(country.deadlines);
    for (const Law& law : country.law) check_known("reason", law.reasons, reasons_);
  }

  const RuleSet& rules_;
  Diagnostics& problems_;
  WordingExpander expander_;
  std::vector<bool> faulty_;  ///< by file: it has a fault of form
  bool lexicon_is_faulty_ = false;
  std::set<std::string> in_circle_;  ///< concepts whose circle has been reported
  std::vector<std::string_view> reasons_;
  std::vector<std::string_view> schemes_;
  std::vector<std::string_view> providers_;
  std::vector<std::string_view> carriers_;
  std::vector<std::string_view> concepts_;
};

}  // namespace

void check_references(const RuleSet& rules, Diagnostics& problems) {
  Checker(rules, problems).run();
}

}  // namespace portfix
