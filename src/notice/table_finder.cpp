#include "notice/table_finder.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/words.hpp"
#include "notice/ascii.hpp"
#include "notice/dates.hpp"
#include "notice/json_keys.hpp"
#include "notice/line_shape.hpp"
#include "notice/lines.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostColumns = 64;
constexpr std::size_t kLongestHead = 40;         // bytes of a cell
constexpr std::size_t kLongestAbbreviation = 6;  // bytes: "No.", "Resp."
constexpr std::size_t kLeastDigits = 7;          // of a number that tells rows from the head

/// Folded words that stand over columns.
constexpr std::string_view kHeads =
    " statu state stage result outcome response resp answer reason reject rejection cause "
    "explanation detail description comment remark note message error code rcode action date time "
    "due foc carrier provider operator order pon id account name country type "
    "grund ergebnis bemerkung hinweis anbieter estado causa motivo resultado observacione "
    "statut motif raison reden ";

/// Ways of writing a row. Tried in this order.
enum class Style : std::uint8_t { pipe, tab, semicolon, comma, gap };
constexpr std::array kStyles = {Style::pipe, Style::tab, Style::semicolon, Style::comma,
                                Style::gap};

char separator(Style style) {
  switch (style) {
    case Style::pipe:
      return '|';
    case Style::tab:
      return '\t';
    case Style::semicolon:
      return ';';
    default:
      return ',';
  }
}

std::size_t digits_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
}

/// A telephone number, an order's number, a date: what stands in rows and not over them.
bool is_numeric(std::string_view cell) {
  return !cell.empty() && (is_digit(cell.front()) || cell.front() == '+' || cell.front() == '(') &&
         digits_in(cell) >= kLeastDigits;
}

bool is_head_word(std::string_view cell) {
  const KeyUse use = use_of_key(cell, KeyUse::unknown);
  if (use != KeyUse::unknown) return true;
  const Words words = split_words(cell);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto at = kHeads.find(words[i]);
    if (at == kHeads.npos || words[i].empty()) continue;
    if (kHeads[at - 1] == ' ' && kHeads[at + words[i].size()] == ' ') return true;
  }
  return false;
}

bool may_be_head(std::string_view text, const TableRow& row) {
  std::size_t filled = 0;
  for (const TableCell& cell : row) {
    const auto words = cell_text(text, cell);
    if (words.empty()) continue;
    ++filled;
    const bool is_short = words.size() <= kLongestAbbreviation && words.find(' ') == words.npos;
    if (words.size() > kLongestHead || digits_in(words) >= 5 || words.ends_with(':') ||
        (words.ends_with('.') && !is_short) || words.find(". ") != words.npos) {
      return false;
    }
  }
  return filled >= 2;
}

std::string_view cell_at(std::string_view text, const TableRow& row, std::size_t column) {
  return column < row.size() ? cell_text(text, row[column]) : std::string_view{};
}

/// How many rows behind the first have a number in the column.
std::size_t numeric_rows(std::string_view text, const std::vector<TableRow>& rows,
                         std::size_t column) {
  return static_cast<std::size_t>(
      std::count_if(rows.begin() + 1, rows.end(),
                    [&](const TableRow& row) { return is_numeric(cell_at(text, row, column)); }));
}

/// Rows without a head: in one column each has a telephone number, and they have more to say.
bool has_number_column(std::string_view text, const std::vector<TableRow>& rows) {
  for (std::size_t column = 0; column < rows.front().size(); ++column) {
    const auto first = cell_text(text, rows.front()[column]);
    if (is_numeric(first) && date_at(first, 0) == 0 && first.size() < 40 &&
        numeric_rows(text, rows, column) + 1 == rows.size()) {
      return true;
    }
  }
  return false;
}

/// "+------+-----+"
bool is_frame(std::string_view line) {
  return line.starts_with("+-") && line.find_first_not_of("+-=") == line.npos;
}

class Finder {
 public:
  Finder(std::string_view text, Range range)
      : text_(text.substr(0, range.end)), budget_(3 * std::size_t{range.size()}) {
    for (std::size_t at = range.begin; at < text_.size() && lines_.size() < kMaxLines;) {
      const auto end = std::min(text_.find('\n', at), text_.size());
      lines_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      at = end + 1;
    }
  }

  std::vector<Table> run() {
    std::vector<Table> tables;
    std::array<std::size_t, kStyles.size()> tried{};  // lines before it are no table of the style
    for (std::size_t first = 0; first < lines_.size();) {
      std::size_t next = first + 1;
      for (const Style style : kStyles) {
        std::size_t& until = tried.at(static_cast<std::size_t>(style));
        if (first < until || !has_separator(first, style)) continue;
        std::size_t end = first;
        Table table = style == Style::gap ? read_columns(first, end) : read_rows(first, style, end);
        until = std::max(end, first + 1);
        if (table.rows.size() < 2 || !is_table(table)) continue;
        table.at = {lines_[first].begin, lines_[end - 1].end};
        tables.push_back(std::move(table));
        next = end;
        break;
      }
      first = next;
    }
    return tables;
  }

