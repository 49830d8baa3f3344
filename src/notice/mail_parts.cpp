#include "notice/mail_parts.hpp"

#include <libetpan/mailmime.h>
#include <libetpan/mailmime_content.h>
#include <libetpan/mailmime_decode.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/byte_set.hpp"
#include "base/charsets.hpp"
#include "notice/ascii.hpp"

// The only file that knows libetpan.

namespace portfix {
namespace {

/// Files that hold text whatever type the mail names.
constexpr std::array<std::string_view, 9> kTextNames = {".txt", ".csv", ".tsv",  ".json", ".xml",
                                                        ".htm", ".log", ".html", ".eml"};

constexpr int kMaxDepth = 12;  // of parts that had to be decoded to be seen

struct FreeMime {
  void operator()(mailmime* mime) const { mailmime_free(mime); }
};
using Mime = std::unique_ptr<mailmime, FreeMime>;

/// libetpan follows comments, messages in messages and boundaries at every level without a bound.
bool is_tame(std::string_view text) {
  constexpr ByteSet kTelling("()bBmM");
  constexpr std::size_t kMaxNameAt = 993;  // in a line
  constexpr std::size_t kMaxNames = 300;
  constexpr std::size_t kMaxCompares = 20'000'000;
  std::size_t names = 0;
  std::size_t rulers = 0;
  std::size_t open = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    if (line.empty()) open = 0;
    if (line.starts_with("--")) ++rulers;
    for (auto i = kTelling.find_in(line); i < line.size(); i = kTelling.find_in(line, i + 1)) {
      if (line[i] == '(' && ++open > 60) return false;
      if (line[i] == ')' && open > 0) --open;
      const auto rest = line.substr(i);
      const bool is_name =
          starts_with_folded(rest, "boundary") || starts_with_folded(rest, "message/");
      if (is_name && i < kMaxNameAt) ++names;
    }
    at = end + 1;
  }
  return names <= kMaxNames && names * rulers <= kMaxCompares;
}

template <typename Node, typename Visit>
void for_each(const clist* list, Visit visit) {
  if (list == nullptr) return;
  for (auto* cell = list->first; cell != nullptr; cell = cell->next) {
    visit(*static_cast<const Node*>(cell->data));
  }
}

std::string text_of(const char* text) { return text == nullptr ? std::string{} : text; }

int hex(char c) {
  if (is_digit(c)) return c - '0';
  c = to_lower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// "utf-8''Rechnung%20Mai.pdf" (RFC 2231)
std::string decode_extended(std::string_view value) {
  const auto first = value.find('\'');
  const auto second = first == value.npos ? first : value.find('\'', first + 1);
  if (second == value.npos) return std::string(value);
  std::string bytes;
  for (std::size_t at = second + 1; at < value.size(); ++at) {
    if (value[at] == '%' && at + 2 < value.size() && hex(value[at + 1]) >= 0 &&
        hex(value[at + 2]) >= 0) {
      bytes += static_cast<char>(hex(value[at + 1]) * 16 + hex(value[at + 2]));
      at += 2;
    } else {
      bytes += value[at];
    }
  }
  bool known = true;
  return decode_charset(bytes, value.substr(0, first), known);
}

std::string type_of(const mailmime_content* content) {
  if (content == nullptr || content->ct_type == nullptr) return "text/plain";
  std::string type;
  const mailmime_type& top = *content->ct_type;
  if (top.tp_type == MAILMIME_TYPE_COMPOSITE_TYPE) {
    const auto& composite = *top.tp_data.tp_composite_type;
    type = composite.ct_type == MAILMIME_COMPOSITE_TYPE_MESSAGE     ? "message"
           : composite.ct_type == MAILMIME_COMPOSITE_TYPE_MULTIPART ? "multipart"
                                                                    : text_of(composite.ct_token);
  } else if (top.tp_type == MAILMIME_TYPE_DISCRETE_TYPE) {
    const auto& discrete = *top.tp_data.tp_discrete_type;
    switch (discrete.dt_type) {
      case MAILMIME_DISCRETE_TYPE_TEXT:
        type = "text";
        break;
      case MAILMIME_DISCRETE_TYPE_IMAGE:
        type = "image";
        break;
      case MAILMIME_DISCRETE_TYPE_AUDIO:
        type = "audio";
        break;
      case MAILMIME_DISCRETE_TYPE_VIDEO:
        type = "video";
        break;
      case MAILMIME_DISCRETE_TYPE_APPLICATION:
        type = "application";
        break;
      default:
        type = text_of(discrete.dt_extension);
    }
  }
  return to_lower(type + "/" + text_of(content->ct_subtype));
}

/// Takes over what the headers of a part say of it.
void read_fields(const mailmime& mime, MailPart& part) {
  mailmime_single_fields fields;
  mailmime_single_fields_init(&fields, mime.mm_mime_fields, mime.mm_content_type);
  part.type = type_of(mime.mm_content_type);
  part.charset = text_of(fields.fld_content_charset);
  part.name = decode_header(text_of(fields.fld_content_name));
  part.inside = fields.fld_id != nullptr;
  if (fields.fld_disposition_filename != nullptr) {
    part.name = decode_header(fields.fld_disposition_filename);
  }
  const auto take = [&](const mailmime_parameter& parameter) {
    const std::string name = to_lower(text_of(parameter.pa_name));
    const std::string value = text_of(parameter.pa_value);
    if (name == "format") part.flowed = to_lower(value) == "flowed";
    if (name == "delsp") part.delsp = to_lower(value) == "yes";
    if (name == "name*" || name == "filename*") part.name = decode_extended(value);
  };
  if (mime.mm_content_type != nullptr) {
    for_each<mailmime_parameter>(mime.mm_content_type->ct_parameters, take);
  }
  if (fields.fld_disposition != nullptr) {
    for_each<mailmime_disposition_parm>(
        fields.fld_disposition->dsp_parms, [&](const mailmime_disposition_parm& parameter) {
          if (parameter.pa_type == MAILMIME_DISPOSITION_PARM_PARAMETER) {
            take(*parameter.pa_data.pa_parameter);
          }
        });
  }
  const int mechanism =
      fields.fld_encoding == nullptr ? MAILMIME_MECHANISM_7BIT : fields.fld_encoding->enc_type;
  if (mechanism == MAILMIME_MECHANISM_QUOTED_PRINTABLE) {
    part.encoding = MailEncoding::quoted_printable;
  } else if (mechanism == MAILMIME_MECHANISM_BASE64) {
    part.encoding = MailEncoding::base64;
  }
}

std::string decode(std::string_view bytes, MailEncoding encoding) {
  if (encoding == MailEncoding::as_is) return std::string(bytes);
  char* result = nullptr;
  std::size_t size = 0;
  std::size_t at = 0;
  const int error =
      mailmime_part_parse(bytes.data(), bytes.size(), &at,
                          encoding == MailEncoding::base64 ? MAILMIME_MECHANISM_BASE64
                                                           : MAILMIME_MECHANISM_QUOTED_PRINTABLE,
                          &result, &size);
  if (error != MAILIMF_NO_ERROR || result == nullptr) return std::string(bytes);
  std::string out(result, size);
  mailmime_decoded_part_free(result);
  return out;
}

/// What is likely meant as the boundary of a multipart whose own is missing or wrong: "--b" before
/// an empty line or a header.
std::string_view find_boundary(std::string_view body) {
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t end = std::min(body.find('\n', at), body.size());
    const auto line = trimmed(body.substr(at, end - at));
    const auto next = body.substr(std::min(end + 1, body.size()), 9);
    if (line.size() > 2 && line.size() < 74 && line.starts_with("--") && line[2] != ' ' &&
        line.find_first_of("\"\\ ") == line.npos &&
        (next.starts_with('\n') || starts_with_folded(next, "content-"))) {
      return line.substr(2);
    }
    at = end + 1;
  }
  return {};
}

bool is_text(const MailPart& part) {
  const std::string name = to_lower(part.name);
  return part.type.starts_with("text/") || part.type.starts_with("message/") ||
         part.type == "application/json" || part.type == "application/xml" ||
         part.type.ends_with("+json") || part.type.ends_with("+xml") ||
         std::any_of(kTextNames.begin(), kTextNames.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

std::string_view header_of(std::string_view mail) {
  const auto end = mail.find("\n\n");
  return end == mail.npos ? mail : mail.substr(0, end + 1);
}

/// Converts the library's tree of one text.
class Converter {
 public:
  /// `fixed` is where the text stands in the mail, if it is not the mail's own; else it stands
  /// `shift` bytes behind what its offsets say.
  Converter(std::string_view text, std::int64_t shift, std::optional<Range> fixed, int depth)
      : text_(text), shift_(shift), fixed_(fixed), depth_(depth) {}

  std::optional<MailPart> run() {
    std::size_t at = 0;
    mailmime* parsed = nullptr;
    const int error = mailmime_parse(text_.data(), text_.size(), &at, &parsed);
    const Mime mime(parsed);
    if (error != MAILIMF_NO_ERROR || !mime) return std::nullopt;
    return convert(*mime);
  }

 private:
  [[nodiscard]] std::string_view body_of(const mailmime_data* data) const {
    if (data == nullptr || data->dt_type != MAILMIME_DATA_TEXT) return {};
    return {data->dt_data.dt_text.dt_data, data->dt_data.dt_text.dt_length};
  }

  [[nodiscard]] Range place_of(std::string_view piece) const {
    if (fixed_) return *fixed_;
    if (piece.data() == nullptr) return {};
    const auto begin = std::max<std::int64_t>(0, piece.data() - text_.data() + shift_);
    return {static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(begin + static_cast<std::int64_t>(piece.size()))};
  }

  MailPart convert(const mailmime& mime) {
    MailPart part;
    if (mime.mm_type == MAILMIME_MESSAGE) {
      part.type = "message/rfc822";
      part.at = place_of({mime.mm_mime_start, mime.mm_length});
      part.data = header_of({mime.mm_mime_start, mime.mm_length});
      if (const mailmime* inner = mime.mm_data.mm_message.mm_msg_mime; inner != nullptr) {
        part.parts.push_back(convert(*inner));
      }
      return part;
    }
    read_fields(mime, part);
    if (mime.mm_type == MAILMIME_MULTIPLE) {
      part.encoding = MailEncoding::as_is;
      for_each<mailmime>(mime.mm_data.mm_multipart.mm_mp_list,
                         [&](const mailmime& child) { part.parts.push_back(convert(child)); });
    }
    const bool whole = mime.mm_type == MAILMIME_SINGLE;
    const auto body = body_of(whole ? mime.mm_data.mm_single : mime.mm_body);
    part.at = place_of(body);
    if (part.is_multipart() && part.parts.empty()) {
      mend(body, part);
    } else if (whole && part.is_message()) {
      unpack(body, part);
    } else if (whole && is_text(part)) {
      part.data = decode(body, part.encoding);
    }
    return part;
  }

  /// Reads a multipart that the library took for one piece.
  void mend(std::string_view body, MailPart& part) const {
    const auto bytes = decode(body, part.encoding);
    const std::string_view inside = part.encoding == MailEncoding::as_is ? body : bytes;
    const auto boundary = find_boundary(inside);
    if (depth_ >= kMaxDepth || boundary.empty()) {
      part.type = "text/plain";
      part.data = bytes;
      return;
    }
    const std::string head =
        "Content-Type: " + part.type + "; boundary=\"" + std::string(boundary) + "\"\n\n";
    const auto fixed =
        part.encoding == MailEncoding::as_is ? fixed_ : std::optional<Range>(part.at);
    const std::int64_t shift =
        static_cast<std::int64_t>(part.at.begin) - static_cast<std::int64_t>(head.size());
    const std::string text = head + std::string(inside);
    part.encoding = MailEncoding::as_is;
    auto mended = Converter(text, shift, fixed, depth_ + 1).run();
    if (mended && mended->parts.size() == 1) part.parts = std::move(mended->parts[0].parts);
  }

  /// Reads a mail that was attached in an encoding.
  void unpack(std::string_view body, MailPart& part) const {
    const auto bytes = decode(body, part.encoding);
    part.encoding = MailEncoding::as_is;
    if (depth_ >= kMaxDepth || !is_tame(bytes)) return;
    if (auto mail = Converter(bytes, 0, part.at, depth_ + 1).run()) part = std::move(*mail);
  }

  std::string_view text_;
  std::int64_t shift_;
  std::optional<Range> fixed_;
  int depth_;
};

}  // namespace

std::optional<MailPart> parse_mail(std::string_view text, std::size_t begin) {
  text.remove_prefix(begin);
  if (!is_tame(text)) return std::nullopt;
  return Converter(text, static_cast<std::int64_t>(begin), std::nullopt, 0).run();
}

MailPart whole_mail(std::string_view text, std::size_t begin) {
  const auto header = header_of(text.substr(begin));
  const auto body = begin + header.size();
  MailPart mail;
  mail.type = "message/rfc822";
  mail.data = header;
  mail.at = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())};
  MailPart part;
  part.data = text.substr(body);
  part.at = {static_cast<std::uint32_t>(body), static_cast<std::uint32_t>(text.size())};
  mail.parts.push_back(std::move(part));
  return mail;
}

std::string decode_header(std::string_view value) {
  std::string out;
  std::string bytes;    // of encoded words in a row
  std::string charset;  // of those
  const auto flush = [&] {
    bool known = true;
    if (!bytes.empty()) out += decode_charset(bytes, charset, known);
    bytes.clear();
  };
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = std::min(value.find("=?", at), value.size());
    const auto plain = value.substr(at, begin - at);
    if (bytes.empty() || !trimmed(plain).empty()) {
      flush();
      out += plain;
    }
    if (begin == value.size()) {
      flush();
      break;
    }
    std::size_t end = begin;
    mailmime_encoded_word* word = nullptr;
    int has_blank = 0;
    int unclosed = 0;
    const int error =
        mailmime_encoded_word_parse(value.data(), value.size(), &end, &word, &has_blank, &unclosed);
    if (error != MAILIMF_NO_ERROR || word == nullptr || end <= begin) {
      flush();
      out += "=?";
      at = begin + 2;
      continue;
    }
    if (charset != text_of(word->wd_charset)) flush();
    charset = text_of(word->wd_charset);
    bytes += text_of(word->wd_text);
    mailmime_encoded_word_free(word);
    at = end;
  }
  flush();
  return out;
}

}  // namespace portfix
