#pragma once

#include "notice/html_tree.hpp"

namespace portfix {

/// What an element does to the lines around it.
enum class HtmlBox : std::uint8_t { in_line, block, paragraph };

HtmlBox box_of(const HtmlNode& node);

/// Not shown, struck out, or no text: scripts, menus, buttons.
bool is_hidden(const HtmlNode& node);

/// The declarations of a style (";"-separated) make what they are for invisible.
bool hides_by_style(std::string_view declarations);

bool has_class(const HtmlNode& node, std::string_view wanted);

/// A box of a form that is ticked or not.
bool is_box_to_tick(const HtmlNode& node);

/// By its class, what names the value beside it.
bool names_a_field(const HtmlNode& node);

/// What a mail client puts around the mail that is answered. The lines inside are history.
bool is_mail_quote(const HtmlNode& node);

/// What a mail client puts around the signature.
bool is_signature(const HtmlNode& node);

}  // namespace portfix
