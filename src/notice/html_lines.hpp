#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "notice/html_tree.hpp"
#include "portfix/notice.hpp"

namespace portfix {

/// What stands between a line and the one before it.
enum class HtmlBreak : std::uint8_t {
  soft,       ///< <br>
  block,      ///< another <div>, list item, cell
  paragraph,  ///< a gap
};

/// A line of a page as it is seen, or a row of a table.
struct HtmlLine {
  std::string text;
  HtmlBreak before = HtmlBreak::soft;
  std::uint8_t depth = 0;     ///< of quoted mails
  std::uint8_t indent = 0;    ///< of what belongs to a list item
  std::vector<Range> cells;   ///< of a row: where its cells stand in `text`
  std::uint32_t head = none;  ///< of a row: the line that names its columns
  bool begins_table = false;

  struct Piece {
    std::uint32_t into;  ///< offset in `text`
    std::uint32_t at;    ///< offset in the page
  };
  std::vector<Piece> pieces;
};

/// The lines of a page from top to bottom; hidden ones are left out.
std::vector<HtmlLine> lines_of_page(const HtmlNode& root);

}  // namespace portfix
