#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "portfix/diagnostic.hpp"
#include "portfix/rule_table.hpp"
#include "rules/model.hpp"

namespace portfix {

/// Proves that the rules do what they say: every reason comes first on each of its samples and
/// stays silent on its counter-samples, every pattern is needed by a sample, every kind of notice
/// that is no rejection is recognised as such. Reports all that fails. `table` is compiled from
/// `rules`.
void prove_rules(const RuleSet& rules, const RuleTable& table, Diagnostics& problems);

struct CheckOptions {
  std::string today = {};  ///< ISO day: add warnings about what wants a look; "" = errors only
};

/// Loads, checks, compiles and proves. What was compiled is in `table` if there was no error before
/// the proof: faults of form and of reference are reported together, those of the proof when there
/// are no others, because a rule that is not there proves nothing.
Diagnostics check_rule_files(std::vector<RuleFile> files, std::optional<RuleTable>& table,
                             const CheckOptions& options = {});

/// Checks the rules of `directory` laid over `base`; over nothing if the directory has a
/// lexicon.json of its own. Warnings are about files of the directory only.
Diagnostics check_rules_over(std::vector<RuleFile> base, const std::filesystem::path& directory,
                             const CheckOptions& options = {});

/// The check behind `portfix rules check DIR`: over the built-in rules.
Diagnostics check_rules(const std::filesystem::path& directory, const CheckOptions& options = {});

}  // namespace portfix
