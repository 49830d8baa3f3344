#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "notice/lines.hpp"

namespace portfix {

/// Lines that belong together: a paragraph, a list item, a label line, a row. A half-open range of
/// indices of lines.
struct TextUnit {
  enum class Kind : std::uint8_t { text, item, label, row, rule };

  std::size_t first = 0;
  std::size_t last = 0;
  Kind kind = Kind::text;
};

/// What the text as a whole looks like.
struct TextStyle {
  bool caseless = false;  ///< capitals only, or none: letter case tells nothing

  static TextStyle of(std::string_view text);
};

/// Joins the lines of one block (no blank line inside, same part) into units. Soft line breaks are
/// undone: a line goes on in the next one if the next word had no room left.
std::vector<TextUnit> split_block(std::string_view text, const std::vector<Line>& lines,
                                  std::size_t first, std::size_t last, TextStyle style);

/// The line is a telephone number with at most a few words before it, nothing behind it.
bool is_lone_number(std::string_view line);

/// The line begins with a telephone number and goes on behind a mark.
bool is_number_row(std::string_view line);

}  // namespace portfix
