#pragma once

#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// The sentences of `text[range]`, trimmed, none empty. A sentence ends at '.', '!' or '?' before
/// white space, but not behind an abbreviation or an ordinal; and at ';'. Letter case and line
/// breaks do not matter, so that a text reads the same however it is set.
std::vector<Range> split_sentences(std::string_view text, Range range);

}  // namespace portfix
