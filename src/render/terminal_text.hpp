#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace portfix {

/// A copy that can go to a terminal: control characters (C0, C1, line feed and tab too) become
/// spaces, characters that reorder or hide text are dropped, ill-formed UTF-8 becomes U+FFFD.
std::string clean(std::string_view text);

/// Columns that `text` takes on a terminal: one for a character, two for a wide one (East Asian,
/// emoji), none for a combining mark. `text` is clean.
std::size_t display_width(std::string_view text);

/// The longest start of `text` that is at most `width` columns wide.
std::string_view fit_start(std::string_view text, std::size_t width);

/// The longest end of `text` that is at most `width` columns wide.
std::string_view fit_end(std::string_view text, std::size_t width);

/// `text` with one space for each run of spaces, none at its ends.
std::string single_spaced(std::string_view text);

/// True if `single_spaced(clean(text))` is `text` itself; may be false for rare text that is, too.
bool is_tidy(std::string_view text);

/// Takes the next line of `wrap` off `text`, which is single-spaced and not empty.
std::string_view take_line(std::string_view& text, std::size_t width);

/// Breaks `text` at spaces into lines of at most `width` columns. A word that is longer, such as an
/// address, stays whole on a line of its own. Runs of spaces count as one. No text gives no line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

}  // namespace portfix
