#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "cli/exit_status.hpp"

namespace portfix::cli {

/// Which words an option or operand takes. Help, errors and completions ask `words_of`.
enum class Choice {
  anything,
  file,
  directory,
  format,
  input,
  color,
  summary,
  reason,
  provider,
  carrier,
  scheme,
  schema,
  language,
  ticket,
  path,
  rule_kind,
  country,
  rule,    ///< anything that `rules show` can show
  lookup,  ///< anything that `explain` can explain
  table,   ///< a table of rules: a directory, or "builtin"
  shell
};

/// An option that commands can have.
struct Option {
  std::string_view names;  ///< "-q,--quiet"
  std::string_view value;  ///< what help calls its value, "FILE"; "" = it takes none
  std::string_view help;
  Choice choice = Choice::anything;
  std::variant<bool Arguments::*, std::string Arguments::*, std::vector<std::string> Arguments::*>
      target;
  std::string_view otherwise =
      {};  ///< the value where none is given: it needs "=", "--summary=json"
};

/// All options of all commands.
std::span<const Option> options();

/// A command of portfix.
struct Command {
  std::string_view name;      ///< "diagnose", "rules list"
  std::string_view operands;  ///< "[FILE…]", as help shows them; "" = it takes none
  std::string_view summary;   ///< one line
  std::string_view about;     ///< for its own help; one paragraph a line
  std::string_view examples;  ///< lines, as they are typed
  std::span<const std::string_view> options;  ///< long names, "--format", in the order of help
  std::span<const std::string_view>
      formats;  ///< what --format may be; empty = all of portfix::formats()
  Choice operand = Choice::anything;
  std::size_t least_operands = 0;
  std::size_t most_operands = 1000000;
  ExitStatus (*run)(const Arguments&, Console&) = nullptr;
};

/// All commands, in the order in which help lists them.
std::span<const Command> commands();

}  // namespace portfix::cli
