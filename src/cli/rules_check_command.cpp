#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "cli/run.hpp"
#include "portfix/rule_table.hpp"
#include "proof/prove.hpp"
#include "rules/load.hpp"
#include "rules/review.hpp"
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

/// The day on the wall clock, UTC.
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm day{};
  gmtime_r(&now, &day);
  return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

ExitStatus show(Diagnostics problems, std::string_view what, bool strict, Console& console) {
  for (Diagnostic& problem : problems) {
    if (strict) problem.severity = Severity::error;
  }
  for (const Diagnostic& problem : problems) Console::diagnostic(console.out, problem);
  const auto errors =
      std::count_if(problems.begin(), problems.end(),
                    [](const Diagnostic& problem) { return problem.severity == Severity::error; });
  console.out.write(fmt::format("{}: {} errors, {} warnings\n", what, errors,
                                static_cast<long>(problems.size()) - errors));
  return errors > 0 ? ExitStatus::bad_rules : ExitStatus::diagnosed;
}

}  // namespace

ExitStatus run_rules_check(const Arguments& arguments, Console& console) {
  const CheckOptions options{arguments.today.empty() ? today() : arguments.today};
  if (!is_iso_day(options.today)) {
    console.error(fmt::format("\"{}\" is not a date", options.today), "write it as YYYY-MM-DD");
    return ExitStatus::usage;
  }
  if (arguments.operands.empty()) {
    std::optional<RuleTable> table;
    return show(check_rule_files(builtin_files(), table, options), "built-in rules",
                arguments.strict, console);
  }
  ExitStatus status = ExitStatus::diagnosed;
  for (const std::string& directory : arguments.operands) {
    status =
        graver(status, show(check_rules(directory, options), directory, arguments.strict, console));
  }
  return status;
}

}  // namespace portfix::cli
