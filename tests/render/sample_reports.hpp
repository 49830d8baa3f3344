#pragma once

#include "portfix/report.hpp"

namespace portfix::test {

/// `text` with the place of `match` in it marked.
inline ReportEvidence evidence(std::uint32_t line, std::string text, const std::string& match) {
  ReportEvidence out;
  out.kind = "pattern";
  const auto at = static_cast<std::uint32_t>(text.find(match));
  out.mark = {at, at + static_cast<std::uint32_t>(match.size())};
  out.text = std::move(text);
  out.position = {line, at + 1};
  return out;
}

inline ReportFinding transfer_pin() {
  ReportFinding finding;
  finding.reason = "transfer-pin-invalid";
  finding.title = "Transfer PIN missing, wrong or expired";
  finding.meaning =
      "The losing carrier releases the number only against a one-time transfer PIN. The one on the "
      "request is missing, wrong or has expired.";
  finding.confidence = 0.97;
  finding.numbers = {"+14155550123"};
  ReportEvidence code = evidence(4, "WPRR RCODE 6B: Port-out PIN mismatch", "6B");
  code.kind = "code";
  code.scheme = "wicis";
  code.code = "6B";
  code.label = "Password or PIN required or incorrect";
  code.verified = "inferred";
  finding.evidence = {code, evidence(7, "The transfer PIN you gave has expired.",
                                     "transfer PIN you gave has expired")};
  finding.owner = "customer";
  finding.fix = {{"Ask the account owner to dial #PORT (#7678) on the line that is moving and to "
                  "follow the link, which gives a Number Transfer PIN.",
                  "https://www.verizon.com/support/port-out-faqs/"},
                 {"Send the new PIN before it expires.", ""}};
  finding.prevention = "Ask for the transfer PIN last: it expires within days.";
  finding.ask = {
      {"transfer_pin",
       "Could you create a Number Transfer PIN at your current carrier and send it to us?"}};
  finding.resubmit = {"supplement",
                      "same",
                      {"transfer_pin"},
                      {},
                      {"Put the corrected PIN on the rejected number inside the existing request.",
                       "Ask porting@twilio.com to take the request up again."},
                      {{"An untouched request may expire.", "https://www.twilio.com/docs"}},
                      "",
                      ""};
  finding.dispute = {{"US", "comply", "The carrier may ask for a transfer PIN.",
                      "https://www.ecfr.gov/current/title-47/section-52.37"}};
  finding.sources = {"https://www.verizon.com/support/port-out-faqs/"};
  finding.fingerprint = "5d1f0c7a9b3e2846";
  return finding;
}

inline ReportFinding unpaid_balance() {
  ReportFinding finding;
  finding.reason = "unpaid-balance";
  finding.title = "Unpaid balance or other dispute with the losing carrier";
  finding.meaning = "The losing carrier says that money is owed. It holds the number back for it.";
  finding.confidence = 0.62;
  finding.numbers = {"+14155550124", "+14155550125"};
  finding.evidence = {
      evidence(9, "Unsatisfactory Business Relationship", "Unsatisfactory Business Relationship")};
  finding.owner = "customer";
  finding.fix = {{"Ask the customer whether a bill is open, and to pay it.", ""}};
  finding.ask = {{"confirmation", "Is a bill open at your current carrier?"}};
  finding.resubmit = {"dispute",
                      "same",
                      {},
                      {"proof_of_payment"},
                      {"Tell the porting desk."},
                      {},
                      "PATCH",
                      "/v2/porting_orders/{order_id}"};
  finding.dispute = {{"US", "dispute", "A US carrier may not hold a number back for a debt.",
                      "https://www.ecfr.gov/current/title-47/section-52.35"}};
  return finding;
}

/// One reason, everything known about it.
inline Report one_finding() {
  Report report;
  report.input_name = "rejection.txt";
  report.shape = Shape::mail;
  report.bytes = 2113;
  report.outcome = Outcome::diagnosed;
  report.numbers = {"+14155550123"};
  report.order_id = "KW0123456789abcdef0123456789abcdef";
  report.provider = "twilio";
  report.provider_name = "Twilio";
  report.losing_carrier = "verizon-wireless";
  report.losing_carrier_name = "Verizon Wireless (postpaid)";
  report.country = "US";
  report.findings = {transfer_pin()};
  report.next_action = {
      "customer", "supplement",
      "Ask the customer for a new transfer PIN, then correct the order and send it "
      "in again."};
  report.redactions = {{"pin", 1}};
  report.rules_digest = "0123456789abcdef";
  return report;
}

/// Two reasons for different numbers.
inline Report two_findings() {
  Report report = one_finding();
  report.numbers = {"+14155550123", "+14155550124", "+14155550125"};
  report.findings.push_back(unpaid_balance());
  report.conflicts = {"Code 6B says PIN, the words beside it say unpaid bill."};
  report.unknown_codes = {"ZZ-17"};
  return report;
}

/// As many as a bad day brings, most of them with the same plan.
inline Report four_findings() {
  Report report = two_findings();
  for (const auto& [id, title] :
       {std::pair{"name-mismatch", "Name does not match"},
        std::pair{"address-mismatch", "Service address does not match"}}) {
    ReportFinding finding = transfer_pin();
    finding.reason = id;
    finding.title = title;
    finding.confidence = 0.8;
    finding.numbers.clear();
    for (int i = 0; i < 9; ++i) finding.numbers.push_back("+1415555013" + std::to_string(i));
    finding.ask = {{"customer_name", "Under which name does your carrier know you?"}};
    finding.resubmit.change = {"customer_name"};
    finding.resubmit.documents = {"loa"};
    report.findings.push_back(finding);
  }
  return report;
}

inline Report not_a_rejection() {
  Report report = one_finding();
  report.findings.clear();
  report.outcome = Outcome::not_a_rejection;
  report.not_a_rejection =
      "A firm order commitment (FOC): the losing carrier has agreed to a date.";
  report.dates = {{"foc", "2026-12-01"}};
  report.next_action = {"nobody", "none_we_hold", "Nothing to send: the port has a date."};
  report.redactions.clear();
  return report;
}

inline Report unrecognized() {
  Report report;
  report.input_name = "<stdin>";
  report.bytes = 12;
  report.unknown_codes = {"ZZ-17"};
  report.next_action = {"", "", "Ask the provider's porting desk what the rejection means."};
  return report;
}

/// A line of a batch that holds no notice.
inline Report broken_line() {
  Report report;
  report.input_name = "<stdin>:3";
  report.id_json = "17";
  report.error = "no \"text\"";
  return report;
}

/// Everything that a notice can do to a terminal, in every text that comes from it.
inline Report hostile() {
  Report report = one_finding();
  const std::string evil =
      "a\x1b[31mb\x07\xc2\x9b"
      "2Jc\xe2\x80\xae"
      "d\r\n\xffz";
  report.input_name = evil;
  report.order_id = evil;
  report.losing_carrier_name = evil;
  report.conflicts = {evil};
  report.unknown_codes = {evil};
  report.remarks = {evil};
  report.dates = {{evil, evil}};
  report.findings.front().evidence = {evidence(1, evil + " tail", "tail")};
  report.findings.front().numbers = {evil};
  report.next_action.summary = evil;
  report.why = ReportWhy{"transfer-pin-invalid", {evil}};
  report.weaker = report.findings;
  return report;
}

}  // namespace portfix::test
