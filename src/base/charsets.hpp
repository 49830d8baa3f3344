#pragma once

#include <string>
#include <string_view>

namespace portfix {

/// Decodes `bytes` as the charset of a mail or page says; the result is clean as SourceText is.
///
/// Known are UTF-8, US-ASCII, ISO-8859-1, -2, -9, -15, Windows-1250, -1252, -1254 and UTF-16. Bytes
/// that are valid UTF-8 are read as such, whatever is said of them; bytes of a charset that is not
/// known are read as Windows-1252, and `known` becomes false.
std::string decode_charset(std::string_view bytes, std::string_view charset, bool& known);

/// Corrects a text that SourceText has read as Windows-1252 because it was not valid UTF-8, now
/// that its charset is known. A text that cannot have been read so is left as it is.
std::string reread_charset(std::string_view text, std::string_view charset, bool& known);

/// Removes characters that nobody sees (zero-width, soft hyphens, marks of writing direction) and
/// makes no-break and other wide spaces blanks.
std::string without_invisible(std::string_view text);

}  // namespace portfix
