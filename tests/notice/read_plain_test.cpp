#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "notice/clause_list.hpp"
#include "portfix/notice.hpp"

namespace portfix {
namespace {

TEST_CASE("plain text is split as a person reads it") {
  struct Case {
    std::string name, text;
    std::vector<std::string> clauses;
  };
  const std::vector<Case> cases = {
      {"sentences end at full stops before white space",
       "The port was rejected. The PIN is wrong! Why? We asked.",
       {"sentence|The port was rejected.", "sentence|The PIN is wrong!", "sentence|Why?",
        "sentence|We asked."}},
      {"abbreviations, ordinals and addresses do not end a sentence",
       "Acct. No. 77 of Acme Inc. is wrong, e.g. at google.com/voice on 14. Dezember.",
       {"sentence|Acct. No. 77 of Acme Inc. is wrong, e.g. at google.com/voice on 14. Dezember."}},
      {"a date without year ends a sentence",
       "We have heard nothing since March 30. There is nothing wrong.",
       {"sentence|We have heard nothing since March 30.", "sentence|There is nothing wrong."}},
      {"a semicolon separates",
       "account number invalid; PIN missing",
       {"sentence|account number invalid", "sentence|PIN missing"}},
      {"label lines are fields",
       "Reason: PIN missing\nLosing carrier = Verizon\nRCODE  8A\nPON.......: GR-10\nMDN ..... "
       "3035550182",
       {"field|PIN missing|Reason", "field|Verizon|Losing carrier", "field|8A|RCODE",
        "field|GR-10|PON", "field|3035550182|MDN"}},
      {"a label may stand on the line above its value",
       "Reason given:\nAccount number wrong\n\nErrors:\n- no LOA\n- no bill",
       {"field|Account number wrong|Reason given", "field|no LOA|Errors", "field|no bill|Errors"}},
      {"sentences with a colon are no label lines",
       "They turned it away: the PIN was missing.\nhttps://example.com/a\nCall at 10:30 please.",
       {"sentence|They turned it away: the PIN was missing.", "sentence|https://example.com/a",
        "sentence|Call at 10:30 please."}},
      {"list marks are left out",
       " 1. no letter was received\n 2) a bill copy\n(c) the PIN\n- [ ] sign\n* "
       "unlock\n\xE2\x80\xA2 pay",
       {"item|no letter was received", "item|a bill copy", "item|the PIN", "item|sign",
        "item|unlock", "item|pay"}},
      {"a row about a number is one clause",
       "4155550100 - rejected - PIN missing\n01 / Order number missing or invalid",
       {"item|4155550100 - rejected - PIN missing", "item|01 / Order number missing or invalid"}},
      {"cells of a row stand alone",
       "XK44|2295550138|REJ|CUSTOMER HAS SIGNED\nPON: HB-209      TN: 859-555-0149",
       {"field|XK44", "field|2295550138", "field|REJ", "field|CUSTOMER HAS SIGNED",
        "field|HB-209|PON", "field|859-555-0149|TN"}},
      {"short lines of their own are headings",
       "PORT REQUEST ON HOLD\n\nWe wait for the carrier.\n\nLNP advice\n==========\nCode: 5",
       {"heading|PORT REQUEST ON HOLD", "sentence|We wait for the carrier.", "heading|LNP advice",
        "field|5|Code"}},
      {"lines that end early are not joined",
       "REJECT 07/21/2026\nTN 5705550116\nDSL SERVICE EXISTS ON LINE",
       {"sentence|REJECT 07/21/2026", "sentence|TN 5705550116",
        "sentence|DSL SERVICE EXISTS ON LINE"}},
      {"line breaks inside a phrase are undone",
       "Order 55102 has\nbeen returned. The requested\ndue\ndate cannot be\nmet by the carrier.",
       {"sentence|Order 55102 has been returned.",
        "sentence|The requested due date cannot be met by the carrier."}},
      {"quotation marks around a clause are left out",
       "\"Multiple LSRs received. Send one order.\"\n\n\xE2\x80\x9EKunde falsch\xE2\x80\x9C",
       {"sentence|Multiple LSRs received.", "sentence|Send one order.", "heading|Kunde falsch"}},
      {"nothing is in nothing", " \n\t\n> \n====\n", {}},
  };
  for (const auto& test : cases) {
    INFO(test.name);
    CHECK(clause_list(read(test.text)) == test.clauses);
  }
}

TEST_CASE("parts of a pasted mail are told apart") {
  struct Case {
    std::string name, text;
    std::vector<std::string> clauses;
  };
  const std::vector<Case> cases = {
      {"header lines are known, and the subject is known",
       "From: LNP <lnp@x.example>\nTo: me\nSubject: REJECT 4045550161\n\nSee above.",
       {"header|LNP <lnp@x.example>|From", "header|me|To", "subject|REJECT 4045550161|Subject",
        "sentence|See above."}},
      {"in German too",
       "Von: Netz\nGesendet: Freitag\nAn: uns\nBetreff: Portierung abgelehnt\n\nGrund: KNI",
       {"header|Netz|Von", "header|Freitag|Gesendet", "header|uns|An",
        "subject|Portierung abgelehnt|Betreff", "field|KNI|Grund"}},
      {"quoted history is history",
       "Now the port is rejected for the PIN.\n\nOn Tue, Feb 10, 2026 Jo wrote:\n> The ZIP was "
       "wrong.",
       {"sentence|Now the port is rejected for the PIN.",
        "quoted|On Tue, Feb 10, 2026 Jo wrote:", "quoted|The ZIP was wrong."}},
      {"so is what stands below a divider",
       "The FOC is here.\n\n-----Original Message-----\nFrom: a\nSent: b\nSubject: c\n\nPIN wrong.",
       {"sentence|The FOC is here.", "quoted|-----Original Message-----", "quoted|a|From",
        "quoted|b|Sent", "quoted|c|Subject", "quoted|PIN wrong."}},
      {"what an introduction forwards is the notice",
       "FYI, see below\n\nFrom: LSR Team\nSent: Friday\nSubject: REJ\n\nThe PIN is wrong.",
       {"heading|FYI, see below", "header|LSR Team|From", "header|Friday|Sent",
        "subject|REJ|Subject", "sentence|The PIN is wrong."}},
      {"a wholly quoted mail is the notice",
       "> The PIN\n> is wrong.",
       {"sentence|The PIN is wrong."}},
      {"what is quoted behind a colon is shown",
       "Spectrum came back with an invalid account:\n\n> ACCT NBR INVALID\n\nPlease ask them.",
       {"sentence|Spectrum came back with an invalid account:", "heading|ACCT NBR INVALID",
        "sentence|Please ask them."}},
      {"signatures are told apart",
       "The PIN is wrong.\n\nKind regards\nNumbering Team\n0330 555 0180\n\nPON: 7",
       {"sentence|The PIN is wrong.", "signature|Kind regards", "signature|Numbering Team",
        "signature|0330 555 0180", "field|7|PON"}},
      {"with two dashes, and disclaimers",
       "The PIN is wrong.\n\n-- \nOps | tel 661-555-0100\nWrong PIN? Read on.\n\n"
       "CONFIDENTIALITY NOTICE: the address must match.",
       {"sentence|The PIN is wrong.", "signature|Ops", "signature|tel 661-555-0100",
        "signature|Wrong PIN?", "signature|Read on.",
        "signature|the address must match.|"
        "CONFIDENTIALITY NOTICE"}},
      {"thanks inside a text are no signature",
       "Thank you for your patience. The PIN is wrong.",
       {"sentence|Thank you for your patience.", "sentence|The PIN is wrong."}},
  };
  for (const auto& test : cases) {
    INFO(test.name);
    CHECK(clause_list(read(test.text)) == test.clauses);
  }
}

TEST_CASE("numbers and the clauses about them share a group") {
  const auto group_of = [](const Notice& notice, std::string_view text) {
    for (const auto& clause : notice.clauses) {
      if (notice.at(clause.text).find(text) != std::string_view::npos) return clause.group;
    }
    return none;
  };
  SECTION("rows have one each") {
    const auto notice = read("407-555-0121 - wrong PIN\n407-555-0122 - frozen\nPlease fix.");
    REQUIRE(notice.numbers.size() == 2);
    CHECK(notice.numbers[0].group == group_of(notice, "wrong PIN"));
    CHECK(notice.numbers[1].group == group_of(notice, "frozen"));
    CHECK(notice.numbers[0].group != notice.numbers[1].group);
    CHECK(notice.groups[notice.numbers[0].group].parent ==
          notice.groups[notice.numbers[1].group].parent);
  }
  SECTION("label lines of one paragraph share one") {
    const auto notice =
        read("Hello,\n\nTN: 407-555-0121\nReason: wrong PIN\n\nBye now, all of you.");
    REQUIRE(notice.numbers.size() == 1);
    CHECK(notice.numbers[0].group == group_of(notice, "wrong PIN"));
    CHECK(notice.groups[notice.numbers[0].group].parent == 0);
    CHECK(group_of(notice, "Bye") == 0);
  }
  SECTION("what stands below a number belongs to it") {
    const auto notice = read("407-555-0121\n  wrong PIN\n407-555-0122\n  frozen");
    REQUIRE(notice.numbers.size() == 2);
    CHECK(notice.numbers[0].group == group_of(notice, "wrong PIN"));
    CHECK(notice.numbers[1].group == group_of(notice, "frozen"));
  }
  SECTION("a number in a signature is none") {
    CHECK(read("The PIN is wrong.\n\nBest regards\nJo\n415-555-0100").numbers.empty());
  }
}

TEST_CASE("the text of a plain notice has the offsets of the source") {
  const auto source = SourceText::from_bytes("t", "> Reason: PIN\n> missing\n\n415-555-0100");
  const auto notice = read_notice(source);
  CHECK(notice.text.size() == source.text().size());
  for (const auto& clause : notice.clauses) CHECK(clause.source == clause.text.begin);
  CHECK(notice.at(notice.numbers.at(0).at) == "415-555-0100");
}

// A notice is a list of paragraphs; those that begin with '=' are set as they are.
std::string set_in(const std::vector<std::string>& paragraphs, std::size_t width) {
  std::string out;
  for (const auto& paragraph : paragraphs) {
    if (paragraph.starts_with('=')) {
      out += paragraph.substr(1) + "\n\n";
      continue;
    }
    const std::string hang = paragraph.starts_with("- ") ? "  " : "";
    std::size_t column = 0;
    std::size_t at = 0;
    while (at < paragraph.size()) {
      const auto end = std::min(paragraph.find(' ', at), paragraph.size());
      if (column > 0 && column + 1 + (end - at) > width) {
        out += "\n" + hang;
        column = hang.size();
      } else if (column > 0) {
        out += ' ';
        ++column;
      }
      out += paragraph.substr(at, end - at);
      column += end - at;
      at = end + 1;
    }
    out += paragraph.starts_with("- ") ? "\n" : "\n\n";
  }
  return out;
}

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string with_each_line(const std::string& text, std::string_view before, std::string_view end) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto stop = text.find('\n', at);
    out += std::string(before) + text.substr(at, stop - at) + std::string(end);
    at = stop + 1;
  }
  return out;
}

