#include "render/json_text.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace portfix {
namespace {

/// The code point of a two or three byte sequence at the start of well-formed `text`, else 0.
unsigned long short_code_point(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) >= 0xC2 && byte(0) < 0xE0 && text.size() > 1) {
    return (byte(0) & 0x1FUL) << 6U | (byte(1) & 0x3FUL);
  }
  if (byte(0) >= 0xE0 && byte(0) < 0xF0 && text.size() > 2) {
    return (byte(0) & 0xFUL) << 12U | (byte(1) & 0x3FUL) << 6U | (byte(2) & 0x3FUL);
  }
  return 0;
}

bool is_hidden(unsigned long value) {
  return (value >= 0x7F && value < 0xA0) || value == 0xAD || value == 0x61C || value == 0x180E ||
         (value >= 0x200B && value <= 0x200F) || (value >= 0x2028 && value <= 0x202E) ||
         (value >= 0x2060 && value <= 0x206F) || value == 0xFEFF ||
         (value >= 0xFFF9 && value <= 0xFFFB);
}

}  // namespace

std::string escape_hidden(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  std::size_t i = 0;
  while (i < json.size()) {
    const auto first = static_cast<unsigned char>(json[i]);
    if (first < 0x7F) {
      out += json[i++];
      continue;
    }
    const unsigned long value = first == 0x7F ? 0x7F : short_code_point(json.substr(i));
    const std::size_t size = first == 0x7F ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (is_hidden(value)) {
      out += fmt::format("\\u{:04x}", value);
    } else {
      out += json.substr(i, size);
    }
    i += size;
  }
  return out;
}

std::string to_text(const Json& value, bool pretty) {
  return escape_hidden(value.dump(pretty ? 2 : -1, ' ', false, Json::error_handler_t::replace));
}

Json or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace portfix
