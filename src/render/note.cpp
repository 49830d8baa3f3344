#include "render/note.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

#include "render/terminal_text.hpp"
#include "render/text_sections.hpp"
#include "render/vocabulary.hpp"
#include "report/phrases.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

constexpr std::size_t kLongestQuote = 300;  // columns
constexpr std::size_t kMostEvidence = 3;
constexpr std::size_t kMostSources = 6;

class NoteWriter {
 public:
  explicit NoteWriter(const Report& report) : report_(report) {}

  Draft run() {
    write_head();
    const bool several = report_.findings.size() > 1;
    for (std::size_t i = 0; i < report_.findings.size(); ++i) {
      const ReportFinding& finding = report_.findings[i];
      if (several) add(Kind::heading, fmt::format("{}. {}", i + 1, finding.title));
      write_finding(finding);
    }
    if (several) write_plan();
    write_doubts();
    write_sources();
    return std::move(draft_);
  }

 private:
  void add(Kind kind, std::string text, std::string label = {}) {
    if (text.empty()) return;
    draft_.push_back({kind, std::move(text), std::move(label), 0});
  }

  void add_steps(const std::vector<std::string>& steps) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      draft_.push_back({Kind::number, steps[i], {}, i + 1});
    }
  }

  void write_head() {
    switch (report_.outcome) {
      case Outcome::diagnosed: {
        std::string titles;
        for (const ReportFinding& finding : report_.findings) {
          titles += (titles.empty() ? "" : "; ") + finding.title;
        }
        add(Kind::heading, "Port rejected: " + titles);
        break;
      }
      case Outcome::not_a_rejection:
        add(Kind::heading, "Not a rejection");
        add(Kind::paragraph, report_.not_a_rejection);
        break;
      case Outcome::unrecognized:
        add(Kind::heading, "Port notice not recognized");
        add(Kind::paragraph, report_.error);
        break;
    }
    add(Kind::fact, report_.next_action.summary, "Next");
    if (!report_.findings.empty()) {
      add(Kind::fact, owner_in_words(report_.next_action.owner), "Whose move");
    }
    add(Kind::fact, in_words(report_.numbers), report_.numbers.size() == 1 ? "Number" : "Numbers");
    add(Kind::fact, report_.order_id, "Order");
    if (!report_.provider.empty()) add(Kind::fact, report_.provider_name, "Provider");
    add(Kind::fact, report_.losing_carrier_name, "Losing carrier");
    for (const auto& [name, date] : report_.dates) {
      add(Kind::fact, date, capitalised(date_in_words(name)));
    }
  }

  /// A line that holds two marks is quoted once: marks do not show here.
  void write_evidence(const ReportEvidence& evidence, std::set<std::string>& quotes) {
    std::string text = clean(evidence.text);
    if (display_width(text) > kLongestQuote) {
      const auto size = static_cast<std::uint32_t>(evidence.text.size());
      const std::uint32_t at = std::min(evidence.mark.begin, size);
      // Around the mark: what stands far from it says nothing.
      const std::string before = clean(std::string_view(evidence.text).substr(0, at));
      const std::string after = clean(std::string_view(evidence.text).substr(at));
      const std::string_view head = fit_end(before, kLongestQuote / 3);
      const std::string_view tail = fit_start(after, kLongestQuote - display_width(head));
      text = fmt::format("{}{}{}{}", head.size() < before.size() ? "..." : "", head, tail,
                         tail.size() < after.size() ? "..." : "");
    }
    const std::string line = fmt::format("line {}", evidence.position.line);
    if (quotes.insert(line + text).second) add(Kind::quote, text, line);
    if (evidence.kind != "code") return;
    std::string code = evidence.code.empty()
                           ? evidence.scheme
                           : fmt::format("{} ({})", evidence.code, evidence.scheme);
    if (!evidence.label.empty()) code += ": " + evidence.label;
    if (!evidence.note.empty()) code += ". " + evidence.note;
    add(Kind::fact, code, evidence.code.empty() ? "Wording" : "Code");
  }

  void write_finding(const ReportFinding& finding) {
    add(Kind::paragraph, finding.meaning);
    std::set<std::string> quotes;
    for (std::size_t i = 0; i < std::min(kMostEvidence, finding.evidence.size()); ++i) {
      write_evidence(finding.evidence[i], quotes);
    }
    add(Kind::fact, confidence_in_words(finding.confidence), "How sure");
    if (report_.findings.size() > 1) {
      add(Kind::fact, owner_in_words(finding.owner), "Whose move");
      add(Kind::fact, in_words(finding.numbers), "For");
    }
    if (!finding.fix.empty()) {
      add(Kind::heading, "How to fix it");
      std::vector<std::string> steps;
      for (const ReportStep& step : finding.fix) steps.push_back(step.text);
      add_steps(steps);
    }
    write_resubmission(finding.resubmit);
    for (const ReportDispute& law : finding.dispute) {
      add(Kind::fact, law.text,
          capitalised(stance_in_words(law.stance)) + " (" + law.country + ")");
    }
  }

  static std::string listed(const std::vector<std::string>& names,
                            std::string (*words)(std::string_view)) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : ", ") + words(name);
    return out;
  }

  void write_resubmission(const ReportResubmit& resubmit) {
    add(Kind::heading, "Resubmission: " + policy_in_words(resubmit.policy, resubmit.order));
    if (is_said(resubmit)) {
      add(Kind::paragraph, "The same steps as above.");
      return;
    }
    add(Kind::fact, listed(resubmit.change, field_in_words), "Change");
    add(Kind::fact, listed(resubmit.documents, document_in_words), "Attach");
    add(Kind::fact, resubmit.earliest, "Not before");
    add(Kind::fact, resubmit.latest, "Not after");
    add_steps(resubmit.steps);
    for (const ReportDeadline& deadline : resubmit.deadlines) {
      add(Kind::fact, deadline_in_words(deadline), "Deadline");
    }
  }

  [[nodiscard]] bool is_said(const ReportResubmit& resubmit) const {
    for (const ReportFinding& finding : report_.findings) {
      const ReportResubmit& other = finding.resubmit;
      if (&other == &resubmit) return false;
      if (other.policy == resubmit.policy && other.steps == resubmit.steps &&
          other.change == resubmit.change) {
        return true;
      }
    }
    return false;
  }

  void write_plan() {
    add(Kind::heading, "Plan");
    for (std::size_t i = 0; i < report_.plan.size(); ++i) {
      draft_.push_back({Kind::number, plan_step_in_words(report_.plan[i]), {}, i + 1});
    }
  }

  void write_doubts() {
    std::vector<std::string> doubts;
    for (const ReportFormatHint& hint : report_.format_hints) doubts.push_back(hint.text);
    doubts.insert(doubts.end(), report_.conflicts.begin(), report_.conflicts.end());
    for (const std::string& code : report_.unknown_codes) {
      doubts.push_back(fmt::format("Code {} is in no table.", code));
    }
    doubts.insert(doubts.end(), report_.remarks.begin(), report_.remarks.end());
    if (doubts.empty()) return;
    add(Kind::heading, "Take note");
    for (const std::string& doubt : doubts) add(Kind::bullet, doubt);
  }

  void write_sources() {
    std::vector<std::string> sources;
    const auto keep = [&](const std::string& source) {
      const bool is_new = std::find(sources.begin(), sources.end(), source) == sources.end();
      if (!source.empty() && is_new && sources.size() < kMostSources) sources.push_back(source);
    };
    for (const ReportFinding& finding : report_.findings) {
      for (const ReportDispute& law : finding.dispute) keep(law.source);
      for (const ReportStep& step : finding.fix) keep(step.source);
      for (const ReportDeadline& deadline : finding.resubmit.deadlines) keep(deadline.source);
    }
    if (sources.empty()) return;
    add(Kind::heading, "Sources");
    for (std::string& source : sources) add(Kind::link, std::move(source));
  }

  const Report& report_;
  Draft draft_;
};

}  // namespace

Draft note_of(const Report& report) { return NoteWriter(report).run(); }

}  // namespace portfix