const std::vector<std::vector<std::string>> kNotices = {
    {"Hello Dana,",
     "We heard back from Verizon Wireless today about moving 312-555-0142. They turned the request "
     "away: the account number we sent is not the one they bill under. It looks like the phone "
     "number itself was typed into that box.",
     "Could you look at the top of page one of the latest bill and send us what is printed there?",
     "=Best,\nMirko\nNumber Transfers | call us Mon-Fri 9-5 on 800-555-0188"},
    {"LSR REJECTED BY FRONTIER 06/11/2026 PON KLM0042917 VER 01 BTN NOT FOUND ON ACCOUNT TN 716 "
     "555 "
     "0177 PLS CORRECT AND SUP"},
    {"=LNP reject advice\n=================\nRequest type ...: Category A\nService number .: (415) "
     "555-0133\nReject code ....: Reason 005 - Unable to cancel",
     "Please remove the complex product or resubmit the order as Category C, whichever the "
     "customer "
     "prefers; both take three days."},
    {"Your transfer could not be processed.",
     "The business name and the service address on your request do not match the customer service "
     "record kept by Spectrum Business for 704.555.0164. Everything else was accepted.",
     "We need both of them exactly as they appear on the record. If you are not sure, ask Spectrum "
     "for a copy of the CSR; abbreviations such as \"St\" for \"Street\" do no harm.",
     "=Reference: PRT-771940"},
    {"The following is missing from your request for +1 (361) 555-0183 and has to be sent again:",
     "- no letter of authorization was received by the losing carrier, or it was not legible",
     "- a copy of a bill that is not older than 30 days and shows the service address is required",
     "- the account number is missing on the form", "",
     "Please upload all three of them in the portal and then press the button named Resubmit."},
    {"=Subject: Port request NF-0092",
     "we tried to bring 413-555-0196 over but the person who signed "
     "the loa is not an authorised contact on their account (they have someone else on file). have "
     "the right one sign and send it back to me pls, same order"},
    {"=407-555-0121 - Rejected - invalid PIN\n407-555-0122 - Rejected - invalid PIN\n407-555-0124 "
     "- "
     "Rejected - number is frozen by the subscriber (port-out lock)",
     "The two rejected numbers need a new PIN from the account holder before we can send them "
     "again."},
    {"Sehr geehrte Damen und Herren,",
     "zu Ihrer Anfrage (Vorgang VA-2026-5581) erhielten wir vom abgebenden Anbieter am 14. "
     "Dezember "
     "folgende Antwort: SON - Sonstiges - Termin mehr als 180 Tage in der Zukunft. Bitte stellen "
     "Sie "
     "die Anfrage innerhalb der Frist erneut.",
     "=Mit freundlichen Gruessen\nIhr Portierungsteam\nTelefon 030 23125 999 (Mo-Fr 8-18 Uhr)"},
    {"=Port order 2026-88213 - action needed",
     "=Losing carrier: Xfinity Mobile\nNumbers: (215) 555-0110, (215) 555-0111\nSubmitted: "
     "03/02/2026",
     "Both lines came back this morning. The passcode on the request was not accepted by the "
     "losing "
     "carrier. Please confirm the account PIN with the subscriber and update the order."},
    {"Our request for 208-555-0146 came back. Since we sent it on Feb 2 the number has been ported "
     "to "
     "another carrier, so Lumen cannot release it any more. Questions? Call us at 800-555-0188 or "
     "write to the desk.",
     "=order # 6619-ID"},
};

TEST_CASE("a notice reads the same however it is set") {
  for (const auto& paragraphs : kNotices) {
    const auto plain = set_in(paragraphs, 100'000);
    const auto wanted = read(plain);
    REQUIRE(wanted.clauses.size() > 0);
    const auto check = [&](const std::string& text) {
      const auto notice = read(text);
      INFO(text);
      CHECK(folded_clause_list(notice) == folded_clause_list(wanted));
      CHECK(number_list(notice) == number_list(wanted));
    };
    for (const std::size_t width : {40U, 60U, 72U}) {
      const auto wrapped = set_in(paragraphs, width);
      check(wrapped);
      check(upper(wrapped));
      check(with_each_line(wrapped, "", "\r\n"));
      check(with_each_line(wrapped, "> ", "\n"));
      check(with_each_line(upper(wrapped), ">> ", "\r\n"));
    }
    check(upper(plain));
    check(with_each_line(plain, "> ", "\n"));
  }
}

}  // namespace
}  // namespace portfix
