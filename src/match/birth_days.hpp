#pragma once

#include <string_view>

#include "portfix/source_text.hpp"

namespace portfix {

/// The day at the begin of `text[within]`, behind linking words, in digits or in words: "is 3 May
/// 1971", "on the third of May nineteen seventy-one", "May 3", "in 1971". A month alone is none.
/// Empty if there is none.
Range day_in_words_at(std::string_view text, Range within);

}  // namespace portfix
