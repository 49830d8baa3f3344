#pragma once

#include <cstdint>
#include <string_view>

namespace portfix {

/// What a key (JSON, XML, head of a column) says of its value as regards telephone numbers.
enum class KeyUse : std::uint8_t {
  unknown,       ///< nothing: a value is read as running text
  area_code,     ///< it holds what the number beside it begins with
  telephone,     ///< it holds telephone numbers
  billing,       ///< it holds the account's own number, which moves only if it is listed too
  other_number,  ///< it holds something else, such as an id
  contact,       ///< it tells of somebody to talk to; so does what is inside
};

/// "phone_number", "tn", "billingPhoneNumber" and the like hold numbers; "id", "account_number",
/// "supportPhone", "fax" do not. `outer` is what the keys around it say.
KeyUse use_of_key(std::string_view key, KeyUse outer);

}  // namespace portfix
