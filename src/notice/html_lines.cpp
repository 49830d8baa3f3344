#include "notice/html_lines.hpp"

#include <algorithm>
#include <utility>

#include "base/charsets.hpp"
#include "notice/ascii.hpp"
#include "notice/html_style.hpp"
#include "notice/html_table.hpp"
#include "notice/lines.hpp"
#include "notice/mail_words.hpp"
#include "notice/table_finder.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMaxLabel = 50;     // columns of the name in a row of name and value
constexpr std::ptrdiff_t kMaxDigits = 4;  // in it; more are a number

std::ptrdiff_t digits(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_digit);
}

class PageWriter {
 public:
  void write_children(const HtmlNode& node) {
    const HtmlNode* before = nullptr;
    for (const HtmlNode& child : node.children) {
      if (before != nullptr && is_label_of(*before, child)) write_colon();
      write(child);
      before = &child;
    }
  }

  std::vector<HtmlLine> finish() {
    end_line(HtmlBreak::soft);
    return std::move(lines_);
  }

 private:
  void write(const HtmlNode& node) {
    if (node.tag.empty()) {
      write_text(node);
    } else if (is_box_to_tick(node)) {
      place(node.at);
      line_.text += node.has("checked") ? "[X]" : "[ ]";
      blank_ = true;
    } else if (is_hidden(node)) {
      return;
    } else if (node.tag == "br") {
      end_line(line_.text.empty() ? HtmlBreak::paragraph : HtmlBreak::soft);
    } else if (is_table(node)) {
      end_line(HtmlBreak::paragraph);
      write_table(node);
      end_line(HtmlBreak::paragraph);
    } else if (node.tag == "li") {
      write_item(node);
    } else if (node.tag == "dt") {
      end_line(HtmlBreak::block);
      write_children(node);
      write_colon();
    } else if (node.tag == "dd" && line_.text.ends_with(':')) {
      write_children(node);
      end_line(HtmlBreak::block);
    } else {
      write_box(node);
    }
  }

  /// <span class="key">Order ID</span><span class="value">…</span>: a style sheet parts them.
  static bool is_label_of(const HtmlNode& name, const HtmlNode& value) {
    return name.tag == "span" && value.tag == "span" && names_a_field(name) &&
           is_label(flat(name).text);
  }

  void write_box(const HtmlNode& node) {
    const HtmlBox box = box_of(node);
    const HtmlBreak gap = box == HtmlBox::paragraph ? HtmlBreak::paragraph : HtmlBreak::block;
    const bool quote = is_quote(node);
    const bool preformatted = node.tag == "pre";
    if (box != HtmlBox::in_line) end_line(gap);
    if (is_signature(node)) {
      end_line(HtmlBreak::block);
      line_.text = "--";
      end_line(HtmlBreak::soft);
    }
    if (quote && depth_ < 100) ++depth_;
    if (preformatted) ++preformatted_;
    write_children(node);
    if (box != HtmlBox::in_line) end_line(gap);
    if (preformatted) --preformatted_;
    if (quote && depth_ > 0) --depth_;
  }

  /// Some mail clients only indent what they quote.
  [[nodiscard]] bool is_quote(const HtmlNode& node) const {
    if (node.tag != "blockquote") return false;
    if (is_mail_quote(node)) return true;
    const std::string_view before =
        !line_.text.empty() ? line_.text
                            : (lines_.empty() ? std::string_view{} : lines_.back().text);
    return ends_attribution(before);
  }

  void write_item(const HtmlNode& node) {
    end_line(HtmlBreak::block);
    item_ = true;
    if (indent_ < 20) ++indent_;
    write_children(node);
    end_line(HtmlBreak::block);
    if (indent_ > 0) --indent_;
    item_ = false;
  }

  void write_text(const HtmlNode& node) {
    const std::string text = without_invisible(node.text);
    bool placed = false;
    for (const char c : text) {
      if (c == '\n' && preformatted_ > 0) {
        end_line(line_.text.empty() ? HtmlBreak::paragraph : HtmlBreak::soft);
        placed = false;
      } else if (is_space(c) || c == '\r' || c == '\f') {
        blank_ = !line_.text.empty();
      } else {
        if (!placed) place(node.at);
        placed = true;
        if (blank_) line_.text += ' ';
        blank_ = false;
        line_.text += c;
      }
    }
  }

