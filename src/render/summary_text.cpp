#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/page.hpp"
#include "render/summary.hpp"
#include "render/terminal_text.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostRows = 15;
constexpr std::size_t kWidestTitle = 44;
constexpr std::size_t kWidestBar = 24;

struct Row {
  std::string title;
  std::uint64_t count = 0;
  bool has_bar = true;  ///< not for what the list leaves out, nor for what is not told
};

/// A bar of `part` of `width` columns; what is not nothing shows.
std::string bar(double part, std::size_t width, bool blocks) {
  constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (part <= 0) return {};
  std::string out;
  if (!blocks) {
    const auto size = std::lround(part * static_cast<double>(width));
    out.append(static_cast<std::size_t>(std::max(1L, size)), '#');
    return out;
  }
  const auto eighths =
      static_cast<std::size_t>(std::max(1L, std::lround(part * static_cast<double>(width) * 8)));
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  return out.append(kEighths[eighths % 8]);
}

std::string with_commas(std::uint64_t value) {
  std::string out = std::to_string(value);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, 1, ',');
  return out;
}

struct Section {
  std::string heading;
  std::vector<Row> rows;
  std::uint64_t whole = 0;  ///< what shares are of
};

/// The most frequent rows, one for the rest where it is more than one, and what is not told.
std::vector<Row> cut(const std::vector<Summary::Count>& counts) {
  std::vector<Row> rows;
  std::vector<Row> not_told;
  for (const Summary::Count& count : counts) {
    if (count.count == 0) continue;
    (count.id.empty() ? not_told : rows).push_back({count.title, count.count, !count.id.empty()});
  }
  if (rows.size() > kMostRows + 1) {
    Row rest{fmt::format("{} more", rows.size() - kMostRows), 0, false};
    for (std::size_t i = kMostRows; i < rows.size(); ++i) rest.count += rows[i].count;
    rows.resize(kMostRows);
    rows.push_back(std::move(rest));
  }
  rows.insert(rows.end(), not_told.begin(), not_told.end());
  return rows;
}

std::vector<Section> sections_of(const Summary& summary) {
  const std::uint64_t all = summary.notices();
  std::vector<Section> sections = {
      {fmt::format("{} {}", with_commas(all), all == 1 ? "notice" : "notices"), {}, all}};
  std::vector<Row>& outcomes = sections.front().rows;
  for (const SummaryOutcome& row : outcomes_of(summary)) {
    outcomes.push_back({std::string(row.title), row.count, true});
  }
  if (summary.not_read() > 0) outcomes.push_back({"Not read", summary.not_read(), true});
  for (const SummaryList& list : lists_of(summary)) {
    if (list.counts.empty()) continue;
    sections.push_back(
        {std::string(list.heading), cut(list.counts), summary.count_of(Outcome::diagnosed)});
  }
  return sections;
}

/// Writes all sections in the same columns.
class Table {
 public:
  Table(const std::vector<Section>& sections, const RenderOptions& options, bool blocks)
      : color_(options.color), blocks_(blocks) {
    for (const Section& section : sections) {
      for (const Row& row : section.rows) {
        title_width_ = std::max(title_width_, display_width(clean(row.title)));
        count_width_ = std::max(count_width_, with_commas(row.count).size());
      }
    }
    // Two columns of margin, two before the count, seven for "  100 %", two before the bar.
    const std::size_t width = std::max<std::size_t>(options.width, 40);
    const std::size_t fixed = 2 + 2 + count_width_ + 7 + 2;
    title_width_ = std::min({title_width_, kWidestTitle, width - std::min(width - 12, fixed + 6)});
    bar_width_ = std::min(width - std::min(width, fixed + title_width_), kWidestBar);
    for (const Section& section : sections) write(section);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void write(const Section& section) {
    if (!out_.empty()) out_ += '\n';
    write_styled(section.heading, "\x1b[1m");
    out_ += '\n';
    std::uint64_t most = 1;
    for (const Row& row : section.rows) most = std::max(most, row.has_bar ? row.count : 0);
    for (const Row& row : section.rows) write(row, section.whole, most);
  }

  void write(const Row& row, std::uint64_t whole, std::uint64_t most) {
    std::string title = clean(row.title);
    if (display_width(title) > title_width_) {
      title = std::string(fit_start(title, title_width_ - 3)) + "...";
    }
    const std::string padding(title_width_ - display_width(title), ' ');
    out_ += fmt::format("  {}{}  {:>{}}  {:>3.0f} %", title, padding, with_commas(row.count),
                        count_width_, 100 * ratio(row.count, whole));
    const std::string drawn =
        row.has_bar ? bar(ratio(row.count, most), bar_width_, blocks_) : std::string();
    if (!drawn.empty()) {
      out_ += "  ";
      write_styled(drawn, "\x1b[36m");
    }
    out_ += '\n';
  }

  static double ratio(std::uint64_t part, std::uint64_t whole) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::uint64_t>(whole, 1));
  }

  void write_styled(std::string_view text, std::string_view style) {
    out_ += color_ ? fmt::format("{}{}\x1b[0m", style, text) : std::string(text);
  }

  std::string out_;
  std::size_t title_width_ = 0;
  std::size_t count_width_ = 0;
  std::size_t bar_width_ = 0;
  bool color_;
  bool blocks_;
};

}  // namespace

std::string summary_text(const Summary& summary, const RenderOptions& options, bool blocks) {
  return Table(sections_of(summary), options, blocks).take();
}

}  // namespace portfix
