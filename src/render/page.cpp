#include "render/page.hpp"

#include <algorithm>

#include "render/terminal_text.hpp"

namespace portfix {
namespace {

constexpr std::size_t kNarrowest = 40;
constexpr std::size_t kFactColumn = 12;
constexpr std::size_t kMostReports = 16000;  // bytes; longer ones are rare
constexpr std::string_view kCut = "...";

/// Colours that can be read on a light and on a dark ground.
std::string_view start_of(Style style) {
  switch (style) {
    case Style::bold:
      return "\x1b[1m";
    case Style::faint:
      return "\x1b[2m";
    case Style::mark:
      return "\x1b[1;31m";
    case Style::good:
      return "\x1b[1;32m";
    case Style::bad:
      return "\x1b[1;31m";
    case Style::plain:
      break;
  }
  return "";
}

}  // namespace

Page::Page(const RenderOptions& options)
    : width_(std::max(options.width, kNarrowest)), color_(options.color) {
  out_.reserve(kMostReports);
}

void Page::write(std::string_view text, Style style) {
  const std::string_view start = color_ ? start_of(style) : std::string_view{};
  out_ += start;
  out_ += text;
  if (!start.empty()) out_ += "\x1b[0m";
}

/// Writes the lines of `text`; the cursor stands at `column` and comes back to it on each line.
void Page::hang(std::size_t column, std::string_view text, Style style) {
  std::string tidied;
  if (!is_tidy(text)) text = tidied = single_spaced(clean(text));
  const std::size_t width = width_ - std::min(column, width_ - 20);
  while (true) {
    if (!text.empty()) write(take_line(text, width), style);
    out_ += '\n';
    if (text.empty()) return;
    out_.append(column, ' ');
  }
}

void Page::gap() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void Page::heading(std::string_view text) {
  gap();
  hang(0, text, Style::bold);
}

void Page::fact(std::string_view label, std::string_view text, Style style) {
  write(label, Style::faint);
  out_.append(kFactColumn - std::min(kFactColumn - 1, label.size()), ' ');
  hang(kFactColumn, text, style);
}

void Page::paragraph(std::string_view text, std::size_t indent, Style style) {
  if (text.empty()) return;
  out_.append(indent, ' ');
  hang(indent, text, style);
}

void Page::item(std::string_view mark, std::string_view text, std::size_t indent, Style style) {
  out_.append(indent, ' ');
  out_ += mark;
  out_ += ' ';
  hang(indent + mark.size() + 1, text, style);
}

void Page::quotation(std::string_view label, std::string_view text, Range mark) {
  const auto size = static_cast<std::uint32_t>(text.size());
  mark.end = std::min(mark.end, size);
  mark.begin = std::min(mark.begin, mark.end);
  const std::string before = clean(text.substr(0, mark.begin));
  const std::string after = clean(text.substr(mark.end));
  std::string marked = clean(mark.in(text));
  const std::size_t margin = 2 + label.size();
  const std::size_t room = width_ - std::min(margin, width_ - 20);

  marked = fit_start(marked, room - 2 * kCut.size());
  const std::size_t rest = room - display_width(marked);
  const std::size_t before_width = display_width(before);
  const std::size_t after_width = display_width(after);
  // Each side may use what the other leaves of its half.
  std::size_t left = std::max(rest / 2, rest - std::min(rest, after_width));
  std::string_view head = before;
  std::string_view tail = after;
  std::string_view cut_head;
  std::string_view cut_tail;
  if (before_width > left) {
    cut_head = kCut;
    head = fit_end(before, left - std::min(left, kCut.size()));
  }
  left = rest - std::min(rest, display_width(head) + cut_head.size());
  if (after_width > left) {
    cut_tail = kCut;
    tail = fit_start(after, left - std::min(left, kCut.size()));
  }

  out_ += "  ";
  write(label, Style::faint);
  out_.append(cut_head).append(head);
  write(marked, Style::mark);
  out_.append(tail).append(cut_tail);
  while (out_.ends_with(' ')) out_.pop_back();
  out_ += '\n';
  if (marked.empty()) return;
  out_.append(margin + cut_head.size() + display_width(head), ' ');
  write(std::string(std::max<std::size_t>(1, display_width(marked)), '^'), Style::mark);
  out_ += '\n';
}

}  // namespace portfix
