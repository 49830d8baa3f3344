#include <fmt/format.h>

#include <algorithm>

#include "render/explanation.hpp"
#include "render/page.hpp"
#include "render/terminal_text.hpp"
#include "render/vocabulary.hpp"
#include "report/phrases.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostCodes = 12;

std::string joined(const std::vector<std::string>& names, std::size_t most = 1000) {
  std::string out;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) {
    out += (i > 0 ? ", " : "") + names[i];
  }
  if (names.size() > most) out += fmt::format(" and {} more", names.size() - most);
  return out;
}

std::string joined(const std::vector<std::string>& names,
                   std::string (*in_words)(std::string_view)) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + in_words(name);
  return out;
}

void fact_if(Page& page, std::string_view label, const std::string& text) {
  if (!text.empty()) page.fact(label, text);
}

void write_sources(Page& page, const ExplainedMatch& match) {
  if (match.sources.empty()) return;
  page.heading("Sources");
  for (const std::string& source : match.sources) page.paragraph(source, 2, Style::faint);
}

void write_move(Page& page, const ExplainedMatch& match) {
  if (!match.owner.empty()) page.fact("Whose move", owner_in_words(match.owner));
  if (!match.policy.empty()) page.fact("Then", policy_in_words(match.policy, ""));
}

/// What a reason asks for, without its verdict. A code can have a policy of its own.
void write_advice(Page& page, const ExplainedMatch& reason, const std::string& policy) {
  page.gap();
  page.paragraph(reason.text);
  page.heading("How to fix it");
  for (std::size_t i = 0; i < reason.steps.size(); ++i) {
    page.item(fmt::format("{}.", i + 1), reason.steps[i].text);
  }
  page.heading("How to resubmit");
  page.paragraph(capitalised(policy_in_words(policy, "")) + '.');
  if (!reason.change.empty()) page.paragraph("Change: " + joined(reason.change, field_in_words));
  if (!reason.documents.empty()) {
    page.paragraph("Attach: " + joined(reason.documents, document_in_words));
  }
  if (!reason.ask.empty()) page.heading("What to ask the customer");
  for (const ReportAsk& ask : reason.ask) {
    page.item("-", capitalised(field_in_words(ask.field)) + ": " + ask.question);
  }
  if (!reason.prevention.empty()) {
    page.heading("Next time");
    page.paragraph(reason.prevention);
  }
}

void write_reason(Page& page, const ExplainedMatch& match) {
  page.fact("Reason", match.label, Style::bold);
  page.fact("Id", match.id);
  write_move(page, match);
  fact_if(page, "Codes", joined(match.codes, kMostCodes));
  write_advice(page, match, match.policy);
  write_sources(page, match);
}

void write_reason_of_code(Page& page, const Explanation& all, const ExplainedMatch& code,
                          const std::string& id) {
  const auto reason = std::find_if(all.reasons.begin(), all.reasons.end(),
                                   [&](const ExplainedMatch& match) { return match.id == id; });
  if (reason == all.reasons.end()) return;
  page.heading(fmt::format("{} ({})", reason->label, id));
  if (id == code.reasons.front()) {
    write_advice(page, *reason, code.policy.empty() ? reason->policy : code.policy);
  } else {
    page.paragraph(reason->text);
    page.paragraph(fmt::format("portfix explain {} tells more.", id));
  }
}

void write_code(Page& page, const Explanation& all, const ExplainedMatch& match) {
  page.fact("Code", match.code.empty() ? match.label : match.code, Style::bold);
  page.fact("Of", match.scheme);
  if (!match.code.empty()) fact_if(page, "Says", match.label);
  if (match.status != "rejection") page.fact("Kind", status_in_words(match.status));
  fact_if(page, "Means", joined(match.reasons));
  write_move(page, match);
  page.fact("Verified", match.verified == "yes" ? "yes" : verified_in_words(match.verified));
  fact_if(page, "Note", match.text);
  const bool in_full = all.matches.size() == 1;
  for (const std::string& id : match.reasons) {
    if (in_full) write_reason_of_code(page, all, match, id);
  }
  if (in_full) {
    write_sources(page, match);
  } else {
    for (const std::string& source : match.sources) page.fact("Source", source, Style::faint);
  }
}

/// What is worth knowing of a step beside its words.
std::string step_marks(const ExplainedStep& step) {
  std::string out;
  if (!step.lifetime.empty()) out += fmt::format(" Valid: {}.", step.lifetime);
  if (step.confidence == "low") out += " (Unverified: low confidence.)";
  return out;
}

void write_steps_by_topic(Page& page, const ExplainedMatch& match) {
  std::string_view topic;
  for (const ExplainedStep& step : match.steps) {
    if (step.topic != topic) {
      topic = step.topic;
      page.heading(capitalised(match.kind == "provider" ? policy_in_words(topic, "")
                                                        : field_in_words(topic)));
    }
    page.item("-", step.text + step_marks(step));
    page.paragraph(step.source, 4, Style::faint);
  }
}

void write_other(Page& page, const ExplainedMatch& match) {
  page.fact(match.kind == "carrier"    ? "Carrier"
            : match.kind == "provider" ? "Provider"
                                       : "Codes of",
            match.label, Style::bold);
  page.fact("Id", match.id);
  if (!match.text.empty()) page.gap();
  page.paragraph(match.text);
  write_steps_by_topic(page, match);
  if (!match.codes.empty()) {
    page.heading(match.kind == "provider" ? "Its codes" : "Codes");
    page.paragraph(joined(match.codes));
  }
  write_sources(page, match);
}

}  // namespace

std::string explanation_text(const Explanation& explanation, const RenderOptions& options) {
  Page page(options);
  for (const ExplainedMatch& match : explanation.matches) {
    page.gap();
    if (match.kind == "code") {
      write_code(page, explanation, match);
    } else if (match.kind == "reason") {
      write_reason(page, match);
    } else {
      write_other(page, match);
    }
  }
  if (explanation.matches.size() > 1 && explanation.matches.front().kind == "code") {
    page.gap();
    page.fact("Next", fmt::format("portfix explain {} shows one of them in full",
                                  explanation.matches.front().id));
  }
  return page.take();
}

std::string rule_list_text(const std::vector<ListedRule>& rules, const RenderOptions&) {
  std::size_t widest = 0;
  for (const ListedRule& rule : rules) widest = std::max(widest, display_width(rule.id));
  std::string out;
  for (const ListedRule& rule : rules) {
    out += fmt::format("{:<9}  {:<{}}  {}\n", rule.kind, clean(rule.id), widest, clean(rule.title));
  }
  return out;
}

}  // namespace portfix
