#include "notice/mail_headers.hpp"

#include <algorithm>
#include <array>

#include "notice/ascii.hpp"
#include "notice/mail_parts.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMaxHeaders = 500;
constexpr std::size_t kMaxValue = 8000;  // bytes
constexpr std::size_t kMaxName = 60;

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

/// The length of the name before the colon, or 0.
std::size_t name_size(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (is_alnum(line[at]) || line[at] == '-' || line[at] == '_')) ++at;
  const std::size_t size = at;
  while (at < line.size() && line[at] == ' ') ++at;
  return size > 0 && size <= kMaxName && at < line.size() && line[at] == ':' ? size : 0;
}

bool is_one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "Tue, 30 Jun 2026 16:16:16 -0700": as software writes it.
bool is_wire_date(std::string_view value) {
  value = trimmed(value);
  if (value.size() < 20 || value.size() > 60) return false;
  if (const auto comment = value.find(" ("); comment != value.npos) {
    value = value.substr(0, comment);
  }
  const auto zone = value.substr(value.size() - std::min<std::size_t>(value.size(), 5));
  return ((zone[0] == '+' || zone[0] == '-') &&
          std::all_of(zone.begin() + 1, zone.end(), is_digit)) ||
         value.ends_with(" GMT") || value.ends_with(" UT") || value.ends_with(" UTC");
}

}  // namespace

std::size_t bytes_before_headers(std::string_view text) {
  std::size_t at = std::min(text.find_first_not_of(" \t\n"), text.size());
  at = at == 0 ? 0 : text.rfind('\n', at) + 1;
  const auto line = line_at(text, at);
  if (line.starts_with("From ") || line.starts_with(">From ")) {
    at = std::min(at + line.size() + 1, text.size());
  }
  return at;
}

std::vector<MailHeader> read_headers(std::string_view text) {
  std::vector<MailHeader> headers;
  bool folds = false;
  for (std::size_t at = 0; at < text.size() && headers.size() < kMaxHeaders;) {
    const auto line = line_at(text, at);
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {
      if (folds && headers.back().value.size() + line.size() < kMaxValue) {
        headers.back().value += ' ';
        headers.back().value += trimmed(line);
      }
    } else if (const auto size = name_size(line); size > 0) {
      const auto value = trimmed(line.substr(line.find(':') + 1));
      const auto begin = static_cast<std::uint32_t>(
          value.empty() ? at + line.size() : static_cast<std::size_t>(value.data() - text.data()));
      headers.push_back({std::string(line.substr(0, size)),
                         std::string(value.substr(0, kMaxValue)),
                         {begin, begin + static_cast<std::uint32_t>(value.size())}});
      folds = true;
    } else {
      folds = false;
    }
    at += line.size() + 1;
  }
  for (MailHeader& header : headers) header.value = decode_header(header.value);
  return headers;
}

bool begins_with_mail_headers(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kPeople = {
      "from", "to", "subject", "date", "cc", "reply-to", "sender", "message-id", "received"};
  static constexpr std::array<std::string_view, 14> kSoftware = {
      "received",     "return-path",    "message-id",  "mime-version",
      "content-type", "delivered-to",   "in-reply-to", "content-transfer-encoding",
      "references",   "dkim-signature", "arc-seal",    "authentication-results",
      "x-mailer",     "x-received"};
  std::size_t at = bytes_before_headers(text);
  std::size_t people = 0;
  std::size_t software = 0;
  for (std::size_t lines = 0; at < text.size() && lines < 200; ++lines) {
    const auto line = line_at(text, at);
    if (line.empty()) break;
    if (line[0] != ' ' && line[0] != '\t') {
      const auto size = name_size(line);
      if (size == 0) {
        if (lines == 0) return false;
        break;
      }
      const std::string name = to_lower(line.substr(0, size));
      if (is_one_of(name, kPeople)) ++people;
      if (is_one_of(name, kSoftware) ||
          (name == "date" && is_wire_date(line.substr(line.find(':') + 1)))) {
        ++software;
      }
    } else if (lines == 0) {
      return false;
    }
    at += line.size() + 1;
  }
  return people > 0 && software > 0;
}

}  // namespace portfix
