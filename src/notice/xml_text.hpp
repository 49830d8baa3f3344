#pragma once

#include <string_view>
#include <vector>

#include "notice/keyed_value.hpp"
#include "notice/xml_tree.hpp"
#include "portfix/source_text.hpp"

namespace portfix {

/// An XML document inside a text.
struct XmlPart {
  Range at;                ///< of the text, with its declaration
  std::uint32_t base = 0;  ///< what the places in `root` count from
  XmlNode root;
};

/// The XML documents that `text` holds, in order; HTML is none. In time linear in its length.
std::vector<XmlPart> find_xml(std::string_view text);

/// Adds the values of a document: each text and attribute a field clause with name and path
/// ("LnpOrderResponse.Errors[].Code": names without prefix, "[]" behind those that siblings share),
/// each element with children a group.
void read_xml_tree(NoticeBuilder& builder, const XmlNode& root, const DocumentPlace& place);

}  // namespace portfix
