#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// How the bytes of a part were written down.
enum class MailEncoding : std::uint8_t { as_is, quoted_printable, base64 };

/// A part of a mail: a tree, as in RFC 2046.
struct MailPart {
  std::string type = "text/plain";  ///< in lower case
  std::string charset;              ///< as named, or ""
  std::string name;                 ///< file name, or ""
  bool flowed = false;              ///< format=flowed (RFC 3676)
  bool delsp = false;
  bool inside = false;  ///< shown within the text, such as a logo
  std::string data;     ///< of text: without transfer encoding; of a mail: its headers
  Range at;             ///< where it stands in the text of the mail
  MailEncoding encoding = MailEncoding::as_is;
  std::vector<MailPart> parts;  ///< of a "multipart/…"; the one mail inside a "message/rfc822"

  [[nodiscard]] bool is_multipart() const { return type.starts_with("multipart/"); }
  [[nodiscard]] bool is_message() const { return type == "message/rfc822"; }
};

/// Takes the mail that begins at `begin` apart: the result is of type "message/rfc822". Broken
/// boundaries are mended where that is possible. Linear in time; nullopt if the mail is built to be
/// a burden.
std::optional<MailPart> parse_mail(std::string_view text, std::size_t begin);

/// The same mail with all that is behind its headers as one plain text.
MailPart whole_mail(std::string_view text, std::size_t begin);

/// Decodes the words "=?UTF-8?Q?…?=" (RFC 2047) of a header.
std::string decode_header(std::string_view value);

}  // namespace portfix
