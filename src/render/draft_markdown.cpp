#include <fmt/format.h>

#include "render/draft.hpp"
#include "render/terminal_text.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

/// An address that can stand between angle brackets.
bool is_safe_link(std::string_view text) {
  if (!text.starts_with("https://") && !text.starts_with("http://")) return false;
  for (const char c : text) {
    if (c <= ' ' || c >= 0x7F || c == '<' || c == '>' || c == '"' || c == '\\') return false;
  }
  return true;
}

std::string line_of(const DraftBlock& block) {
  std::string text = escape_markdown(block.text);
  switch (block.kind) {
    case Kind::heading:
      return fmt::format("**{}**", text);
    case Kind::paragraph:
      return text;
    case Kind::fact:
      return fmt::format("- **{}:** {}", escape_markdown(block.label), text);
    case Kind::bullet:
      return "- " + text;
    case Kind::number:
      return fmt::format("{}. {}", block.item, text);
    case Kind::quote:
      return fmt::format("> {}: {}", escape_markdown(block.label), text);
    case Kind::link:
      return is_safe_link(block.text) ? fmt::format("- <{}>", block.text) : "- " + text;
  }
  return text;
}

bool is_same_list(Kind a, Kind b) {
  const auto list = [](Kind kind) {
    switch (kind) {
      case Kind::fact:
      case Kind::bullet:
      case Kind::link:
        return 1;
      case Kind::number:
        return 2;
      case Kind::heading:
      case Kind::paragraph:
      case Kind::quote:
        break;
    }
    return 0;
  };
  return list(a) == list(b) && list(a) != 0;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  const std::string tidy = single_spaced(clean(text));
  std::string out;
  out.reserve(tidy.size() + 16);
  for (std::size_t i = 0; i < tidy.size(); ++i) {
    const char c = tidy[i];
    const std::string_view rest = std::string_view(tidy).substr(i);
    if (c == '<') {
      out += "&lt;";
    } else if (c == '>' && i == 0) {
      out += "&gt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (rest.starts_with("://")) {
      out += "&#58;";  // or an address becomes a link by itself
    } else if (c == '@') {
      out += "&#64;";
    } else if (c == '.' && i >= 3 &&
               (std::string_view(tidy).substr(i - 3, 3) == "www" ||
                std::string_view(tidy).substr(i - 3, 3) == "WWW")) {
      out += "&#46;";
    } else {
      const bool is_number = c == '+' && rest.size() > 1 && rest[1] != ' ';
      const bool at_start =
          i == 0 && !is_number && std::string_view("-+=:#").find(c) != std::string_view::npos;
      // "1." and "1)" begin a list.
      const bool ends_number =
          (c == '.' || c == ')') && i > 0 && i < 10 && tidy.find_first_not_of("0123456789") == i;
      const bool makes_link = c == '(' && i > 0 && tidy[i - 1] == ']';
      constexpr std::string_view special = "\\`*_{}[]|~";
      if (at_start || ends_number || makes_link || special.find(c) != special.npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string draft_markdown(const Draft& draft) {
  std::string out;
  for (std::size_t i = 0; i < draft.size(); ++i) {
    if (i > 0 && !is_same_list(draft[i - 1].kind, draft[i].kind)) out += '\n';
    out += line_of(draft[i]) + '\n';
  }
  return out;
}

}  // namespace portfix
