// Codes that look alike and mean different things.

#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

struct Hints {
  std::string provider;
  std::string country;
};

Report read(const std::string& text, const Hints& hints = {}) {
  DiagnoseOptions options;
  options.match.provider = hints.provider;
  options.match.country = hints.country;
  return diagnose(SourceText::from_bytes("test", text), RuleTable::builtin(), options);
}

Reasons reasons(const Report& report) {
  Reasons out;
  for (const ReportFinding& finding : report.findings) out.push_back(finding.reason);
  return out;
}

/// "scheme:code" of what speaks for the first finding.
std::string code(const Report& report) {
  if (report.findings.empty()) return {};
  const ReportEvidence& evidence = report.findings.front().evidence.front();
  return evidence.scheme + ':' + evidence.code;
}

const Hints kBandwidth = {"bandwidth", ""};
const Hints kTwilio = {"twilio", ""};
const Reasons kAccountNumber = {"account-number-mismatch", "account-number-missing"};

}  // namespace

TEST_CASE("Bandwidth 7402 needs its inner code: the address or only the ZIP") {
  const Report address = read("7402: E1 - Address mismatch", kBandwidth);
  CHECK(reasons(address) == Reasons{"address-mismatch"});
  CHECK(code(address) == "bandwidth-jcode:E1");
  const Report zip =
      read(R"({"Errors": [{"Code": "7402", "Description": "8D: ZIP"}]})", kBandwidth);
  CHECK(reasons(zip) == Reasons{"postal-code-mismatch"});
  CHECK(code(zip) == "bandwidth-jcode:8D");

  const Report told =
      read(R"({"Errors": [{"Code": "7402", "Description": "Service address does not match CSR"}]})",
           kBandwidth);
  CHECK(reasons(told) == Reasons{"address-mismatch"});
  CHECK(told.conflicts.empty());

  const Report alone = read("Code: 7402", kBandwidth);
  CHECK(reasons(alone) == Reasons{"address-mismatch", "postal-code-mismatch"});
  CHECK(alone.findings[0].confidence < 0.75);
  CHECK(alone.findings[0].evidence[0].label == "Address mismatch");
  CHECK(alone.findings[1].evidence[0].label == "Address (zip code) mismatch");
  REQUIRE(alone.conflicts.size() == 1);
  CHECK(alone.conflicts[0].find("stands for several things") != std::string::npos);
}

TEST_CASE("Bandwidth 7434 needs its inner code: a wrong indicator or a BTN that leaves") {
  const Report indicator = read("Code 7434 - E24", kBandwidth);
  const Report main_number = read("Code 7434 - E6h", kBandwidth);
  CHECK(code(indicator) == "bandwidth-jcode:E24");
  CHECK(code(main_number) == "bandwidth-jcode:E6h");
  CHECK(indicator.findings[0].evidence[0].note != main_number.findings[0].evidence[0].note);
  CHECK(read("Code 7434", kBandwidth).findings[0].confidence < 0.75);
}

TEST_CASE("of a code's rows the one whose label stands beside it is shown") {
  const Report pending = read("Code 7407: Pending order", kBandwidth);
  CHECK(reasons(pending) == Reasons{"pending-order"});
  CHECK(pending.findings[0].evidence[0].label == "Pending order");
  const Report competing = read("Code 7407: Current order to port to another provider", kBandwidth);
  CHECK(reasons(competing) == Reasons{"duplicate-order"});
  CHECK(competing.findings[0].evidence[0].label == "Current order to port to another provider");
}

TEST_CASE("Bandwidth 7999 is a wrapper: the inner part counts") {
  CHECK(reasons(read("7999: E37 TN not found in PPS (PPS)", kBandwidth)) ==
        Reasons{"number-not-on-account"});
  CHECK(reasons(read("Code: 7999", kBandwidth)) == Reasons{"provider-internal"});
}

TEST_CASE("what came back is a code only if the named provider has it") {
  CHECK(code(read("Bandwidth sent us a 7402", kBandwidth)).starts_with("bandwidth:7402"));
  CHECK(code(read("we keep getting 7401 from Bandwidth")) == "bandwidth:7401");
  CHECK(code(read("Twilio came back with 22151, what now?")) == "twilio:22151");
  for (const char* text :
       {"We got 7402 numbers from Bandwidth", "Bandwidth sent us $7402", "we got 7402 from them",
        "Twilio gave us 7402", "Bandwidth rejected the port on 7402 Main Street"}) {
    INFO(text);
    const Report report = read(text);
    CHECK((report.findings.empty() || report.findings[0].evidence[0].code.empty()));
  }
}

