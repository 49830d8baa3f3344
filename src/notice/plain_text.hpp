#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notice/notice_builder.hpp"
#include "notice/table_finder.hpp"

namespace portfix {

/// Where a piece of plain text stands in a larger document.
struct TextPlace {
  std::uint32_t group = 0;              ///< parent of the groups that the text opens
  Range label;                          ///< of clauses that have none of their own
  std::string path;                     ///< of all clauses
  bool field = false;                   ///< clauses are field values, whatever they look like
  std::optional<std::uint32_t> source;  ///< offset for all clauses; else they differ from the
  std::int64_t shift = 0;               ///< source by this much
  bool scan_numbers = true;
  const std::vector<Table>* tables = nullptr;  ///< that are known to stand in the text, in order
};

/// Takes `builder.notice.text[range]` apart as a person reads it: paragraphs, list items, label
/// lines, headings, sentences; parts of a pasted mail. Quote marks become blanks. JSON and XML
/// documents and tables that stand in the text are read as such, unless the place is a field; the
/// result is their shape if they are the most of it, else Shape::plain.
Shape read_text(NoticeBuilder& builder, Range range, const TextPlace& place);

}  // namespace portfix
