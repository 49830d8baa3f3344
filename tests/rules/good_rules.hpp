#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "rules/load.hpp"

namespace portfix::test {

/// The small set of rules without fault that the tests of rules build on.
inline std::filesystem::path good_directory() {
  return std::filesystem::path(PORTFIX_SOURCE_DIR) / "tests" / "rules" / "good";
}

inline std::vector<RuleFile> good_files() {
  Diagnostics problems;
  std::vector<RuleFile> files = read_rule_files(good_directory(), problems);
  REQUIRE(problems.empty());
  return files;
}

inline RuleFile rule_file(const std::string& kind, const std::string& id, std::string_view text) {
  const std::string name = kind + "/" + id + ".json";
  return {name, kind, id, SourceText::from_bytes(name, text)};
}

/// The file of that kind and id.
inline RuleFile& file_in(std::vector<RuleFile>& files, std::string_view kind, std::string_view id) {
  for (RuleFile& file : files) {
    if (file.kind == kind && file.id == id) return file;
  }
  FAIL("no file " << kind << "/" << id);
  return files.front();
}

/// The file with its first `from` replaced by `to`.
inline RuleFile changed(const RuleFile& file, std::string_view from, std::string_view to) {
  std::string text(file.text.text());
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  return rule_file(file.kind, file.id, text);
}

inline std::string in_words(const Diagnostics& problems) {
  std::string out;
  for (const Diagnostic& problem : problems) out += to_string(problem);
  return out;
}

}  // namespace portfix::test
