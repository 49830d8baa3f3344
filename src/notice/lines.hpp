#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// What a line is in a pasted mail.
enum class LinePart : std::uint8_t { body, header, subject, marker, quoted, signature };

/// A line that is not blank.
struct Line {
  Range text;                ///< without quote marks, indentation and trailing blanks
  std::uint16_t indent = 0;  ///< columns before the text, quote marks left aside
  std::uint8_t depth = 0;    ///< how many quote marks
  bool after_blank = false;  ///< the first line, or a blank line stands before it
  LinePart part = LinePart::body;
  std::uint16_t message = 0;  ///< 0 = the newest of a thread
};

/// Lines beyond this number are left out.
inline constexpr std::size_t kMaxLines = 200'000;

/// The lines of `text[range]`. Quote marks ('>') at the beginning of a line become blanks in
/// `text`, so that a sentence that runs over several quoted lines reads on.
std::vector<Line> split_lines(std::string& text, Range range);

/// The number of characters in `text`.
std::size_t columns(std::string_view text);

}  // namespace portfix
