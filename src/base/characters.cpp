#include "base/characters.hpp"

#include <utf8proc.h>

namespace portfix {
namespace {

/// The character at the beginning of `text` and its bytes; none if ill-formed.
std::size_t decode(std::string_view text, utf8proc_int32_t& c) {
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &c);
  return size > 0 ? static_cast<std::size_t>(size) : 0;
}

}  // namespace

void append_character(std::string& out, std::uint32_t c) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(c), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::uint32_t next_character(std::string_view text, std::size_t& at) {
  utf8proc_int32_t c = 0;
  const std::size_t size = decode(text.substr(at), c);
  at += size > 0 ? size : 1;
  return size > 0 ? static_cast<std::uint32_t>(c) : 0xFFFDU;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t c = 0;
    const std::size_t size = decode(text.substr(at), c);
    if (size == 0) return false;
    at += size;
  }
  return true;
}

}  // namespace portfix
