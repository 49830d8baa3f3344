#include <fmt/format.h>

#include "cli/run.hpp"
#include "portfix/rule_table.hpp"
#include "portfix/version.hpp"

namespace portfix::cli {

ExitStatus run_version(const Arguments&, Console& console) {
  console.out.write(
      fmt::format("portfix {} (built-in rules {})\n", kVersion, RuleTable::builtin().digest()));
  return ExitStatus::diagnosed;
}

}  // namespace portfix::cli
