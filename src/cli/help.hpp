#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace portfix::cli {

/// What an exit status means.
struct StatusHelp {
  ExitStatus status;
  std::string_view help;
};
std::span<const StatusHelp> exit_statuses();

/// What an environment variable is for.
struct VariableHelp {
  std::string_view name;
  std::string_view help;  ///< whole sentences
};
std::span<const VariableHelp> variables();

/// What portfix is, in a sentence of two lines.
std::string_view program_about();

/// `portfix --help`.
std::string program_help();

/// `portfix COMMAND --help`.
std::string command_help(const Command& command);

/// `portfix rules --help`: the commands whose names begin with `group`.
std::string group_help(std::string_view group);

}  // namespace portfix::cli
