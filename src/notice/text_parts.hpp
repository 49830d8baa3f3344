#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "notice/json_text.hpp"
#include "notice/table_text.hpp"
#include "notice/xml_text.hpp"

namespace portfix {

/// A document or a table that stands in a text.
struct TextPart {
  Range at;  ///< into Notice::text
  Shape shape = Shape::plain;
  std::variant<JsonNode, XmlPart, Table> content;
};

/// The parts of `text[range]`, in order; none overlaps another. `wanted` may restrict them to one
/// shape; InputShape::text means none. `known` are tables that are not looked for, or nullptr.
std::vector<TextPart> find_text_parts(std::string_view text, Range range, InputShape wanted,
                                      const std::vector<Table>* known);

/// Adds the clauses of a part that find_text_parts() found in the notice's text.
void read_text_part(NoticeBuilder& builder, const TextPart& part, const TextPlace& place);

/// The shape of a text with these parts: that of its parts if they are the most of it.
Shape shape_of_text(std::string_view text, Range range, const std::vector<TextPart>& parts);

}  // namespace portfix
