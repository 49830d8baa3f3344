#include <fmt/format.h>

#include "base/suggest.hpp"
#include "cli/choices.hpp"
#include "cli/complete.hpp"
#include "cli/run.hpp"

namespace portfix::cli {

ExitStatus run_completion(const Arguments& arguments, Console& console) {
  const std::string& shell = arguments.operands.front();
  const std::string script = completion_script(shell);
  if (script.empty()) {
    const auto shells = words_of(Choice::shell, commands().front());
    std::string help = did_you_mean(shell, shells);
    if (help.empty()) help = fmt::format("one of: {}", fmt::join(shells, ", "));
    console.error(fmt::format("unknown shell \"{}\"", shell), help);
    return ExitStatus::usage;
  }
  console.out.write(script);
  return ExitStatus::diagnosed;
}

}  // namespace portfix::cli