  void place(std::uint32_t at) {
    if (line_.text.empty() && item_) {
      line_.text = "- ";
      item_ = false;
      line_.indent = static_cast<std::uint8_t>(indent_ > 0 ? indent_ - 1 : 0);
    } else if (line_.text.empty()) {
      line_.indent = indent_;
    }
    const auto into = line_.text.size() + (blank_ ? 1 : 0);
    line_.pieces.push_back({static_cast<std::uint32_t>(into), at});
  }

  void write_colon() {
    if (!line_.text.empty() &&
        std::string_view(":?!.").find(line_.text.back()) == std::string::npos) {
      line_.text += ':';
    }
    blank_ = !line_.text.empty();
  }

  /// Ends the line, if there is one, and asks for a gap before the next.
  void end_line(HtmlBreak gap) {
    blank_ = false;
    if (!line_.text.empty()) {
      line_.before = std::exchange(gap_, gap);
      line_.depth = depth_;
      lines_.push_back(std::move(line_));
      line_ = {};
    } else {
      gap_ = std::max(gap_, gap);
    }
  }

  void write_table(const HtmlNode& table) {
    const auto rows = rows_of(table);
    for (const HtmlNode& child : table.children) {
      if (child.tag == "caption") write(child);
    }
    if (!is_data(table, rows)) {
      for (const HtmlRow& row : rows) write_layout(row);
      return;
    }
    write_data(rows);
  }

