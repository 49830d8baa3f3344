#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/suggest.hpp"
#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/wordings.hpp"

namespace portfix {
namespace {

constexpr std::size_t kFewestSamples = 5;
constexpr std::size_t kFewestCounterSamples = 2;

class Checker {
 public:
  Checker(const RuleSet& rules, Diagnostics& problems)
      : rules_(rules), problems_(problems), expander_(rules.lexicon) {
    for (const Reason& reason : rules.reasons) reasons_.push_back(reason.id);
    for (const Scheme& scheme : rules.schemes) schemes_.push_back(scheme.id);
    for (const Provider& provider : rules.providers) providers_.push_back(provider.id);
    for (const Carrier& carrier : rules.carriers) carriers_.push_back(carrier.id);
    for (const Concept& entry : rules.lexicon.concepts) concepts_.push_back(entry.id);
  }

  void run() {
    check_lexicon();
    for (const Reason& reason : rules_.reasons) check_reason(reason);
    for (const Scheme& scheme : rules_.schemes) check_scheme(scheme);
    for (const Carrier& carrier : rules_.carriers) check_carrier(carrier);
    for (const Provider& provider : rules_.providers) check_provider(provider);
    for (const Country& country : rules_.countries) check_country(country);
  }

 private:
  void error(Place place, std::string message, std::string help = {}) {
    problems_.push_back(diagnostic_at(rules_.files, place, std::move(message), std::move(help)));
  }

  void check_known(std::string_view what, const Located& id,
                   const std::vector<std::string_view>& known) {
    if (std::find(known.begin(), known.end(), id.text) != known.end()) return;
    error(id.place, fmt::format("unknown {} \"{}\"", what, id.text), did_you_mean(id.text, known));
  }

  void check_known(std::string_view what, const std::vector<Located>& ids,
                   const std::vector<std::string_view>& known) {
    for (const Located& id : ids) check_known(what, id, known);
  }

  void check_date(const SourceRef& source) {
    if (source.url.empty()) error(source.place, "a source without an address");
    const std::string& d = source.seen;
    const bool iso = d.size() == 10 && d[4] == '-' && d[7] == '-' &&
                     d.find_first_not_of("0123456789-") == std::string::npos;
    if (!iso) {
      error(source.place, "a source without a date", "add \"seen\": \"YYYY-MM-DD\"");
    }
  }

  void check_pattern(const Located& pattern) {
    PatternSyntaxError syntax;
    const auto parts = parse_pattern(pattern.text, syntax);
    const auto column = [&](std::size_t at) {  // behind the opening quote
      return Place{pattern.place.file, pattern.place.at + 1 + static_cast<std::uint32_t>(at)};
    };
    if (parts.empty()) error(column(syntax.at), "bad pattern: " + syntax.message);
    for (const PatternPart& part : parts) {
      if (part.concept_id.empty() || expander_.find(part.concept_id) != nullptr) continue;
      const auto meant = nearest(part.concept_id, concepts_);
      error(column(part.at), fmt::format("unknown concept <{}>", part.concept_id),
            meant.empty() ? "" : fmt::format("did you mean <{}>?", meant));
    }
  }

  void check_patterns(const std::vector<Located>& patterns) {
    for (const Located& pattern : patterns) check_pattern(pattern);
  }

  void check_lexicon() {
    for (const Concept& entry : rules_.lexicon.concepts) {
      check_patterns(entry.wordings);
      for (const Located& wording : entry.wordings) {
        if (wording.text.find_first_of("*&") != std::string::npos) {
          error(wording.place, "a wording has no gaps: \"*\" and \"&\" belong into patterns");
        }
      }
      if (expander_.runs(entry.id).empty()) {
        error(entry.place,
              fmt::format("concept \"{}\" expands to nothing, to itself, or to more than {} wordings",
                          entry.id, WordingExpander::max_runs));
      }
    }
    for (const Benign& entry : rules_.lexicon.benign) check_patterns(entry.patterns);
  }

