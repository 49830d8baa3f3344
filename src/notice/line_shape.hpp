#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// The length of the list mark that `line` begins with ("- ", "1. ", "[ ] ", "a) "), or 0.
std::size_t list_mark(std::string_view line);

/// A label and where the value behind it begins; offsets into the line. `label` is empty if the
/// line has none.
struct Label {
  Range label;
  std::uint32_t value = 0;
};

/// Reads "Reason: PIN missing", "Losing carrier = Verizon", "PON.......: 7", and, if `aligned`,
/// labels that blanks or a tab separate from the value ("RCODE  8A").
Label find_label(std::string_view line, bool aligned);

/// The cells of a row ("a | b", tabs, wide gaps), or nothing if it is not one.
std::vector<Range> find_cells(std::string_view line);

/// True for lines like "=====" that hold neither letters nor digits.
bool is_rule(std::string_view line);

/// True for "8A - Account number invalid", "01 / Order number missing": a short token with a digit
/// in it, then a mark.
bool is_coded_row(std::string_view line);

/// True for "Hi Callum", "Sehr geehrte Damen und Herren" and the like.
bool is_salutation(std::string_view line);

/// The part of `text` without bullets and quotation marks around it.
std::string_view without_quotes(std::string_view text);

}  // namespace portfix
