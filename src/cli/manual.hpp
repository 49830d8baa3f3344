#pragma once

#include <string>

namespace portfix::cli {

/// The manual page portfix(1) in man(7) form, from the tables that the parser uses.
std::string manual_page();

}  // namespace portfix::cli
