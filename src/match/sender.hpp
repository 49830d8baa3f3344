#pragma once

#include "portfix/finding.hpp"

namespace portfix {

/// Names who sent the part of the notice that the first reason stands in, and when; without a
/// reason, the first part.
void name_sender(const Notice& notice, Findings& findings);

}  // namespace portfix
