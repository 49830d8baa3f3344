#include "notice/decoded_text.hpp"

#include <algorithm>

#include "base/charsets.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

/// Calls `visit(offset, line)` for each line, without line feeds; an end without text is a line
/// too.
template <typename Visit>
void for_each_line(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    visit(at, text.substr(at, end - at));
    at = end + 1;
  }
}

/// Where the lines of the decoded text begin in the mail.
std::vector<std::uint32_t> find_line_sources(std::string_view mail, const MailPart& part) {
  std::vector<std::uint32_t> sources;
  const auto raw = part.at.in(mail);
  if (part.encoding == MailEncoding::quoted_printable) {
    bool goes_on = false;
    for_each_line(raw, [&](std::size_t at, std::string_view line) {
      if (!goes_on) sources.push_back(part.at.begin + static_cast<std::uint32_t>(at));
      goes_on = trimmed(line).ends_with('=');
    });
    return sources;
  }
  const bool exact = part.encoding == MailEncoding::as_is && raw.size() == part.data.size();
  const std::size_t size = std::max<std::size_t>(part.data.size(), 1);
  for_each_line(part.data, [&](std::size_t at, std::string_view) {
    sources.push_back(part.at.begin +
                      static_cast<std::uint32_t>(exact ? at : at * raw.size() / size));
  });
  return sources;
}

/// Joins the lines of a format=flowed text (RFC 3676).
void join_flowed_lines(DecodedText& decoded, bool delete_blank) {
  std::string out;
  std::vector<std::uint32_t> sources;
  std::size_t depth_before = 0;
  bool flows = false;
  std::size_t number = 0;
  for_each_line(decoded.text, [&](std::size_t, std::string_view line) {
    std::size_t depth = 0;
    while (line.starts_with('>')) {
      line.remove_prefix(1);
      ++depth;
    }
    if (line.starts_with(' ')) line.remove_prefix(1);
    const bool joins = flows && depth == depth_before && line != "-- ";
    if (!joins) {
      if (number > 0) out += '\n';
      sources.push_back(decoded.line_sources[std::min(number, decoded.line_sources.size() - 1)]);
      if (depth > 0) out += std::string(std::min<std::size_t>(depth, 100), '>') + ' ';
    }
    flows = line.ends_with(' ') && line != "-- ";
    if (flows && delete_blank) line.remove_suffix(1);
    out += line;
    depth_before = depth;
    ++number;
  });
  decoded.text = std::move(out);
  decoded.line_sources = std::move(sources);
}

/// <meta charset="…"> and the like.
std::string_view charset_in_page(std::string_view html) {
  html = html.substr(0, 2000);
  auto at = to_lower(html).find("charset=");
  if (at == html.npos) return {};
  at += 8;
  while (at < html.size() && (html[at] == '"' || html[at] == '\'' || html[at] == ' ')) ++at;
  std::size_t end = at;
  while (end < html.size() && (is_alnum(html[end]) || html[end] == '-' || html[end] == '_')) ++end;
  return html.substr(at, end - at);
}

}  // namespace

void DecodedText::index_lines() {
  line_begins_.clear();
  for_each_line(text, [&](std::size_t at, std::string_view) {
    line_begins_.push_back(static_cast<std::uint32_t>(at));
  });
}

std::uint32_t DecodedText::source_of(std::uint32_t offset) const {
  if (line_begins_.empty() || line_sources.empty()) return 0;
  const auto above = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto line = static_cast<std::size_t>(above - line_begins_.begin()) - 1;
  const std::uint32_t begin = line_sources[std::min(line, line_sources.size() - 1)];
  const std::uint32_t into = offset - line_begins_[line];
  if (line + 1 >= line_sources.size()) return begin + into;
  const std::uint32_t next = line_sources[line + 1];
  return std::min(begin + into, next > begin ? next - 1 : begin);
}

DecodedText decode_text(std::string_view mail, const MailPart& part) {
  DecodedText decoded;
  const auto charset = part.charset.empty() && part.type == "text/html"
                           ? charset_in_page(part.data)
                           : std::string_view(part.charset);
  const auto decode = part.encoding == MailEncoding::as_is ? reread_charset : decode_charset;
  decoded.text = without_invisible(decode(part.data, charset, decoded.charset_known));
  decoded.line_sources = find_line_sources(mail, part);
  if (part.flowed && part.type == "text/plain") join_flowed_lines(decoded, part.delsp);
  decoded.index_lines();
  return decoded;
}

}  // namespace portfix
