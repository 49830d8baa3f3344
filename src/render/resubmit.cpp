#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/blanks.hpp"
#include "render/desk_letter.hpp"
#include "render/formats.hpp"
#include "render/terminal_text.hpp"
#include "render/text_sections.hpp"

namespace portfix {
namespace {

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

/// Method and path, an empty line, and the body where one is published; "" where nothing changes.
std::string call_text(const ReportCall& call, const Report& report, const ReportResubmit& resubmit,
                      std::string_view language) {
  std::string out;
  if (!call.note.empty()) out += fmt::format("# {}\n", call.note);
  out += fmt::format("{} {}\n", call.method, clean(call.path));
  if (call.body.empty()) return out;
  const Json body = fill_body(call.body, blanks_of(report, resubmit, language));
  // What changes may be a field whose place in the body is not published.
  if (body.is_discarded()) return resubmit.change.empty() ? std::string{} : out;
  out += fmt::format("Content-Type: application/{}\n\n", call.is_xml ? "xml" : "json");
  return out + (call.is_xml ? xml_of(body) : to_text(body, true) + '\n');
}

std::string letter_text(const Report& report, const ReportResubmit& resubmit,
                        std::string_view language) {
  std::string out;
  if (!report.provider_desk.empty()) out += fmt::format("To: {}\n", report.provider_desk);
  out += fmt::format("Subject: {}\n\n", desk_subject(report, language));
  return out + draft_text(desk_letter(report, resubmit, language));
}

std::string resubmit_report(const Report& report, const RenderOptions& options) {
  std::string out;
  std::size_t ways = 0;
  for (const ReportPlanStep& step : report.plan) {
    if (step.stage == "resubmit") ++ways;
  }
  for (const ReportPlanStep& step : report.plan) {
    if (step.stage != "resubmit") continue;
    std::string way;
    for (const ReportCall& call : step.resubmit.calls) {
      const std::string text = call_text(call, report, step.resubmit, options.language);
      if (!text.empty()) way += (way.empty() ? "" : "\n") + text;
    }
    if (way.empty()) way = letter_text(report, step.resubmit, options.language);
    if (!out.empty()) out += '\n';
    if (ways > 1) out += fmt::format("# For {}: {}\n", in_words(step.numbers), step.text);
    out += way;
  }
  return out;
}

}  // namespace

Format resubmit_format() {
  return {"resubmit",
          "what to send to the provider: a letter to its desk, or its API call",
          no_header,
          "\n",
          resubmit_report,
          "",
          true};
}

}  // namespace portfix
