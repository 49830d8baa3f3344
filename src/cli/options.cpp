#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "base/suggest.hpp"
#include "cli/choices.hpp"
#include "cli/help.hpp"
#include "portfix/render.hpp"

namespace portfix::cli {
namespace {

constexpr std::string_view kSeeHelp = "portfix --help lists the commands";

bool is_option(const std::string& word) { return word.size() > 1 && word[0] == '-'; }

std::string_view long_name(const Option& option) {
  const auto comma = option.names.find(',');
  return comma == std::string_view::npos ? option.names : option.names.substr(comma + 1);
}

bool takes(const Command& command, const Option& option) {
  return std::find(command.options.begin(), command.options.end(), long_name(option)) !=
         command.options.end();
}

/// CLI11 binds to the members of `arguments`, which must outlive the App's parse.
void define(CLI::App& app, const Option& option, Arguments& arguments) {
  const std::string names(option.names);
  if (const auto* flag = std::get_if<bool Arguments::*>(&option.target)) {
    app.add_flag(names, arguments.**flag);
  } else if (const auto* text = std::get_if<std::string Arguments::*>(&option.target)) {
    if (option.otherwise.empty()) {
      app.add_option(names, arguments.**text)->take_last();
    } else {
      app.add_flag(fmt::format("{}{{{}}}", names, option.otherwise), arguments.**text)->take_last();
    }
  } else if (const auto* list =
                 std::get_if<std::vector<std::string> Arguments::*>(&option.target)) {
    app.add_option(names, arguments.**list)->allow_extra_args(false);
  }
}

UsageError unknown_option(const std::string& word, const Command& command) {
  const std::string name = word.substr(0, word.find('='));
  std::vector<std::string_view> names(command.options.begin(), command.options.end());
  names.emplace_back("--help");
  std::string help = did_you_mean(name, names);
  if (help.empty()) help = fmt::format("portfix {} --help lists the options", command.name);
  return {fmt::format("unknown option {}", name), std::move(help)};
}

/// CLI11 says "--format: 1 required TEXT missing".
UsageError missing_value(std::string_view what, const Command& command) {
  const std::string name(what.substr(0, what.find(':')));
  for (const Option& option : options()) {
    if (long_name(option) != name || option.value.empty()) continue;
    return {fmt::format("{} needs a value: {} {}", name, name, option.value),
            fmt::format("portfix {} --help tells more", command.name)};
  }
  return {std::string(what), fmt::format("portfix {} --help tells more", command.name)};
}

std::optional<UsageError> check_choices(const Command& command, const Arguments& arguments) {
  for (const Option& option : options()) {
    const auto* member = std::get_if<std::string Arguments::*>(&option.target);
    if (member == nullptr || !takes(command, option)) continue;
    const std::string& word = arguments.**member;
    if (word.empty() && !option.otherwise.empty()) continue;  // it was not given
    const auto words = words_of(option.choice, command);
    // Which ticket tools there are, the rules tell.
    const bool is_ticket = option.choice == Choice::format && command.formats.empty() &&
                           word.starts_with(kTicketPrefix) && find_format(word) != nullptr;
    if (is_ticket || words.empty() || std::find(words.begin(), words.end(), word) != words.end())
      continue;
    std::string help = did_you_mean(word, words);
    if (help.empty()) help = fmt::format("one of: {}", fmt::join(words, ", "));
    return UsageError{fmt::format("unknown {} \"{}\"", long_name(option).substr(2), word),
                      std::move(help)};
  }
  return std::nullopt;
}

std::optional<UsageError> check_operands(const Command& command, const Arguments& arguments) {
  const std::size_t count = arguments.operands.size();
  std::string usage = fmt::format("usage: portfix {} {}", command.name, command.operands);
  while (usage.ends_with(' ')) usage.pop_back();
  if (count < command.least_operands) {
    return UsageError{fmt::format("portfix {} needs {}", command.name, command.operands),
                      std::move(usage)};
  }
  if (count > command.most_operands) {
    return UsageError{
        fmt::format("unexpected argument \"{}\"", arguments.operands[command.most_operands]),
        std::move(usage)};
  }
  return std::nullopt;
}

std::variant<Call, HelpText, VersionWanted, UsageError> checked(Call call) {
  if (auto error = check_operands(*call.command, call.arguments)) return *error;
  if (auto error = check_choices(*call.command, call.arguments)) return *error;
  return call;
}

std::variant<Call, HelpText, VersionWanted, UsageError> parse_call(const Command& command,
                                                                   std::vector<std::string> words) {
  if (std::none_of(words.begin(), words.end(), is_option)) {  // as most calls are
    Call call{&command, {}};
    call.arguments.operands = std::move(words);
    return checked(std::move(call));
  }
  CLI::App app;
  app.set_help_flag("-h,--help");
  app.allow_extras();
  Call call{&command, {}};
  for (const Option& option : options()) {
    if (takes(command, option)) define(app, option, call.arguments);
  }
  app.add_option("operands", call.arguments.operands);
  try {
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back
    app.parse(std::move(words));
  } catch (const CLI::CallForHelp&) {
    return HelpText{command_help(command)};
  } catch (const CLI::ParseError& error) {
    return missing_value(error.what(), command);
  }
  const CLI::Option* format = app.get_option_no_throw("--format");
  call.arguments.format_given = format != nullptr && format->count() > 0;
  for (const std::string& word : app.remaining()) {
    if (word == "--") continue;
    if (is_option(word)) return unknown_option(word, command);
    call.arguments.operands.push_back(word);
  }
  return checked(std::move(call));
}

UsageError unknown_command(const std::string& name) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    names.push_back(command.name.substr(0, command.name.find(' ')));
    names.push_back(command.name);
  }
  std::string help = did_you_mean(name, names);
  if (help.empty()) {
    const bool is_path = name.find_first_of("./") != std::string::npos;
    help = is_path ? fmt::format("to diagnose a file: portfix diagnose {}", name)
                   : std::string(kSeeHelp);
  }
  return {fmt::format("unknown command \"{}\"", name), std::move(help)};
}

