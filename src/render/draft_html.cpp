#include <fmt/format.h>

#include "render/draft.hpp"
#include "render/html_text.hpp"
#include "render/terminal_text.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

/// The list that a block is an item of, "" if of none.
std::string_view list_of(Kind kind) {
  switch (kind) {
    case Kind::fact:
    case Kind::bullet:
    case Kind::link:
      return "ul";
    case Kind::number:
      return "ol";
    case Kind::heading:
    case Kind::paragraph:
    case Kind::quote:
      break;
  }
  return "";
}

std::string element(const DraftBlock& block) {
  std::string text = escape_html(block.text);
  switch (block.kind) {
    case Kind::heading:
      return fmt::format("<p><strong>{}</strong></p>", text);
    case Kind::paragraph:
      return fmt::format("<p>{}</p>", text);
    case Kind::fact:
      return fmt::format("<li><strong>{}:</strong> {}</li>", escape_html(block.label), text);
    case Kind::bullet:
    case Kind::number:
      return fmt::format("<li>{}</li>", text);
    case Kind::quote:
      return fmt::format("<blockquote>{}: {}</blockquote>", escape_html(block.label), text);
    case Kind::link:
      if (!block.text.starts_with("https://")) return fmt::format("<li>{}</li>", text);
      return fmt::format("<li><a href=\"{}\">{}</a></li>", text, text);
  }
  return text;
}

}  // namespace

std::string escape_html(std::string_view text) { return html_text(single_spaced(clean(text))); }

std::string draft_html(const Draft& draft) {
  std::string out;
  std::string_view open;
  for (const DraftBlock& block : draft) {
    const std::string_view list = list_of(block.kind);
    const bool starts_anew = block.kind == Kind::number && block.item == 1;
    if (!open.empty() && (list != open || starts_anew)) {
      out += fmt::format("</{}>", open);
      open = {};
    }
    if (!list.empty() && open.empty()) {
      out += block.item > 1 ? fmt::format("<{} start=\"{}\">", list, block.item)
                            : fmt::format("<{}>", list);
      open = list;
    }
    out += element(block);
  }
  if (!open.empty()) out += fmt::format("</{}>", open);
  return out;
}

}  // namespace portfix
