#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace portfix {

using Json = nlohmann::ordered_json;

/// `value` as JSON text, on one line or with two spaces a level. What a terminal might obey or hide
/// (control characters, marks that reorder text) is written as \u escapes, so the text is harmless
/// wherever it is shown and means the same.
std::string to_text(const Json& value, bool pretty);

/// The same for JSON text that is already written.
std::string escape_hidden(std::string_view json);

/// null for "".
Json or_null(std::string_view text);

}  // namespace portfix
