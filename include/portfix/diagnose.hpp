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

/// The whole way from bytes to advice. Never fails on a notice, whatever its bytes; the same bytes,
/// rules and options give the same report. Needs no set-up and keeps no state: calls from several
/// threads may share `rules`.
///
///     const auto rules = portfix::RuleTable::builtin();
///     const auto source = portfix::SourceText::from_bytes("<paste>", "8A Account number wrong");
///     const auto report = portfix::diagnose(source, rules);
///     if (!report.findings.empty()) std::cout << report.findings.front().title << '\n';
///
/// Text of the notice is masked in the report unless `options.advice.show_secrets`. To write a
/// report as portfix does, see `formats()` in render.hpp.
Report diagnose(const SourceText& source, const RuleTable& rules,
                const DiagnoseOptions& options = {});

}  // namespace portfix
