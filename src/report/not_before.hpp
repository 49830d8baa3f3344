#pragma once

#include <string>

#include "portfix/notice.hpp"

namespace portfix {

/// The day before which the notice itself says that the request must not come again: "resubmit no
/// earlier than 2026-12-14", "locked until 14 December 2026". The latest of several; ISO 8601, or
/// "".
std::string not_before(const Notice& notice);

}  // namespace portfix
