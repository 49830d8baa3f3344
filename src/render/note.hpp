#pragma once

#include "portfix/report.hpp"
#include "render/draft.hpp"

namespace portfix {

/// The internal note for a ticket: code, evidence, whose move it is, steps, how the request goes in
/// again, what the law says. For agents only.
Draft note_of(const Report& report);

}  // namespace portfix
