#pragma once

#include "notice/html_tree.hpp"

namespace portfix {

/// Gives `hidden` to the elements that the style sheets of the page make invisible. Understood are
/// rules for a class (".old"), an id ("#old") or either with a tag ("tr.old"), not those inside of
/// @media.
void hide_by_sheets(HtmlNode& page);

}  // namespace portfix
