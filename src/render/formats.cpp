#include "render/formats.hpp"

#include <array>

namespace portfix {

std::span<const Format> formats() {
  static const std::array table = {text_format(), json_format(), jsonl_format()};
  return table;
}

const Format* find_format(std::string_view name) {
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace portfix
