#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portfix {

/// What one table of rules makes of a notice.
struct Diagnosis {
  std::string outcome;               ///< as in a report
  std::vector<std::string> reasons;  ///< ids, best first

  friend bool operator==(const Diagnosis&, const Diagnosis&) = default;
};

/// A notice that two tables diagnose differently.
struct ChangedNotice {
  std::string name;     ///< path, or path and line of a batch, or path and number in a mailbox
  std::string id_json;  ///< the caller's id of a batch line; "" = null
  Diagnosis before;
  Diagnosis after;

  /// False if outcome and first reason are the same and only further reasons differ.
  [[nodiscard]] bool changes_diagnosis() const;
};

/// A table of rules that is compared.
struct ComparedRules {
  std::string name;  ///< as the caller gave it
  std::string digest;
};

/// A comparison, written as it is made: header, each changed notice, footer.
struct RulesDiffFormat {
  std::string (*header)(const ComparedRules& before, const ComparedRules& after);
  std::string (*change)(const ChangedNotice& notice, bool first);
  std::string (*footer)(std::uint64_t notices, std::uint64_t changed, std::uint64_t diagnoses);
};

/// For people.
RulesDiffFormat rules_diff_text();
/// One JSON document (portfix-rules-diff/1).
RulesDiffFormat rules_diff_json();

}  // namespace portfix
