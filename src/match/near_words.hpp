#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portfix {

/// The word of ASCII letters that white space alone parts from the place; "" if there is none.
std::string_view word_before(std::string_view text, std::size_t at);
std::string_view word_behind(std::string_view text, std::size_t at);

/// "Vonage asked us to release it", "Vonage has requested": what the side does that gets a number.
bool asks_for_number(std::string_view text, std::size_t behind_name);

/// What goes to the name behind "to".
enum class Direction : std::uint8_t {
  unknown,
  request,  ///< "the request was sent to Cox": it loses the number
  number,   ///< "moving the number to Cox": it gets it
};

/// Judges the words before "to", which ends before `name`, the nearest that tells.
Direction direction_of(std::string_view text, std::size_t name);

}  // namespace portfix
