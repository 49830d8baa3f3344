#include <algorithm>

#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "portfix/render.hpp"
#include "rules/table.hpp"
#include "support/planted.hpp"

namespace portfix::test {
namespace {

std::vector<Planted> planted() {
  std::vector<Planted> rows = planted_notices();
  const std::vector<Planted> more = {
      {"prose",
       "The port of 415-555-0123 was rejected because the account number 99887766554 does not "
       "match. The PIN 4711 you gave is wrong.",
       {"99887766554", "4711"},
       {}},
      {"fields",
       "Status: rejected\nAccount Number: 99887766554\nPIN: 4711\nReason: PIN mismatch\n"
       "Passcode: Swordfish\nSSN: 123-45-6789\nDOB: 01/02/1980\nTax ID: 12-3456789\n",
       {"99887766554", "4711", "Swordfish", "123-45-6789", "01/02/1980", "12-3456789"},
       {}},
      {"values behind their names in a sentence",
       "Rejected: the passcode \"Swordfish\" is incorrect (PIN: Trustno1). Date of birth "
       "1980-02-01 "
       "does not match either; last four of SSN 6789 needed.",
       {"Swordfish", "Trustno1", "1980-02-01", "6789"},
       {}},
      {"json",
       R"({"status": "rejected", "reason": "PIN mismatch for account 99887766554",
           "end_user": {"admin": {"account_number": "99887766554", "pin_passcode": "Swordfish"}},
           "phone_number": "+14155550123"})",
       {"99887766554", "Swordfish"},
       {}},
      {"xml",
       "<LnpOrderResponse><Errors><Code>7403</Code><Description>Account number 99887766554 is "
       "invalid</Description></Errors><WirelessInfo><AccountNumber>99887766554</AccountNumber>"
       "<PinNumber>4711</PinNumber></WirelessInfo></LnpOrderResponse>",
       {"99887766554", "4711"},
       {}},
      {"table",
       "Number | Account number | PIN | Reason\n415-555-0123 | 99887766554 | 4711 | PIN mismatch\n"
       "415-555-0124 | 99887766555 | 4712 | account number does not match\n",
       {"99887766554", "99887766555", "4711", "4712"},
       {}},
      {"mail",
       "From: desk@example.com\nTo: a@example.com\nSubject: Port rejected, PIN 4711 wrong\n"
       "Date: Mon, 23 Nov 2026 10:00:00 +0000\nContent-Type: text/plain\n\nThe PIN 4711 for "
       "account number 99887766554 was rejected.\n",
       {"4711", "99887766554"},
       {}},
      {"html",
       "<html><body><p>Your port was <b>rejected</b>: wrong PIN <i>4711</i></p><table><tr>"
       "<th>Account number</th><td>99887766554</td></tr></table></body></html>",
       {"4711", "99887766554"},
       {}},
      {"not a rejection",
       "FOC received for 415-555-0123. Account number 99887766554, PIN 4711.",
       {"99887766554", "4711"},
       {}},
      {"not recognized",
       "Hello. My PIN is 4711 and my account number is 99887766554. Bye.",
       {"4711", "99887766554"},
       {}},
      {"long line",
       "Rejected. " + std::string(12'000, 'x') + " PIN 4711 is wrong " + std::string(12'000, 'y'),
       {"4711"},
       {}},
  };
  rows.insert(rows.end(), more.begin(), more.end());
  return rows;
}

std::vector<std::pair<std::string, std::string>> all_outputs(const Report& report,
                                                             const RuleTable& rules) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const bool quiet : {false, true}) {
    RenderOptions options;
    options.quiet = quiet;
    options.name_input = true;
    for (const Format& format : formats()) {
      if (format.name == "ticket:NAME") continue;
      out.emplace_back(format.name, format.report(report, options));
    }
  }
  for (const TicketRow& row : rules.view().tickets()) {
    for (const bool to_customer : {false, true}) {
      RenderOptions options;
      options.ticket_body = rules.ticket_body(rules.view().text(row.id), to_customer);
      out.emplace_back(rules.view().text(row.id),
                       find_format("ticket:NAME")->report(report, options));
    }
  }
  for (const char* path : {"findings", "weaker", "note", "reply", "plan", "notice", "why",
                           "unknown_codes", "conflicts", "next_action.summary"}) {
    out.emplace_back(path, values_at(report, {path}, {}).front());
  }
  return out;
}

}  // namespace

TEST_CASE("no planted secret comes out in any format") {
  const RuleTable rules = RuleTable::builtin();
  for (const Planted& row : planted()) {
    SecretNames names;
    DiagnoseOptions options;
    options.advice.weaker = true;
    options.advice.names = &names;
    const SourceText source = SourceText::from_bytes("<test>", row.text);
    Report report = diagnose(source, rules, options);
    const Notice notice = read_notice(source, options.read);
    const Findings findings = match_notice(notice, rules, options.match);
    report.why = ReportWhy{"pin-mismatch", {}};
    for (const char* reason : {"pin-mismatch", "account-number-mismatch", "identity-mismatch"}) {
      report.why->lines.push_back(
          explain_patterns(notice, findings, rules, reason, options.advice));
    }
    for (const auto& [format, text] : all_outputs(report, rules)) {
      for (const std::string& secret : row.secrets) {
        INFO(row.name << ", " << format << ", " << secret);
        CHECK_FALSE(shows(text, secret));
      }
    }
  }
}