const Command* find_command(std::string_view name) {
  for (const Command& command : commands()) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

bool is_group(std::string_view name) {
  const auto all = commands();
  return std::any_of(all.begin(), all.end(), [&](const Command& command) {
    return command.name.starts_with(std::string(name) + ' ');
  });
}

/// `words` begin with a group such as "rules".
std::variant<Call, HelpText, VersionWanted, UsageError> parse_group(
    const std::vector<std::string>& words) {
  const std::string& group = words.front();
  const bool names_one = words.size() > 1 && !is_option(words[1]);
  if (names_one) {
    const std::string name = group + ' ' + words[1];
    const Command* command = find_command(name);
    if (command == nullptr) return unknown_command(name);
    return parse_call(*command, {words.begin() + 2, words.end()});
  }
  if (words.size() > 1 && (words[1] == "--help" || words[1] == "-h")) {
    return HelpText{group_help(group)};
  }
  return UsageError{fmt::format("portfix {} needs a command", group),
                    fmt::format("portfix {} --help lists them", group)};
}

}  // namespace

std::variant<Call, HelpText, VersionWanted, UsageError> parse_command_line(
    const std::vector<std::string>& words) {
  if (words.empty()) return UsageError{"no command given", std::string(kSeeHelp)};
  const std::string& first = words.front();
  if (first == "--version" || first == "-V") return VersionWanted{};
  if (first == "--help" || first == "-h") return HelpText{program_help()};
  if (first == "help") {
    if (words.size() == 1) return HelpText{program_help()};
    std::vector<std::string> rest(words.begin() + 1, words.end());
    rest.emplace_back("--help");
    return parse_command_line(rest);
  }
  if (is_option(first)) {
    return UsageError{fmt::format("a command must come before {}", first), std::string(kSeeHelp)};
  }
  if (is_group(first)) return parse_group(words);
  const Command* command = find_command(first);
  if (command == nullptr) return unknown_command(first);
  return parse_call(*command, {words.begin() + 1, words.end()});
}

}  // namespace portfix::cli
