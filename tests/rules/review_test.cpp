// Warnings about rules that work but want a look.

#include <string>

#include "catch.hpp"
#include "rules/compile.hpp"
#include "rules/good_rules.hpp"
#include "rules/review.hpp"

namespace portfix {
namespace {

constexpr const char* kToday = "2026-11-23";

std::string review(std::vector<RuleFile> files, const char* today = kToday) {
  Diagnostics problems;
  const auto rules = read_rules(std::move(files), problems);
  REQUIRE(rules.has_value());
  review_rules(*rules, today, problems);
  CHECK_FALSE(has_errors(problems));
  return test::in_words(problems);
}

/// The good rules with one text changed.
std::string review_with(const char* kind, const char* id, const char* from, const char* to) {
  auto files = test::good_files();
  RuleFile& file = test::file_in(files, kind, id);
  file = test::changed(file, from, to);
  return review(std::move(files));
}

}  // namespace

TEST_CASE("the good rules give no warning") { CHECK(review(test::good_files()).empty()); }

TEST_CASE("a source is old after 24 months") {
  CHECK(review(test::good_files(), "2028-11-23").empty());
  const std::string warnings = review(test::good_files(), "2028-11-24");
  CHECK(warnings.find("warning: a source read on 2026-11-23, more than 24 months ago") !=
        std::string::npos);
  CHECK(warnings.find("codes/acme.json") != std::string::npos);
  CHECK(warnings.find("reasons/pin-missing.json") != std::string::npos);
}

TEST_CASE("a source has an address, and a code more than memory") {
  CHECK(review_with("codes", "acme", "https://example.com/codes", "the Acme guide") ==
        "codes/acme.json:17:14: warning: a source without an address\n"
        "   17 |       \"url\": \"the Acme guide\",\n"
        "      |              ^\n"
        "  help: give one that a person can open\n");
  const std::string memory =
      review_with("codes", "acme", "\"label\": \"Passcode missing\",",
                  "\"label\": \"Passcode missing\", \"verified\": \"memory\",");
  CHECK(memory.find("warning: code \"06\" is from memory") != std::string::npos);
}

TEST_CASE("wordings of two concepts that differ by fillers only are pointed out") {
  auto files = test::good_files();
  RuleFile& lexicon = test::file_in(files, "lexicon", "lexicon");
  lexicon = test::changed(lexicon, "\"concepts\": {",
                          "\"concepts\": {\n"
                          "    \"region\": { \"wordings\": [\"in market\"] },\n"
                          "    \"their-region\": { \"wordings\": [\"in the market\"] },");
  const std::string warnings = review(std::move(files));
  CHECK(warnings.find("wording \"in the market\" is read as \"in market\", like \"in market\" of "
                      "<region>") != std::string::npos);
}

}  // namespace portfix
