#pragma once

#include <string_view>

#include "portfix/report.hpp"
#include "render/body.hpp"

namespace portfix {

/// The values of a report under the names of base/placeholders.hpp. `resubmit` is what the
/// placeholders of corrected fields speak of. Both must outlive the result.
Blanks blanks_of(const Report& report, const ReportResubmit& resubmit, std::string_view language);

}  // namespace portfix
