#include "cli/batch.hpp"

#include <fmt/format.h>

#include "base/json_tree.hpp"

namespace portfix::cli {
namespace {

/// The JSON value that starts at the start of `json`, which is well-formed.
std::string_view first_value(std::string_view json) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
      if (!in_string && depth == 0) return json.substr(0, i + 1);
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && depth > 0) {
      if (--depth == 0) return json.substr(0, i + 1);
    } else if (depth == 0 && (c == ',' || c == ']' || c == '}' || c == ' ' || c == '\t')) {
      return json.substr(0, i);  // the end of a number or word
    }
  }
  return json;
}

void take_text(const JsonNode& object, std::string_view key, std::string& to, std::string& error) {
  const JsonNode* member = object.find(key);
  if (member == nullptr || member->kind == JsonNode::Kind::null) return;
  if (member->kind == JsonNode::Kind::string) {
    to = member->text;
  } else if (error.empty()) {
    error = fmt::format("\"{}\" is not a text", key);
  }
}

}  // namespace

BatchLine read_batch_line(std::string_view line) {
  BatchLine out;
  JsonError json_error;
  const auto tree = parse_json(line, json_error);
  if (!tree) {
    out.error = fmt::format("not JSON (byte {})", json_error.at + 1);
    return out;
  }
  if (tree->kind != JsonNode::Kind::object) {
    out.error = "not a JSON object";
    return out;
  }
  if (const JsonNode* id = tree->find("id")) out.id_json = first_value(line.substr(id->at));
  const JsonNode* text = tree->find("text");
  if (text == nullptr || text->kind == JsonNode::Kind::null) out.error = "no \"text\"";
  take_text(*tree, "text", out.text, out.error);
  take_text(*tree, "provider", out.provider, out.error);
  take_text(*tree, "carrier", out.carrier, out.error);
  take_text(*tree, "country", out.country, out.error);
  return out;
}

}  // namespace portfix::cli
