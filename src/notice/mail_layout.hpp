#pragma once

#include <string_view>
#include <vector>

#include "notice/lines.hpp"

namespace portfix {

/// Tells the parts of a pasted mail or thread apart by setting `part` and `message` of its lines:
/// headers, quoted history, signatures, disclaimers.
///
/// The newest part counts, older ones are quoted; but if the newest only introduces what it quotes
/// ("FYI", "see below", nothing at all), the part behind it is read instead. What is quoted right
/// behind a colon is what the newest part wants to show, so it counts too.
void mark_parts(std::string_view text, std::vector<Line>& lines);

}  // namespace portfix
