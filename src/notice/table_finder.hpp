#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// A cell of a table: the range of a text, or other words where it is written with escapes or over
/// several lines.
struct TableCell {
  Range at;
  std::string text;  ///< "" = what stands at `at`
};
using TableRow = std::vector<TableCell>;

struct Table {
  Range at;  ///< of the text: its lines
  std::vector<TableRow> rows;
  bool headed = false;  ///< the first row holds the names of the columns
};

/// The tables that stand in `text[range]`: CSV (commas, semicolons, tabs; RFC 4180 quotes),
/// Markdown and other pipes, columns aligned by blanks. Two rows alike are the least, and either a
/// head or a column of numbers: a letter is never a table. In time linear in the length.
std::vector<Table> find_tables(std::string_view text, Range range);

/// What a cell says; ranges address `text`.
std::string_view cell_text(std::string_view text, const TableCell& cell);

/// True if the first of the rows names the columns: it differs from the others as words from
/// numbers, or is made of words that usually do.
bool has_head(std::string_view text, const std::vector<TableRow>& rows);

}  // namespace portfix
