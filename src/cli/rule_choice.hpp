#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/console.hpp"
#include "portfix/rule_table.hpp"

namespace portfix::cli {

/// The directories whose rules are laid over the built-in ones, the last on top: the user's
/// configuration, those of PORTFIX_RULES, those of --rules.
std::vector<std::filesystem::path> overlay_directories(const std::vector<std::string>& given);

/// The rules to use. Problems go to the console; nothing comes back if there is an error among
/// them.
std::optional<RuleTable> load_rules_for(const std::vector<std::string>& given, Console& console);

/// The ids of the providers or carriers that `name` means: its id, its name or an alias of it, in
/// any letter case, with or without blanks and hyphens. Several carriers may share a name.
std::vector<std::string> providers_named(std::string_view name, const RuleTable& rules);
std::vector<std::string> carriers_named(std::string_view name, const RuleTable& rules);

/// The same where it means one alone; "" otherwise.
std::string provider_id(std::string_view name, const RuleTable& rules);
std::string carrier_id(std::string_view name, const RuleTable& rules);

/// Two capital letters, or "" if `name` cannot be a country's code. "uk" gives "GB".
std::string country_code(std::string_view name);

/// True if both are the same but for ASCII letter case.
bool same_letters(std::string_view a, std::string_view b);

}  // namespace portfix::cli
