#pragma once

#include <string>
#include <string_view>

#include "portfix/report.hpp"
#include "render/draft.hpp"

namespace portfix {

/// The draft of a letter to the provider's porting desk: which order, what was refused, what
/// changes, what the desk is asked to do. `resubmit` is one of the report's plan.
Draft desk_letter(const Report& report, const ReportResubmit& resubmit, std::string_view language);

/// Its subject line.
std::string desk_subject(const Report& report, std::string_view language);

}  // namespace portfix
