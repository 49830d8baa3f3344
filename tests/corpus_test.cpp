// Every labelled notice of tests/corpus through the whole pipeline. What does not come out as
// labelled must be listed in tests/corpus/known_gaps.txt, and what is listed there must still be a
// gap.

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "support/golden.hpp"

namespace portfix {
namespace {

namespace fs = std::filesystem;

const fs::path& corpus() {
  static const fs::path path = fs::path(PORTFIX_SOURCE_DIR) / "tests" / "corpus";
  return path;
}

fs::path notice_of(const fs::path& label) {
  const std::string stem = label.filename().string().substr(0, label.filename().string().find('.'));
  for (const auto& entry : fs::directory_iterator(label.parent_path())) {
    if (entry.path() != label && entry.path().stem() == stem) return entry.path();
  }
  return {};
}

/// What is not as labelled, as "shape/name: aspect".
std::vector<std::string> gaps_of(const fs::path& label) {
  const auto expected = nlohmann::json::parse(test::read_file(label.string()));
  const fs::path notice = notice_of(label);
  const std::string name =
      label.parent_path().filename().string() + "/" + notice.filename().string();
  if (notice.empty()) return {name + ": no notice beside its label"};
  const Report report = diagnose(SourceText::from_bytes(name, test::read_file(notice.string())),
                                 RuleTable::builtin());

  std::vector<std::string> gaps;
  std::vector<std::string> reasons;
  for (const ReportFinding& finding : report.findings) reasons.push_back(finding.reason);
  const auto wanted = expected.at("reasons").get<std::vector<std::string>>();
  if (to_string(report.outcome) != expected.at("outcome").get<std::string>()) {
    gaps.push_back(name + ": outcome");
  } else if (!wanted.empty() && (reasons.empty() || reasons.front() != wanted.front())) {
    gaps.push_back(name + ": first reason");
  } else if (std::set(reasons.begin(), reasons.end()) != std::set(wanted.begin(), wanted.end())) {
    gaps.push_back(name + ": other reasons");
  }
  const auto numbers = expected.at("numbers").get<std::set<std::string>>();
  if (std::set(report.numbers.begin(), report.numbers.end()) != numbers) {
    gaps.push_back(name + ": numbers");
  }
  return gaps;
}

TEST_CASE("the notices of the corpus come out as they are labelled") {
  std::vector<fs::path> labels;
  for (const auto& entry : fs::recursive_directory_iterator(corpus())) {
    if (entry.path().string().ends_with(".expect.json")) labels.push_back(entry.path());
  }
  REQUIRE(labels.size() >= 200);
  std::sort(labels.begin(), labels.end());
  std::string gaps;
  for (const fs::path& label : labels) {
    for (const std::string& gap : gaps_of(label)) gaps += gap + "\n";
  }
  test::check_golden("corpus/known_gaps.txt", gaps);
}

}  // namespace
}  // namespace portfix
