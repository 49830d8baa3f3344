#include "portfix/diagnose.hpp"

namespace portfix {

Report diagnose(const SourceText& source, const RuleTable& rules, const DiagnoseOptions& options) {
  const Notice notice = read_notice(source, options.read);
  const Findings findings = match_notice(notice, rules, options.match);
  return advise(source, notice, findings, rules, options.advice);
}

}  // namespace portfix
