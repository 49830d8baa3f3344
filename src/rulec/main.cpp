// Compiles the rules into the block that is linked into portfix. A bad table does not compile.

#include <cstdio>
#include <cstring>
#include <fstream>
#include <optional>

#include "portfix/diagnostic.hpp"
#include "proof/prove.hpp"
#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/table.hpp"

namespace {

/// File names as messages and `rules show` write them: relative to the directory above.
void shorten_names(std::vector<portfix::RuleFile>& files, const std::filesystem::path& directory) {
  const auto above = std::filesystem::absolute(directory).lexically_normal().parent_path();
  for (portfix::RuleFile& file : files) {
    const auto absolute = std::filesystem::absolute(file.name).lexically_normal();
    file.name = absolute.lexically_relative(above).string();
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool unproven = argc == 4 && std::strcmp(argv[3], "--unproven") == 0;
  if (argc != 3 && !unproven) {
    std::fputs("usage: portfix-rulec RULES_DIR OUTPUT [--unproven]\n", stderr);
    return 2;
  }
  const std::filesystem::path directory = std::filesystem::path(argv[1]) / "";
  portfix::Diagnostics problems;
  auto files = portfix::read_rule_files(directory.parent_path(), problems);
  shorten_names(files, directory.parent_path());
  std::optional<portfix::RuleTable> table;
  if (!files.empty()) {
    const auto more = portfix::check_rule_files(std::move(files), table);
    problems.insert(problems.end(), more.begin(), more.end());
  }
  for (const auto& problem : problems) std::fputs(portfix::to_string(problem).c_str(), stderr);
  if (!table || (portfix::has_errors(problems) && !unproven)) return 1;

  std::ofstream out(argv[2], std::ios::binary);
  const std::string_view bytes = table->view().bytes();
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    std::fprintf(stderr, "portfix-rulec: cannot write %s\n", argv[2]);
    return 1;
  }
  return 0;
}
