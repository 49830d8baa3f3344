#pragma once

#include <string>
#include <string_view>

namespace portfix::cli {

/// Where a document goes: a file descriptor, written in large pieces.
///
/// Failures stick: after the first, nothing more is written and `ok()` is false. That the reader
/// has gone (a closed pipe) is a reason to stop, not an error.
class Output {
 public:
  /// `descriptor` is not owned. `name` is for messages: "standard output".
  Output(int descriptor, std::string name);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void flush();

  /// False if there is no use in writing more.
  [[nodiscard]] bool ok() const { return error_ == 0; }
  /// "cannot write to standard output: No space left on device"; "" if all went well or the reader
  /// has gone.
  [[nodiscard]] std::string failure() const;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
  std::string name_;
  std::string buffer_;
  int error_ = 0;
};

}  // namespace portfix::cli
