#pragma once

#include "notice/plain_text.hpp"
#include "notice/table_finder.hpp"

namespace portfix {

/// Adds the cells of a table whose ranges address the notice's text: each row a group, each cell a
/// field clause with the head of its column as label. Numbers are taken from the columns whose
/// heads say that they hold telephone numbers; if there is none, from all whose heads do not say
/// otherwise. Two columns of names and values are read as fields. `place` is as for read_text().
void read_table(NoticeBuilder& builder, const Table& table, const TextPlace& place);

}  // namespace portfix
