#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "cli/notice_files.hpp"
#include "cli/rule_choice.hpp"
#include "cli/run.hpp"
#include "portfix/diagnose.hpp"
#include "render/rules_diff.hpp"

namespace portfix::cli {
namespace {

namespace fs = std::filesystem;

/// "builtin", a directory that is a whole table, or one that lies over the built-in rules.
std::optional<RuleTable> load_compared(const std::string& name, Console& console) {
  if (name == "builtin") return RuleTable::builtin();
  Diagnostics problems;
  std::error_code ignored;
  auto rules = fs::exists(fs::path(name) / "lexicon.json", ignored)
                   ? RuleTable::from_directory(name, problems)
                   : RuleTable::with_overlays({name}, problems);
  for (const Diagnostic& problem : problems) Console::diagnostic(console.err, problem);
  console.err.flush();
  return rules;
}

Diagnosis diagnosis_of(const FiledNotice& notice, const RuleTable& rules) {
  DiagnoseOptions options;
  options.match.provider = provider_id(notice.line.provider, rules);
  options.match.carrier = carrier_id(notice.line.carrier, rules);
  options.match.country = country_code(notice.line.country);
  options.read.country = options.match.country;
  if (notice.is_mail) options.read.shape = InputShape::mail;
  const SourceText source = SourceText::from_bytes(notice.name, notice.line.text);
  const Report report = diagnose(source, rules, options);
  Diagnosis out{std::string(to_string(report.outcome)), {}};
  for (const ReportFinding& finding : report.findings) out.reasons.push_back(finding.reason);
  return out;
}

}  // namespace

ExitStatus run_rules_diff(const Arguments& arguments, Console& console) {
  const std::string& before_name = arguments.operands[0];
  const std::string& after_name = arguments.operands[1];
  const auto before = load_compared(before_name, console);
  const auto after = load_compared(after_name, console);
  if (!before || !after) return ExitStatus::bad_rules;

  const RulesDiffFormat format = arguments.format == "json" ? rules_diff_json() : rules_diff_text();
  console.out.write(format.header({before_name, std::string(before->digest())},
                                  {after_name, std::string(after->digest())}));
  ExitStatus status = ExitStatus::diagnosed;
  std::uint64_t notices = 0;
  std::uint64_t changed = 0;
  std::uint64_t diagnoses = 0;
  const auto compare = [&](const FiledNotice& notice) {
    ++notices;
    ChangedNotice change{notice.name, notice.line.id_json, diagnosis_of(notice, *before),
                         diagnosis_of(notice, *after)};
    if (change.before == change.after) return;
    console.out.write(format.change(change, changed == 0));
    ++changed;
    if (change.changes_diagnosis()) ++diagnoses;
    status = graver(status, ExitStatus::not_diagnosed);
  };
  for (std::size_t i = 2; i < arguments.operands.size(); ++i) {
    for (const std::string& path : files_below(arguments.operands[i])) {
      if (!console.out.ok()) return status;
      if (!read_notices(path, arguments.input == "jsonl", console, compare)) {
        status = graver(status, ExitStatus::cannot_access);
      }
    }
  }
  console.out.write(format.footer(notices, changed, diagnoses));
  if (notices == 0 && status == ExitStatus::diagnosed) {
    console.error("there is no notice to compare the rules by");
    status = ExitStatus::cannot_access;
  }
  return status;
}

}  // namespace portfix::cli
