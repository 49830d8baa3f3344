#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "notice/ascii.hpp"
#include "notice/decoded_text.hpp"
#include "notice/html_text.hpp"
#include "notice/mail_headers.hpp"
#include "notice/mail_parts.hpp"
#include "notice/mail_words.hpp"
#include "notice/phone_scan.hpp"
#include "notice/plain_text.hpp"
#include "notice/reader.hpp"
#include "notice/sent_time.hpp"

namespace portfix {
namespace {

constexpr int kMaxMessages = 20;  // one inside the other

bool is_text_file(const MailPart& part) {
  return part.type.starts_with("text/") || part.type.starts_with("message/") ||
         !trimmed(part.data).empty();
}

bool is_html(const MailPart& part) {
  const std::string name = to_lower(part.name);
  return part.type == "text/html" || part.type == "application/xhtml+xml" ||
         name.ends_with(".html") || name.ends_with(".htm");
}

/// Parts that nobody looks at.
bool is_machinery(const MailPart& part) {
  return part.type == "text/x-amp-html" || part.type == "application/pgp-signature" ||
         part.type == "application/pkcs7-signature" ||
         part.type == "application/x-pkcs7-signature" || part.type == "text/rfc822-headers" ||
         (part.inside && part.type.starts_with("image/"));
}

bool holds_html(const MailPart& part) {
  return is_html(part) ||
         (part.is_multipart() && std::any_of(part.parts.begin(), part.parts.end(), holds_html));
}

class MailReader {
 public:
  MailReader(NoticeBuilder& builder, std::string_view mail) : builder_(builder), mail_(mail) {}

  void read_message(const MailPart& message) {
    if (messages_ >= kMaxMessages) return;
    ++messages_;
    LetterHead head;
    for (const MailHeader& header : read_headers(message.data)) {
      add_header(header, message.at.begin, head);
    }
    head.first = static_cast<std::uint32_t>(builder_.notice.clauses.size());
    builder_.notice.heads.push_back(std::move(head));
    for (const MailPart& part : message.parts) read_part(part);
    --messages_;
  }

  void read_part(const MailPart& part) {
    if (builder_.full()) return;
    if (part.is_message()) {
      read_message(part);
    } else if (part.type == "multipart/alternative") {
      read_best(part);
    } else if (part.is_multipart()) {
      read_all(part);
    } else if (is_machinery(part)) {
      return;
    } else if (is_text_file(part) && part.type != "text/calendar" && part.type != "text/rtf") {
      read_words(part);
    } else {
      note_unread(part);
    }
  }

 private:
  void add_header(const MailHeader& header, std::uint32_t base, LetterHead& head) {
    static constexpr std::array<std::string_view, 8> kWanted = {
        "from", "reply-to", "sender", "to", "cc", "date", "subject", "message-id"};
    const std::string name = to_lower(header.name);
    if (std::find(kWanted.begin(), kWanted.end(), name) == kWanted.end()) return;
    if (trimmed(header.value).empty()) return;
    Clause clause;
    clause.kind = name == "subject" ? ClauseKind::subject : ClauseKind::header;
    clause.label = builder_.append(header.name);
    clause.text = builder_.append(trimmed(header.value));
    clause.source = base + header.at.begin;
    if (name == "from") head.sender = clause.text;
    if (name == "date") head.sent = sent_time(trimmed(header.value), builder_.options().country);
    if (name == "subject") {
      std::vector<FoundNumber> found;
      scan_phone_numbers(builder_.notice.text, clause.text, builder_.options().country,
                         PhoneTrust::running, found);
      if (!found.empty()) clause.group = builder_.add_group(0);
      for (FoundNumber& number : found) {
        NumberMention mention{std::move(number.e164), number.at, clause.group};
        if (number.spare) {
          builder_.add_spare_number(std::move(mention));
        } else {
          builder_.notice.numbers.push_back(std::move(mention));
        }
      }
    }
    builder_.add_clause(std::move(clause));
  }

  /// The mail that a mail server could not deliver is not the news.
  void read_all(const MailPart& part) {
    const bool report = part.type == "multipart/report";
    for (const MailPart& child : part.parts) {
      if (!report || !child.is_message()) read_part(child);
    }
  }

  /// The plain text, unless it only says that there is another one.
  void read_best(const MailPart& part) {
    const MailPart* plain = nullptr;
    const MailPart* html = nullptr;
    for (const MailPart& child : part.parts) {
      if (holds_html(child)) {
        html = &child;
      } else if (plain == nullptr && !is_machinery(child) && child.type != "text/calendar") {
        plain = &child;
      }
    }
    const MailPart* best = plain;
    if (html != nullptr && (plain == nullptr || is_stub(*plain))) best = html;
    if (best == nullptr) return;
    read_part(*best);
    for (const MailPart& child : part.parts) {
      if (&child != best) note_files(child);
    }
  }

  [[nodiscard]] bool is_stub(const MailPart& part) const {
    if (part.type != "text/plain") return false;
    const DecodedText decoded = decode_text(mail_, part);
    const auto text = trimmed(decoded.text);
    return text.size() < 4000 && !says_something_anywhere(text);
  }

  static bool says_something_anywhere(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (says_something(text.substr(0, end))) return true;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
  }

  void read_words(const MailPart& part) {
    const DecodedText decoded = decode_text(mail_, part);
    if (!decoded.charset_known) {
      builder_.notice.remarks.push_back("the character set \"" + part.charset.substr(0, 40) +
                                        "\" is not known; letters may be wrong");
    }
    const std::size_t first = builder_.notice.clauses.size();
    if (is_html(part)) {
      read_html_text(builder_, decoded.text, 0);
    } else {
      const Range range = builder_.append(decoded.text);
      TextPlace place;
      place.shift = -std::int64_t{range.begin};
      read_text(builder_, range, place);
    }
    auto& clauses = builder_.notice.clauses;
    for (std::size_t i = first; i < clauses.size(); ++i) {
      clauses[i].source = decoded.source_of(clauses[i].source);
    }
  }

  /// Of the kind of text that is not read, its files are named all the same.
  void note_files(const MailPart& part) {
    if (part.is_multipart()) {
      for (const MailPart& child : part.parts) note_files(child);
    } else if (!is_machinery(part) && !is_text_file(part)) {
      note_unread(part);
    }
  }

  void note_unread(const MailPart& part) {
    constexpr std::size_t kMaxRemarks = 20;
    if (builder_.notice.remarks.size() >= kMaxRemarks) return;
    const std::string name = part.name.empty() ? "an attachment" : part.name.substr(0, 120);
    builder_.notice.remarks.push_back(name + " (" + part.type.substr(0, 80) + ") was not read");
  }

  NoticeBuilder& builder_;
  std::string_view mail_;
  int messages_ = 0;
};

std::optional<Notice> read_mail(std::string_view text, const ReadOptions& options) {
  ReadOptions inner = options;
  inner.shape = InputShape::automatic;  // of what stands in the mail
  NoticeBuilder builder(inner);
  builder.notice.shape = Shape::mail;
  const auto before = bytes_before_headers(text);
  auto mail = parse_mail(text, before);
  if (!mail) {
    mail = whole_mail(text, before);
    builder.notice.remarks.emplace_back("the mail is too entangled; its parts were not separated");
  }
  MailReader(builder, text).read_message(*mail);
  return builder.finish();
}

}  // namespace

const Reader kMailReader = {Shape::mail, begins_with_mail_headers, read_mail};

}  // namespace portfix
