#include "notice/table_text.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "notice/ascii.hpp"
#include "notice/history.hpp"
#include "notice/keyed_value.hpp"

namespace portfix {
namespace {

class TableReader {
 public:
  TableReader(NoticeBuilder& builder, const Table& table, const TextPlace& place)
      : builder_(builder), table_(table), place_(place) {}

  void run() {
    if (table_.rows.empty()) return;
    group_ = builder_.add_group(place_.group);
    if (holds_names_and_values()) {
      for (const TableRow& row : body()) read_name_and_value(row);
      return;
    }
    read_head();
    const std::size_t first = counts_rows(0) ? 1 : 0;
    std::uint32_t row_group = group_;
    for (const TableRow& row : body()) {
      if (builder_.full()) return;
      if (!goes_on(row)) row_group = builder_.add_group(group_);
      for (std::size_t i = first; i < row.size(); ++i) {
        if (i < labels_.size()) {
          read_cell(row[i], labels_[i], uses_[i], row_group);
        } else {
          read_cell(row[i], {}, KeyUse::unknown, row_group);
        }
      }
    }
  }

 private:
  [[nodiscard]] std::span<const TableRow> body() const {
    return std::span(table_.rows).subspan(table_.headed ? 1 : 0);
  }

  [[nodiscard]] std::string_view words(const TableCell& cell) const {
    return cell_text(builder_.notice.text, cell);
  }

  /// "Field | Value": the first column names what stands in the second.
  [[nodiscard]] bool holds_names_and_values() const {
    if (!table_.headed) return false;
    for (const TableCell& cell : table_.rows.front()) {
      if (to_lower(words(cell)) == "value") continue;  // "number of what" elsewhere
      if (use_of_key(words(cell), KeyUse::unknown) == KeyUse::telephone) return false;
    }
    std::size_t names = 0;
    for (const TableRow& row : table_.rows) {
      if (row.size() != 2 || digits(words(row[0])) > 4 || words(row[0]).size() > 60) return false;
      names += use_of_key(words(row[0]), KeyUse::unknown) != KeyUse::unknown ? 1U : 0U;
    }
    return names > 0;
  }

  /// 1, 2, 3 …: numbers the rows and says nothing else.
  [[nodiscard]] bool counts_rows(std::size_t column) const {
    const auto rows = body();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (column >= rows[i].size() || words(rows[i][column]) != std::to_string(i + 1)) return false;
    }
    return rows.size() > 1;
  }

  static std::ptrdiff_t digits(std::string_view text) {
    return std::count_if(text.begin(), text.end(), is_digit);
  }

  void read_name_and_value(const TableRow& row) {
    const Range label = range_of(row[0]);
    const KeyUse use = use_of_key(label.in(builder_.notice.text), KeyUse::unknown);
    read_cell(row[1], label, use, group_);
  }

  void read_head() {
    if (!table_.headed) return;
    bool any_telephone = false;
    for (const TableCell& cell : table_.rows.front()) {
      const Range label = range_of(cell);
      labels_.push_back(label);
      uses_.push_back(use_of_key(label.in(builder_.notice.text), KeyUse::unknown));
      any_telephone = any_telephone || uses_.back() == KeyUse::telephone;
    }
    if (!any_telephone) return;
    std::replace(uses_.begin(), uses_.end(), KeyUse::unknown, KeyUse::other_number);
  }

  /// A row without number, below one with: cells that span several rows are written once.
  [[nodiscard]] bool goes_on(const TableRow& row) const {
    bool telephone = false;
    for (std::size_t i = 0; i < row.size() && i < uses_.size(); ++i) {
      if (uses_[i] != KeyUse::telephone) continue;
      telephone = true;
      if (!words(row[i]).empty()) return false;
    }
    return telephone && &row != &body().front();
  }

  void read_cell(const TableCell& cell, Range label, KeyUse use, std::uint32_t group) {
    if (trimmed(words(cell)).empty()) return;
    TextPlace place = place_;
    place.group = group;
    place.label = label;
    if (!place.source) {
      place.source = static_cast<std::uint32_t>(std::int64_t{cell.at.begin} + place_.shift);
    }
    const std::size_t first = builder_.notice.clauses.size();
    add_keyed_value(builder_, range_of(cell), use, std::move(place));
    if (label.empty() || !names_history(label.in(builder_.notice.text))) return;
    for (std::size_t i = first; i < builder_.notice.clauses.size(); ++i) {
      builder_.notice.clauses[i].kind = ClauseKind::quoted;
    }
  }

  /// Where the words of a cell stand in the notice's text.
  Range range_of(const TableCell& cell) {
    return cell.text.empty() ? cell.at : builder_.append(cell.text);
  }

  NoticeBuilder& builder_;
  const Table& table_;
  const TextPlace& place_;
  std::uint32_t group_ = 0;
  std::vector<Range> labels_;
  std::vector<KeyUse> uses_;
};

}  // namespace

void read_table(NoticeBuilder& builder, const Table& table, const TextPlace& place) {
  TableReader(builder, table, place).run();
}

}  // namespace portfix
