#include "cli/maildir.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace portfix::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kFolders = {"cur", "new"};

std::string_view name_of(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

bool is_maildir(const std::string& folder) {
  return std::all_of(kFolders.begin(), kFolders.end(), [&](std::string_view name) {
    std::error_code ignored;
    return fs::is_directory(fs::path(folder) / name, ignored);
  });
}

std::vector<std::string> maildir_messages(const std::string& folder, std::string& failure) {
  std::vector<std::string> paths;
  for (const std::string_view name : kFolders) {
    const fs::path inner = fs::path(folder) / name;
    std::error_code error;
    for (fs::directory_iterator at(inner, error), end; !error && at != end; at.increment(error)) {
      std::error_code ignored;
      const std::string path = at->path().string();
      if (!name_of(path).starts_with('.') && !at->is_directory(ignored)) paths.push_back(path);
    }
    if (error) failure = "cannot read " + inner.string() + ": " + error.message();
  }
  std::sort(paths.begin(), paths.end(), [](const std::string& a, const std::string& b) {
    return name_of(a) != name_of(b) ? name_of(a) < name_of(b) : a < b;
  });
  return paths;
}

}  // namespace portfix::cli
