#pragma once

#include <string>

#include "base/json_tree.hpp"

namespace portfix {

/// The value as JSON text on one line, members in their order.
std::string json_text(const JsonNode& value);

}  // namespace portfix
