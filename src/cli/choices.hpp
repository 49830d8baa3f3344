#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace portfix {
class RuleTable;
}

namespace portfix::cli {

/// The words that a choice takes, in the order of help. Reasons, providers and carriers come from
/// `rules`; without rules, and where anything goes, there are none.
std::vector<std::string_view> words_of(Choice choice, const Command& command,
                                       const RuleTable* rules = nullptr);

}  // namespace portfix::cli
