#include <fmt/format.h>

#include "base/suggest.hpp"
#include "cli/choices.hpp"
#include "cli/run.hpp"
#include "cli/schemas.hpp"

namespace portfix::cli {

ExitStatus run_rules_schema(const Arguments& arguments, Console& console) {
  std::vector<std::string_view> names;
  for (const Schema& schema : schemas()) {
    names.push_back(schema.name);
    if (!arguments.operands.empty() && schema.name == arguments.operands.front()) {
      console.out.write(schema.text);
      return ExitStatus::diagnosed;
    }
  }
  if (arguments.operands.empty()) {
    console.out.write(fmt::format("{}\n", fmt::join(names, "\n")));
    return ExitStatus::diagnosed;
  }
  const std::string& wanted = arguments.operands.front();
  std::string help = did_you_mean(wanted, names);
  if (help.empty()) help = fmt::format("one of: {}", fmt::join(names, ", "));
  console.error(fmt::format("unknown schema \"{}\"", wanted), help);
  return ExitStatus::usage;
}

}  // namespace portfix::cli
