#include <nlohmann/json.hpp>

#include "render/json_text.hpp"
#include "render/summary.hpp"

namespace portfix {

std::string summary_json(const Summary& summary, const ToolInfo& tool, bool pretty) {
  Json out = {{"schema", "portfix-summary/1"},
              {"tool", {{"version", tool.version}, {"rules", tool.rules_digest}}},
              {"notices", summary.notices()}};
  Json outcomes = Json::object();
  for (const SummaryOutcome& row : outcomes_of(summary)) outcomes[row.id] = row.count;
  out["outcomes"] = std::move(outcomes);
  out["not_read"] = summary.not_read();
  for (const SummaryList& list : lists_of(summary)) {
    Json rows = Json::array();
    for (const Summary::Count& row : list.counts) {
      rows.push_back({{"id", or_null(row.id)}, {"title", row.title}, {"count", row.count}});
      if (list.key == "reasons") rows.back()["also"] = row.also;
    }
    out[list.key] = std::move(rows);
  }
  return to_text(out, pretty) + '\n';
}

}  // namespace portfix
