#include <fmt/format.h>

#include <algorithm>

#include "render/formats.hpp"
#include "render/terminal_text.hpp"
#include "render/text_sections.hpp"

namespace portfix {
namespace {

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

/// "+14155550123": begins with a plus and is no formula.
bool is_number(std::string_view text) {
  return text.size() > 1 && text[0] == '+' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A cell that no spreadsheet takes for a formula. Tabs and line ends are spaces after `clean`.
std::string cell(std::string_view text) {
  std::string out = single_spaced(clean(text));
  const bool is_formula =
      !out.empty() && std::string_view("=+-@").find(out[0]) != std::string_view::npos;
  if (is_formula && !is_number(out)) out.insert(0, 1, '\'');
  return out;
}

std::string row(std::initializer_list<std::string_view> cells) {
  std::string out;
  for (const std::string_view text : cells) out += cell(text) + '\t';
  out.back() = '\n';
  return out;
}

std::string tsv_report(const Report& report, const RenderOptions&) {
  const std::string name = report.id_json.empty() ? report.input_name : report.id_json;
  const std::string outcome(to_string(report.outcome));
  std::string out;
  for (const ReportFinding& finding : report.findings) {
    auto numbers = finding.numbers.empty() ? report.numbers : finding.numbers;
    if (numbers.empty()) numbers.emplace_back();
    for (const std::string& number : numbers) {
      out += row({name, outcome, number, finding.reason, fmt::format("{:.2f}", finding.confidence),
                  finding.owner, finding.resubmit.policy, finding.resubmit.order, report.provider,
                  report.losing_carrier, report.country, report.order_id, finding.resubmit.earliest,
                  finding.resubmit.latest, finding.title});
    }
  }
  if (!out.empty()) return out;
  auto numbers = report.numbers;
  if (numbers.empty()) numbers.emplace_back();
  for (const std::string& number : numbers) {
    out += row({name, outcome, number, "", "", report.next_action.owner, report.next_action.policy,
                "", report.provider, report.losing_carrier, report.country, report.order_id, "", "",
                report.error});
  }
  return out;
}

}  // namespace

Format tsv_format() {
  return {"tsv",
          "a line for each number and finding: notice, outcome, number, reason, confidence, owner, "
          "policy, order, provider, carrier, country, order id, earliest, latest, title",
          no_header,
          "",
          tsv_report,
          ""};
}

}  // namespace portfix
