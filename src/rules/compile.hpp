#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portfix/diagnostic.hpp"
#include "portfix/rule_table.hpp"
#include "rules/model.hpp"

namespace portfix {

/// Checks what the form does not tell: references to reasons, concepts, providers, schemes,
/// carriers and sources, patterns, double codes, too few samples, too large a lexicon. Files that
/// `problems` already has an error in are passed over, so that no error is reported for another
/// one's sake.
void check_references(const RuleSet& rules, Diagnostics& problems);

/// Compiles checked rules into the flat block that TableView reads. `rules` must have passed
/// `load_rules` and `check_references` without errors.
std::string compile_rules(const RuleSet& rules);

/// Loads and checks. Without rules there is at least one error in `problems`.
std::optional<RuleSet> read_rules(std::vector<RuleFile> files, Diagnostics& problems);

/// Loads, checks and compiles. Without a table there is at least one error in `problems`.
std::optional<RuleTable> build_table(std::vector<RuleFile> files, Diagnostics& problems);

}  // namespace portfix