TEST_CASE("a secret has one token in a whole run, and no other value has it") {
  const RuleTable rules = RuleTable::builtin();
  SecretNames names;
  DiagnoseOptions options;
  options.advice.names = &names;
  const auto quote = [&](std::string_view text) {
    const Report report = diagnose(SourceText::from_bytes("<test>", text), rules, options);
    REQUIRE_FALSE(report.findings.empty());
    CHECK(report.redactions.at("pin") == 1);
    return report.findings.at(0).evidence.at(0).text;
  };
  const std::string first = quote("The PIN 4711 does not match.");
  const std::string other = quote("The PIN 4712 does not match.");
  CHECK(first == "The PIN [pin 1] does not match.");
  CHECK(other == "The PIN [pin 2] does not match.");
  CHECK(quote("The PIN 4711 does not match.") == first);
}

TEST_CASE("a code of one digit is masked where it stands, and nowhere else") {
  const RuleTable rules = RuleTable::builtin();
  const auto quote = [&](std::string_view text, ReadOptions read = {}) {
    DiagnoseOptions options;
    options.read = read;
    const Report report = diagnose(SourceText::from_bytes("<test>", text), rules, options);
    REQUIRE_FALSE(report.findings.empty());
    return report.findings.at(0).evidence.at(0).text;
  };
  CHECK(quote("Step 7: PIN 7 does not match.") == "Step 7: PIN [pin 1] does not match.");
  CHECK(quote("Wrong PIN: 7 rejected") == "Wrong PIN: [pin 1] rejected");
  CHECK(quote("PIN mismatch, PIN has 6 digits") == "PIN mismatch, PIN has 6 digits");
  ReadOptions as_html;
  as_html.shape = InputShape::html;
  CHECK(quote("TN\tPassword\tReason\n4155550123\t7\tpassword wrong\n", as_html)
            .find("4155550123 [pin 1] password wrong") != std::string::npos);
}

TEST_CASE("ordinary talk of PINs and passwords has no secrets") {
  const RuleTable rules = RuleTable::builtin();
  for (const char* text :
       {"Port rejected: the PIN is wrong", "Port rejected, password required",
        "Port rejected. PIN: 6 digits needed", "password reset needed at the carrier",
        "password policy of the carrier requires eight characters", "Passcode lookup failed",
        "Please ask the customer for the security word and resubmit", "password: missing",
        "1. PIN wrong\n2. name wrong", "wrong PIN (3 attempts left)", "DOB may be wrong",
        "Password protected account, port rejected", "passcode has to be generated in the app",
        "Date of birth does not match, call us on May 3"}) {
    INFO(text);
    CHECK(diagnose(SourceText::from_bytes("<test>", text), rules, {}).redactions.empty());
  }
}

TEST_CASE("dates of the order are no secrets, dates of birth are") {
  const RuleTable rules = RuleTable::builtin();
  const Report report = diagnose(
      SourceText::from_bytes("<test>",
                             "Rejected on 2026-11-20: the transfer PIN has expired. The date of "
                             "birth 1980-02-01 does not match."),
      rules);
  const std::string text = find_format("text")->report(report, {});
  CHECK(text.find("2026-11-20") != std::string::npos);
  CHECK(text.find("1980-02-01") == std::string::npos);
}

TEST_CASE("the reply repeats nothing that the losing carrier disclosed") {
  const RuleTable rules = RuleTable::builtin();
  const Report report = diagnose(
      SourceText::from_bytes("<test>",
                             "The port of 415-555-0123 was rejected. The name on the account is "
                             "Zebulon Quixote, the service address is 17 Jabberwock Lane, ZIP "
                             "90210. Account number does not match, it ends in 5554. Name does not "
                             "match. Address does not match."),
      rules);
  REQUIRE_FALSE(report.findings.empty());
  const std::string reply = find_format("reply")->report(report, {});
  const Report numbers = diagnose(
      SourceText::from_bytes("<test>",
                             "The port of 212-555-0188 was rejected: BTN does not match. The BTN "
                             "on the account is 212-555-0199."),
      rules);
  REQUIRE_FALSE(numbers.findings.empty());
  CHECK(find_format("reply")->report(numbers, {}).find("0199") == std::string::npos);
  CHECK(values_at(numbers, {"reply_subject"}, {}).front().find("0199") == std::string::npos);
  for (const char* value : {"Zebulon", "Quixote", "Jabberwock", "90210", "5554"}) {
    CHECK(reply.find(value) == std::string::npos);
  }
}

}  // namespace portfix::test
