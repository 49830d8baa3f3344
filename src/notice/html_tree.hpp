#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace portfix {

/// An element or a piece of text of an HTML page.
struct HtmlNode {
  std::string tag;                                              ///< in lower case; "" = text
  std::string text;                                             ///< of text: entities are replaced
  std::uint32_t at = 0;                                         ///< offset in the page
  bool holds_table = false;                                     ///< somewhere below
  std::vector<std::pair<std::string, std::string>> attributes;  ///< names in lower case
  std::vector<HtmlNode> children;

  /// The value of an attribute, or "".
  [[nodiscard]] std::string_view attribute(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
};

/// Reads a page as a browser does (HTML5), whatever its mistakes. nullopt if it is nested or
/// crowded as no page is that people look at; time and memory stay bounded.
std::optional<HtmlNode> parse_html(std::string_view html);

/// The text of a page by its tags alone, for pages that parse_html() refuses.
std::string strip_tags(std::string_view html);

}  // namespace portfix
