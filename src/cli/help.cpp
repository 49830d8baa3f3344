#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/choices.hpp"
#include "portfix/render.hpp"
#include "portfix/rule_table.hpp"
#include "render/terminal_text.hpp"

namespace portfix::cli {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kNameColumn = 24;

constexpr std::string_view kProgramAbout =
    "portfix turns a port rejection notice into the next action: what it means, whose\n"
    "move it is, what to ask the customer for, and how the request is sent in again.\n";

constexpr std::string_view kProgramExamples =
    "Examples:\n"
    "  portfix diagnose rejection.txt        diagnose a saved notice\n"
    "  portfix diagnose                      paste one, end it with Ctrl-D\n"
    "  portfix explain 8A                    look up a code\n"
    "  portfix explain \"wrong account pin\"   look up a few words\n";

constexpr std::string_view kProgramEnd =
    "Rule files of $PORTFIX_RULES (directories, separated by colons) and of\n"
    "$XDG_CONFIG_HOME/portfix/rules are laid over the built-in rules.\n";

constexpr StatusHelp kStatuses[] = {
    {ExitStatus::diagnosed, "every notice was diagnosed"},
    {ExitStatus::not_diagnosed, "at least one was not: unrecognized, or not a rejection"},
    {ExitStatus::usage, "the command line is wrong"},
    {ExitStatus::bad_rules, "a rule file is bad"},
    {ExitStatus::cannot_access, "an input or output could not be read or written"},
    {ExitStatus::bug, "a bug in portfix"},
};

constexpr VariableHelp kVariables[] = {
    {"PORTFIX_RULES",
     "Directories, separated by colons, whose rule files are laid over the built-in ones."},
    {"XDG_CONFIG_HOME",
     "Where the rule files of a user's own are looked for: portfix/rules below it."},
    {"COLUMNS", "How wide text for people may be."},
    {"NO_COLOR",
     "If it is set and not empty, text is not coloured unless --color=always asks for it."},
};

std::string status_rows() {
  std::string out = "Exit status:\n";
  for (const StatusHelp& row : kStatuses) {
    out += fmt::format("  {:<2}  {}\n", static_cast<int>(row.status), row.help);
  }
  return out;
}

std::string row(std::string_view name, std::string_view text) {
  std::string out = fmt::format("  {:<{}}", name, kNameColumn - 2);
  if (name.size() + 4 > kNameColumn) out += '\n' + std::string(kNameColumn, ' ');
  bool first = true;
  for (const std::string& line : wrap(text, kWidth - kNameColumn)) {
    if (!first) out.append(kNameColumn, ' ');
    out += line + '\n';
    first = false;
  }
  return out;
}

/// Each line of `text` as a wrapped paragraph with an empty line above.
std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view paragraph = text.substr(0, text.find('\n'));
    out += '\n';
    for (const std::string& line : wrap(paragraph, kWidth)) out += line + '\n';
    text.remove_prefix(std::min(paragraph.size() + 1, text.size()));
  }
  return out;
}

std::string option_row(const Option& option, const Command& command) {
  std::string name(option.names);
  if (const auto comma = name.find(','); comma != std::string::npos) {
    name.insert(comma + 1, " ");
  } else {
    name.insert(0, "    ");
  }
  if (!option.value.empty()) {
    name += option.otherwise.empty() ? fmt::format(" {}", option.value)
                                     : fmt::format("[={}]", option.value);
  }
  std::string text(option.help);
  const auto words = words_of(option.choice, command);
  if (!words.empty() && option.choice != Choice::color) {
    text += fmt::format(": {}", fmt::join(words, ", "));
  }
  return row(name, text);
}

std::string format_rows() {
  std::string out = "\nFormats:\n";
  for (const Format& format : formats()) {
    std::string text(format.help);
    if (format.name.starts_with(kTicketPrefix)) {
      const RuleTable rules = RuleTable::builtin();
      const auto tools = words_of(Choice::ticket, commands().front(), &rules);
      text += fmt::format(": {}, or your own rules/tickets/NAME.json", fmt::join(tools, ", "));
    }
    out += row(format.name, text);
  }
  return out;
}

std::string indented(std::string_view lines) {
  std::string out = "  ";
  for (const char c : lines) {
    out += c;
    if (c == '\n') out += "  ";
  }
  return out + '\n';
}

std::string command_rows(std::string_view group) {
  std::string out = "Commands:\n";
  for (const Command& command : commands()) {
    if (command.name.starts_with(group)) out += row(command.name, command.summary);
  }
  return out;
}

}  // namespace

std::span<const StatusHelp> exit_statuses() { return kStatuses; }
std::span<const VariableHelp> variables() { return kVariables; }
std::string_view program_about() { return kProgramAbout; }

std::string program_help() {
  return fmt::format(
      "{}\nUsage: portfix COMMAND [OPTION...] [ARGUMENT...]\n\n{}"
      "\nportfix COMMAND --help tells more about one.\n\n{}\n{}\n{}",
      kProgramAbout, command_rows(""), kProgramExamples, status_rows(), kProgramEnd);
}

std::string group_help(std::string_view group) {
  return fmt::format("Usage: portfix {} COMMAND [OPTION...] [ARGUMENT...]\n\n{}", group,
                     command_rows(group));
}

std::string command_help(const Command& command) {
  std::string out = fmt::format("Usage: portfix {}{}{}{}\n", command.name,
                                command.options.empty() ? "" : " [OPTION...]",
                                command.operands.empty() ? "" : " ", command.operands);
  out += paragraphs(command.about);
  out += "\nOptions:\n";
  for (const std::string_view name : command.options) {
    for (const Option& option : options()) {
      if (option.names.ends_with(name)) out += option_row(option, command);
    }
  }
  out += row("-h, --help", "show this help");
  const bool has_format = std::find(command.options.begin(), command.options.end(), "--format") !=
                          command.options.end();
  if (has_format && command.formats.empty()) out += format_rows();
  if (!command.examples.empty()) out += "\nExamples:\n" + indented(command.examples);
  return out;
}

}  // namespace portfix::cli
