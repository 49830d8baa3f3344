#pragma once

#include <string>

#include "cli/command.hpp"

namespace portfix::cli {

/// `portfix --help`.
std::string program_help();

/// `portfix COMMAND --help`.
std::string command_help(const Command& command);

/// `portfix rules --help`: the commands whose names begin with `group`.
std::string group_help(std::string_view group);

}  // namespace portfix::cli
