#include "render/report_json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "render/blanks.hpp"
#include "render/note.hpp"
#include "render/reply.hpp"

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
    deadlines.push_back({{"text", row.text},
                         {"source", or_null(row.source)},
                         {"date", or_null(row.date)},
                         {"is", row.earliest ? "earliest" : "latest"}});
    deadline += (deadline.empty() ? "" : " ") + row.text;
  }
  Json out = {{"policy", resubmit.policy},         {"change", resubmit.change},
              {"documents", resubmit.documents},   {"steps", resubmit.steps},
              {"deadline", or_null(deadline)},     {"order", or_null(resubmit.order)},
              {"deadlines", std::move(deadlines)}, {"earliest", or_null(resubmit.earliest)},
              {"latest", or_null(resubmit.latest)}};
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
    ask.push_back({{"field", row.field},
                   {"question", row.question},
                   {"send", or_null(row.send)},
                   {"do", or_null(row.act)},
                   {"where", or_null(row.where)}});
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
          {"stage", or_null(finding.stage)},
          {"task", or_null(finding.task)},
          {"told", or_null(finding.told)},
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

/// The calls of a step with their bodies filled; those that have nothing to say are left out.
Json calls_json(const Report& report, const ReportResubmit& resubmit, std::string_view language) {
  Json out = Json::array();
  for (const ReportCall& call : resubmit.calls) {
    Json body = nullptr;
    if (!call.body.empty()) {
      body = fill_body(call.body, blanks_of(report, resubmit, language));
      if (body.is_discarded() && resubmit.change.empty()) continue;
      if (body.is_discarded()) body = nullptr;
    }
    if (call.is_xml && !body.is_null()) body = xml_of(body);
    out.push_back({{"method", call.method},
                   {"path", call.path},
                   {"note", or_null(call.note)},
                   {"type", call.is_xml ? "xml" : "json"},
                   {"body", std::move(body)}});
  }
  return out;
}

Json plan_json(const Report& report, std::string_view language) {
  Json out = Json::array();
  for (std::size_t i = 0; i < report.plan.size(); ++i) {
    const ReportPlanStep& step = report.plan[i];
    const bool is_last = step.stage == "resubmit";
    out.push_back({{"step", i + 1},
                   {"stage", step.stage},
                   {"owner", step.owner},
                   {"text", step.text},
                   {"reasons", step.reasons},
                   {"numbers", step.numbers},
                   {"after", step.after},
                   {"resubmit", is_last ? resubmit_json(step.resubmit) : Json(nullptr)},
                   {"calls", calls_json(report, step.resubmit, language)}});
  }
  return out;
}

Json format_hints_json(const std::vector<ReportFormatHint>& hints) {
  Json out = Json::array();
  for (const ReportFormatHint& hint : hints) {
    out.push_back({{"field", hint.field},
                   {"digits", hint.digits},
                   {"expected", hint.expected},
                   {"text", hint.text}});
  }
  return out;
}

/// An object even where the map is empty.
template <class Map>
Json object_of(const Map& map) {
  Json out = Json::object();
  for (const auto& [key, value] : map) out[key] = value;
  return out;
}

}  // namespace

Json report_json(const Report& report, std::string_view language) {
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
                   {"provider_desk", or_null(report.provider_desk)},
                   {"losing_carrier", or_null(report.losing_carrier)},
                   {"losing_carrier_name", or_null(report.losing_carrier_name)},
                   {"carrier_hint", or_null(report.carrier_hint)},
                   {"country", or_null(report.country)},
                   {"sender", or_null(report.sender)},
                   {"sent", or_null(report.sent)},
                   {"dates", object_of(report.dates)}};
  out["findings"] = findings_json(report.findings);
  out["weaker"] = findings_json(report.weaker);
  if (report.split) {
    out["split"] = {
        {"needed", report.split->needed},           {"go_on", report.split->go_on},
        {"correct", report.split->correct},         {"new_order", report.split->new_order},
        {"cannot_move", report.split->cannot_move}, {"advice", report.split->advice}};
  }
  if (report.why) out["why"] = {{"reason", report.why->reason}, {"patterns", report.why->lines}};
  out["conflicts"] = report.conflicts;
  out["unknown_codes"] = report.unknown_codes;
  out["format_hints"] = format_hints_json(report.format_hints);
  out["plan"] = plan_json(report, language);
  out["next_action"] = {{"owner", or_null(report.next_action.owner)},
                        {"policy", or_null(report.next_action.policy)},
                        {"summary", or_null(report.next_action.summary)}};
  out["redactions"] = object_of(report.redactions);
  out["note"] = or_null(draft_text(note_of(report)));
  out["reply"] = or_null(draft_text(reply_of(report, language)));
  out["reply_subject"] = or_null(reply_subject(report, language));
  return out;
}

}  // namespace portfix
