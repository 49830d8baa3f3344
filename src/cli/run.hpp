#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/exit_status.hpp"

namespace portfix::cli {

// What the commands do; one file each.

ExitStatus run_diagnose(const Arguments& arguments, Console& console);
ExitStatus run_explain(const Arguments& arguments, Console& console);
ExitStatus run_rules_list(const Arguments& arguments, Console& console);
ExitStatus run_rules_show(const Arguments& arguments, Console& console);
ExitStatus run_rules_diff(const Arguments& arguments, Console& console);
ExitStatus run_rules_check(const Arguments& arguments, Console& console);
ExitStatus run_rules_coverage(const Arguments& arguments, Console& console);
ExitStatus run_rules_stub(const Arguments& arguments, Console& console);
ExitStatus run_rules_schema(const Arguments& arguments, Console& console);
ExitStatus run_completion(const Arguments& arguments, Console& console);
ExitStatus run_version(const Arguments& arguments, Console& console);

/// Runs `body`; what it throws is a bug in portfix, told as one.
ExitStatus guard(const std::function<ExitStatus()>& body, Console& console);

/// The whole program, from the words behind its name to its exit status.
ExitStatus run_program(const std::vector<std::string>& words, Console& console);

}  // namespace portfix::cli
