// Who sent a notice, and when.

#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix {
namespace {

struct Row {
  std::string text;
  std::string sender;
  std::string sent;
};

const std::string kMail =
    "From: =?utf-8?Q?J=C3=BCrgen?= <desk@example.org>\nTo: ops@example.org\nSubject: Port\n"
    "Date: Tue, 10 Feb 2026 09:01:00 -0600\nMIME-Version: 1.0\n\n";

TEST_CASE("sender and time are those of the part that rejects") {
  const std::vector<Row> rows = {
      {kMail + "The port was rejected: PIN mismatch.\n", "J\xC3\xBCrgen <desk@example.org>",
       "2026-02-10T09:01:00-06:00"},
      {kMail + "FYI\n\n-----Original Message-----\nFrom: Carrier <lnp@carrier.example>\n"
               "Sent: Monday, February 9, 2026 4:05 PM\nSubject: Reject\n\nPIN mismatch, port "
               "rejected.\n",
       "Carrier <lnp@carrier.example>", "2026-02-09T16:05"},
      {kMail + "The port was rejected: PIN mismatch.\n\n-----Original Message-----\nFrom: Me "
               "<me@example.org>\nSent: Monday, February 9, 2026 4:05 PM\nSubject: Port\n\nPlease "
               "port this number.\n",
       "J\xC3\xBCrgen <desk@example.org>", "2026-02-10T09:01:00-06:00"},
      {"Von: Portierung <np@example.de>\nGesendet: Dienstag, 10. Februar 2026 09:01\nAn: Bob\n"
       "Betreff: Portierung abgelehnt\n\nPIN mismatch, port rejected.\n",
       "Portierung <np@example.de>", "2026-02-10T09:01"},
      {"From: desk@example.org\nDate: 10.02.2026\nSubject: Port\n\nPIN mismatch, port rejected.\n",
       "desk@example.org", "2026-02-10"},
      {"The port was rejected: PIN mismatch.", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Report report = diagnose(SourceText::from_bytes("test", row.text), RuleTable::builtin());
    CHECK(report.outcome == Outcome::diagnosed);
    CHECK(report.sender == row.sender);
    CHECK(report.sent == row.sent);
  }
}

TEST_CASE("a mail's header gives neither reasons nor codes") {
  const Report report = diagnose(
      SourceText::from_bytes("test",
                             "From: PIN Mismatch Desk <8a@example.org>\nTo: ops@example.org\n"
                             "Date: Tue, 10 Feb 2026 09:01:00 -0600\nMIME-Version: 1.0\n\n"
                             "Virgin Media reject the port: the postcode is not the one they "
                             "hold.\n"),
      RuleTable::builtin());
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings.front().reason == "postal-code-mismatch");
}

TEST_CASE("port date and due date are read from sentences and fields") {
  const auto dates_of = [](std::string_view text) {
    return diagnose(SourceText::from_bytes("test", text), RuleTable::builtin()).dates;
  };
  using Dates = std::map<std::string, std::string>;
  CHECK(dates_of("FOC date: 12/01/2026\nRejected: PIN mismatch") == Dates{{"foc", "2026-12-01"}});
  CHECK(dates_of(R"({"foc_date": "2026-12-01T10:00:00Z", "due_date": "2026-12-02",)"
                 R"( "reason": "PIN mismatch"})") ==
        Dates{{"due", "2026-12-02"}, {"foc", "2026-12-01"}});
  CHECK(dates_of("The port was rejected, the due date 12/05/2026 is not a business day.")["due"] ==
        "2026-12-05");
  CHECK(dates_of("Rejected on 12/05/2026: PIN mismatch.") == Dates{{"notice", "2026-12-05"}});
}

}  // namespace
}  // namespace portfix
