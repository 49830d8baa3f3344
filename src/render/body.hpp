#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "render/json_text.hpp"

namespace portfix {

/// What stands for a placeholder: a text, a list; nothing for a member that is to be left out.
using Blanks = std::function<Json(const std::string& name)>;

/// A body of a rule file, filled. Values go into strings of a JSON tree, so no text can leave its
/// place. A string that is one placeholder and nothing else takes the value's own type. Objects
/// that lose all their members are left out with them.
Json fill_body(std::string_view body, const Blanks& blanks);

/// The same tree as XML: members are elements, texts are escaped.
std::string xml_of(const Json& body);

}  // namespace portfix
