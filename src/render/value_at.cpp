#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/suggest.hpp"
#include "render/formats.hpp"
#include "render/report_json.hpp"
#include "render/terminal_text.hpp"

namespace portfix {
namespace {

/// "findings[0].ask" and ".findings.0.ask" are one path.
std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts(1);
  for (const char c : path) {
    if (c == ']') continue;
    if (c == '.' || c == '[') {
      if (!parts.back().empty()) parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

std::optional<std::size_t> index_in(const std::string& part) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
  if (error != std::errc{} || end != part.data() + part.size()) return std::nullopt;
  return index;
}

const Json* member(const Json& node, const std::string& part) {
  if (node.is_object()) {
    const auto found = node.find(part);
    return found == node.end() ? nullptr : &*found;
  }
  const auto index = node.is_array() ? index_in(part) : std::nullopt;
  return index && *index < node.size() ? &node[*index] : nullptr;
}

/// A report that has one of everything, to see which paths there can be.
Json example() {
  Report report;
  ReportFinding finding;
  finding.reason = "reason";
  finding.evidence.emplace_back();
  finding.evidence.back().kind = "code";
  finding.numbers = {"number"};
  finding.fix = {{"step", "source"}};
  finding.ask.emplace_back();
  finding.ask.back().field = "field";
  finding.dispute = {{"", "dispute", "", ""}};
  finding.sources = {"source"};
  finding.resubmit.method = "PUT";
  finding.resubmit.change = {"field"};
  finding.resubmit.documents = {"document"};
  finding.resubmit.steps = {"step"};
  finding.resubmit.deadlines.emplace_back();
  finding.resubmit.calls.emplace_back();
  report.numbers = {"number"};
  report.remarks = {"remark"};
  report.findings = {finding};
  report.weaker = {finding};
  report.why = ReportWhy{"reason", {"line"}};
  report.conflicts = {"conflict"};
  report.unknown_codes = {"code"};
  report.format_hints = {{"pin", 5, {4}, "hint"}};
  report.split = ReportSplit{{"number"}, {"number"}, {"number"}, {"number"}, true, {"sentence"}};
  ReportPlanStep step;
  step.stage = "resubmit";
  step.reasons = {"reason"};
  step.numbers = {"number"};
  step.after = {1};
  step.resubmit = finding.resubmit;
  report.plan = {step};
  report.error = "error";
  Json out = report_json(report, "en");
  out["id"] = nullptr;
  return out;
}

/// A text as it is, without what a terminal obeys or hides; anything else as JSON.
std::string shown(const Json& value) {
  if (value.is_null()) return {};
  if (!value.is_string()) return to_text(value, false);
  std::string out;
  std::string_view rest = value.get_ref<const std::string&>();
  while (!rest.empty()) {  // a text may have several lines
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    out += clean(rest.substr(0, end));
    if (end < rest.size()) out += '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  while (out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace

std::vector<std::string> values_at(const Report& report, const std::vector<std::string>& paths,
                                   const RenderOptions& options) {
  const Json tree = report_json(report, options.language);
  const Json id = Json::parse(report.id_json, nullptr, false);
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    const auto parts = parts_of(path);
    const bool is_id = !parts.empty() && parts.front() == "id";
    const Json* node = is_id ? &id : &tree;
    for (std::size_t i = is_id ? 1 : 0; i < parts.size() && node != nullptr; ++i) {
      node = member(*node, parts[i]);
    }
    // The id is the caller's own text: a number keeps all its digits.
    const bool is_written = node == &id && !id.is_string();
    out.push_back(is_written                                ? escape_hidden(report.id_json)
                  : node == nullptr || node->is_discarded() ? std::string{}
                                                            : shown(*node));
  }
  return out;
}

namespace {

/// "notice.numbers" of "numbers", "findings.0.reason" of "reason"; or "".
std::string path_to(const Json& tree, const std::string& name) {
  for (const char* const place : {"notice", "findings", "next_action"}) {
    const Json& node = tree[place];
    const bool is_list = node.is_array();
    if (member(is_list ? node.front() : node, name) == nullptr) continue;
    return fmt::format("{}{}.{}", place, is_list ? ".0" : "", name);
  }
  return {};
}

}  // namespace

std::string problem_with_path(std::string_view path) {
  const auto parts = parts_of(path);
  if (parts.empty()) return "an empty path names nothing";
  const Json tree = example();
  const Json* node = &tree;
  std::string at;
  for (const std::string& part : parts) {
    // Keys of these are data: any may come.
    const bool is_open = at == "notice.dates" || at == "redactions" || at.ends_with(".body");
    if (is_open || at == "id") return {};
    if (node->is_array()) {
      if (!index_in(part)) {
        return fmt::format("{} is a list: name an element by its number, as in {}.0", at, at);
      }
      node = &node->front();
    } else {
      const Json* next = member(*node, part);
      if (next == nullptr) {
        std::vector<std::string> keys;
        if (node->is_object()) {
          for (const auto& [key, value] : node->items()) keys.push_back(key);
        }
        if (keys.empty()) return fmt::format("{} holds nothing more", at);
        if (at.empty()) {
          if (const auto inside = path_to(tree, part); !inside.empty()) {
            return fmt::format("a report has no \"{}\"; did you mean {}?", part, inside);
          }
        }
        const std::string meant = did_you_mean(part, {keys.begin(), keys.end()});
        const std::string place = at.empty() ? "a report" : at;
        return meant.empty()
                   ? fmt::format("{} has no \"{}\", but {}", place, part, fmt::join(keys, ", "))
                   : fmt::format("{} has no \"{}\"; {}", place, part, meant);
      }
      node = next;
    }
    at += (at.empty() ? "" : ".") + part;
  }
  return {};
}

}  // namespace portfix
