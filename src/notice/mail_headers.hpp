#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// A header of a raw mail, unfolded and decoded.
struct MailHeader {
  std::string name;  ///< as written
  std::string value;
  Range at;  ///< of the value, in the text read
};

/// The headers that `text` begins with. A line that is none is passed over.
std::vector<MailHeader> read_headers(std::string_view text);

/// How many bytes stand before the first header: blank lines and the "From " line of an mbox file.
std::size_t bytes_before_headers(std::string_view text);

/// The text begins with headers that only mail software writes: it is a raw mail, not what a person
/// copied from a mail client.
bool begins_with_mail_headers(std::string_view text);

}  // namespace portfix
