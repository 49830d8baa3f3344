#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "notice/mail_parts.hpp"

namespace portfix {

/// The text of a part of a mail as its reader sees it.
struct DecodedText {
  std::string text;
  std::vector<std::uint32_t> line_sources;  ///< where each line of `text` begins in the mail
  bool charset_known = true;

  /// Where the byte at `offset` of `text` stands in the mail; good to a line.
  [[nodiscard]] std::uint32_t source_of(std::uint32_t offset) const;
  void index_lines();

 private:
  std::vector<std::uint32_t> line_begins_;
};

/// Undoes charset, invisible characters and format=flowed of a part of `mail`.
DecodedText decode_text(std::string_view mail, const MailPart& part);

}  // namespace portfix
