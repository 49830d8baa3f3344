#include <fmt/format.h>

#include <algorithm>

#include "render/formats.hpp"
#include "render/page.hpp"
#include "render/text_sections.hpp"
#include "render/vocabulary.hpp"

namespace portfix {
namespace {

Style style_of(const std::string& owner) { return owner == "nobody" ? Style::bad : Style::bold; }

/// Until when the request has to go in again, where that can be counted.
void write_deadline(Page& page, const Report& report) {
  std::string latest;
  for (const ReportFinding& finding : report.findings) {
    const std::string& own = finding.resubmit.latest;
    if (!own.empty() && (latest.empty() || own < latest)) latest = own;
  }
  if (!latest.empty()) page.fact("Until", latest + " at the latest");
}

/// What, what to do now, who: an agent reads no further on a busy day.
void write_verdict(Page& page, const Report& report, std::size_t index) {
  const ReportFinding& finding = report.findings[index];
  const bool alone = report.findings.size() == 1;
  page.fact(alone ? "Reason" : fmt::format("Reason {}", index + 1), finding.title, Style::bold);
  if (alone) {
    page.fact("Do now", report.next_action.summary, Style::bold);
    write_deadline(page, report);
  }
  page.fact("Whose move", owner_in_words(finding.owner), style_of(finding.owner));
  page.fact("How sure", confidence_in_words(finding.confidence));
  page.fact("Then", policy_in_words(finding.resubmit.policy, finding.resubmit.order));
  if (!finding.numbers.empty()) {
    page.fact(finding.numbers.size() == 1 ? "Number" : "Numbers", in_words(finding.numbers));
  } else if (alone && !report.numbers.empty()) {
    page.fact(report.numbers.size() == 1 ? "Number" : "Numbers", in_words(report.numbers));
  }
}

void write_overview(Page& page, const Report& report) {
  page.paragraph(fmt::format("{} reasons, the surest first", report.findings.size()), 0,
                 Style::bold);
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const ReportFinding& finding = report.findings[i];
    page.item(fmt::format("{}.", i + 1),
              fmt::format("{} (move: {})", finding.title, owner_in_words(finding.owner)), 2,
              Style::bold);
  }
}

void write_finding(Page& page, const Report& report, std::size_t index) {
  const ReportFinding& finding = report.findings[index];
  page.gap();
  write_verdict(page, report, index);
  if (report.findings.size() == 1) write_order(page, report);
  page.gap();
  page.paragraph(finding.meaning);
  write_evidence(page, finding);
  write_fix(page, finding);
  write_resubmission(page, report, index);
}

void write_diagnosis(Page& page, const Report& report) {
  if (report.findings.size() > 1) {
    write_overview(page, report);
    page.fact("Do now", report.next_action.summary, Style::bold);
    write_deadline(page, report);
    write_order(page, report);
    write_plan(page, report);
  }
  for (std::size_t i = 0; i < report.findings.size(); ++i) write_finding(page, report, i);
  write_split(page, report);
  write_questions(page, report);
  write_law(page, report);
  write_prevention(page, report);
}

void write_not_a_rejection(Page& page, const Report& report) {
  page.fact("Verdict", "This is not a rejection.", Style::good);
  page.fact("What it is", report.not_a_rejection.empty()
                              ? "Progress, good news or a message of another kind."
                              : report.not_a_rejection);
  write_order(page, report);
  if (!report.status.empty()) page.fact("Status", report.status);
  page.heading("If you still think it was rejected");
  page.item("-", "Paste the whole message, with the carrier's remark and any code.");
  page.item("-", "Run it again with --all to see weaker signs.");
}

void write_unrecognized(Page& page, const Report& report) {
  if (!report.error.empty()) {
    page.fact("Verdict", "Not read: " + report.error, Style::bad);
    return;
  }
  page.fact("Verdict", "Not recognized: no rule explains this notice.", Style::bold);
  write_order(page, report);
  page.heading("What to try");
  page.item("-", "Paste the whole message: the carrier's remark and any code matter most.");
  page.item("-", "Run it again with --all to see weaker signs.");
  page.item("-", "Name what you know: --provider, --carrier, --country.");
  page.item("-", "Look up a code or a few words: portfix explain 6B");
  page.item("-", "If the carrier keeps writing this, add a rule: see portfix rules --help.");
}

void write_weaker(Page& page, const Report& report) {
  if (report.weaker.empty()) return;
  page.heading("Weaker signs (not a diagnosis)");
  for (const ReportFinding& finding : report.weaker) {
    page.item("-", fmt::format("{} ({}): {}", finding.title, finding.reason,
                               confidence_in_words(finding.confidence)));
    for (const ReportEvidence& evidence : finding.evidence) {
      page.quotation(fmt::format("  line {}: ", evidence.position.line), evidence.text,
                     evidence.mark);
    }
  }
}

void write_why(Page& page, const Report& report) {
  if (!report.why) return;
  page.heading(fmt::format("How far the patterns of {} got", report.why->reason));
  for (const std::string& line : report.why->lines) page.paragraph(line);
}

void write_next_action(Page& page, const Report& report) {
  std::string summary = report.next_action.summary;
  if (summary.empty() && report.outcome == Outcome::not_a_rejection)
    summary = "nothing to resubmit";
  if (summary.empty()) return;
  page.gap();
  page.fact("Next", summary, Style::bold);
}

void write_short(Page& page, const Report& report) {
  if (report.outcome == Outcome::not_a_rejection) {
    page.fact("Verdict",
              "not a rejection" +
                  (report.not_a_rejection.empty() ? std::string{} : ": " + report.not_a_rejection));
  } else if (report.findings.empty()) {
    page.fact("Verdict", report.error.empty() ? "not recognized" : "not read: " + report.error);
  }
  for (const ReportFinding& finding : report.findings) {
    page.fact("Reason",
              fmt::format("{}: {}", finding.title, confidence_in_words(finding.confidence)),
              Style::bold);
    page.fact("Whose move", owner_in_words(finding.owner));
  }
  if (!report.next_action.summary.empty()) {
    page.fact("Next", report.next_action.summary, Style::bold);
  }
}

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

std::string text_report(const Report& report, const RenderOptions& options) {
  Page page(options);
  if (options.name_input) page.fact("Notice", name_of_notice(report), Style::bold);
  if (options.quiet) {
    write_short(page, report);
    return page.take();
  }
  switch (report.outcome) {
    case Outcome::diagnosed:
      write_diagnosis(page, report);
      break;
    case Outcome::not_a_rejection:
      write_not_a_rejection(page, report);
      break;
    case Outcome::unrecognized:
      write_unrecognized(page, report);
      break;
  }
  write_weaker(page, report);
  write_why(page, report);
  write_doubts(page, report);
  write_sources(page, report);
  write_next_action(page, report);
  return page.take();
}

}  // namespace

Format text_format() {
  return {"text", "a report for people (the default)", no_header, "\n", text_report, ""};
}

}  // namespace portfix
