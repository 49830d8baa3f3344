#include "render/text_sections.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/vocabulary.hpp"
#include "report/phrases.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostEvidence = 3;
constexpr std::size_t kMostSources = 8;

std::string joined(const std::vector<std::string>& names,
                   std::string (*in_words)(std::string_view)) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + in_words(name);
  return out;
}

void write_steps(Page& page, const std::vector<std::string>& steps) {
  for (std::size_t i = 0; i < steps.size(); ++i) page.item(fmt::format("{}.", i + 1), steps[i]);
}

void write_code(Page& page, const ReportEvidence& evidence) {
  std::string text = evidence.code.empty()
                         ? fmt::format("Wording ({})", evidence.scheme)
                         : fmt::format("Code {} ({})", evidence.code, evidence.scheme);
  if (!evidence.label.empty()) text += ": " + evidence.label;
  page.paragraph(text, 4);
  page.paragraph(evidence.note, 4);
  page.paragraph(verified_in_words(evidence.verified), 4);
}

bool same_plan(const ReportResubmit& a, const ReportResubmit& b) {
  return a.policy == b.policy && a.order == b.order && a.steps == b.steps;
}

std::string resubmission_title(const ReportResubmit& resubmit) {
  if (resubmit.policy == "do_not_resubmit") return "Do not resubmit";
  if (resubmit.policy == "none_we_hold") return "Nothing to resubmit";
  if (resubmit.policy == "dispute") return "How to dispute";
  const std::string_view order = resubmit.order == "same"  ? ", in the same order"
                                 : resubmit.order == "new" ? ", as a new order"
                                                           : "";
  return fmt::format("How to resubmit{}", order);
}

/// Whether both are words of one line that overlap or all but touch, so that one mark can show
/// them.
bool continues(const ReportEvidence& a, const ReportEvidence& b) {
  constexpr std::uint32_t kGap = 2;
  return a.kind == "pattern" && b.kind == "pattern" && a.position.line == b.position.line &&
         a.text == b.text && a.mark.begin <= b.mark.end + kGap && b.mark.begin <= a.mark.end + kGap;
}

bool is_said(const std::vector<std::string>& said, const std::string& text) {
  return std::find(said.begin(), said.end(), text) != said.end();
}

/// Questions that are about the same telephone numbers.
struct QuestionGroup {
  std::vector<std::string> numbers;
  std::vector<ReportAsk> questions;
};

std::vector<QuestionGroup> group_questions(const Report& report) {
  std::vector<QuestionGroup> groups;
  for (const ReportFinding& finding : report.findings) {
    if (finding.ask.empty()) continue;
    auto group = std::find_if(groups.begin(), groups.end(), [&](const QuestionGroup& other) {
      return other.numbers == finding.numbers;
    });
    if (group == groups.end()) group = groups.insert(group, {finding.numbers, {}});
    for (const ReportAsk& ask : finding.ask) {
      const bool asked =
          std::any_of(group->questions.begin(), group->questions.end(),
                      [&](const ReportAsk& other) { return other.field == ask.field; });
      if (!asked) group->questions.push_back(ask);
    }
  }
  return groups;
}

void keep_source(std::vector<std::string>& sources, const std::string& source) {
  if (!source.empty() && !is_said(sources, source)) sources.push_back(source);
}

}  // namespace

std::string in_words(const std::vector<std::string>& numbers) { return numbers_in_words(numbers); }

std::string plan_step_in_words(const ReportPlanStep& step) {
  std::string after;
  for (const std::size_t other : step.after) {
    after += (after.empty()                ? ""
              : other == step.after.back() ? " and "
                                           : ", ") +
             std::to_string(other);
  }
  std::string notes = owner_in_words(step.owner);
  if (!step.numbers.empty()) notes = in_words(step.numbers) + "; " + notes;
  if (!after.empty()) {
    notes += fmt::format("; after step{} {}", step.after.size() > 1 ? "s" : "", after);
  }
  return fmt::format("{} ({})", step.text, notes);
}

