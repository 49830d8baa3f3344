#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portfix {

/// An element or attribute of an XML document; comments and processing instructions are left out.
struct XmlNode {
  std::string name;               ///< without namespace prefix
  std::string text;               ///< its own text, CDATA included; an attribute's value
  std::uint32_t at = 0;           ///< offset of the text, or of the element where it has none
  std::vector<XmlNode> children;  ///< attributes first, then elements in their order
};

/// Reads one document with one root element. Mistakes that people make when they copy (no
/// declaration, unknown prefixes, a bare '&', an end that is missing) are forgiven. Only the five
/// entities of XML itself are replaced, nothing outside `text` is ever looked at, and a document of
/// more than 64 levels or 300,000 nodes is refused. Never throws on bad input.
std::optional<XmlNode> parse_xml(std::string_view text);

}  // namespace portfix