 private:
  [[nodiscard]] std::string_view line(std::size_t i) const { return lines_[i].in(text_); }

  [[nodiscard]] bool has_separator(std::size_t i, Style style) const {
    const auto words = line(i);
    const auto start = trimmed(words);
    if (start.empty() || start.front() == '>') return false;
    if (style == Style::gap) {
      return start.find("  ") != start.npos && start.find('\t') == start.npos;
    }
    return start.find(separator(style)) != start.npos;
  }

  [[nodiscard]] bool is_table(Table& table) const {
    const bool marked = table.headed;
    table.headed = marked || has_head(text_, table.rows);
    return table.headed || has_number_column(text_, table.rows);
  }

  /// Rows of separated cells from line `first` on; `end` becomes the line behind them.
  Table read_rows(std::size_t first, Style style, std::size_t& end) {
    Table table;
    std::size_t width = 0;
    bool loose = false;
    const auto goes_on = [&](std::size_t at) {
      return has_separator(at, style) || (style == Style::pipe && is_frame(trimmed(line(at))));
    };
    for (std::size_t at = first; at < lines_.size() && goes_on(at);) {
      if (is_rule(trimmed(line(at)))) {  // |---|---|
        table.headed = table.headed || (style == Style::pipe && table.rows.size() == 1);
        loose = loose || table.headed;
        end = ++at;
        continue;
      }
      std::size_t next = at + 1;
      auto row = split_row(at, style, next);
      if (!row) break;
      if (table.rows.empty()) {
        width = row->size();
        loose = may_be_head(text_, *row);
      }
      if (!fit(*row, width, loose)) break;
      table.rows.push_back(std::move(*row));
      end = at = next;
    }
    return table;
  }

  /// Under a head, a row may lack cells at its end, or have more: a comma in its last text.
  static bool fit(TableRow& row, std::size_t width, bool loose) {
    if (row.size() == width) return true;
    if (!loose || width < 2) return false;
    if (row.size() > width) {
      row[width - 1].at.end = row.back().at.end;
      if (!row[width - 1].text.empty()) return false;
      row.resize(width);
    }
    return true;
  }

  std::optional<TableRow> split_row(std::size_t first, Style style, std::size_t& next) {
    const char mark = separator(style);
    TableRow row;
    std::uint32_t at = lines_[first].begin;
    std::uint32_t end = lines_[first].end;
    if (style == Style::pipe) {
      const auto inner = trimmed(line(first));
      at = offset(inner);
      end = at + static_cast<std::uint32_t>(inner.size());
      if (inner.front() == '|') ++at;
      if (end > at && inner.back() == '|') --end;
    }
    const bool tight = style == Style::comma || style == Style::semicolon;
    for (;;) {
      if (row.size() >= kMostColumns) return std::nullopt;
      if (tight && !row.empty() && at < end && text_[at] == ' ') return std::nullopt;  // prose
      if (auto cell = quoted_cell(at, mark, next)) {
        row.push_back(std::move(*cell));
        end = lines_[next - 1].end;
      } else {
        const auto stop =
            static_cast<std::uint32_t>(std::min<std::size_t>(text_.find(mark, at), end));
        row.push_back({trimmed_range({at, stop}), {}});
        at = stop;
      }
      if (at >= end) break;
      ++at;
    }
    if (row.size() < 2) return std::nullopt;
    return row;
  }

  /// "a ""b"", c": moves `at` behind the closing quote, and `next` behind its line.
  std::optional<TableCell> quoted_cell(std::uint32_t& at, char mark, std::size_t& next) {
    std::uint32_t open = at;
    while (open < text_.size() && text_[open] == ' ') ++open;
    if (open >= text_.size() || text_[open] != '"' || mark == '|') return std::nullopt;
    TableCell cell;
    bool escaped = false;
    std::size_t lines = next;
    for (std::uint32_t i = open + 1; i < text_.size() && budget_ > 0; ++i, --budget_) {
      const char c = text_[i];
      if (c == '\n') ++lines;
      if (c == '"' && i + 1 < text_.size() && text_[i + 1] == '"') {
        escaped = true;
        cell.text += c;
        ++i;
        continue;
      }
      if (c != '"') {
        escaped = escaped || c == '\n';
        cell.text += c == '\n' ? ' ' : c;
        continue;
      }
      const char after = i + 1 < text_.size() ? text_[i + 1] : '\n';
      if (after != mark && after != '\n') return std::nullopt;
      cell.at = trimmed_range({open + 1, i});
      if (!escaped) cell.text.clear();
      at = i + 1;
      next = lines;
      return cell;
    }
    return std::nullopt;
  }

