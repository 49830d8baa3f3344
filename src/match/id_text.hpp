#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "portfix/source_text.hpp"

namespace portfix {

/// Where in a text an id may stand that no word announces.
enum class IdPlace : std::uint8_t {
  title,      ///< anywhere
  set_apart,  ///< in brackets, or at the beginning before a colon
};

/// The id that a field's value is, or begins with: "BRX-55" of "BRX-55   VER : 00". A value of one
/// word, or without any id in it, is taken whole.
Range id_in_value(std::string_view text, Range value);

/// The id behind the words that announce it: "order no. is 40-881", "PON: `ABC-1`". An empty range
/// if there is none: a bare row of many digits is a telephone number that nothing tells the country
/// of, or an account number, unless the words say "number" or "id".
Range id_behind(std::string_view text, Range words);

/// The first id in `range` by its form alone: letters, a hyphen or slash, and digits; in a title
/// also "#88213" and, at its end, "70-3318". Empty if none.
Range id_by_shape(std::string_view text, Range range, IdPlace where);

/// "orders HB-1, HB-2 and HB-3": others of its kind follow the id.
bool is_one_of_several(std::string_view text, Range id);

/// The id with plain hyphens.
std::string written_plainly(std::string_view id);

}  // namespace portfix
