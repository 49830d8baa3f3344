#pragma once

#include <string>
#include <vector>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "portfix/rule_table.hpp"

namespace portfix {

/// What a notice that no rule explains gives for a new rule.
struct Skeleton {
  /// "unmatched-" and 16 hexadecimal digits: the same for notices that differ only in numbers,
  /// dates, identifiers, letter case and spacing. Safe as a file's name.
  std::string id;
  /// The clauses that most likely say why, in the order of the notice, without anything that
  /// belongs to one customer's order as far as portfix can tell: telephone numbers and dates are
  /// made-up ones, secrets, order ids, mail addresses, links and other words with several digits
  /// keep only their form ("XX-0000"). A code that no table knows stays, because the rule will need
  /// it. Names of people and streets stay too: nothing tells them from other words.
  std::vector<std::string> samples;
};

/// Whether no rule explains the notice: it is not recognized, or all that its words say is that it
/// is a rejection (a reason of last resort).
bool is_unmatched(const Findings& findings, const RuleTable& rules);

/// Pure; linear in the length of the notice.
Skeleton skeleton_of(const Notice& notice, const Findings& findings, const RuleTable& rules);

}  // namespace portfix
