#include "cli/rule_choice.hpp"

#include <algorithm>

#include "match/scan.hpp"
#include "portfix/notice.hpp"
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

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
}

/// "VerizonWireless" is "Verizon Wireless".
std::string letters_of(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (is_letter_or_digit(c)) out += lower(c);
  }
  return out;
}

/// Adds the rows that have `name` as an alias: words in which one of `kinds` takes up all.
void add_aliased(std::string_view name, const RuleTable& rules,
                 std::initializer_list<AtomKind> kinds, std::vector<std::uint32_t>& rows) {
  const Notice notice = read_notice(SourceText::from_bytes("<name>", name));
  const TableView& view = rules.view();
  for (const ClauseScan& unit : scan_notice(notice, view)) {
    const bool all = notice.at(notice.clauses[unit.clause].text).size() >= name.size();
    for (const Occurrence& found : unit.found) {
      if (!all || found.begin > 0 || found.end < unit.tokens.size()) continue;
      if (std::find(kinds.begin(), kinds.end(), found.kind) == kinds.end()) continue;
      const std::uint32_t row = view.atoms()[found.atom].ref;
      if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    }
  }
}

template <class Row>
std::vector<std::uint32_t> rows_named(std::string_view name, const RuleTable& rules,
                                      std::span<const Row> rows,
                                      std::initializer_list<AtomKind> kinds) {
  const TableView& view = rules.view();
  const std::string letters = letters_of(name);
  std::vector<std::uint32_t> found;
  if (letters.empty()) return found;
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const bool same = letters_of(view.text(rows[i].id)) == letters ||
                      letters_of(view.text(rows[i].name)) == letters;
    if (same) return {i};
  }
  add_aliased(name, rules, kinds, found);
  return found;
}

template <class Row>
std::vector<std::string> ids_of(const std::vector<std::uint32_t>& found, const TableView& view,
                                std::span<const Row> rows) {
  std::vector<std::string> ids;
  for (const std::uint32_t row : found) ids.emplace_back(view.text(rows[row].id));
  return ids;
}

std::string only_one(const std::vector<std::string>& ids) {
  return ids.size() == 1 ? ids.front() : std::string();
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

std::vector<std::string> providers_named(std::string_view name, const RuleTable& rules) {
  const auto rows = rules.view().providers();
  return ids_of(rows_named(name, rules, rows, {AtomKind::provider}), rules.view(), rows);
}

std::vector<std::string> carriers_named(std::string_view name, const RuleTable& rules) {
  const auto rows = rules.view().carriers();
  const auto found = rows_named(name, rules, rows, {AtomKind::carrier, AtomKind::weak_carrier});
  return ids_of(found, rules.view(), rows);
}

std::string provider_id(std::string_view name, const RuleTable& rules) {
  return only_one(providers_named(name, rules));
}

std::string carrier_id(std::string_view name, const RuleTable& rules) {
  return only_one(carriers_named(name, rules));
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
