#pragma once

#include <string>
#include <string_view>

namespace portfix {

/// `text` as HTML text or a quoted attribute value: nothing of it is markup. Made harmless first,
/// as by `clean`.
std::string html_text(std::string_view text);

}  // namespace portfix
