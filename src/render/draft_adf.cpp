#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/draft.hpp"
#include "render/terminal_text.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

/// A text node; it must not be empty.
Json text_node(std::string_view text, bool strong = false) {
  std::string words = single_spaced(clean(text));
  if (words.empty()) words = "-";
  Json node = {{"type", "text"}, {"text", words}};
  if (strong) node["marks"] = Json::array({{{"type", "strong"}}});
  return node;
}

Json paragraph(Json content) { return {{"type", "paragraph"}, {"content", std::move(content)}}; }

/// Array, then element: an initialiser list of one array would be taken for a copy of it.
Json list_of(Json only) {
  Json out = Json::array();
  out.push_back(std::move(only));
  return out;
}

std::string_view list_type(Kind kind) {
  switch (kind) {
    case Kind::fact:
    case Kind::bullet:
    case Kind::link:
      return "bulletList";
    case Kind::number:
      return "orderedList";
    case Kind::heading:
    case Kind::paragraph:
    case Kind::quote:
      break;
  }
  return "";
}

Json inline_nodes(const DraftBlock& block) {
  Json out = Json::array();
  if (!block.label.empty()) {
    out.push_back(text_node(block.label + ":", true));
    out.push_back(Json{{"type", "text"}, {"text", " "}});
  }
  out.push_back(text_node(block.text, block.kind == Kind::heading));
  return out;
}

Json block_node(const DraftBlock& block) {
  Json inside = paragraph(inline_nodes(block));
  if (block.kind != Kind::quote) return inside;
  return {{"type", "blockquote"}, {"content", list_of(std::move(inside))}};
}

}  // namespace

Json draft_adf(const Draft& draft) {
  Json out = Json::array();
  for (const DraftBlock& block : draft) {
    const std::string_view list = list_type(block.kind);
    if (list.empty()) {
      out.push_back(block_node(block));
      continue;
    }
    const bool goes_on = !out.empty() && out.back()["type"] == list && block.item != 1;
    if (!goes_on) {
      Json node = {{"type", list}};
      if (block.item > 1) node["attrs"] = {{"order", block.item}};
      node["content"] = Json::array();
      out.push_back(std::move(node));
    }
    out.back()["content"].push_back(
        {{"type", "listItem"}, {"content", list_of(block_node(block))}});
  }
  return out;
}

}  // namespace portfix
