// The notices of the corpus in other dress: what is said is the same, and so must be the reasons.
// What is not so is listed in tests/corpus/reencoding_gaps.txt, and what is listed there must still
// be a gap.

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "support/golden.hpp"

namespace portfix {
namespace {

namespace fs = std::filesystem;

using Dress = std::string (*)(const std::string&);

const std::string kHead =
    "From: Desk <desk@example.org>\r\nTo: ops@example.org\r\nSubject: Fwd\r\n"
    "Date: Tue, 10 Feb 2026 09:01:00 -0600\r\nMIME-Version: 1.0\r\n";

std::string with_line_ends(const std::string& text, const std::string& end,
                           const std::string& begin = {}) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto stop = std::min(text.find('\n', at), text.size());
    out += begin;
    out += text.substr(at, stop - at);
    out += end;
    at = stop + 1;
  }
  return out;
}

std::string with_cr_lf(const std::string& text) { return with_line_ends(text, "\r\n"); }
std::string with_cr(const std::string& text) { return with_line_ends(text, "\r"); }

std::string upper(const std::string& text) {
  std::string out = text;
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

std::string quoted_printable(const std::string& text) {
  static constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  std::size_t column = 0;
  for (const char c : text) {
    if (c == '\n') {
      out += "\r\n";
      column = 0;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    std::string written(1, c);
    if (byte < 32 || byte > 126 || c == '=' || c == ' ') {
      written = {'=', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
    if (c == ' ' && column < 60) written = " ";
    if (column + written.size() > 61) {
      out += "=\r\n";
      column = 0;
    }
    out += written;
    column += written.size();
  }
  return out + "\r\n";
}

std::string base64(const std::string& text) {
  static constexpr char kDigits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += 3) {
    unsigned int bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8U | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += at + i > text.size() ? '=' : kDigits[bits >> (18U - 6U * i) & 63U];
    }
    if (at / 3 % 19 == 18) out += "\r\n";
  }
  return out + "\r\n";
}

std::string html(const std::string& text) {
  std::string out = "<html><body><p>";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\n') {
      const bool paragraph = at + 1 < text.size() && text[at + 1] == '\n';
      out += paragraph ? "</p>\n<p>" : "<br>\n";
      if (paragraph) ++at;
    } else if (c == '<' || c == '>' || c == '&') {
      out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
    } else if (c == ' ' && at > 0 && text[at - 1] == ' ') {
      out += "&nbsp;";
    } else {
      out += c;
    }
  }
  return out + "</p></body></html>\n";
}

const std::string kText = "Content-Type: text/plain; charset=utf-8\r\n";

std::string mail(const std::string& text) {
  return kHead + kText + "Content-Transfer-Encoding: 8bit\r\n\r\n" + with_cr_lf(text);
}
std::string mail_quoted_printable(const std::string& text) {
  return kHead + kText + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" +
         quoted_printable(text);
}
std::string mail_base64(const std::string& text) {
  return kHead + kText + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(text);
}
std::string mail_html(const std::string& text) {
  return kHead +
         "Content-Type: text/html; charset=utf-8\r\n"
         "Content-Transfer-Encoding: quoted-printable\r\n\r\n" +
         quoted_printable(html(text));
}
std::string mail_alternative(const std::string& text) {
  return kHead + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n" + kText +
         "Content-Transfer-Encoding: base64\r\n\r\n" + base64(text) +
         "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + with_cr_lf(html(text)) +
         "--b--\r\n";
}
std::string mail_attached(const std::string& text) {
  return kHead + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + kText +
         "\r\nSee below.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n" + mail_base64(text) +
         "--b--\r\n";
}
std::string forwarded(const std::string& text) {
  return "FYI\n\n---------- Forwarded message ---------\nFrom: Desk <desk@example.org>\n"
         "Date: Tue, Feb 10, 2026 at 9:01 AM\nSubject: Notice\nTo: <ops@example.org>\n\n" +
         text;
}
std::string mail_forwarded(const std::string& text) { return mail(forwarded(text)); }
std::string quoted(const std::string& text) { return with_line_ends(text, "\n", "> "); }

struct Named {
  std::string_view name;
  Dress dress;
};

/// For every text, documents and tables too.
constexpr std::array kCodings = {Named{"CR LF", with_cr_lf},
                                 Named{"CR", with_cr},
                                 Named{"mail", mail},
                                 Named{"mail in quoted-printable", mail_quoted_printable},
                                 Named{"mail in base64", mail_base64},
                                 Named{"mail with alternatives", mail_alternative},
                                 Named{"attached mail", mail_attached}};
/// For what people write.
constexpr std::array kDresses = {Named{"capitals", upper},
                                 Named{"page", html},
                                 Named{"mail in HTML", mail_html},
                                 Named{"forwarded", forwarded},
                                 Named{"forwarded mail", mail_forwarded},
                                 Named{"quoted", quoted}};

/// Outcome and reasons, as a set: their order is where they stand.
std::string verdict_on(const std::string& text) {
  const Report report = diagnose(SourceText::from_bytes("test", text), RuleTable::builtin());
  std::vector<std::string> reasons;
  for (const ReportFinding& finding : report.findings) reasons.push_back(finding.reason);
  std::sort(reasons.begin(), reasons.end());
  std::string out(to_string(report.outcome));
  for (const std::string& reason : reasons) out += " " + reason;
  return out;
}

/// The texts of a folder of the corpus that are not mails or binary already.
std::map<std::string, std::string> texts_of(const std::string& folder) {
  std::map<std::string, std::string> texts;
  for (const auto& entry :
       fs::directory_iterator(fs::path(PORTFIX_SOURCE_DIR) / "tests" / "corpus" / folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".expect.json")) continue;
    std::string text = test::read_file(entry.path().string());
    std::erase(text, '\r');
    texts[folder + "/" + name] = std::move(text);
  }
  REQUIRE(texts.size() >= 20);
  return texts;
}

template <class Dresses>
void compare(const std::string& folder, const Dresses& dresses, std::string& gaps) {
  for (const auto& [name, text] : texts_of(folder)) {
    const std::string wanted = verdict_on(text);
    for (const Named& dress : dresses) {
      const std::string got = verdict_on(dress.dress(text));
      if (got != wanted) gaps += name + ": " + std::string(dress.name) + "\n";
    }
  }
}

TEST_CASE("no notice of the corpus changes its reasons when it is written another way") {
  std::string gaps;
  for (const std::string folder : {"json", "plain", "table", "xml"}) {
    compare(folder, kCodings, gaps);
    if (folder == "plain") compare(folder, kDresses, gaps);
  }
  test::check_golden("corpus/reencoding_gaps.txt", gaps);
}

}  // namespace
}  // namespace portfix
