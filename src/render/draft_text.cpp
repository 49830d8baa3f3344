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

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Some tools read "[code]" in plain text as the start of HTML, "{html}" as a macro and
/// "!https://…!" as a picture to load. A space behind the sign makes each of them mere text.
std::string without_tags(std::string text) {
  constexpr std::string_view signs = "[{!";
  for (std::size_t at = text.find_first_of(signs); at != std::string::npos;
       at = text.find_first_of(signs, at + 1)) {
    std::string word;
    for (std::size_t i = at + 1; i < text.size() && word.size() < 5; ++i) word += lower(text[i]);
    const bool code = text[at] == '[' && (word == "code]" || word == "/code");
    const bool macro = text[at] == '{' && !word.empty() && word[0] >= 'a' && word[0] <= 'z';
    const bool picture = text[at] == '!' && word.substr(0, 4) == "http";
    if (code || macro || picture) text.insert(at + 1, " ");
  }
  return text;
}

std::string line_of(const DraftBlock& block) {
  std::string text = without_tags(single_spaced(clean(block.text)));
  const std::string label = without_tags(single_spaced(clean(block.label)));
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
