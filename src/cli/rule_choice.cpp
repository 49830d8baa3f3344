#include "cli/rule_choice.hpp"

#include <algorithm>

#include "rules/table.hpp"

namespace portfix::cli {
namespace {

namespace fs = std::filesystem;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

fs::path configuration_directory() {
  const std::string configured = environment("XDG_CONFIG_HOME");
  if (!configured.empty()) return fs::path(configured) / "portfix" / "rules";
  const std::string home = environment("HOME");
  return home.empty() ? fs::path{} : fs::path(home) / ".config" / "portfix" / "rules";
}

template <class Row>
std::string id_of(std::string_view name, const TableView& view, std::span<const Row> rows) {
  for (const Row& row : rows) {
    if (same_letters(view.text(row.id), name) || same_letters(view.text(row.name), name)) {
      return std::string(view.text(row.id));
    }
  }
  return {};
}

}  // namespace

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

std::vector<fs::path> overlay_directories(const std::vector<std::string>& given) {
  std::vector<fs::path> directories;
  std::error_code ignored;
  const fs::path configured = configuration_directory();
  if (!configured.empty() && fs::exists(configured, ignored)) directories.push_back(configured);
  const std::string listed = environment("PORTFIX_RULES");
  for (std::size_t begin = 0; begin < listed.size();) {
    const std::size_t end = std::min(listed.find(':', begin), listed.size());
    if (end > begin) directories.emplace_back(listed.substr(begin, end - begin));
    begin = end + 1;
  }
  directories.insert(directories.end(), given.begin(), given.end());
  return directories;
}

std::optional<RuleTable> load_rules_for(const std::vector<std::string>& given, Console& console) {
  const auto directories = overlay_directories(given);
  if (directories.empty()) return RuleTable::builtin();
  Diagnostics problems;
  auto rules = RuleTable::with_overlays(directories, problems);
  for (const Diagnostic& problem : problems) Console::diagnostic(console.err, problem);
  console.err.flush();
  return rules;
}

std::string provider_id(std::string_view name, const RuleTable& rules) {
  return id_of(name, rules.view(), rules.view().providers());
}

std::string carrier_id(std::string_view name, const RuleTable& rules) {
  return id_of(name, rules.view(), rules.view().carriers());
}

std::string country_code(std::string_view name) {
  std::string code;
  for (const char c : name) {
    const char small = lower(c);
    if (small < 'a' || small > 'z') return {};
    code += static_cast<char>(small - 'a' + 'A');
  }
  if (code.size() != 2) return {};
  return code == "UK" ? "GB" : code;
}

}  // namespace portfix::cli
