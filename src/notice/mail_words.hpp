#pragma once

#include <cstdint>
#include <string_view>

namespace portfix {

enum class HeaderKind : std::uint8_t { no_header, sender, subject, date, other };

/// What header line of a mail "From: …", "Betreff: …" is, in seven languages.
HeaderKind header_kind(std::string_view line);

/// "-----Original Message-----", "---------- Forwarded message ---------"
bool is_message_divider(std::string_view line);

/// The one of a mail that is passed on: "Begin forwarded message:"
bool is_forward_divider(std::string_view line);

/// "On …" and "… wrote:" of the line that introduces a quoted mail.
bool begins_attribution(std::string_view line);
bool ends_attribution(std::string_view line);

/// "Best regards,", "Mit freundlichen Grüßen", "Thanks!"
bool is_closing(std::string_view line);

/// A paragraph about confidentiality.
bool is_disclaimer(std::string_view paragraph);

/// True if a line has a word of the matter itself: rejected, PIN, account, FOC …
bool says_something(std::string_view line);

/// True if a line, which is no question, says how a request came out: rejected, wrong, accepted …
bool gives_verdict(std::string_view line);

/// "Porting Team", "Support", "Kundendienst"
bool names_a_team(std::string_view line);

/// "Tel", "Fax", "E-mail", "Web", as signatures have them.
bool is_contact_label(std::string_view label);

/// "Losing carrier note", "Remark", "Reject reason": a carrier's own words follow.
bool is_remark_label(std::string_view label);

/// The line ends like a sentence.
bool ends_sentence(std::string_view line);

}  // namespace portfix
