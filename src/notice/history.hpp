#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "notice/notice_builder.hpp"

namespace portfix {

/// The clauses [first, last) of one entry of a list.
struct EntryClauses {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// True for the name of a list that tells what happened one after the other: "OrderHistory",
/// "timeline", "status_log".
bool names_history(std::string_view key);

/// True for the name of a field that tells what was and is no more: "previousRejections",
/// "prior_status", "resolvedErrors".
bool names_the_past(std::string_view key);

/// Makes the clauses of an entry history (ClauseKind::quoted).
void set_aside(NoticeBuilder& builder, EntryClauses entry);

/// Of a list whose entries have a date and a status, only the newest entries of one status tell how
/// things are; the clauses of the others become history (ClauseKind::quoted).
void settle_history(NoticeBuilder& builder, const std::vector<EntryClauses>& entries);

}  // namespace portfix
