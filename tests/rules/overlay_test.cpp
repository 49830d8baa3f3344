#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/rule_table.hpp"
#include "rules/compile.hpp"
#include "rules/good_rules.hpp"
#include "rules/table.hpp"

namespace portfix {
namespace {

RuleTable table_of(std::vector<RuleFile> files) {
  Diagnostics problems;
  auto table = build_table(std::move(files), problems);
  INFO(test::in_words(problems));
  REQUIRE(table.has_value());
  return *table;
}

std::vector<RuleFile> good_under(const RuleFile& over) {
  auto files = test::good_files();
  lay_over(files, {over});
  return files;
}

std::vector<std::string> names(const std::vector<RuleFile>& files) {
  std::vector<std::string> out;
  for (const RuleFile& file : files) out.push_back(file.kind + "/" + file.id);
  return out;
}

const std::vector<std::string> kGood = {"carriers/bell",      "codes/acme",
                                        "countries/us",       "lexicon/lexicon",
                                        "providers/acme",     "reasons/account-number-mismatch",
                                        "reasons/pin-missing"};

RuleFile pin_file() {
  auto files = test::good_files();
  return test::file_in(files, "reasons", "pin-missing");
}

}  // namespace

TEST_CASE("the files of a directory come sorted by kind and id") {
  CHECK(names(test::good_files()) == kGood);
}

TEST_CASE("a file of the same kind and id replaces the one below") {
  const RuleFile over = test::changed(pin_file(), "PIN missing", "No PIN given");
  const auto files = good_under(over);
  CHECK(names(files) == kGood);
  const RuleTable table = table_of(files);
  const TableView& view = table.view();
  const ReasonRow* reason = view.find(view.reasons(), "pin-missing");
  REQUIRE(reason != nullptr);
  CHECK(view.text(reason->title) == "No PIN given");
  CHECK(view.text(view.files()[reason->file].name) == over.name);
}

TEST_CASE("a new file is added in its place") {
  const RuleFile base = pin_file();
  RuleFile over = test::changed(base, "\"pin-missing\"", "\"no-pin\"");
  over.id = "no-pin";
  auto files = good_under(over);
  auto expected = kGood;
  expected.insert(expected.end() - 1, "reasons/no-pin");
  CHECK(names(files) == expected);
  const RuleTable table = table_of(files);
  CHECK(table.view().find(table.view().reasons(), "no-pin") != nullptr);
  CHECK(table.view().find(table.view().reasons(), "pin-missing") != nullptr);
}

TEST_CASE("the same id in another kind replaces nothing") {
  auto files = test::good_files();
  RuleFile provider = test::file_in(files, "providers", "acme");
  provider.id = "bell";
  CHECK(names(good_under(provider)).size() == kGood.size() + 1);
}

TEST_CASE("a disabled file removes the one below") {
  struct Case {
    const char* text;
    bool removed;
  };
  const Case cases[] = {
      {R"({"disabled": true})", true},
      {R"({"$schema": "s", "id": "bell", "disabled": true})", true},
      {R"({"disabled": false})", false},
      {R"({"disabled": "true"})", false},
      {R"({"disabled": true)", false},
      {R"([])", false},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    const auto files = good_under(test::rule_file("carriers", "bell", c.text));
    CHECK((names(files).size() < kGood.size()) == c.removed);
  }
  const RuleTable table =
      table_of(good_under(test::rule_file("carriers", "bell", R"({"disabled": true})")));
  CHECK(table.view().carriers().empty());
}

TEST_CASE("what is disabled need not be there, and may come back above") {
  const RuleFile off = test::rule_file("reasons", "never-was", R"({"disabled": true})");
  CHECK(names(good_under(off)) == kGood);
  auto files = test::good_files();
  lay_over(files, {test::rule_file("reasons", "pin-missing", R"({"disabled": true})")});
  lay_over(files, {pin_file()});
  CHECK(names(files) == kGood);
}

TEST_CASE("a rule that others name cannot be disabled alone") {
  Diagnostics problems;
  const auto table = build_table(
      good_under(test::rule_file("reasons", "pin-missing", R"({"disabled": true})")), problems);
  CHECK_FALSE(table.has_value());
  CHECK(problems.size() == 3);  // a code, a deadline and a law name it
  for (const Diagnostic& problem : problems) {
    CHECK(problem.message == "unknown reason \"pin-missing\"");
  }
}

TEST_CASE("equal rules have equal digests and equal tables, wherever they came from") {
  const RuleTable plain = table_of(test::good_files());
  CHECK(plain.digest().size() == 16);
  CHECK(plain.digest().find_first_not_of("0123456789abcdef") == std::string_view::npos);

  auto backwards = test::good_files();
  std::reverse(backwards.begin(), backwards.end());
  CHECK(table_of(backwards).digest() == plain.digest());

  std::vector<RuleFile> laid;
  for (const RuleFile& file : backwards) lay_over(laid, {file});
  CHECK(table_of(laid).digest() == plain.digest());
  CHECK(table_of(laid).view().bytes() == plain.view().bytes());

  CHECK(table_of(good_under(pin_file())).digest() == plain.digest());
  CHECK(table_of(good_under(test::changed(pin_file(), "PIN missing", "No PIN"))).digest() !=
        plain.digest());
  CHECK(
      table_of(good_under(test::rule_file("carriers", "bell", R"({"disabled": true})"))).digest() !=
      plain.digest());

  Diagnostics problems;
  const auto read = RuleTable::from_directory(test::good_directory(), problems);
  REQUIRE(read.has_value());
  CHECK(read->digest() == plain.digest());
}

TEST_CASE("a directory that is not there gives no table and one problem") {
  Diagnostics problems;
  CHECK_FALSE(RuleTable::from_directory(test::good_directory() / "nowhere", problems).has_value());
  REQUIRE(problems.size() == 1);
  CHECK(problems.front().message == "no such directory");
}

}  // namespace portfix
