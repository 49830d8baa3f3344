#include "base/placeholders.hpp"

#include <algorithm>
#include <array>

namespace portfix {
namespace {

bool is_name_char(char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; }

/// Where the name that begins at `at` ends, or `at` where none does.
std::size_t end_of_name(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_name_char(text[end])) ++end;
  return end < text.size() && text[end] == '}' ? end : at;
}

void add_text(std::vector<TextPiece>& pieces, std::string_view text) {
  if (text.empty()) return;
  if (pieces.empty() || pieces.back().is_name) pieces.push_back({});
  pieces.back().text += text;
}

}  // namespace

std::vector<TextPiece> take_apart(std::string_view text) {
  std::vector<TextPiece> pieces;
  while (!text.empty()) {
    const std::size_t brace = std::min(text.find('{'), text.size());
    add_text(pieces, text.substr(0, brace));
    text.remove_prefix(brace);
    if (text.empty()) break;
    const std::size_t end = end_of_name(text, 1);
    if (end > 1) {
      pieces.push_back({std::string(text.substr(1, end - 1)), true});
      text.remove_prefix(end + 1);
    } else {
      add_text(pieces, "{");
      text.remove_prefix(text.starts_with("{{") ? 2 : 1);
    }
  }
  return pieces;
}

std::span<const std::string_view> placeholder_names() {
  static constexpr std::array<std::string_view, 33> names = {
      "note",      "note.html",  "note.markdown",  "note.adf",      "reply",   "reply.html",
      "reply.adf", "subject",    "reply.markdown", "message",       "title",   "next_action",
      "reason",    "reasons",    "code",           "owner",         "policy",  "order",
      "outcome",   "confidence", "provider",       "provider.name", "carrier", "carrier.name",
      "country",   "order_id",   "number",         "numbers",       "tags",    "earliest",
      "deadline",  "id",         "input"};
  return names;
}

}  // namespace portfix
