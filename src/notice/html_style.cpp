#include "notice/html_style.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// A style in lower case without blanks, between semicolons: ";display:none;color:red;"
std::string normal_style(std::string_view declarations) {
  std::string style = ";";
  for (const char c : declarations.substr(0, 2000)) {
    if (!is_space(c)) style += to_lower(c);
  }
  return style + ';';
}

bool has_style(const std::string& style, std::string_view declaration) {
  for (auto at = style.find(declaration); at != style.npos; at = style.find(declaration, at + 1)) {
    const auto rest = std::string_view(style).substr(at + declaration.size());
    if (rest.starts_with(';') || rest.starts_with('!')) return true;
  }
  return false;
}

/// The value of a property, or "".
std::string_view value_of(const std::string& style, std::string_view property) {
  const std::string key = ';' + std::string(property) + ':';
  const auto at = style.find(key);
  if (at == style.npos) return {};
  const auto begin = at + key.size();
  return std::string_view(style).substr(begin, style.find(';', begin) - begin);
}

bool is_white(std::string_view color) {
  return color == "#fff" || color == "#ffffff" || color == "white" || color == "rgb(255,255,255)";
}

bool is_nothing(std::string_view length) {
  return length == "0" || length == "0px" || length == "0pt" || length == "0em" ||
         length == "0.0pt" || length == "0%";
}

}  // namespace

bool hides_by_style(std::string_view declarations) {
  const std::string style = normal_style(declarations);
  for (const std::string_view declaration :
       {";display:none", ";visibility:hidden", ";mso-hide:all", ";text-decoration:line-through",
        ";text-decoration-line:line-through"}) {
    if (has_style(style, declaration)) return true;
  }
  if (is_nothing(value_of(style, "font-size")) || is_nothing(value_of(style, "opacity"))) {
    return true;
  }
  const bool no_size = is_nothing(value_of(style, "max-height")) ||
                       is_nothing(value_of(style, "height")) ||
                       is_nothing(value_of(style, "max-width"));
  if (no_size && value_of(style, "overflow") == "hidden") return true;
  auto ground = value_of(style, "background-color");
  if (ground.empty()) ground = value_of(style, "background");
  return is_white(value_of(style, "color")) && is_white(ground);
}

bool has_class(const HtmlNode& node, std::string_view wanted) {
  const std::string classes = ' ' + to_lower(node.attribute("class").substr(0, 1000)) + ' ';
  return classes.find(' ' + std::string(wanted) + ' ') != classes.npos;
}

HtmlBox box_of(const HtmlNode& node) {
  static constexpr std::array<std::string_view, 23> kParagraphs = {
      "p",       "h1",     "h2",    "h3",     "h4",   "h5",       "h6",         "ul",
      "ol",      "dl",     "table", "hr",     "pre",  "form",     "blockquote", "article",
      "section", "header", "aside", "footer", "main", "fieldset", "figure"};
  static constexpr std::array<std::string_view, 15> kBlocks = {
      "div",     "li",    "dt",    "dd",    "tr",      "td",      "th",    "caption",
      "address", "title", "thead", "tbody", "summary", "details", "legend"};
  if (is_one_of(node.tag, kParagraphs)) return HtmlBox::paragraph;
  return is_one_of(node.tag, kBlocks) ? HtmlBox::block : HtmlBox::in_line;
}

bool is_hidden(const HtmlNode& node) {
  static constexpr std::array<std::string_view, 25> kNoText = {
      "?",      "script", "style", "head",   "template", "noscript", "object", "svg", "math",
      "select", "button", "nav",   "iframe", "audio",    "video",    "canvas", "del", "s",
      "strike", "input",  "map",   "meta",   "link",     "menu",     "xml"};
  if (is_one_of(node.tag, kNoText) || node.has("hidden")) return true;
  if (to_lower(node.attribute("aria-hidden")) == "true") return true;
  return node.has("style") && hides_by_style(node.attribute("style"));
}

bool is_box_to_tick(const HtmlNode& node) {
  if (node.tag != "input" || node.has("hidden")) return false;
  const std::string type = to_lower(node.attribute("type"));
  return type == "checkbox" || type == "radio";
}

bool names_a_field(const HtmlNode& node) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "k",    "key",    "label",      "lbl",        "field-label", "field-name",
      "term", "kv-key", "info-label", "data-label", "prop",        "caption"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return has_class(node, name); });
}

bool is_mail_quote(const HtmlNode& node) {
  if (node.tag != "blockquote") return false;
  return to_lower(node.attribute("type")) == "cite" || has_class(node, "gmail_quote") ||
         has_class(node, "protonmail_quote") || has_class(node, "yahoo_quoted") || node.has("cite");
}

bool is_signature(const HtmlNode& node) {
  return has_class(node, "gmail_signature") || has_class(node, "moz-signature") ||
         node.attribute("id") == "Signature" ||
         node.attribute("data-smartmail") == "gmail_signature";
}

}  // namespace portfix
