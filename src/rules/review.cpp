#include "rules/review.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "rules/load.hpp"
#include "rules/wordings.hpp"

namespace portfix {
namespace {

/// The day so many months before an ISO day; its day of the month stays as it is.
std::string months_before(std::string_view day, int months) {
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::stoi(std::string(day.substr(at, size)));
  };
  const int month = number(0, 4) * 12 + number(5, 2) - 1 - months;
  return fmt::format("{:04}-{:02}-{}", month / 12, month % 12 + 1, day.substr(8));
}

bool can_be_opened(std::string_view address) {
  return address.find("https://") != address.npos || address.find("http://") != address.npos;
}

class Reviewer {
 public:
  Reviewer(const RuleSet& rules, std::string_view today, Diagnostics& problems)
      : rules_(rules),
        oldest_(months_before(today, kOldAfterMonths)),
        problems_(problems),
        expander_(rules.lexicon) {}

  void run() {
    for (const Reason& reason : rules_.reasons) sources(reason.sources);
    for (const Scheme& scheme : rules_.schemes) review(scheme);
    for (const Carrier& carrier : rules_.carriers) {
      for (const CarrierStep& step : carrier.steps) source(step.source);
    }
    for (const Provider& provider : rules_.providers) {
      sources(provider.sources);
      for (const Deadline& deadline : provider.deadlines) source(deadline.source);
    }
    for (const Country& country : rules_.countries) {
      for (const Law& law : country.law) source(law.source);
      for (const Deadline& deadline : country.deadlines) source(deadline.source);
      if (country.holiday_source) source(*country.holiday_source);
    }
    review_wordings();
  }

 private:
  void warn(Place place, std::string message, std::string help) {
    Diagnostic warning = diagnostic_at(rules_.files, place, std::move(message), std::move(help));
    warning.severity = Severity::warning;
    problems_.push_back(std::move(warning));
  }

  void source(const SourceRef& source) {
    if (!can_be_opened(source.url)) {
      warn(source.place, "a source without an address", "give one that a person can open");
    }
    if (source.seen < oldest_) {
      warn(
          source.place,
          fmt::format("a source read on {}, more than {} months ago", source.seen, kOldAfterMonths),
          "read it again; then correct the rule, or the date in \"seen\"");
    }
  }

  void sources(const std::vector<SourceRef>& all) {
    for (const SourceRef& one : all) source(one);
  }

  void review(const Scheme& scheme) {
    for (const auto& [id, one] : scheme.sources) source(one);
    for (const Code& code : scheme.codes) {
      if (code.verified != Verified::memory) continue;
      warn(code.code.place, fmt::format("code \"{}\" is from memory", code.code.text),
           "find a source that says so; then drop \"verified\"");
    }
  }

  /// A wording as it is written, without fillers, and its concept.
  struct Wording {
    const Concept* owner = nullptr;
    const Located* text = nullptr;
    WordRun words;
    bool shortened = false;
  };

  [[nodiscard]] std::vector<Wording> plain_wordings() const {
    std::vector<Wording> out;
    for (const Concept& entry : rules_.lexicon.concepts) {
      for (const Located& text : entry.wordings) {
        PatternSyntaxError error;
        const auto parts = parse_pattern(text.text, error);
        if (parts.size() != 1 || !parts[0].concept_id.empty()) continue;
        WordRun words = expander_.strip(parts[0].words);
        const bool shortened = words.size() < parts[0].words.size();
        out.push_back({&entry, &text, std::move(words), shortened});
      }
    }
    return out;
  }

  void review_wordings() {
    const std::vector<Wording> all = plain_wordings();
    std::multimap<WordRun, const Wording*> by_words;
    for (const Wording& wording : all) {
      by_words.emplace(wording.words, &wording);
      runs_[wording.owner].insert(wording.words);
    }
    for (const Wording& wording : all) {
      if (!wording.shortened || wording.words.empty()) continue;
      const std::string left = fmt::format("{}", fmt::join(wording.words, " "));
      const auto [begin, end] = by_words.equal_range(wording.words);
      const auto other = std::find_if(begin, end, [&](const auto& entry) {
        const Wording& rival = *entry.second;
        return rival.owner != wording.owner && !rival.shortened && !overlap(rival, wording);
      });
      if (other == end) continue;
      warn(wording.text->place,
           fmt::format("wording \"{}\" is read as \"{}\", like \"{}\" of <{}>", wording.text->text,
                       left, other->second->text->text, other->second->owner->id),
           "fillers are not read: say it in words that differ, or drop one of the two");
    }
  }

  /// True if the two have another run of words in common, and thus overlap on purpose.
  [[nodiscard]] bool overlap(const Wording& a, const Wording& b) const {
    const auto& of_a = runs_.at(a.owner);
    const auto& of_b = runs_.at(b.owner);
    return std::any_of(of_a.begin(), of_a.end(),
                       [&](const WordRun& run) { return run != a.words && of_b.contains(run); });
  }

  const RuleSet& rules_;
  std::string oldest_;
  Diagnostics& problems_;
  WordingExpander expander_;
  std::map<const Concept*, std::set<WordRun>> runs_;  ///< of their plain wordings
};

}  // namespace

bool is_iso_day(std::string_view text) {
  if (text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool right = i == 4 || i == 7 ? text[i] == '-' : text[i] >= '0' && text[i] <= '9';
    if (!right) return false;
  }
  const auto month = text.substr(5, 2);
  const auto day = text.substr(8, 2);
  return month >= "01" && month <= "12" && day >= "01" && day <= "31";
}

void review_rules(const RuleSet& rules, std::string_view today, Diagnostics& problems) {
  Reviewer(rules, today, problems).run();
}

}  // namespace portfix
