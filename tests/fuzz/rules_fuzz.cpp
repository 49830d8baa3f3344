// Any bytes as a rule file: a table or a list of problems, never a fault.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "rules/compile.hpp"
#include "rules/load.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace portfix;
  if (size == 0) return 0;
  const std::string kind(rule_kinds()[data[0] % rule_kinds().size()]);
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<RuleFile> files;
  files.push_back({"fuzz.json", kind, "fuzz", SourceText::from_bytes("fuzz.json", bytes)});
  Diagnostics problems;
  build_table(std::move(files), problems);
  for (const Diagnostic& problem : problems) to_string(problem);
  return 0;
}