TEST_CASE("the last letter of a Level 3 code counts: LNP103J is not LNP103S") {
  CHECK(reasons(read("LNP103J", kBandwidth)) == Reasons{"provider-internal"});
  CHECK(reasons(read("LNP103S", kBandwidth)) == Reasons{"number-inactive"});
  CHECK(reasons(read("lnp103s")) == Reasons{"number-inactive"});
  CHECK(code(read("LNP102J", kBandwidth)) != code(read("LNP102S", kBandwidth)));
}

TEST_CASE("one label, two codes: Twilio 22154 is the carrier's, 22173 the request's") {
  CHECK(reasons(read("Error 22154 - Invalid Address", kTwilio)) == Reasons{"address-mismatch"});
  const Report request = read("Error 22173 - Invalid Address", kTwilio);
  CHECK(request.outcome == Outcome::not_a_rejection);
  CHECK(request.not_a_rejection.find("no carrier has rejected anything") != std::string::npos);
}

TEST_CASE("REC01PRT04 differs by country and is not guessed without one") {
  CHECK(reasons(read("REC01PRT04", {"", "CO"})).front() == "unpaid-balance");
  CHECK(reasons(read("REC01PRT04", {"", "PE"})) == Reasons{"wrong-port-type"});
  CHECK(reasons(read("Colombia: solicitud rechazada, REC01PRT04")).front() == "unpaid-balance");

  const Report nowhere = read("REC01PRT04");
  CHECK(nowhere.outcome == Outcome::unrecognized);
  REQUIRE(nowhere.conflicts.size() == 1);
  CHECK(nowhere.conflicts[0].find("Colombian") != std::string::npos);
  CHECK(nowhere.conflicts[0].find("Peruvian") != std::string::npos);
}

TEST_CASE("E17 is an account number at Bandwidth and a message with reasons in Poland") {
  CHECK(reasons(read("Code E17A", kBandwidth)) == kAccountNumber);
  CHECK(reasons(read("Code E17B", kBandwidth)) == kAccountNumber);
  CHECK(reasons(read("Komunikat E17, kod 4", {"", "PL"})) == Reasons{"wrong-port-type"});
  CHECK(reasons(read("Komunikat E17, kod 2", {"", "PL"})) == Reasons{"number-inactive"});
}

TEST_CASE("leading zeros make no difference where a scheme's users drop them") {
  CHECK(code(read("Code 6", {"simwood", ""})) == "uk-gnp:06");
  CHECK(code(read("Code 06", {"gamma", ""})) == "uk-gnp:06");
  CHECK(code(read("Code 3", {"symbio", ""})) == "au-c540-pnv:03");
  CHECK(code(read("Code 03", {"symbio", ""})) == "au-c540-pnv:03");
  CHECK(code(read("Code 07402", kBandwidth)).empty());
}

TEST_CASE("in the wrapper 951 the inner code counts") {
  const Report account = read(
      "statusCode 951 Portin status fail.Conflict ~ statusReasonCode - 8A ~ "
      "statusReasonDescription - Account number required or incorrect");
  CHECK(reasons(account) == kAccountNumber);
  CHECK(code(account) == "wicis:8A");
  CHECK(reasons(read("Error 951: statusReasonCode - 6B")) == Reasons{"transfer-pin-invalid"});
}

TEST_CASE(
    "a wireless code without a provider is WICIS first, then inferred from Bandwidth's list") {
  const Report wicis = read("Code: 6B");
  CHECK(code(wicis) == "wicis:6B");
  CHECK(wicis.findings[0].evidence[0].verified == "yes");
  CHECK(reasons(read("Code: 6B", kBandwidth)) == Reasons{"internal-port"});

  const Report borrowed = read("Code: 6P");
  CHECK(code(borrowed) == "bandwidth-jcode:6P");
  CHECK(borrowed.findings[0].evidence[0].verified == "inferred");
  const Report own = read("Code: 6P", kBandwidth);
  CHECK(own.findings[0].evidence[0].verified == "yes");
  CHECK(borrowed.findings[0].confidence < own.findings[0].confidence);
}

TEST_CASE("a two-character code stands nowhere in an address") {
  CHECK(read("The customer lives at 12 Elm Street, Apt 8A, Portland.").findings.empty());
}

TEST_CASE("words that announce a code are no part of what stands before them") {
  const Report report = read("Bandwidth rejected the port: code 6103");
  CHECK(reasons(report) == Reasons{"other"});
  CHECK(code(report) == "bandwidth:6103");
  CHECK(code(read("Code 6103: the order could not be processed", kBandwidth)) == "bandwidth:6103");
}

TEST_CASE("to give no reason contradicts no code") {
  const Report report = read("Code 8A: rejected for another reason");
  CHECK(reasons(report).front() == "account-number-mismatch");
  CHECK(report.conflicts.empty());
}

}  // namespace portfix
