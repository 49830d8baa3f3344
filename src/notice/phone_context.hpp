#pragma once

#include <cstddef>
#include <string_view>

namespace portfix {

/// What the words around digits make of them.
enum class PhoneContext : char {
  neutral,   ///< nothing
  spare,     ///< the account's own number, or one that stays: the order's only if there is no other
  example,   ///< nobody's
  doubtful,  ///< an order, a ticket, a request: digits without separators are its number
  foreign,   ///< something else: a fax, an account, somebody's support line
};

/// Judges the words before and after `[begin, end)`, a bounded way.
PhoneContext phone_context(std::string_view text, std::size_t begin, std::size_t end);

/// "MSISDN: 27825550143": the word for a number in international form stands right before it.
bool follows_msisdn(std::string_view text, std::size_t begin);

}  // namespace portfix
