#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/formats.hpp"
#include "render/json_text.hpp"
#include "render/report_json.hpp"

namespace portfix {
namespace {

/// The id is the caller's own JSON text, which must not pass through a parser that rounds numbers:
/// it is put in front of the rest as it is.
std::string with_id(const Report& report, bool pretty, std::string_view language) {
  const std::string id = report.id_json.empty() ? "null" : escape_hidden(report.id_json);
  const std::string rest = to_text(report_json(report, language), pretty);
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

std::string json_report(const Report& report, const RenderOptions& options) {
  std::string out = "\n    ";
  for (const char c : with_id(report, true, options.language)) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out;
}

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

std::string jsonl_report(const Report& report, const RenderOptions& options) {
  return with_id(report, false, options.language) + '\n';
}

}  // namespace

Format json_format() {
  return {
      "json", "one JSON document (portfix-report/1)", json_header, ",", json_report, "\n  ]\n}\n",
      true};
}

Format jsonl_format() {
  return {"jsonl", "one JSON report a line", no_header, "", jsonl_report, "", true};
}

}  // namespace portfix
