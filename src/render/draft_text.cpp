#include <fmt/format.h>

#include "render/draft.hpp"
#include "render/terminal_text.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

bool is_item(Kind kind) {
  return kind == Kind::fact || kind == Kind::bullet || kind == Kind::number ||
         kind == Kind::quote || kind == Kind::link;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Some tools read "{html}" in plain text as a macro and "!https://…!" or "!x.png!" as a picture to
/// load. A space behind the sign makes each of them mere text.
std::string without_macros(std::string text) {
  constexpr std::string_view signs = "{!";
  for (std::size_t at = text.find_first_of(signs); at != std::string::npos;
       at = text.find_first_of(signs, at + 1)) {
    const std::string_view behind = std::string_view(text).substr(at + 1);
    const bool macro = text[at] == '{' && !behind.empty() && is_letter(behind[0]);
    const bool picture = text[at] == '!' && !behind.empty() && behind[0] != ' ' && behind[0] != '!';
    if (macro || picture) text.insert(at + 1, " ");
  }
  return text;
}

bool is_plain(char c) { return c == ' ' || c == '_' || (c >= '0' && c <= '9') || is_letter(c); }

/// "[x|https://…]", "[~name]" and "[x](https://…)" are links and mentions in the marks of wikis,
/// "[code]" begins HTML. Only several words may stand in brackets, as in "[pin 1]"; all other
/// brackets become round ones.
std::string without_links(std::string text) {
  for (std::size_t at = text.find_first_of("[]"); at != std::string::npos;
       at = text.find_first_of("[]", at + 1)) {
    std::size_t end = at + 1;
    while (end < text.size() && is_plain(text[end])) ++end;
    const char behind = end + 1 < text.size() ? text[end + 1] : ' ';
    const std::string_view inside = std::string_view(text).substr(at + 1, end - at - 1);
    const bool are_words = text[at] == '[' && !inside.empty() && is_letter(inside[0]) &&
                           inside.find(' ') != inside.npos && end < text.size() &&
                           text[end] == ']' && behind != '(' && behind != '[' && behind != ':';
    if (are_words) {
      at = end;
    } else {
      text[at] = text[at] == '[' ? '(' : ')';
    }
  }
  return text;
}

std::string mere_text(std::string_view text) {
  return without_links(without_macros(single_spaced(clean(text))));
}

std::string line_of(const DraftBlock& block) {
  std::string text = mere_text(block.text);
  const std::string label = mere_text(block.label);
  switch (block.kind) {
    case Kind::heading:
    case Kind::paragraph:
      return text;
    case Kind::fact:
      return fmt::format("{}: {}", label, text);
    case Kind::bullet:
      return "- " + text;
    case Kind::number:
      return fmt::format("{}. {}", block.item, text);
    case Kind::quote:
      return fmt::format("{}: \"{}\"", label, text);
    case Kind::link:
      return "- " + text;
  }
  return text;
}

}  // namespace

std::string draft_text(const Draft& draft) {
  std::string out;
  for (std::size_t i = 0; i < draft.size(); ++i) {
    const bool follows_heading = i > 0 && draft[i - 1].kind == Kind::heading;
    const bool in_list = i > 0 && is_item(draft[i].kind) && is_item(draft[i - 1].kind);
    if (i > 0 && !in_list && !follows_heading) out += '\n';
    out += line_of(draft[i]) + '\n';
  }
  return out;
}

}  // namespace portfix
