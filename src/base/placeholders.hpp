#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace portfix {

// Texts with blanks: "{note}" in a body of a rule file, filled when a report is written.

/// A stretch of such a text: words to be taken as they are, or the name of a blank.
struct TextPiece {
  std::string text;  ///< "note" of "{note}"
  bool is_name = false;
};

/// Takes a text apart. "{{" is a brace; a brace that begins no name is itself.
std::vector<TextPiece> take_apart(std::string_view text);

/// All names that can be filled. Besides these there is "change.FIELD": what the corrected order
/// has in FIELD.
std::span<const std::string_view> placeholder_names();

/// Begins the names of corrected fields.
inline constexpr std::string_view kChangePrefix = "change.";

}  // namespace portfix
