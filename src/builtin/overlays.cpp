#include "portfix/rule_table.hpp"
#include "proof/prove.hpp"
#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/table.hpp"

namespace portfix {

namespace {

std::vector<RuleFile> builtin_files() {
  const RuleTable base = RuleTable::builtin();
  const TableView& view = base.view();
  std::vector<RuleFile> files;
  for (const FileRow& row : view.files()) {
    std::string name(view.text(row.name));
    SourceText text = SourceText::from_bytes(name, view.text(row.text));
    files.push_back({std::move(name), std::string(view.text(row.kind)),
                     std::string(view.text(row.id)), std::move(text)});
  }
  return files;
}

}  // namespace

std::optional<RuleTable> RuleTable::with_overlays(
    const std::vector<std::filesystem::path>& directories, Diagnostics& problems) {
  if (directories.empty()) return builtin();
  std::vector<RuleFile> files = builtin_files();
  for (const auto& directory : directories) lay_over(files, read_rule_files(directory, problems));
  return build_table(std::move(files), problems);
}

Diagnostics check_rules(const std::filesystem::path& directory, const CheckOptions& options) {
  return check_rules_over(builtin_files(), directory, options);
}

}  // namespace portfix
