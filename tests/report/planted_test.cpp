#include <algorithm>
#include <filesystem>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "portfix/render.hpp"
#include "report/redact.hpp"
#include "rules/table.hpp"
#include "support/planted.hpp"

namespace portfix::test {
namespace {

/// Everything of the notice that a rule could ever quote.
std::string quoted(const Planted& row, const RuleTable& rules) {
  const SourceText source = SourceText::from_bytes(row.name, row.text);
  DiagnoseOptions options;
  const Report report = diagnose(source, rules, options);
  options.read.country = report.country;
  const Notice notice = read_notice(source, options.read);
  const Findings findings = match_notice(notice, rules, options.match);
  Redactor redactor(notice, findings.secrets, false);
  std::string out;
  for (const Clause& clause : notice.clauses) {
    if (!clause.label.empty()) out += redactor.mask(clause.label).text + ": ";
    out += redactor.mask(clause.text).text + '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("no clause of a notice shows a planted secret") {
  const RuleTable rules = RuleTable::builtin();
  for (const Planted& row : planted_notices()) {
    const std::string text = quoted(row, rules);
    INFO(row.name << "\n" << text);
    std::string leaked;
    for (const std::string& secret : row.secrets) {
      if (shows(text, secret)) leaked += secret + " | ";
    }
    CHECK(leaked.empty());
    std::string lost;
    for (const std::string& value : row.kept) {
      if (text.find(value) == std::string::npos) lost += value + " | ";
    }
    CHECK(lost.empty());
  }
}

}  // namespace portfix::test
