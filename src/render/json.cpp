#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/formats.hpp"
#include "render/json_text.hpp"

namespace portfix {
namespace {

Json evidence_json(const ReportEvidence& evidence) {
  Json out = {{"kind", evidence.kind},          {"scheme", or_null(evidence.scheme)},
              {"code", or_null(evidence.code)}, {"text", evidence.text},
              {"line", evidence.position.line}, {"column", evidence.position.column}};
  const auto size = static_cast<std::uint32_t>(evidence.text.size());
  const std::uint32_t end = std::min(evidence.mark.end, size);
  out["match"] = Range{std::min(evidence.mark.begin, end), end}.in(evidence.text);
  if (evidence.kind == "code") {
    out["label"] = or_null(evidence.label);
    out["note"] = or_null(evidence.note);
    out["verified"] = or_null(evidence.verified);
  }
  return out;
}

Json resubmit_json(const ReportResubmit& resubmit) {
  Json deadlines = Json::array();
  std::string deadline;
  for (const ReportDeadline& row : resubmit.deadlines) {
    deadlines.push_back({{"text", row.text}, {"source", or_null(row.source)}});
    deadline += (deadline.empty() ? "" : " ") + row.text;
  }
  Json out = {{"policy", resubmit.policy},        {"change", resubmit.change},
              {"documents", resubmit.documents},  {"steps", resubmit.steps},
              {"deadline", or_null(deadline)},    {"order", or_null(resubmit.order)},
              {"deadlines", std::move(deadlines)}};
  out["api"] = resubmit.method.empty() ? Json(nullptr)
                                       : Json{{"method", resubmit.method}, {"path", resubmit.path}};
  return out;
}

Json dispute_json(const ReportDispute& dispute) {
  return {{"country", or_null(dispute.country)},
          {"stance", dispute.stance},
          {"text", dispute.text},
          {"source", or_null(dispute.source)}};
}

Json finding_json(const ReportFinding& finding) {
  Json evidence = Json::array();
  for (const ReportEvidence& row : finding.evidence) evidence.push_back(evidence_json(row));
  Json fix = Json::array();
  Json fix_sources = Json::array();
  for (const ReportStep& step : finding.fix) {
    fix.push_back(step.text);
    fix_sources.push_back(or_null(step.source));
  }
  Json ask = Json::array();
  for (const ReportAsk& row : finding.ask) {
    ask.push_back({{"field", row.field}, {"question", row.question}});
  }
  Json dispute = nullptr;
  Json law = Json::array();
  for (const ReportDispute& row : finding.dispute) {
    law.push_back(dispute_json(row));
    if (dispute.is_null() && row.stance == "dispute") dispute = law.back();
  }
  return {{"reason", finding.reason},
          {"title", finding.title},
          {"meaning", finding.meaning},
          {"confidence", std::round(finding.confidence * 100) / 100},
          {"numbers", finding.numbers},
          {"evidence", std::move(evidence)},
          {"owner", finding.owner},
          {"fix", std::move(fix)},
          {"fix_sources", std::move(fix_sources)},
          {"ask", std::move(ask)},
          {"resubmit", resubmit_json(finding.resubmit)},
          {"dispute", std::move(dispute)},
          {"law", std::move(law)},
          {"prevention", or_null(finding.prevention)},
          {"sources", finding.sources},
          {"fingerprint", finding.fingerprint}};
}

Json findings_json(const std::vector<ReportFinding>& findings) {
  Json out = Json::array();
  for (const ReportFinding& finding : findings) out.push_back(finding_json(finding));
  return out;
}

/// An object even where the map is empty.
template <class Map>
Json object_of(const Map& map) {
  Json out = Json::object();
  for (const auto& [key, value] : map) out[key] = value;
  return out;
}

/// The report without its id.
Json report_json(const Report& report) {
  Json out = Json::object();
  out["input"] = {{"name", report.input_name},
                  {"shape", to_string(report.shape)},
                  {"bytes", report.bytes},
                  {"truncated", report.truncated},
                  {"remarks", report.remarks}};
  out["outcome"] = to_string(report.outcome);
  if (!report.error.empty()) out["error"] = report.error;
  out["not_a_rejection"] = or_null(report.not_a_rejection);
  out["notice"] = {{"numbers", report.numbers},
                   {"order_id", or_null(report.order_id)},
                   {"status", or_null(report.status)},
                   {"provider", or_null(report.provider)},
                   {"provider_name", or_null(report.provider.empty() ? "" : report.provider_name)},
                   {"losing_carrier", or_null(report.losing_carrier)},
                   {"losing_carrier_name", or_null(report.losing_carrier_name)},
                   {"carrier_hint", or_null(report.carrier_hint)},
                   {"country", or_null(report.country)},
                   {"dates", object_of(report.dates)}};
  out["findings"] = findings_json(report.findings);
  out["weaker"] = findings_json(report.weaker);
  if (report.why) out["why"] = {{"reason", report.why->reason}, {"patterns", report.why->lines}};
  out["conflicts"] = report.conflicts;
  out["unknown_codes"] = report.unknown_codes;
  out["next_action"] = {{"owner", or_null(report.next_action.owner)},
                        {"policy", or_null(report.next_action.policy)},
                        {"summary", or_null(report.next_action.summary)}};
  out["redactions"] = object_of(report.redactions);
  return out;
}

/// The id is the caller's own JSON text, which must not pass through a parser that rounds numbers:
/// it is put in front of the rest as it is.
std::string with_id(const Report& report, bool pretty) {
  const std::string id = report.id_json.empty() ? "null" : escape_hidden(report.id_json);
  const std::string rest = to_text(report_json(report), pretty);
  const std::string_view members = std::string_view(rest).substr(1);
  return pretty ? fmt::format("{{\n  \"id\": {},{}", id, members)
                : fmt::format("{{\"id\":{},{}", id, members);
}

std::string json_header(const ToolInfo& tool, const RenderOptions&) {
  const Json head = {{"schema", "portfix-report/1"},
                     {"tool", {{"version", tool.version}, {"rules", tool.rules_digest}}}};
  std::string text = to_text(head, true);
  text.resize(text.size() - 2);  // the closing "\n}"
  return text + ",\n  \"reports\": [";
}

std::string json_report(const Report& report, const RenderOptions&) {
  std::string out = "\n    ";
  for (const char c : with_id(report, true)) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out;
}

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

std::string jsonl_report(const Report& report, const RenderOptions&) {
  return with_id(report, false) + '\n';
}

}  // namespace

Format json_format() {
  return {"json",      "one JSON document (portfix-report/1)", json_header, ",", json_report,
          "\n  ]\n}\n"};
}

Format jsonl_format() {
  return {"jsonl", "one JSON report a line", no_header, "", jsonl_report, ""};
}

}  // namespace portfix