  /// Columns aligned by blanks: cells of later lines begin where those of the first do. A line that
  /// begins further right goes on with the cells above it.
  Table read_columns(std::size_t first, std::size_t& end) {
    Table table;
    const auto head = wide_cells(first);
    std::vector<std::size_t> starts;
    for (const Range& cell : head) starts.push_back(column_of(first, cell));
    end = first + 1;
    if (head.size() < 2) return table;
    table.rows.push_back(row_of(head));
    for (; end < lines_.size(); ++end) {
      const auto words = trimmed(line(end));
      if (words.empty() || words.front() == '>' || words.find('\t') != words.npos) break;
      if (is_rule(words)) continue;
      const auto cells = wide_cells(end);
      auto row = aligned(end, cells, starts);
      if (row.empty() && cells.size() == head.size() && head.size() > 2) row = row_of(cells);
      if (row.empty()) break;
      if (row.front().at.empty()) {
        go_on(table.rows.back(), row);
      } else if (cells.size() > 1) {
        table.rows.push_back(std::move(row));
      } else {
        break;
      }
    }
    return table;
  }

  [[nodiscard]] std::vector<Range> wide_cells(std::size_t i) const {
    std::vector<Range> cells;
    const auto words = line(i);
    for (std::size_t at = 0; at < words.size() && cells.size() < kMostColumns;) {
      at = std::min(words.find_first_not_of(' ', at), words.size());
      const auto stop = std::min(words.find("  ", at), words.size());
      const auto begin = lines_[i].begin + static_cast<std::uint32_t>(at);
      const Range cell = trimmed_range({begin, lines_[i].begin + static_cast<std::uint32_t>(stop)});
      if (!cell.empty()) cells.push_back(cell);
      at = stop;
    }
    return cells;
  }

  [[nodiscard]] std::size_t column_of(std::size_t i, Range cell) const {
    return columns(Range{lines_[i].begin, cell.begin}.in(text_));
  }

  /// A row whose cells all begin where a column does; empty if one does not.
  [[nodiscard]] TableRow aligned(std::size_t i, const std::vector<Range>& cells,
                                 const std::vector<std::size_t>& starts) const {
    TableRow row(starts.size());
    for (const Range& cell : cells) {
      const auto found = std::find(starts.begin(), starts.end(), column_of(i, cell));
      if (found == starts.end()) return {};
      row[static_cast<std::size_t>(found - starts.begin())].at = cell;
    }
    return row;
  }

  static TableRow row_of(const std::vector<Range>& cells) {
    TableRow row;
    for (const Range& cell : cells) row.push_back({cell, {}});
    return row;
  }

  void go_on(TableRow& row, const TableRow& more) const {
    for (std::size_t i = 0; i < row.size() && i < more.size(); ++i) {
      if (more[i].at.empty()) continue;
      if (row[i].at.empty()) {
        row[i] = more[i];
        continue;
      }
      if (row[i].text.empty()) row[i].text = row[i].at.in(text_);
      row[i].text += ' ';
      row[i].text += more[i].at.in(text_);
    }
  }

  [[nodiscard]] std::uint32_t offset(std::string_view part) const {
    return static_cast<std::uint32_t>(part.data() - text_.data());
  }

  [[nodiscard]] Range trimmed_range(Range range) const {
    const auto words = trimmed(range.in(text_));
    if (words.empty()) return {range.begin, range.begin};
    return {offset(words), offset(words) + static_cast<std::uint32_t>(words.size())};
  }

  std::string_view text_;
  std::size_t budget_;  // bytes that may be read in search of closing quotes
  std::vector<Range> lines_;
};

}  // namespace

std::string_view cell_text(std::string_view text, const TableCell& cell) {
  return cell.text.empty() ? cell.at.in(text) : std::string_view(cell.text);
}

bool has_head(std::string_view text, const std::vector<TableRow>& rows) {
  if (rows.size() < 2 || !may_be_head(text, rows.front())) return false;
  const std::size_t width = rows.front().size();
  std::size_t known = 0;
  for (std::size_t column = 0; column < width; ++column) {
    const auto head = cell_text(text, rows.front()[column]);
    known += is_head_word(head) ? 1U : 0U;
    const std::size_t numeric = numeric_rows(text, rows, column);
    const bool telling =
        width > 2 || column == 0 || use_of_key(head, KeyUse::unknown) == KeyUse::telephone;
    if (telling && numeric * 2 > rows.size() - 1 && (width > 2 || numeric + 1 == rows.size())) {
      return true;
    }
  }
  return width > 2 && known >= 2;
}

std::vector<Table> find_tables(std::string_view text, Range range) {
  return Finder(text, range).run();
}

}  // namespace portfix
