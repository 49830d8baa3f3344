#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "portfix/render.hpp"

namespace portfix {

/// Emphasis, always in support of words that say the same.
enum class Style { plain, bold, faint, mark, good, bad };

/// Text for a terminal, written top to bottom: headings, wrapped paragraphs with hanging indent,
/// facts in two columns. Every text is made harmless on its way in (see `clean`).
class Page {
 public:
  explicit Page(const RenderOptions& options);

  /// A heading with an empty line above it, unless it is the first of the page.
  void heading(std::string_view text);
  /// An empty line, but never two, and none at the start.
  void gap();
  /// "Label      text" with the text wrapped in the second column.
  void fact(std::string_view label, std::string_view text, Style style = Style::plain);
  /// Wrapped text, `indent` columns from the left.
  void paragraph(std::string_view text, std::size_t indent = 2, Style style = Style::plain);
  /// Wrapped text behind a mark such as "1." or "-"; further lines hang under the text.
  void item(std::string_view mark, std::string_view text, std::size_t indent = 2,
            Style style = Style::plain);
  /// One line of a quotation behind `label`, `text[mark]` emphasised and carets below it. A line
  /// that is too long is cut around the mark.
  void quotation(std::string_view label, std::string_view text, Range mark);

  [[nodiscard]] std::size_t width() const { return width_; }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void write(std::string_view text, Style style);
  void hang(std::size_t column, std::string_view text, Style style);

  std::string out_;
  std::size_t width_;
  bool color_;
};

}  // namespace portfix
