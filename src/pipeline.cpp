#include "portfix/diagnose.hpp"

namespace portfix {
namespace {

/// Numbers are read as of North America where nothing tells the country.
bool has_other_numbers(const std::string& country) {
  return !country.empty() && country != "US" && country != "CA";
}

}  // namespace

Report diagnose(const SourceText& source, const RuleTable& rules, const DiagnoseOptions& options) {
  ReadOptions how = options.read;
  if (how.country.empty()) how.country = options.match.country;
  Notice notice = read_notice(source, how);
  Findings findings = match_notice(notice, rules, options.match);
  if (how.country.empty() && has_other_numbers(findings.country)) {  // found out by reading
    how.country = findings.country;
    notice = read_notice(source, how);
    findings = match_notice(notice, rules, options.match);
  }
  return advise(source, notice, findings, rules, options.advice);
}

}  // namespace portfix
