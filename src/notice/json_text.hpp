#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_tree.hpp"
#include "notice/notice_builder.hpp"

namespace portfix {

/// A JSON document inside a text.
struct JsonPart {
  Range at;  ///< of the text
  JsonNode root;
};

/// The JSON objects and arrays that `text` holds, in order; none overlaps another.
std::vector<JsonPart> find_json(std::string_view text);

/// Adds the values of a document: each a field clause with key and path, objects and arrays as
/// groups. `base` is the offset of the document in the source.
void read_json_tree(NoticeBuilder& builder, const JsonNode& root, std::uint32_t base);

}  // namespace portfix
