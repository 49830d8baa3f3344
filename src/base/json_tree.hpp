#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// A JSON value that remembers where it stands. Members keep their order; double keys are kept too,
/// so that a reader can complain of them.
struct JsonNode {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  std::string text;      ///< string: its decoded value; number, boolean: as written
  std::uint32_t at = 0;  ///< offset of the value's first byte
  std::string key;       ///< name, where this is a member of an object
  std::uint32_t key_at = 0;
  std::vector<JsonNode> children;

  /// The first member of that name, or nullptr.
  [[nodiscard]] const JsonNode* find(std::string_view name) const;
};

struct JsonError {
  std::size_t at = 0;   ///< offset of the byte that cannot be there
  std::string message;  ///< without position
};

struct JsonLimits {
  std::size_t depth = 64;
  std::size_t nodes = 2'000'000;
};

/// Reads one JSON document that fills `text`. On failure the tree is empty and `error` is set.
/// Bounded by `limits`; never throws on bad input.
std::optional<JsonNode> parse_json(std::string_view text, JsonError& error, JsonLimits limits = {});

}  // namespace portfix