void write_plan(Page& page, const Report& report) {
  if (report.findings.size() < 2 || report.plan.empty()) return;
  page.heading("Plan");
  for (std::size_t i = 0; i < report.plan.size(); ++i) {
    page.item(fmt::format("{}.", i + 1), plan_step_in_words(report.plan[i]));
  }
}

std::string name_of_notice(const Report& report) {
  if (report.id_json.empty()) return report.input_name;
  return fmt::format("{}, id {}", report.input_name, report.id_json);
}

void write_order(Page& page, const Report& report) {
  std::string order = report.order_id;
  const auto add = [&](std::string_view label, const std::string& text) {
    if (!text.empty()) order += fmt::format("{}{}{}", order.empty() ? "" : ", ", label, text);
  };
  if (!report.provider.empty()) add("at ", report.provider_name);
  std::string carrier = report.losing_carrier_name;
  if (carrier.starts_with("Any ")) carrier[0] = 'a';
  add("losing carrier ", carrier);
  if (!order.empty()) page.fact("Order", order);
  if (report.findings.size() != 1 && !report.numbers.empty()) {
    page.fact(report.numbers.size() == 1 ? "Number" : "Numbers", in_words(report.numbers));
  }
  std::string dates;
  for (const auto& [name, date] : report.dates) {
    dates += fmt::format("{}{} {}", dates.empty() ? "" : ", ", date_in_words(name), date);
  }
  if (!dates.empty()) page.fact(report.dates.size() == 1 ? "Date" : "Dates", dates);
}

void write_split(Page& page, const Report& report) {
  if (!report.split) return;
  page.heading("Which numbers can go on");
  for (const std::string& sentence : report.split->advice) page.item("-", sentence);
}

void write_evidence(Page& page, const ReportFinding& finding) {
  if (finding.evidence.empty()) return;
  page.heading("What the notice says");
  for (std::size_t i = 0; i < std::min(kMostEvidence, finding.evidence.size()); ++i) {
    ReportEvidence evidence = finding.evidence[i];
    for (; i + 1 < finding.evidence.size() && continues(evidence, finding.evidence[i + 1]); ++i) {
      evidence.mark.begin = std::min(evidence.mark.begin, finding.evidence[i + 1].mark.begin);
      evidence.mark.end = std::max(evidence.mark.end, finding.evidence[i + 1].mark.end);
    }
    page.quotation(fmt::format("line {}: ", evidence.position.line), evidence.text, evidence.mark);
    const bool is_said = i > 0 && finding.evidence[i - 1].kind == "code" &&
                         finding.evidence[i - 1].scheme == evidence.scheme &&
                         finding.evidence[i - 1].code == evidence.code;
    if (evidence.kind == "code" && !is_said) write_code(page, evidence);
  }
  if (finding.evidence.size() > kMostEvidence) {
    page.paragraph(fmt::format("and {} more", finding.evidence.size() - kMostEvidence), 2,
                   Style::faint);
  }
}

void write_fix(Page& page, const ReportFinding& finding) {
  if (finding.fix.empty()) return;
  page.heading("How to fix it");
  std::vector<std::string> steps;
  for (const ReportStep& step : finding.fix) steps.push_back(step.text);
  write_steps(page, steps);
}

void write_resubmission(Page& page, const Report& report, std::size_t index) {
  const ReportResubmit& resubmit = report.findings[index].resubmit;
  if (resubmit.change.empty() && resubmit.documents.empty() && resubmit.steps.empty()) return;
  std::string title = resubmission_title(resubmit);
  if (!report.provider.empty()) title += " (" + report.provider_name + ")";
  page.heading(title);
  if (!resubmit.change.empty()) {
    page.paragraph("Change: " + joined(resubmit.change, field_in_words));
  }
  if (!resubmit.documents.empty()) {
    page.paragraph("Attach: " + joined(resubmit.documents, document_in_words));
  }
  std::size_t earlier = 0;
  while (!same_plan(report.findings[earlier].resubmit, resubmit)) ++earlier;
  if (earlier < index) {
    page.paragraph(fmt::format("The same steps as for reason {}.", earlier + 1));
    return;
  }
  write_steps(page, resubmit.steps);
  if (!resubmit.method.empty()) {
    page.paragraph(fmt::format("API: {} {}", resubmit.method, resubmit.path));
  }
  if (!resubmit.earliest.empty()) page.paragraph("Not before: " + resubmit.earliest);
  if (!resubmit.latest.empty()) page.paragraph("Not after: " + resubmit.latest);
  for (const ReportDeadline& deadline : resubmit.deadlines) {
    page.item("Deadline:", deadline_in_words(deadline));
  }
}

