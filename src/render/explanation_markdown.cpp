#include <fmt/format.h>

#include <algorithm>

#include "render/draft.hpp"
#include "render/explanation.hpp"
#include "render/vocabulary.hpp"
#include "report/phrases.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

constexpr std::size_t kMostCodes = 12;

class Writer {
 public:
  explicit Writer(const Explanation& all) : all_(all) {}

  Draft run() {
    for (const ExplainedMatch& match : all_.matches) {
      if (match.kind == "code") {
        write_code(match);
      } else {
        write_other(match);
      }
      write_sources(match);
    }
    return std::move(draft_);
  }

 private:
  void add(Kind kind, std::string text, std::string label = {}) {
    if (!text.empty()) draft_.push_back({kind, std::move(text), std::move(label)});
  }

  void fact(std::string label, std::string text) {
    add(Kind::fact, std::move(text), std::move(label));
  }

  static std::string joined(const std::vector<std::string>& names, std::size_t most = 1000) {
    std::string out;
    for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
      out += (i > 0 ? ", " : "") + names[i];
    }
    if (names.size() > most) out += fmt::format(" and {} more", names.size() - most);
    return out;
  }

  void write_move(const ExplainedMatch& match) {
    if (!match.owner.empty()) fact("Whose move", owner_in_words(match.owner));
    if (!match.policy.empty()) fact("Then", policy_in_words(match.policy, ""));
  }

  void write_code(const ExplainedMatch& match) {
    add(Kind::heading,
        match.code.empty() ? match.label : fmt::format("Code {} ({})", match.code, match.scheme));
    if (!match.code.empty()) fact("Says", match.label);
    if (match.status != "rejection") fact("Kind", status_in_words(match.status));
    fact("Means", joined(match.reasons));
    write_move(match);
    fact("Verified", match.verified == "yes" ? "yes" : verified_in_words(match.verified));
    fact("Note", match.text);
    if (all_.matches.size() > 1) return;
    for (const std::string& id : match.reasons) {
      const auto reason = std::find_if(all_.reasons.begin(), all_.reasons.end(),
                                       [&](const ExplainedMatch& other) { return other.id == id; });
      if (reason == all_.reasons.end()) continue;
      add(Kind::heading, reason->label);
      write_advice(*reason);
    }
  }

  void write_advice(const ExplainedMatch& match) {
    add(Kind::paragraph, match.text);
    write_steps(match);
    for (const ReportAsk& ask : match.ask) {
      fact("Ask for " + field_in_words(ask.field), ask.question);
    }
    fact("Next time", match.prevention);
  }

  void write_steps(const ExplainedMatch& match) {
    std::size_t number = 0;
    for (const ExplainedStep& step : match.steps) {
      std::string text = step.text;
      if (!step.lifetime.empty()) text += fmt::format(" Valid: {}.", step.lifetime);
      if (step.confidence == "low") text += " (Unverified: low confidence.)";
      if (match.kind == "reason") {
        draft_.push_back({Kind::number, std::move(text), {}, ++number});
      } else {
        fact(capitalised(match.kind == "provider" ? policy_in_words(step.topic, "")
                                                  : field_in_words(step.topic)),
             std::move(text));
      }
    }
  }

  void write_other(const ExplainedMatch& match) {
    add(Kind::heading, match.label);
    fact("Id", match.id);
    write_move(match);
    fact("Codes", joined(match.codes, kMostCodes));
    write_advice(match);
  }

  void write_sources(const ExplainedMatch& match) {
    if (match.sources.empty()) return;
    add(Kind::heading, "Sources");
    for (const std::string& source : match.sources) add(Kind::link, source);
  }

  const Explanation& all_;
  Draft draft_;
};

}  // namespace

std::string explanation_markdown(const Explanation& explanation) {
  return draft_markdown(Writer(explanation).run());
}

}  // namespace portfix
