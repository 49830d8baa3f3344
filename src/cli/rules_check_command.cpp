#include <fmt/format.h>

#include <algorithm>

#include "cli/run.hpp"
#include "portfix/rule_table.hpp"
#include "proof/prove.hpp"
#include "rules/load.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

std::vector<RuleFile> builtin_files() {
  const RuleTable table = RuleTable::builtin();
  const TableView& view = table.view();
  std::vector<RuleFile> files;
  for (const FileRow& row : view.files()) {
    std::string name(view.text(row.name));
    SourceText text = SourceText::from_bytes(name, view.text(row.text));
    files.push_back({std::move(name), std::string(view.text(row.kind)),
                     std::string(view.text(row.id)), std::move(text)});
  }
  return files;
}

ExitStatus show(const Diagnostics& problems, std::string_view what, Console& console) {
  for (const Diagnostic& problem : problems) console.out.write(to_string(problem));
  const auto errors =
      std::count_if(problems.begin(), problems.end(),
                    [](const Diagnostic& problem) { return problem.severity == Severity::error; });
  console.out.write(fmt::format("{}: {} errors, {} warnings\n", what, errors,
                                static_cast<long>(problems.size()) - errors));
  return errors > 0 ? ExitStatus::bad_rules : ExitStatus::diagnosed;
}

}  // namespace

ExitStatus run_rules_check(const Arguments& arguments, Console& console) {
  if (arguments.operands.empty()) {
    std::optional<RuleTable> table;
    return show(check_rule_files(builtin_files(), table), "built-in rules", console);
  }
  ExitStatus status = ExitStatus::diagnosed;
  for (const std::string& directory : arguments.operands) {
    status = graver(status, show(check_rules(directory), directory, console));
  }
  return status;
}

}  // namespace portfix::cli
