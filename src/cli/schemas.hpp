#pragma once

#include <span>
#include <string_view>

namespace portfix::cli {

/// A JSON Schema that is compiled in: `rules/schema/<name>.schema.json`.
struct Schema {
  std::string_view name;
  std::string_view text;
};

/// All of them, sorted by name.
std::span<const Schema> schemas();

}  // namespace portfix::cli
