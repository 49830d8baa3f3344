#pragma once

#include <cstdint>
#include <string_view>

#include "notice/notice_builder.hpp"

namespace portfix {

/// Adds what a person sees of an HTML page or mail: blocks as blocks, tables as rows and cells;
/// what is hidden is left out, quoted mails are history. The source of a clause is its offset in
/// `html`.
void read_html_text(NoticeBuilder& builder, std::string_view html, std::uint32_t group);

}  // namespace portfix
