#pragma once

#include <string>
#include <string_view>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "portfix/report.hpp"
#include "portfix/rule_table.hpp"
#include "portfix/source_text.hpp"

namespace portfix {

struct DiagnoseOptions {
  ReadOptions read;
  MatchOptions match;
  AdviceOptions advice;
};

/// The whole way from bytes to advice. Never fails on a notice, whatever its bytes.
///
///     const auto rules = portfix::RuleTable::builtin();
///     const auto source = portfix::SourceText::from_bytes("<paste>", "8A Account number
///     incorrect"); const auto report = portfix::diagnose(source, rules); std::cout <<
///     report.findings.at(0).title;
Report diagnose(const SourceText& source, const RuleTable& rules,
                const DiagnoseOptions& options = {});

}  // namespace portfix