  void check_reason(const Reason& reason) {
    check_patterns(reason.patterns);
    check_patterns(reason.hints);
    check_patterns(reason.unless);
    if (reason.samples.size() < kFewestSamples) {
      error(reason.place, fmt::format("{} samples, at least {} are wanted", reason.samples.size(),
                                      kFewestSamples));
    }
    if (reason.counter_samples.size() < kFewestCounterSamples) {
      error(reason.place, fmt::format("{} counter-samples, at least {} are wanted",
                                      reason.counter_samples.size(), kFewestCounterSamples));
    }
    if (reason.fix.empty()) error(reason.place, "a reason without a fix");
    if (reason.sources.empty()) error(reason.place, "a reason without a source");
    for (const SourceRef& source : reason.sources) check_date(source);
    std::map<std::string, int> seen;
    for (const Located& pattern : reason.patterns) {
      if (++seen[pattern.text] == 2) error(pattern.place, "this pattern is given twice");
    }
  }

  void check_scheme(const Scheme& scheme) {
    check_known("provider", scheme.providers, providers_);
    std::vector<std::string_view> source_ids;
    for (const auto& [id, source] : scheme.sources) {
      source_ids.push_back(id);
      check_date(source);
    }
    std::set<std::pair<std::string, std::string>> seen;
    for (const Code& code : scheme.codes) {
      if (!seen.emplace(code.code.text, code.label).second) {
        error(code.code.place, fmt::format("code \"{}\" is given twice", code.code.text));
      }
      check_known("reason", code.reasons, reasons_);
      for (const std::string& id : code.sources) {
        check_known("source", {id, code.code.place}, source_ids);
      }
      const bool needs_reason =
          code.status == CodeStatus::rejection || code.status == CodeStatus::wait;
      if (needs_reason == code.reasons.empty()) {
        error(code.code.place,
              needs_reason ? fmt::format("code \"{}\" rejects for no reason", code.code.text)
                           : fmt::format("code \"{}\" has a reason but its status is {}",
                                         code.code.text, name_of(code.status)));
      }
    }
  }

  void check_carrier(const Carrier& carrier) {
    for (const std::string& id : carrier.network) {
      check_known("carrier", {id, carrier.place}, carriers_);
    }
    for (const CarrierStep& step : carrier.steps) check_date(step.source);
  }

  void check_deadlines(const std::vector<Deadline>& deadlines) {
    for (const Deadline& deadline : deadlines) {
      check_known("reason", deadline.reasons, reasons_);
      check_date(deadline.source);
    }
  }

  void check_provider(const Provider& provider) {
    check_known("scheme", provider.schemes, schemes_);
    check_deadlines(provider.deadlines);
    for (const SourceRef& source : provider.sources) check_date(source);
    for (const std::string_view name : EnumNames<Policy>::names) {
      const bool covered = std::any_of(
          provider.resubmit.begin(), provider.resubmit.end(), [&](const ResubmitRule& rule) {
            return name_of(rule.policy) == name && rule.change.empty();
          });
      if (!covered) {
        error(provider.place, fmt::format("nothing says how \"{}\" is carried out here", name),
              "add an entry to \"resubmit\" without \"change\"");
      }
    }
  }

  void check_country(const Country& country) {
    check_deadlines(country.deadlines);
    for (const Law& law : country.law) {
      check_known("reason", law.reasons, reasons_);
      check_date(law.source);
    }
  }

  const RuleSet& rules_;
  Diagnostics& problems_;
  WordingExpander expander_;
  std::vector<std::string_view> reasons_;
  std::vector<std::string_view> schemes_;
  std::vector<std::string_view> providers_;
  std::vector<std::string_view> carriers_;
  std::vector<std::string_view> concepts_;
};

}  // namespace

void check_references(const RuleSet& rules, Diagnostics& problems) { Checker(rules, problems).run(); }

}  // namespace portfix