void write_questions(Page& page, const Report& report) {
  const auto groups = group_questions(report);
  if (groups.empty()) return;
  page.heading("What to ask the customer");
  for (const QuestionGroup& group : groups) {
    if (groups.size() > 1) {
      page.paragraph(group.numbers.empty() ? "For the whole order:"
                                           : "For " + in_words(group.numbers) + ":");
    }
    for (const ReportAsk& ask : group.questions) {
      page.item("-", capitalised(field_in_words(ask.field)) + ": " + ask.question,
                groups.size() > 1 ? 4 : 2);
    }
  }
}

void write_law(Page& page, const Report& report) {
  std::vector<std::string> said;
  for (const ReportFinding& finding : report.findings) {
    for (const ReportDispute& dispute : finding.dispute) {
      if (is_said(said, dispute.text)) continue;
      if (said.empty()) page.heading("May they refuse?");
      said.push_back(dispute.text);
      page.item("-", fmt::format("{}, {}: {}", dispute.country, stance_in_words(dispute.stance),
                                 dispute.text));
    }
  }
}

void write_prevention(Page& page, const Report& report) {
  std::vector<std::string> said;
  for (const ReportFinding& finding : report.findings) {
    if (finding.prevention.empty() || is_said(said, finding.prevention)) continue;
    if (said.empty()) page.heading("Next time");
    said.push_back(finding.prevention);
    page.paragraph(finding.prevention);
  }
}

void write_doubts(Page& page, const Report& report) {
  std::vector<std::string> doubts;
  for (const ReportFormatHint& hint : report.format_hints) doubts.push_back(hint.text);
  doubts.insert(doubts.end(), report.conflicts.begin(), report.conflicts.end());
  if (!report.carrier_hint.empty()) doubts.push_back(report.carrier_hint);
  for (const std::string& code : report.unknown_codes) {
    doubts.push_back(fmt::format("Code {} is in no table; only the words were read.", code));
  }
  doubts.insert(doubts.end(), report.remarks.begin(), report.remarks.end());
  std::string masked;
  for (const auto& [field, count] : report.redactions) {
    masked += fmt::format("{}{} ({})", masked.empty() ? "" : ", ", field_in_words(field), count);
  }
  if (!masked.empty()) doubts.push_back("Masked: " + masked + ". --show-secrets shows it.");
  if (doubts.empty()) return;
  page.heading("Take note");
  for (const std::string& doubt : doubts) page.item("-", doubt);
}

void write_sources(Page& page, const Report& report) {
  std::vector<std::string> sources;
  for (const ReportFinding& finding : report.findings) {
    for (const ReportStep& step : finding.fix) keep_source(sources, step.source);
    for (const ReportDeadline& deadline : finding.resubmit.deadlines) {
      keep_source(sources, deadline.source);
    }
    for (const ReportDispute& dispute : finding.dispute) keep_source(sources, dispute.source);
    for (const std::string& source : finding.sources) keep_source(sources, source);
  }
  if (sources.empty()) return;
  page.heading("Sources");
  for (std::size_t i = 0; i < std::min(kMostSources, sources.size()); ++i) {
    page.paragraph(sources[i], 2, Style::faint);
  }
  if (sources.size() > kMostSources) {
    page.paragraph(
        fmt::format("and {} more (--format json lists them)", sources.size() - kMostSources), 2,
        Style::faint);
  }
}

}  // namespace portfix
