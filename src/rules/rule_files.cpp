#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "base/json_tree.hpp"
#include "base/suggest.hpp"
#include "rules/load.hpp"

namespace portfix {
namespace {

namespace fs = std::filesystem;

Diagnostic about_file(const fs::path& path, std::string message, std::string help = {}) {
  return {Severity::error, path.string(), {}, std::move(message), {}, std::move(help)};
}

void read_one(const fs::path& path, std::string_view kind, std::vector<RuleFile>& files,
              Diagnostics& problems) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in && !in.eof()) {
    problems.push_back(about_file(path, "cannot read this rule file", "check its permissions"));
    return;
  }
  files.push_back({path.string(), std::string(kind), path.stem().string(),
                   SourceText::from_bytes(path.string(), bytes)});
}

std::vector<fs::path> sorted_entries(const fs::path& directory) {
  std::vector<fs::path> entries;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(directory, ignored)) {
    if (!entry.path().filename().string().starts_with('.')) entries.push_back(entry.path());
  }
  std::sort(entries.begin(), entries.end());
  return entries;
}

/// A file may say no more than `"disabled": true` (and its "$schema" and "id").
bool is_disabled(const RuleFile& file) {
  JsonError error;
  const auto tree = parse_json(file.text.text(), error);
  if (!tree) return false;
  const JsonNode* flag = tree->find("disabled");
  return flag != nullptr && flag->kind == JsonNode::Kind::boolean && flag->text == "true";
}

}  // namespace

const std::vector<std::string_view>& rule_kinds() {
  static const std::vector<std::string_view> kinds = {"lexicon",  "reasons",   "codes",
                                                      "carriers", "providers", "countries"};
  return kinds;
}

std::vector<RuleFile> read_rule_files(const fs::path& directory, Diagnostics& problems) {
  std::vector<RuleFile> files;
  std::error_code status;
  if (!fs::is_directory(directory, status)) {
    problems.push_back(about_file(directory, "not a directory of rules",
                                  "name a directory that holds reasons/, codes/, carriers/, …"));
    return files;
  }
  for (const fs::path& path : sorted_entries(directory)) {
    const std::string name = path.filename().string();
    if (name == "schema") continue;
    if (name == "lexicon.json") {
      read_one(path, "lexicon", files, problems);
    } else if (fs::is_directory(path, status) && name != "lexicon" &&
               std::count(rule_kinds().begin(), rule_kinds().end(), name) > 0) {
      for (const fs::path& file : sorted_entries(path)) {
        if (file.extension() == ".json") {
          read_one(file, name, files, problems);
        } else {
          problems.push_back(about_file(file, "not a rule file", "rule files end in .json"));
        }
      }
    } else {
      problems.push_back(about_file(path, fmt::format("\"{}\" is no kind of rule", name),
                                    did_you_mean(name, rule_kinds())));
    }
  }
  return files;
}

void lay_over(std::vector<RuleFile>& base, std::vector<RuleFile> over) {
  for (RuleFile& file : over) {
    const auto below = std::find_if(base.begin(), base.end(), [&](const RuleFile& other) {
      return other.kind == file.kind && other.id == file.id;
    });
    if (is_disabled(file)) {
      if (below != base.end()) base.erase(below);
    } else if (below != base.end()) {
      *below = std::move(file);
    } else {
      base.push_back(std::move(file));
    }
  }
}

}  // namespace portfix