  static std::size_t cells_in(const HtmlRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(),
                      [](const HtmlCell& cell) { return cell.node != nullptr; }));
  }

  static bool is_head(const HtmlRow& row) {
    return cells_in(row) > 1 &&
           std::all_of(row.cells.begin(), row.cells.end(),
                       [](const HtmlCell& cell) { return cell.node == nullptr || cell.head; });
  }

  /// Rows with columns, neither a frame around other things nor names with their values.
  static bool is_data(const HtmlNode& table, const std::vector<HtmlRow>& rows) {
    if (table.holds_table) return false;
    std::size_t full = 0;
    std::size_t columns = 0;
    bool head = false;
    bool numbers = false;
    for (const HtmlRow& row : rows) {
      const auto cells = cells_in(row);
      columns = std::max(columns, cells);
      if (cells < 2) continue;
      ++full;
      head = head || is_head(row) || row.in_head;
      const HtmlCell& first = row.cells.front();
      numbers = numbers || (first.node != nullptr && digits(flat(*first.node).text) > kMaxDigits);
    }
    return full > 1 && (columns > 2 || head || numbers);
  }

  /// What a cell says.
  static HtmlLine flat(const HtmlNode& node) {
    PageWriter writer;
    writer.write_children(node);
    HtmlLine all;
    for (HtmlLine& line : writer.finish()) {
      if (!all.text.empty()) all.text += '\n';
      const auto begin = static_cast<std::uint32_t>(all.text.size());
      for (const auto& piece : line.pieces) all.pieces.push_back({begin + piece.into, piece.at});
      all.text += line.text;
    }
    return all;
  }

  /// A row of a frame, or of a name and its value.
  void write_layout(const HtmlRow& row) {
    std::vector<const HtmlNode*> cells;
    bool frame = false;
    for (const HtmlCell& cell : row.cells) {
      if (cell.node == nullptr) continue;
      frame = frame || cell.node->holds_table;
      if (cell.node->holds_table || !flat(*cell.node).text.empty()) cells.push_back(cell.node);
    }
    if (!frame && cells.size() == 2 && is_label(flat(*cells[0]).text)) {
      end_line(HtmlBreak::block);
      write_children_in_line(*cells[0]);
      write_colon();
      if (line_.text.ends_with(':')) {
        write_children(*cells[1]);
        end_line(HtmlBreak::block);
        return;
      }
      end_line(HtmlBreak::block);
      cells.erase(cells.begin());
    }
    for (const HtmlNode* cell : cells) {
      end_line(HtmlBreak::block);
      write_children(*cell);
    }
    end_line(HtmlBreak::block);
  }

  static bool is_label(std::string_view text) {
    return text.find('\n') == text.npos && columns(text) <= kMaxLabel && digits(text) <= kMaxDigits;
  }

  void write_children_in_line(const HtmlNode& node) {
    HtmlLine label = flat(node);
    if (label.pieces.empty()) return;
    place(label.pieces.front().at);
    line_.text += label.text;
  }

  void write_data(const std::vector<HtmlRow>& rows) {
    std::uint32_t head = none;
    bool begins = true;
    bool first = true;
    std::size_t columns = 0;
    for (const HtmlRow& row : rows) columns = std::max(columns, row.cells.size());
    for (const HtmlRow& row : rows) {
      HtmlLine line = row_line(row);
      const bool note = filled(line) <= 1 && columns > 1 && cells_in(row) == 1;
      if (note) {
        for (const HtmlCell& cell : row.cells) {
          if (cell.node == nullptr) continue;
          end_line(HtmlBreak::paragraph);
          write_children(*cell.node);
          end_line(HtmlBreak::paragraph);
        }
        begins = true;
        continue;
      }
      if (filled(line) == 0) continue;
      line.before = begins ? HtmlBreak::paragraph : HtmlBreak::block;
      line.begins_table = std::exchange(begins, false);
      line.depth = depth_;
      line.head = head;
      if (first && (is_head(row) || row.in_head || looks_like_head(line, rows))) {
        head = static_cast<std::uint32_t>(lines_.size());
        line.head = head;
      }
      first = false;
      lines_.push_back(std::move(line));
    }
    gap_ = HtmlBreak::paragraph;
  }

  static std::size_t filled(const HtmlLine& line) {
    return static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
                                                  [](Range cell) { return !cell.empty(); }));
  }

  /// A short cell that reaches down over several rows is written in each.
  static HtmlLine row_line(const HtmlRow& row) {
    constexpr std::size_t kLongestRepeated = 300;  // bytes
    HtmlLine line;
    for (const HtmlCell& cell : row.cells) {
      if (!line.cells.empty()) line.text += '\t';
      const auto begin = static_cast<std::uint32_t>(line.text.size());
      const HtmlNode* node = cell.node != nullptr ? cell.node : cell.above;
      if (node != nullptr) {
        HtmlLine inside = flat(*node);
        if (node == cell.above && inside.text.size() > kLongestRepeated) inside = {};
        std::replace(inside.text.begin(), inside.text.end(), '\t', ' ');
        for (const auto& piece : inside.pieces)
          line.pieces.push_back({begin + piece.into, piece.at});
        line.text += inside.text;
      }
      line.cells.push_back({begin, static_cast<std::uint32_t>(line.text.size())});
    }
    return line;
  }

  /// The first row, without <th>, names the columns all the same.
  static bool looks_like_head(const HtmlLine& first, const std::vector<HtmlRow>& rows) {
    constexpr std::size_t enough = 20;  // rows
    std::string text = first.text;
    std::vector<TableRow> table(1);
    for (const Range cell : first.cells) table[0].push_back({cell, {}});
    for (std::size_t i = 1; i < rows.size() && i < enough; ++i) {
      const HtmlLine line = row_line(rows[i]);
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += line.text;
      table.emplace_back();
      for (const Range cell : line.cells) {
        table.back().push_back({{begin + cell.begin, begin + cell.end}, {}});
      }
    }
    return has_head(text, table);
  }

  std::vector<HtmlLine> lines_;
  HtmlLine line_;
  HtmlBreak gap_ = HtmlBreak::soft;
  std::uint8_t depth_ = 0;
  std::uint8_t indent_ = 0;
  int preformatted_ = 0;
  bool item_ = false;   // the next line begins a list item
  bool blank_ = false;  // the next word is separated from the one before
};

}  // namespace

std::vector<HtmlLine> lines_of_page(const HtmlNode& root) {
  PageWriter writer;
  writer.write_children(root);
  return writer.finish();
}

}  // namespace portfix
