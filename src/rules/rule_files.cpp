#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "base/fnv.hpp"
#include "base/json_tree.hpp"
#include "base/suggest.hpp"
#include "rules/load.hpp"

namespace portfix {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLexicon = "lexicon.json";

Diagnostic about_file(const fs::path& path, std::string message, std::string help = {}) {
  return {Severity::error, path.string(), {}, std::move(message), {}, std::move(help)};
}

void read_one(const fs::path& path, std::string_view kind, std::vector<RuleFile>& files,
              Diagnostics& problems) {
  std::error_code status;
  if (!fs::is_regular_file(path, status)) {
    problems.push_back(about_file(
        path, fmt::format("\"{}\" is not a file", path.filename().string()), "move it elsewhere"));
    return;
  }
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

/// One order, whatever directories the files come from and in whatever order.
void sort_files(std::vector<RuleFile>& files) {
  std::sort(files.begin(), files.end(), [](const RuleFile& a, const RuleFile& b) {
    return std::tie(a.kind, a.id) < std::tie(b.kind, b.id);
  });
}

/// What a directory of rules may hold beside "schema".
std::vector<std::string_view> known_names() {
  std::vector<std::string_view> names = rule_kinds();
  std::replace(names.begin(), names.end(), std::string_view("lexicon"), kLexicon);
  return names;
}

bool is_folder(std::string_view name) {
  const auto& kinds = rule_kinds();
  return name != "lexicon" && std::find(kinds.begin(), kinds.end(), name) != kinds.end();
}

void read_folder(const fs::path& folder, std::string_view kind, std::vector<RuleFile>& files,
                 Diagnostics& problems) {
  for (const fs::path& path : sorted_entries(folder)) {
    if (path.extension() == ".json") {
      read_one(path, kind, files, problems);
    } else {
      problems.push_back(
          about_file(path, fmt::format("\"{}\" is not a rule file", path.filename().string()),
                     "rule files end in .json"));
    }
  }
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
  static const std::vector<std::string_view> kinds = {
      "lexicon", "reasons", "codes", "carriers", "providers", "countries", "tickets"};
  return kinds;
}

std::vector<RuleFile> read_rule_files(const fs::path& directory, Diagnostics& problems) {
  std::vector<RuleFile> files;
  std::error_code status;
  if (!fs::is_directory(directory, status)) {
    const bool exists = fs::exists(directory, status);
    problems.push_back(
        about_file(directory, exists ? "not a directory" : "no such directory",
                   fmt::format("a directory of rules holds {}", fmt::join(known_names(), ", "))));
    return files;
  }
  for (const fs::path& path : sorted_entries(directory)) {
    const std::string name = path.filename().string();
    if (name == "schema") continue;
    if (name == kLexicon) {
      read_one(path, "lexicon", files, problems);
    } else if (fs::is_directory(path, status) && is_folder(name)) {
      read_folder(path, name, files, problems);
    } else {
      const std::string meant = did_you_mean(name, known_names());
      problems.push_back(about_file(
          path, fmt::format("\"{}\" is no kind of rule", name),
          meant.empty() ? fmt::format("known are {}", fmt::join(known_names(), ", ")) : meant));
    }
  }
  sort_files(files);
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
  sort_files(base);
}

std::string digest_of(const std::vector<RuleFile>& files) {
  std::vector<const RuleFile*> sorted;
  for (const RuleFile& file : files) sorted.push_back(&file);
  std::sort(sorted.begin(), sorted.end(), [](const RuleFile* a, const RuleFile* b) {
    return std::tie(a->kind, a->id) < std::tie(b->kind, b->id);
  });
  constexpr char end = '\0';
  Fnv digest;
  for (const RuleFile* file : sorted) {
    for (const std::string_view part :
         {std::string_view(file->kind), std::string_view(file->id), file->text.text()}) {
      digest.add(part);
      digest.add(std::string_view(&end, 1));
    }
  }
  return fmt::format("{:016x}", digest.value());
}

}  // namespace portfix
