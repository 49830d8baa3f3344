// A value of the wrong length for the losing carrier is pointed out and never shown.

#include <string>

#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "portfix/render.hpp"

namespace portfix {
namespace {

Report read(const std::string& text, const std::string& carrier = {}) {
  DiagnoseOptions options;
  options.match.carrier = carrier;
  return diagnose(SourceText::from_bytes("test", text), RuleTable::builtin(), options);
}

std::string in_all_formats(const Report& report) {
  std::string out;
  for (const Format& format : formats()) {
    RenderOptions options;
    out += format.report(report, options);
  }
  return out;
}

}  // namespace

TEST_CASE("a PIN of the wrong length for the losing carrier is pointed out") {
  const Report report = read("Port from Mint Mobile rejected. PIN: 739158 is incorrect.");
  REQUIRE(report.losing_carrier == "mint");
  REQUIRE(report.format_hints.size() == 1);
  const ReportFormatHint& hint = report.format_hints[0];
  CHECK(hint.field == "pin");
  CHECK(hint.digits == 6);
  CHECK(hint.expected == std::vector<std::uint32_t>{4});
  CHECK(hint.text ==
        "The account PIN or passcode in the notice has 6 digits; at Mint Mobile it has 4. Check it "
        "with the customer before anything else.");
  const std::string shown = in_all_formats(report);
  CHECK(shown.find("has 6 digits") != std::string::npos);
  CHECK(shown.find("\"format_hints\"") != std::string::npos);
  CHECK(shown.find("739158") == std::string::npos);
}

TEST_CASE("an account number of the wrong length is pointed out, from a field too") {
  const Report report = read(
      R"({"rejection_reason": "Account number mismatch", "account_number": "91827"})", "tmobile");
  REQUIRE(report.format_hints.size() == 1);
  CHECK(report.format_hints[0].field == "account_number");
  CHECK(report.format_hints[0].expected == std::vector<std::uint32_t>{9});
  CHECK(in_all_formats(report).find("91827") == std::string::npos);
}

TEST_CASE("nothing is pointed out where the length is right or not known") {
  CHECK(read("Port from Mint Mobile rejected. PIN: 7391 is incorrect.").format_hints.empty());
  CHECK(read("PIN: 739158 is incorrect.").format_hints.empty());
  CHECK(read("PIN incorrect. Account number 123456789012 is fine.", "mint").format_hints.empty());
  // What merely stands near the word is no PIN.
  CHECK(read("The PIN of the line for order 4471902 is incorrect.", "mint").format_hints.empty());
}

}  // namespace portfix
