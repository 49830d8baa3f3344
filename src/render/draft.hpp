#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/json_text.hpp"

namespace portfix {

/// A text for a ticket or a mail, before it has a form. Texts are as they are, whoever wrote them:
/// each writer escapes every one of them for its form, so none can be forgotten.
struct DraftBlock {
  enum class Kind : std::uint8_t {
    heading,
    paragraph,
    fact,    ///< "label: text"
    bullet,  ///< an item of a list
    number,  ///< an item of a numbered list
    quote,   ///< words of the notice, behind a label such as "line 4"
    link,    ///< an address as a source; anything else than https is text
  };

  Kind kind = Kind::paragraph;
  std::string text;
  std::string label;     ///< fact, quote
  std::size_t item = 0;  ///< number: counted from 1
};

using Draft = std::vector<DraftBlock>;

/// Plain text, a paragraph a line. Nothing in it is markup of a ticket tool that reads plain text.
std::string draft_text(const Draft& draft);

/// CommonMark in which nothing but the draft's own structure is markup.
std::string draft_markdown(const Draft& draft);

/// HTML without scripts, styles and links other than https sources.
std::string draft_html(const Draft& draft);

/// The content of an Atlassian document: an array of block nodes.
Json draft_adf(const Draft& draft);

/// `text` with everything escaped that Markdown or HTML would see as markup.
std::string escape_markdown(std::string_view text);
std::string escape_html(std::string_view text);

}  // namespace portfix
