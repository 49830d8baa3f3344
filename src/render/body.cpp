#include "render/body.hpp"

#include <nlohmann/json.hpp>

#include "base/placeholders.hpp"
#include "render/draft.hpp"

namespace portfix {
namespace {

/// The value of a placeholder inside a longer text.
std::string in_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_null()) return {};
  if (!value.is_array()) return value.dump();
  std::string out;
  for (const Json& item : value) out += (out.empty() ? "" : ", ") + in_text(item);
  return out;
}

Json fill_string(const std::string& text, const Blanks& blanks) {
  const auto pieces = take_apart(text);
  if (pieces.size() == 1 && pieces.front().is_name) return blanks(pieces.front().text);
  std::string out;
  for (const TextPiece& piece : pieces) {
    out += piece.is_name ? in_text(blanks(piece.text)) : piece.text;
  }
  return out;
}

/// Discarded = nothing is left of it.
Json fill(const Json& node, const Blanks& blanks) {
  if (node.is_string()) return fill_string(node.get<std::string>(), blanks);
  if (!node.is_structured() || node.empty()) return node;
  Json out = node.is_object() ? Json::object() : Json::array();
  for (const auto& [key, member] : node.items()) {
    Json value = fill(member, blanks);
    if (value.is_discarded()) continue;
    if (node.is_object()) {
      out[key] = std::move(value);
    } else {
      out.push_back(std::move(value));
    }
  }
  return out.empty() ? Json(Json::value_t::discarded) : out;
}

void write_xml(const Json& node, const std::string& name, const std::string& indent,
               std::string& out) {
  if (node.is_array()) {
    for (const Json& item : node) write_xml(item, name, indent, out);
    return;
  }
  out += indent + '<' + name + '>';
  if (node.is_object()) {
    out += '\n';
    for (const auto& [key, member] : node.items()) write_xml(member, key, indent + "  ", out);
    out += indent;
  } else {
    out += escape_html(in_text(node));
  }
  out += "</" + name + ">\n";
}

}  // namespace

Json fill_body(std::string_view body, const Blanks& blanks) {
  return fill(Json::parse(body, nullptr, false), blanks);
}

std::string xml_of(const Json& body) {
  std::string out;
  for (const auto& [key, member] : body.items()) write_xml(member, key, "", out);
  return out;
}

}  // namespace portfix
