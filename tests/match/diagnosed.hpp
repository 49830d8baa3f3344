#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/diagnose.hpp"

namespace portfix {

inline Report report_on(std::string_view text) {
  return diagnose(SourceText::from_bytes("test", text), RuleTable::builtin());
}

/// The ids of the reasons that the built-in rules find in the text.
inline std::vector<std::string> reasons_of(std::string_view text) {
  std::vector<std::string> reasons;
  for (const ReportFinding& finding : report_on(text).findings) reasons.push_back(finding.reason);
  return reasons;
}

}  // namespace portfix
