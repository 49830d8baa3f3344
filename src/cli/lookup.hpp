#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/rule_table.hpp"
#include "render/coverage.hpp"
#include "render/explanation.hpp"

namespace portfix::cli {

/// Everything in `rules` that `query` names: a code, "scheme:code", the id of a reason, the id or
/// name of a carrier, provider or scheme. Where it names nothing, it is read as words of a notice.
/// No match if that gives nothing either.
Explanation look_up(std::string_view query, const RuleTable& rules);

/// What is known of each code scheme, in the order of the table.
std::vector<SchemeCoverage> coverage_of(const RuleTable& rules);

/// All rules but the lexicon, in the order of their kinds.
std::vector<ListedRule> listed_rules(const RuleTable& rules);

/// Names near to `query`, for "did you mean".
std::string suggestion_for(std::string_view query, const RuleTable& rules);

}  // namespace portfix::cli
