#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/command.hpp"

namespace portfix::cli {

/// A wrong command line.
struct UsageError {
  std::string message;  ///< "unknown option --formt"
  std::string help;     ///< "did you mean --format?"
};

/// A command and what it was called with.
struct Call {
  const Command* command = nullptr;
  Arguments arguments;
};

/// `text` is to be shown instead of running a command: help.
struct HelpText {
  std::string text;
};

struct VersionWanted {};

/// Reads the words behind the program's name. Pure.
std::variant<Call, HelpText, VersionWanted, UsageError> parse_command_line(
    const std::vector<std::string>& words);

}  // namespace portfix::cli
