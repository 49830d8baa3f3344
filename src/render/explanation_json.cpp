#include <nlohmann/json.hpp>

#include "render/explanation.hpp"
#include "render/json_text.hpp"

namespace portfix {
namespace {

Json match_json(const ExplainedMatch& match) {
  Json steps = Json::array();
  for (const ExplainedStep& step : match.steps) {
    steps.push_back({{"topic", or_null(step.topic)},
                     {"text", step.text},
                     {"source", or_null(step.source)},
                     {"seen", or_null(step.seen)},
                     {"confidence", or_null(step.confidence)},
                     {"lifetime", or_null(step.lifetime)}});
  }
  Json ask = Json::array();
  for (const ReportAsk& row : match.ask) {
    ask.push_back({{"field", row.field}, {"question", row.question}});
  }
  return {{"kind", match.kind},
          {"id", match.id},
          {"scheme", or_null(match.scheme)},
          {"code", or_null(match.code)},
          {"label", match.label},
          {"status", or_null(match.status)},
          {"reasons", match.reasons},
          {"owner", or_null(match.owner)},
          {"policy", or_null(match.policy)},
          {"verified", or_null(match.verified)},
          {"sources", match.sources},
          {"text", or_null(match.text)},
          {"steps", std::move(steps)},
          {"ask", std::move(ask)},
          {"change", match.change},
          {"documents", match.documents},
          {"prevention", or_null(match.prevention)},
          {"codes", match.codes}};
}

}  // namespace

std::string explanation_json(const Explanation& explanation) {
  Json matches = Json::array();
  for (const ExplainedMatch& match : explanation.matches) matches.push_back(match_json(match));
  const Json document = {{"schema", "portfix-explain/1"},
                         {"query", explanation.query},
                         {"matches", std::move(matches)}};
  return to_text(document, true) + '\n';
}

std::string rule_list_json(const std::vector<ListedRule>& rules, std::string_view digest) {
  Json rows = Json::array();
  for (const ListedRule& rule : rules) {
    rows.push_back(
        {{"kind", rule.kind}, {"id", rule.id}, {"title", rule.title}, {"file", rule.file}});
  }
  const Json document = {
      {"schema", "portfix-rules/1"}, {"digest", digest}, {"rules", std::move(rows)}};
  return to_text(document, true) + '\n';
}

}  // namespace portfix
