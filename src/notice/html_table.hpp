#pragma once

#include <string>
#include <vector>

#include "notice/html_tree.hpp"

namespace portfix {

/// A cell as it is written; `node` is nullptr where a cell above or before reaches over it.
struct HtmlCell {
  const HtmlNode* node = nullptr;
  bool head = false;                ///< <th>
  const HtmlNode* above = nullptr;  ///< the cell of a row above that reaches down over this place
};

/// A row; `cells` has an entry for each column it covers.
struct HtmlRow {
  std::vector<HtmlCell> cells;
  bool in_head = false;  ///< <thead>
};

/// True for tables and for what says that it is one (role="grid").
bool is_table(const HtmlNode& node);

/// The rows of a table, not those of tables in its cells.
std::vector<HtmlRow> rows_of(const HtmlNode& table);

}  // namespace portfix
