#include "render/formats.hpp"

#include <array>

namespace portfix {

std::span<const Format> formats() {
  static const std::array table = {text_format(),     json_format(),  jsonl_format(),
                                   markdown_format(), tsv_format(),   reply_format(),
                                   resubmit_format(), ticket_format()};
  return table;
}

const Format* find_format(std::string_view name) {
  const bool is_ticket = name.starts_with(kTicketPrefix) && name.size() > kTicketPrefix.size();
  for (const Format& format : formats()) {
    if (format.name == name || (is_ticket && format.name.starts_with(kTicketPrefix))) {
      return &format;
    }
  }
  return nullptr;
}

}  // namespace portfix
