// Raw mails, as they come off the wire.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "catch.hpp"
#include "notice/clause_list.hpp"

namespace portfix {
namespace {

using Lines = std::vector<std::string>;

const std::string kHead =
    "From: Desk <desk@example.org>\n"
    "To: ops@example.org\n"
    "Subject: Order 40-881\n"
    "Date: Tue, 10 Feb 2026 09:01:00 -0600\n"
    "MIME-Version: 1.0\n";

/// A mail with that body; `fields` are header lines about it.
std::string mail(const std::string& body, const std::string& fields = {}) {
  return kHead + fields + "\n" + body;
}

std::string part(const std::string& fields, const std::string& body) {
  return "--b\n" + fields + "\n\n" + body + "\n";
}

std::string multipart(const std::string& kind, const Lines& parts) {
  std::string body;
  for (const std::string& each : parts) body += each;
  return mail(body + "--b--\n", "Content-Type: multipart/" + kind + "; boundary=b\n");
}

/// "kind|text" of the clauses behind the header.
Lines body_of(const Notice& notice) {
  static constexpr std::array<std::string_view, 6> kHeader = {"From", "To",       "Subject",
                                                              "Date", "Reply-To", "Message-ID"};
  Lines lines;
  for (const Clause& clause : notice.clauses) {
    const auto label = notice.at(clause.label);
    if (std::find(kHeader.begin(), kHeader.end(), label) != kHeader.end()) continue;
    lines.push_back(std::string(name_of(clause.kind)) + "|" + on_one_line(notice.at(clause.text)));
  }
  return lines;
}

/// What the mail says now, without kinds.
Lines news_of(const std::string& text) {
  const Notice notice = read(text);
  CHECK(notice.shape == Shape::mail);
  Lines lines;
  for (std::string line : body_of(notice)) {
    if (line.starts_with("quoted|") || line.starts_with("signature|")) continue;
    lines.push_back(line.substr(line.find('|') + 1));
  }
  return lines;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

const Lines kPin = {"The PIN was rejected."};

TEST_CASE("a mail is its header and its text") {
  const std::string text = mail("The PIN was rejected.\n");
  const Notice notice = read(text);
  CHECK(notice.shape == Shape::mail);
  CHECK(clause_list(notice) == Lines{"header|Desk <desk@example.org>|From",
                                     "header|ops@example.org|To", "subject|Order 40-881|Subject",
                                     "header|Tue, 10 Feb 2026 09:01:00 -0600|Date",
                                     "sentence|The PIN was rejected."});
  CHECK(text.substr(notice.clauses.back().source, 7) == "The PIN");
}

TEST_CASE("a mail reads the same with every line end and with an mbox line above it") {
  const std::string text = mail("The PIN was rejected.\n\nThe ZIP too.\n");
  const auto wanted = clause_list(read(text));
  CHECK(clause_list(read(replaced(text, "\n", "\r\n"))) == wanted);
  CHECK(clause_list(read(replaced(text, "\n", "\r"))) == wanted);
  CHECK(clause_list(read("From a@b Tue Feb 10 09:01:00 2026\n" + text)) == wanted);
  CHECK(clause_list(read("\n" + text)) == wanted);
}

TEST_CASE("a text that begins with one word and a colon is no mail") {
  CHECK(read("Reason: PIN wrong\nDate: today\n").shape == Shape::plain);
  CHECK(read("Subject: port\n\nThe PIN was rejected.\n").shape == Shape::plain);
  CHECK(read("From: desk\nTo: you\nRejected: PIN").shape == Shape::plain);
}

TEST_CASE("subjects are decoded") {
  struct Row {
    std::string written;
    std::string read;
  };
  const std::vector<Row> rows = {
      {"=?UTF-8?Q?Port_abgelehnt:_Stra=C3=9Fe?=",
       "Port abgelehnt: Stra\xC3\x9F"
       "e"},
      {"=?utf-8?b?UG9ydCByZWplY3RlZA==?=", "Port rejected"},
      {"=?ISO-8859-1?Q?Rufnummer_f=FCr?= =?ISO-8859-1?Q?_Port?=", "Rufnummer f\xC3\xBCr Port"},
      {"=?windows-1252?Q?=93PIN=94_wrong?=", "\xE2\x80\x9CPIN\xE2\x80\x9D wrong"},
      {"=?UTF-8?Q?split_?=\n =?UTF-8?Q?word?=", "split word"},
      {"folded\n over two lines", "folded over two lines"},
      {"=?UTF-8?X?broken?=", "=?UTF-8?X?broken?="},
      {"=?UTF-8?B?UG9y", "Por"},
      {"=?no-such-charset?Q?PIN?=", "PIN"},
  };
  for (const Row& row : rows) {
    INFO(row.written);
    const Notice notice =
        read("From: a@example.org\nMessage-ID: <1@example.org>\nSubject: " + row.written +
             "\n\nHello.\n");
    std::string subject;
    for (const Clause& clause : notice.clauses) {
      if (clause.kind == ClauseKind::subject) subject = notice.at(clause.text);
    }
    CHECK(subject == row.read);
  }
}

TEST_CASE("numbers of the subject belong to the order") {
  CHECK(number_list(read("From: a@example.org\nMessage-ID: <1@example.org>\n"
                         "Subject: Port 415-555-0123 rejected\n\nPIN wrong.\n")) ==
        Lines{"+14155550123"});
  CHECK(number_list(read("From: 415-555-0100 <fax@example.org>\nMessage-ID: <1@example.org>\n"
                         "Subject: Port\n\nPIN wrong.\n"))
            .empty());
}

TEST_CASE("transfer encodings are decoded") {
  CHECK(news_of(mail("The P=\nIN was rejec=\nted.=20\n",
                     "Content-Transfer-Encoding: quoted-printable\n")) == kPin);
  CHECK(news_of(mail("The PIN w=61s rejected=2E\n",
                     "Content-Transfer-Encoding: QUOTED-PRINTABLE\n")) == kPin);
  CHECK(news_of(mail("VGhlIFBJTiB3YXMg\ncmVqZWN0ZWQuCg==\n",
                     "Content-Transfer-Encoding: base64\n")) == kPin);
  CHECK(news_of(mail("The PIN was rejected.\n", "Content-Transfer-Encoding: 7bit\n")) == kPin);
  CHECK(news_of(mail("The PIN was rejected=\n", "Content-Transfer-Encoding: quoted-printable\n")) ==
        Lines{"The PIN was rejected"});
}

TEST_CASE("character sets are decoded, and an unknown one is told of") {
  const auto in = [](const std::string& charset, const std::string& body) {
    return mail(body, "Content-Type: text/plain; charset=" + charset +
                          "\nContent-Transfer-Encoding: quoted-printable\n");
  };
  CHECK(news_of(in("utf-8", "Stra=C3=9Fe.\n")) == Lines{"Stra\xC3\x9F"
                                                        "e."});
  CHECK(news_of(in("iso-8859-1", "Stra=DFe.\n")) == Lines{"Stra\xC3\x9F"
                                                          "e."});
  CHECK(news_of(in("\"ISO-8859-15\"", "20 =A4.\n")) == Lines{"20 \xE2\x82\xAC."});
  CHECK(news_of(in("windows-1252", "It=92s the PIN.\n")) == Lines{"It\xE2\x80\x99s the PIN."});
  CHECK(news_of(in("us-ascii", "The PIN.\n")) == Lines{"The PIN."});
  CHECK(read(in("utf-8", "a\n")).remarks.empty());
  CHECK(read(in("x-unheard-of", "The PIN was rejected.\n")).remarks ==
        Lines{"the character set \"x-unheard-of\" is not known; letters may be wrong"});
}

TEST_CASE("of alternatives one is read: the text, unless it only points to the other") {
  const std::string html = part("Content-Type: text/html", "<p>The PIN was rejected.</p>");
  CHECK(news_of(multipart("alternative", {part("Content-Type: text/plain", "The PIN was rejected."),
                                          html})) == kPin);
  CHECK(news_of(multipart("alternative",
                          {part("Content-Type: text/plain", "Please view this as HTML."), html})) ==
        kPin);
  CHECK(news_of(multipart("alternative", {part("Content-Type: text/plain", ""), html})) == kPin);
  CHECK(news_of(multipart("alternative", {html})) == kPin);
  CHECK(news_of(mail("<p>The <b>PIN</b> was&nbsp;rejected.</p>\n",
                     "Content-Type: text/html; charset=utf-8\n")) == kPin);
}

TEST_CASE("text attachments are read, others are named") {
  const Notice notice = read(multipart(
      "mixed",
      {part("Content-Type: text/plain", "See the list."),
       part("Content-Type: text/csv; name=list.csv",
            "number,reason\n415-555-0123,The PIN was rejected."),
       part("Content-Type: application/pdf; name=\"loa.pdf\"\nContent-Transfer-Encoding: base64",
            "JVBERi0="),
       part("Content-Type: image/png\nContent-Disposition: attachment;\n "
            "filename*=utf-8''b%C3%BC.png"
            "\nContent-Transfer-Encoding: base64",
            "iVBORw0="),
       part("Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64", "AAEC")}));
  CHECK(body_of(notice) ==
        Lines{"sentence|See the list.", "field|415-555-0123", "field|The PIN was rejected."});
  CHECK(number_list(notice) == Lines{"+14155550123"});
  CHECK(notice.remarks == Lines{"loa.pdf (application/pdf) was not read",
                                "b\xC3\xBC.png (image/png) was not read",
                                "an attachment (application/octet-stream) was not read"});
}

TEST_CASE("pictures of the text itself, calendars and signatures are not worth a word") {
  const Notice notice = read(
      multipart("related",
                {part("Content-Type: text/html", "<p>The PIN was rejected.<img src=\"cid:1\"></p>"),
                 part("Content-Type: image/gif\nContent-ID: <1>\nContent-Disposition: inline\n"
                      "Content-Transfer-Encoding: base64",
                      "R0lGODlh"),
                 part("Content-Type: application/pkcs7-signature; name=smime.p7s\n"
                      "Content-Transfer-Encoding: base64",
                      "MIIB")}));
  CHECK(body_of(notice) == Lines{"sentence|The PIN was rejected."});
  CHECK(notice.remarks.empty());
}

TEST_CASE("attached messages are read") {
  const std::string inner =
      "From: carrier@example.net\nSubject: Rejected\n\nThe PIN was rejected.\n";
  const Notice notice = read(multipart("mixed", {part("Content-Type: text/plain", "See below."),
                                                 part("Content-Type: message/rfc822", inner)}));
  CHECK(body_of(notice) == Lines{"sentence|See below.", "sentence|The PIN was rejected."});
  CHECK(news_of(mail(inner, "Content-Type: message/rfc822\n")) == kPin);
}

TEST_CASE("what a mail server could not deliver is no news") {
  const auto news =
      news_of(multipart("report; report-type=delivery-status",
                        {part("Content-Type: text/plain", "The mailbox is full."),
                         part("Content-Type: message/rfc822",
                              "From: a@example.org\nSubject: Port\n\nThe PIN was rejected.\n")}));
  CHECK(news == Lines{"The mailbox is full."});
}

TEST_CASE("flowed text is joined") {
  CHECK(news_of(mail("The PIN \nwas \nrejected.\n", "Content-Type: text/plain; format=flowed\n")) ==
        kPin);
  CHECK(news_of(mail("The PIN was rejec \nted.\n",
                     "Content-Type: text/plain; format=flowed; delsp=yes\n")) == kPin);
  CHECK(news_of(mail("The PIN was rejected. \n-- \nAda\n",
                     "Content-Type: text/plain; format=flowed\n")) == kPin);
}

TEST_CASE("quoted history is told apart from what is new") {
  const std::string news = "The PIN was rejected.\n\n";
  const std::string old = "The account number does not match, port rejected.\n";
  const std::vector<std::string> threads = {
      news + "> " + old,
      news + "On Tue, Feb 10, 2026 at 9:01 AM Ada <ada@example.org> wrote:\n> " + old,
      news + "On Tue, Feb 10, 2026 at 9:01 AM Ada Lovelace\n<ada@example.org> wrote:\n\n> " + old,
      news + "Am 10.02.2026 um 09:01 schrieb Ada:\n> " + old,
      news +
          "Le mar. 10 f\xC3\xA9vr. 2026 \xC3\xA0 09:01, Ada a \xC3\xA9"
          "crit :\n> " +
          old,
      news + "El mar, 10 feb 2026 a las 9:01, Ada escribi\xC3\xB3:\n> " + old,
      news + "-----Original Message-----\nFrom: Ada\nSent: Tuesday\nSubject: Port\n\n" + old,
      news +
          "-----Urspr\xC3\xBCngliche Nachricht-----\nVon: Ada\nGesendet: Dienstag\nBetreff: "
          "Port\n\n" +
          old,
      news +
          "Von: Ada <ada@example.org>\nGesendet: Dienstag, 10. Februar 2026 09:01\nAn: Bob\n"
          "Betreff: Port\n\n" +
          old,
      news +
          "________________________________\nFrom: Ada <ada@example.org>\nSent: Tuesday\n"
          "To: Bob\nSubject: RE: Port\n\n" +
          old,
      news + "---------- Forwarded message ---------\nFrom: Ada\nDate: Tue\nSubject: Port\n\n" +
          old,
  };
  for (const std::string& thread : threads) {
    INFO(thread);
    CHECK(news_of(mail(thread)) == kPin);
  }
}

TEST_CASE("a forwarded mail without a word of its own is the news") {
  for (const std::string thread :
       {"FYI\n\n-----Original Message-----\nFrom: Ada\nSubject: Port\n\nThe PIN was rejected.\n",
        "---------- Forwarded message ---------\nFrom: Ada\nSubject: Port\n\nThe PIN was "
        "rejected.\n",
        "See below.\n\n> The PIN was rejected.\n",
        "I gave you my PIN, did I not?\n\nBegin forwarded message:\n\n> The PIN was rejected.\n",
        "I gave you my PIN, did I not?\n\nBegin forwarded message:\n\n> From: Ada\n> Subject: "
        "Port\n>\n> The PIN was rejected.\n"}) {
    INFO(thread);
    const auto news = news_of(mail(thread));
    CHECK(std::count(news.begin(), news.end(), kPin.front()) == 1);
  }
}

TEST_CASE("what the carrier remarked is news though it is quoted") {
  CHECK(news_of(mail("Verizon came back with the remarks:\n\n> The PIN was rejected.\n\nPlease "
                     "check.\n")) ==
        Lines{"Verizon came back with the remarks:", "The PIN was rejected.", "Please check."});
  CHECK(news_of(mail("The order moved to Rejected.\n> Losing carrier note: PIN wrong\n")) ==
        Lines{"The order moved to Rejected.", "PIN wrong"});
  CHECK(news_of(mail("They came back with the remarks \"4155550100 - ACCT NBR INVALID\".\n")) ==
        Lines{"They came back with the remarks \"4155550100 - ACCT NBR INVALID\"."});
}

TEST_CASE("signatures and disclaimers are not the message") {
  for (const std::string end :
       {"-- \nAda Lovelace | account desk\nTel: 415-555-0199\n",
        "Kind regards,\nAda Lovelace\nPorting Team\n415-555-0199\n",
        "Mit freundlichen Gr\xC3\xBC\xC3\x9F"
        "en\nAda\nTel. 415-555-0199\n",
        "CONFIDENTIALITY NOTICE: this e-mail is intended for the addressee only. If the account "
        "number does not match yours, delete it.\n"}) {
    INFO(end);
    const std::string text = mail("The PIN was rejected.\n\n" + end);
    CHECK(news_of(text) == kPin);
    CHECK(number_list(read(text)).empty());
  }
}

TEST_CASE("who sent a mail and when stands in its first header") {
  const Notice notice = read(mail("See below.\n\nFrom: Bob\nSent: Monday\nSubject: x\n\nPIN.\n"));
  REQUIRE(notice.clauses.size() > 3);
  CHECK(notice.at(notice.clauses[0].text) == "Desk <desk@example.org>");
}

TEST_CASE("hostile mails are read in bounds") {
  std::string nested = "The PIN was rejected.\n";
  for (int level = 0; level < 300; ++level) {
    const std::string boundary = "b" + std::to_string(level);
    nested = "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary + "\n" +
             nested + "\n--" + boundary + "--\n";
  }
  std::string chain = "The PIN was rejected.\n";
  for (int level = 0; level < 300; ++level) {
    chain = "From: a@example.org\nMessage-ID: <1@example.org>\nContent-Type: message/rfc822\n\n" +
            chain;
  }
  std::string many = "--b\n\nThe PIN was rejected.\n";
  for (int count = 0; count < 50'000; ++count) many += "--b\n\nx\n";
  const std::string whole =
      multipart("mixed", {part("Content-Type: text/plain", "The PIN was rejected."),
                          part("Content-Type: application/pdf; name=x.pdf", "JVBERi0=")});
  std::vector<std::string> mails = {
      kHead + nested,
      kHead + "Content-Type: message/rfc822\n\n" + chain,
      mail(many, "Content-Type: multipart/mixed; boundary=b\n"),
      mail("--b\n\nx\n", "Content-Type: multipart/mixed\n"),
      mail("x\n", "Content-Type: multipart/mixed; boundary=\"\"\n"),
      mail("x\n", "Content-Type: " + std::string(100'000, ';') + "\n"),
      kHead + std::string(200'000, 'x') + ": y\n\nz\n",
      kHead + "Subject: " + std::string(1'000'000, '=') + "\n\nz\n",
      mail(std::string(1'000'000, '='), "Content-Transfer-Encoding: quoted-printable\n"),
      mail(std::string(1'000'000, '>'), "Content-Type: text/plain; format=flowed\n"),
  };
  for (std::size_t cut = 1; cut < whole.size(); cut += 7) mails.push_back(whole.substr(0, cut));
  for (const std::string& text : mails) {
    const Notice notice = read(text);
    for (const Clause& clause : notice.clauses) {
      if (clause.text.end > notice.text.size() || clause.source > text.size()) {
        FAIL("a clause outside of the notice");
      }
    }
  }
}

}  // namespace
}  // namespace portfix
