#include "notice/html_table.hpp"

#include <algorithm>

#include "notice/ascii.hpp"
#include "notice/html_style.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMaxColumns = 60;

bool is_row(const HtmlNode& node) {
  return node.tag == "tr" || to_lower(node.attribute("role")) == "row";
}

std::size_t span_of(const HtmlNode& cell, std::string_view name) {
  std::size_t span = 0;
  for (const char c : cell.attribute(name).substr(0, 3)) {
    if (!is_digit(c)) break;
    span = span * 10 + static_cast<std::size_t>(c - '0');
  }
  return std::clamp<std::size_t>(span, 1, kMaxColumns);
}

class Rows {
 public:
  void collect(const HtmlNode& node, bool in_head) {
    for (const HtmlNode& child : node.children) {
      if (is_hidden(child)) continue;
      if (is_row(child)) {
        add(child, in_head);
      } else if (!child.tag.empty() && child.tag != "table" && child.tag != "caption") {
        collect(child, in_head || child.tag == "thead");
      }
    }
  }

  std::vector<HtmlRow> rows;

 private:
  void add(const HtmlNode& node, bool in_head) {
    HtmlRow row;
    row.in_head = in_head;
    const auto skip_covered = [&] {
      while (row.cells.size() < covered_.size() && covered_[row.cells.size()].rows > 0) {
        Covered& cover = covered_[row.cells.size()];
        --cover.rows;
        row.cells.push_back({nullptr, false, cover.by});
      }
    };
    for (const HtmlNode& cell : node.children) {
      if (cell.tag.empty() || is_hidden(cell)) continue;
      skip_covered();
      const std::size_t down = span_of(cell, "rowspan");
      const std::string role = to_lower(cell.attribute("role"));
      for (std::size_t i = span_of(cell, "colspan"); i > 0; --i) {
        if (row.cells.size() >= kMaxColumns) break;
        const bool first = row.cells.empty() || row.cells.back().node != &cell;
        if (down > 1) {
          covered_.resize(std::max(covered_.size(), row.cells.size() + 1));
          covered_[row.cells.size()] = {down - 1, first ? &cell : nullptr};
        }
        row.cells.push_back(first ? HtmlCell{&cell, cell.tag == "th" || role == "columnheader"}
                                  : HtmlCell{});
      }
    }
    skip_covered();
    rows.push_back(std::move(row));
  }

  struct Covered {
    std::size_t rows = 0;  // that a cell still reaches down
    const HtmlNode* by = nullptr;
  };
  std::vector<Covered> covered_;  // by column
};

}  // namespace

bool is_table(const HtmlNode& node) {
  const std::string role = to_lower(node.attribute("role"));
  return node.tag == "table" || role == "grid" || role == "table";
}

std::vector<HtmlRow> rows_of(const HtmlNode& table) {
  Rows rows;
  rows.collect(table, false);
  return std::move(rows.rows);
}

}  // namespace portfix
