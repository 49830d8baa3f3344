#include "cli/unmatched_store.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

#include "base/json_tree.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "render/skeleton.hpp"

namespace portfix::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{1024} * 1024;

/// Holds the lock of a directory, waiting for it. Where there is none to be had, none is held.
class DirectoryLock {
 public:
  explicit DirectoryLock(const fs::path& directory)
      : descriptor_(open((directory / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    while (descriptor_ >= 0 && flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  ~DirectoryLock() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  DirectoryLock(const DirectoryLock&) = delete;
  DirectoryLock& operator=(const DirectoryLock&) = delete;

 private:
  int descriptor_;
};

/// `file` with its counter raised; nothing if it has none.
std::optional<std::string> with_more(const std::string& file, std::uint64_t notices) {
  JsonError error;
  const auto tree = parse_json(file, error);
  const JsonNode* counter = tree ? tree->find("unmatched") : nullptr;
  const JsonNode* number = counter == nullptr ? nullptr : counter->find("notices");
  if (number == nullptr || number->kind != JsonNode::Kind::number) return std::nullopt;
  const std::string& digits = number->text;
  if (digits.size() > 15 || digits.find_first_not_of("0123456789") != digits.npos) {
    return std::nullopt;
  }
  std::string out = file;
  out.replace(number->at, digits.size(), std::to_string(std::stoull(digits) + notices));
  return out;
}

std::string cannot_write(const fs::path& path, int error) {
  return fmt::format("cannot write {}: {}", path.string(), std::strerror(error));
}

/// Puts `text` in the place of the file at `path`, all or nothing. "", or what went wrong.
std::string replace_file(const fs::path& path, std::string_view text) {
  const fs::path draft =
      path.parent_path() / fmt::format(".{}.{}", path.filename().string(), getpid());
  unlink(draft.c_str());  // of a run that was killed
  const int descriptor = open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return cannot_write(path, errno);
  Output out(descriptor, path.string());
  out.write(text);
  out.flush();
  std::string failure = out.failure();
  if (close(descriptor) != 0 && failure.empty()) failure = cannot_write(path, errno);
  if (failure.empty() && rename(draft.c_str(), path.c_str()) != 0) {
    failure = cannot_write(path, errno);
  }
  if (!failure.empty()) unlink(draft.c_str());
  return failure;
}

}  // namespace

UnmatchedStore::UnmatchedStore(std::string directory, Console& console)
    : directory_(std::move(directory)), console_(console) {}

void UnmatchedStore::add(Skeleton skeleton) {
  const std::string id = skeleton.id;
  Pending& pending = pending_[id];
  if (pending.notices++ == 0) pending.skeleton = std::move(skeleton);
  if (pending_.size() >= most_pending) flush();
}

bool UnmatchedStore::flush() {
  if (pending_.empty()) return !failed_;
  if (!failed_) {
    std::error_code error;
    fs::create_directories(directory_ / "reasons", error);
    if (error) {
      fail(cannot_write(directory_ / "reasons", error.value()));
    } else {
      const DirectoryLock lock(directory_);
      for (const auto& [id, pending] : pending_) write(pending);
    }
  }
  pending_.clear();
  return !failed_;
}

void UnmatchedStore::write(const Pending& pending) {
  const fs::path path = directory_ / "reasons" / (pending.skeleton.id + ".json");
  std::error_code ignored;
  std::string text;
  if (fs::exists(fs::symlink_status(path, ignored))) {
    Input input(path.string());
    std::size_t total = 0;
    const std::string file = input.read_all(kLargestFile, total);
    if (!input.ok()) return fail(input.failure());
    const auto raised = with_more(file, pending.notices);
    if (!raised) return;  // somebody took it over
    text = *raised;
  } else {
    text = skeleton_json(pending.skeleton, pending.notices);
  }
  if (const std::string failure = replace_file(path, text); !failure.empty()) fail(failure);
}

void UnmatchedStore::fail(std::string_view failure) {
  if (!failed_) console_.error(failure, "the other skeletons of this run may be missing too");
  failed_ = true;
}

}  // namespace portfix::cli
