#pragma once

#include <optional>
#include <string_view>

#include "portfix/notice.hpp"

namespace portfix {

/// Reads one shape of document that is wrapped around a text. What stands in a text (JSON, XML,
/// tables) is found by read_text(), see text_parts.hpp. A new shape is a file with such a function
/// and a row in the table of read_notice.cpp.
struct Reader {
  Shape shape;
  /// A cheap look; true does not promise that it can be read.
  bool (*looks_like)(std::string_view text);
  /// nullopt = it is not that shape after all.
  std::optional<Notice> (*read)(std::string_view text, const ReadOptions& options);
};

extern const Reader kMailReader;
extern const Reader kHtmlReader;
extern const Reader kPlainReader;

}  // namespace portfix
