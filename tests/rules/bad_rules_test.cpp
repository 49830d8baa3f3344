#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "proof/prove.hpp"
#include "rules/good_rules.hpp"
#include "support/golden.hpp"

namespace portfix {
namespace {

namespace fs = std::filesystem;

/// What `rules check` says of a case's rules laid over the good ones, names relative to the case.
std::string problems_of(const fs::path& directory) {
  const std::string above = directory.string() + "/";
  std::string out;
  for (const Diagnostic& problem : check_rules_over(test::good_files(), directory / "rules")) {
    std::string text = to_string(problem);
    if (text.starts_with(above)) text.erase(0, above.size());
    out += text;
  }
  return out;
}

}  // namespace

TEST_CASE("the good rules have no fault") {
  CHECK(test::in_words(check_rules_over({}, test::good_directory())).empty());
}

// A case is a directory of tests/rules/bad: its rules/ is laid over tests/rules/good, and what is
// said of it stands in expected.txt.
TEST_CASE("every bad rule is reported in exactly these words") {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::directory_iterator(test::good_directory().parent_path() / "bad")) {
    cases.push_back(entry.path());
  }
  std::sort(cases.begin(), cases.end());
  REQUIRE_FALSE(cases.empty());
  for (const fs::path& directory : cases) {
    const std::string actual = problems_of(directory);
    CHECK_FALSE(actual.empty());
    test::check_golden("rules/bad/" + directory.filename().string() + "/expected.txt", actual);
  }
}

}  // namespace portfix
