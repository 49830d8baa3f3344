#include "cli/manual.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/choices.hpp"
#include "cli/help.hpp"
#include "portfix/render.hpp"
#include "portfix/version.hpp"

namespace portfix::cli {
namespace {

/// Text in which troff sees no markup. A line must not begin with what this gives where the text
/// begins with a full stop: see `lines`.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

/// Each line of `text` on a line of its own, none of which is a request.
std::string lines(std::string_view text, std::string_view between) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!out.empty()) out += between;
    if (line.starts_with('.')) out += "\\&";
    out += escaped(line) + '\n';
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

std::string option_entry(const Option& option, const Command& command) {
  std::string names;
  std::string_view rest = option.names;
  while (!rest.empty()) {
    const std::string_view name = rest.substr(0, rest.find(','));
    names += (names.empty() ? "" : ", ") + bold(name);
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
  }
  if (!option.value.empty()) {
    names +=
        option.otherwise.empty() ? " " + italic(option.value) : "[=" + italic(option.value) + "]";
  }
  std::string text(option.help);
  const auto words = words_of(option.choice, command);
  if (!words.empty() && option.choice != Choice::color) {
    text += fmt::format(": {}", fmt::join(words, ", "));
  }
  return ".TP\n" + names + '\n' + lines(text + '.', "");
}

std::string command_section(const Command& command) {
  std::string out = fmt::format(".SS portfix {}{}{}{}\n", escaped(command.name),
                                command.options.empty() ? "" : " [OPTION...]",
                                command.operands.empty() ? "" : " ", escaped(command.operands));
  const std::string_view about = command.about.empty() ? command.summary : command.about;
  out += lines(about, ".PP\n");
  for (const std::string_view name : command.options) {
    for (const Option& option : options()) {
      if (option.names.ends_with(name)) out += option_entry(option, command);
    }
  }
  if (!command.examples.empty()) {
    out += ".PP\nExamples:\n.PP\n.nf\n.RS\n" + lines(command.examples, "") + ".RE\n.fi\n";
  }
  return out;
}

}  // namespace

std::string manual_page() {
  std::string out = fmt::format(
      ".\\\" Written by portfix itself, from the tables of its options.\n"
      ".TH PORTFIX 1 \"\" \"portfix {}\" \"User Commands\"\n.SH NAME\n"
      "portfix \\- turn a port rejection notice into the next action\n.SH SYNOPSIS\n",
      kVersion);
  for (const Command& command : commands()) {
    if (&command != &commands().front()) out += ".br\n";
    out += bold("portfix " + std::string(command.name));
    if (!command.options.empty()) out += " [" + italic("OPTION") + "...]";
    if (!command.operands.empty()) out += ' ' + italic(command.operands);
    out += '\n';
  }
  out += ".SH DESCRIPTION\n" + lines(program_about(), "");
  out +=
      ".PP\nNothing is sent anywhere: portfix never goes online. Account numbers, PINs and other\n"
      "secrets of a notice are masked in every output.\n.SH COMMANDS\n";
  for (const Command& command : commands()) out += command_section(command);
  out += ".SH FORMATS\n";
  for (const Format& format : formats()) {
    out += ".TP\n" + bold(format.name) + '\n' + lines(std::string(format.help) + '.', "");
  }
  out += ".SH EXIT STATUS\n";
  for (const StatusHelp& status : exit_statuses()) {
    out += fmt::format(".TP\n\\fB{}\\fR\n{}", static_cast<int>(status.status),
                       lines(std::string(status.help) + '.', ""));
  }
  out += ".SH ENVIRONMENT\n";
  for (const VariableHelp& variable : variables()) {
    out += ".TP\n" + bold(variable.name) + '\n' + lines(variable.help, "");
  }
  out +=
      ".SH FILES\n.TP\n.I $XDG_CONFIG_HOME/portfix/rules\n"
      "Rule files of your own, by default ~/.config/portfix/rules.\n";
  return out;
}

}  // namespace portfix::cli
