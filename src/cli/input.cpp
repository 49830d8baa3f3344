#include "cli/input.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace portfix::cli {
namespace {

constexpr std::size_t kSmallPiece = std::size_t{4} * 1024;
constexpr std::size_t kPiece = std::size_t{64} * 1024;

bool opens_directory(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}

}  // namespace

Input::Input(const std::string& path) : name_(path == "-" ? "<stdin>" : path) {
  descriptor_ = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) {
    failure_ = "cannot read " + name_ + ": " + std::strerror(errno);
  } else if (opens_directory(descriptor_)) {
    directory_ = true;
    failure_ = "cannot read " + name_ + ": it is a directory";
  }
}

Input::~Input() {
  if (descriptor_ > STDERR_FILENO) close(descriptor_);
}

bool Input::is_terminal() const { return isatty(descriptor_) == 1; }

bool Input::read_more(std::string& to) {
  const std::size_t before = to.size();
  const std::size_t piece = std::clamp(before, kSmallPiece, kPiece);  // most notices are short
  to.resize(before + piece);
  ssize_t count = -1;
  do {
    count = ok() ? read(descriptor_, to.data() + before, piece) : 0;
  } while (count < 0 && errno == EINTR);
  if (count < 0) failure_ = "cannot read " + name_ + ": " + std::strerror(errno);
  to.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
  return count > 0;
}

std::string Input::read_all(std::size_t limit, std::size_t& total, std::string begin) {
  std::string bytes = std::move(begin);
  std::string dropped;
  while (bytes.size() <= limit && read_more(bytes)) {
  }
  total = bytes.size();
  while (bytes.size() > limit && read_more(dropped)) {
    total += dropped.size();
    dropped.clear();
  }
  return bytes;
}

LineReader::LineReader(Input& input, std::function<void()> before_reading)
    : input_(input), before_reading_(std::move(before_reading)) {}

bool LineReader::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  before_reading_();
  return input_.read_more(buffer_);
}

LineReader::Line LineReader::line_until(std::size_t end) {
  const std::string_view text = std::string_view(buffer_).substr(begin_, end - begin_);
  begin_ = end < buffer_.size() ? end + 1 : end;
  return {text, ++number_, false};
}

std::optional<LineReader::Line> LineReader::next() {
  std::size_t seen = 0;
  bool too_long = false;
  while (true) {
    const std::size_t end = buffer_.find('\n', begin_ + seen);
    if (end != std::string::npos || buffer_.size() - begin_ > max_line) {
      const bool whole = end != std::string::npos;
      too_long = too_long || (whole ? end : buffer_.size()) - begin_ > max_line;
      if (whole && !too_long) return line_until(end);
      begin_ = whole ? end + 1 : buffer_.size();
      if (whole) return Line{{}, ++number_, true};
    }
    seen = buffer_.size() - begin_;
    if (!fill()) break;
  }
  if (too_long) {
    begin_ = buffer_.size();
    return Line{{}, ++number_, true};
  }
  if (begin_ == buffer_.size()) return std::nullopt;
  return line_until(buffer_.size());
}

}  // namespace portfix::cli
