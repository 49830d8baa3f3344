#include "notice/html_text.hpp"

#include <algorithm>
#include <vector>

#include "base/charsets.hpp"
#include "notice/html_lines.hpp"
#include "notice/html_sheet.hpp"
#include "notice/html_tree.hpp"
#include "notice/lines.hpp"
#include "notice/mail_words.hpp"
#include "notice/plain_text.hpp"
#include "notice/text_blocks.hpp"

namespace portfix {
namespace {

constexpr std::size_t kShort = 60;  // columns

/// Lines of a page set as plain text, with what is known of it.
class Page {
 public:
  explicit Page(std::vector<HtmlLine> lines) : lines_(std::move(lines)) {}

  void read(NoticeBuilder& builder, std::uint32_t group) {
    set();
    const Range range = builder.append(text_);
    for (Table& table : tables_) move(table, range.begin);
    TextPlace place;
    place.group = group;
    place.shift = -std::int64_t{range.begin};
    place.tables = &tables_;
    const std::size_t first = builder.notice.clauses.size();
    read_text(builder, range, place);
    auto& clauses = builder.notice.clauses;
    for (std::size_t i = first; i < clauses.size(); ++i) {
      clauses[i].source = source_of(clauses[i].source);
    }
  }

 private:
  void set() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const HtmlLine& line = lines_[i];
      if (i > 0) text_ += gap_between(lines_[i - 1], line);
      if (line.cells.empty()) {
        if (line.depth > 0) text_ += std::string(line.depth, '>') + ' ';
        text_ += std::string(std::size_t{2} * line.indent, ' ');
      }
      const auto begin = static_cast<std::uint32_t>(text_.size());
      begins_.push_back(begin);
      for (const auto& piece : line.pieces) pieces_.push_back({begin + piece.into, piece.at});
      text_ += line.text;
      if (!line.cells.empty()) add_row(line, i);
    }
  }

  static std::string_view gap_between(const HtmlLine& before, const HtmlLine& line) {
    if (line.before == HtmlBreak::soft) return "\n";
    const bool row = !before.cells.empty();
    if (row != !line.cells.empty() || (row && line.begins_table)) return "\n\n";
    if (row) return "\n";
    const bool headers = header_kind(before.text) != HeaderKind::no_header &&
                         header_kind(line.text) != HeaderKind::no_header;
    if (headers) return "\n";
    if (line.before == HtmlBreak::paragraph) return "\n\n";
    const bool close = (columns(before.text) <= kShort && columns(line.text) <= kShort) ||
                       is_lone_number(before.text) || line.text.starts_with("- ");
    return close ? "\n" : "\n\n";
  }

  void add_row(const HtmlLine& line, std::size_t index) {
    if (line.begins_table || tables_.empty()) {
      tables_.push_back({{begins_[index], begins_[index]}, {}, false});
      if (line.head != none) {
        tables_.back().headed = true;
        if (line.head != index) tables_.back().rows.push_back(cells_of(line.head));
      }
    }
    Table& table = tables_.back();
    table.rows.push_back(cells_of(index));
    table.at.end = static_cast<std::uint32_t>(text_.size());
  }

  [[nodiscard]] TableRow cells_of(std::size_t index) const {
    TableRow row;
    for (const Range cell : lines_[index].cells) {
      row.push_back({{begins_[index] + cell.begin, begins_[index] + cell.end}, {}});
    }
    return row;
  }

  static void move(Table& table, std::uint32_t by) {
    table.at = {table.at.begin + by, table.at.end + by};
    for (TableRow& row : table.rows) {
      for (TableCell& cell : row) cell.at = {cell.at.begin + by, cell.at.end + by};
    }
  }

  [[nodiscard]] std::uint32_t source_of(std::uint32_t offset) const {
    const auto next = std::upper_bound(
        pieces_.begin(), pieces_.end(), offset,
        [](std::uint32_t at, const HtmlLine::Piece& piece) { return at < piece.into; });
    if (next == pieces_.begin()) return pieces_.empty() ? 0 : pieces_.front().at;
    const std::uint32_t at = (next - 1)->at + (offset - (next - 1)->into);
    return next == pieces_.end() ? at : std::min(at, std::max(next->at, (next - 1)->at));
  }

  std::vector<HtmlLine> lines_;
  std::vector<std::uint32_t> begins_;  // by line: where its text stands
  std::string text_;
  std::vector<HtmlLine::Piece> pieces_;  // of the whole text
  std::vector<Table> tables_;
};

}  // namespace

void read_html_text(NoticeBuilder& builder, std::string_view html, std::uint32_t group) {
  if (auto root = parse_html(html)) {
    hide_by_sheets(*root);
    Page(lines_of_page(*root)).read(builder, group);
    return;
  }
  builder.notice.remarks.emplace_back(
      "the HTML is too large or too deep; only its words were read");
  const Range range = builder.append(without_invisible(strip_tags(html)));
  TextPlace place;
  place.group = group;
  place.source = 0;
  read_text(builder, range, place);
}

}  // namespace portfix
