#include "proof/prove.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "rules/good_rules.hpp"

namespace portfix {
namespace {

Diagnostics check(std::vector<RuleFile> files, bool compiles = true) {
  std::optional<RuleTable> table;
  Diagnostics problems = check_rule_files(std::move(files), table);
  CHECK(table.has_value() == compiles);
  return problems;
}

RuleFile good(std::string_view kind, std::string_view id) {
  auto files = test::good_files();
  return test::file_in(files, kind, id);
}

std::vector<RuleFile> good_under(std::vector<RuleFile> over) {
  auto files = test::good_files();
  lay_over(files, std::move(over));
  return files;
}

std::vector<std::string> messages(const Diagnostics& problems) {
  std::vector<std::string> out;
  for (const Diagnostic& problem : problems) out.push_back(problem.message);
  return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("good rules prove themselves") {
  CHECK(test::in_words(check(test::good_files())).empty());
}

TEST_CASE("all that the proof finds is reported, file by file, line by line") {
  const RuleFile pin = good("reasons", "pin-missing");
  const RuleFile account = good("reasons", "account-number-mismatch");
  const auto problems = check(good_under({
      test::changed(test::changed(pin, "\"PIN_REQUIRED\"", "\"Hello.\""), "\"todo_samples\": []",
                    "\"todo_samples\": [\"Passcode missing.\"]"),
      test::changed(account, "\"Wrong account number\"", "\"The PIN is missing.\""),
  }));
  CHECK(messages(problems) ==
        Texts{"sample of \"account-number-mismatch\" is won by \"pin-missing\"",
              "\"pin-missing\" does not recognise its sample",
              "known gap of \"pin-missing\" is closed"});
  CHECK(std::is_sorted(problems.begin(), problems.end(), [](const auto& a, const auto& b) {
    return std::pair(a.file, a.position.line) < std::pair(b.file, b.position.line);
  }));
}

TEST_CASE("rules that cannot be compiled are not proved") {
  const RuleFile pin = good("reasons", "pin-missing");
  const auto problems = check(good_under({test::changed(test::changed(pin, "<missing>", "<mising>"),
                                                        "PIN_REQUIRED", "Hello")}),
                              false);
  CHECK(messages(problems) == Texts{"unknown concept <mising>"});
}

TEST_CASE("a fault of form in one file does not hide the faults of another, nor make new ones") {
  const auto problems =
      check(good_under(
                {test::rule_file("reasons", "pin-missing", "{"),
                 test::changed(good("codes", "acme"), "account-number-mismatch", "acount-number")}),
            false);
  REQUIRE(problems.size() == 2);  // the codes and the law that name pin-missing are not to blame
  CHECK(problems[0].message == "unknown reason \"acount-number\"");
  CHECK(problems[1].file == "reasons/pin-missing.json");
}

TEST_CASE("a broken lexicon does not make every concept unknown") {
  const auto problems = check(good_under({test::rule_file("lexicon", "lexicon", "{}")}), false);
  CHECK_FALSE(problems.empty());
  for (const Diagnostic& problem : problems) CHECK(problem.file == "lexicon/lexicon.json");
}

TEST_CASE("known gaps that are still open are no fault") {
  const auto problems =
      check(good_under({test::changed(good("reasons", "pin-missing"), "\"todo_samples\": []",
                                      "\"todo_samples\": [\"Four digits are lacking.\"]")}));
  CHECK(test::in_words(problems).empty());
}

TEST_CASE("a directory with a lexicon of its own stands alone") {
  auto base = test::good_files();
  test::file_in(base, "carriers", "bell") = test::rule_file("carriers", "bell", "{");
  CHECK(check_rules_over(base, test::good_directory()).empty());
}

}  // namespace portfix
