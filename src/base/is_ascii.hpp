#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace portfix {

/// True of nearly all text, which then needs no look at single characters.
inline bool is_ascii(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  std::uint64_t all = 0;
  while (text.size() >= sizeof(all)) {  // eight at a time
    std::uint64_t chars = 0;
    std::memcpy(&chars, text.data(), sizeof(chars));
    all |= chars;
    text.remove_prefix(sizeof(chars));
  }
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return (all & high_bits) == 0;
}

}  // namespace portfix
