#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "notice/json_keys.hpp"
#include "notice/notice_builder.hpp"
#include "notice/plain_text.hpp"

namespace portfix {

/// Where a structured document stands, be it in the source or in a value of another document.
struct DocumentPlace {
  std::uint32_t group = 0;
  std::string path;          ///< of the value around it
  std::string key;           ///< the last name of that path
  std::uint32_t source = 0;  ///< offset of its first byte in the source
  bool exact = true;         ///< false: `source` is the place of all its values
  int level = 0;             ///< how many documents are around it

  [[nodiscard]] std::uint32_t source_of(std::uint32_t at) const {
    return exact ? source + at : source;
  }
};

/// Adds a value that stands behind a key: its clauses are fields, and `use` says which numbers in
/// it count. `value` is a range of the notice's text.
void add_keyed_value(NoticeBuilder& builder, Range value, KeyUse use, TextPlace place);

/// Reads a value that is itself a JSON or XML document; false if it is none. `place.level` counts
/// this one.
bool read_inner_document(NoticeBuilder& builder, std::string_view value,
                         const DocumentPlace& place);

/// `path` with `key` behind it; `path` alone once that gets too long.
std::string join_path(const std::string& path, std::string_view key);

}  // namespace portfix
