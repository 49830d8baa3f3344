#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/json_tree.hpp"
#include "notice/keyed_value.hpp"

namespace portfix {

/// A JSON document inside a text.
struct JsonPart {
  Range at;  ///< of the text
  JsonNode root;
};

/// The JSON objects and arrays that `text` holds, in order; none overlaps another.
std::vector<JsonPart> find_json(std::string_view text);

/// The JSON object or array that `text` is, or nothing.
std::optional<JsonNode> read_json_document(std::string_view text);

/// Adds the values of a document: each a field clause with key and path, objects and arrays as
/// groups.
void read_json_tree(NoticeBuilder& builder, const JsonNode& root, const DocumentPlace& place);

}  // namespace portfix
