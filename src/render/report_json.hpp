#pragma once

#include "portfix/report.hpp"
#include "render/json_text.hpp"

namespace portfix {

/// An element of `reports` as a tree, without its id, which is the caller's own text.
Json report_json(const Report& report, std::string_view language);

}  // namespace portfix
