#pragma once

#include <optional>
#include <string>
#include <vector>

#include "portfix/diagnostic.hpp"
#include "portfix/rule_table.hpp"
#include "rules/model.hpp"

namespace portfix {

/// Checks what no single file can know: references to reasons, concepts, providers and schemes,
/// patterns, double codes, sources without a date, too few samples, too large a lexicon.
void check_references(const RuleSet& rules, Diagnostics& problems);

/// Compiles checked rules into the flat block that TableView reads. `rules` must have passed
/// `load_rules` and `check_references` without errors.
std::string compile_rules(const RuleSet& rules);

/// Loads, checks and compiles. Without a table there is at least one error in `problems`.
std::optional<RuleTable> build_table(std::vector<RuleFile> files, Diagnostics& problems);

}  // namespace portfix
