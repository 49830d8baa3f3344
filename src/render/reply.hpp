#pragma once

#include <string>
#include <string_view>

#include "portfix/report.hpp"
#include "render/draft.hpp"

namespace portfix {

/// The draft of a mail to the customer: what is open, what we ask for, once, over all findings, and
/// what happens next. It is made of words of rule files, the numbers and the carrier's name alone:
/// nothing that the losing carrier disclosed can be in it. Empty where nothing was diagnosed.
Draft reply_of(const Report& report, std::string_view language);

/// Its subject line; "" where there is no draft.
std::string reply_subject(const Report& report, std::string_view language);

}  // namespace portfix
