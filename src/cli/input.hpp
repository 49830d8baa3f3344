#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace portfix::cli {

/// An open file or standard input, read in large pieces.
class Input {
 public:
  /// Opens the file at `path`; "-" is standard input. The path of a directory, or a file that is
  /// not there or may not be read, gives an object that is not `ok()`.
  explicit Input(const std::string& path);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// What messages and reports call it: the path, or "<stdin>".
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] bool ok() const { return failure_.empty(); }
  /// "cannot read x.txt: No such file or directory"; "" if nothing failed so far.
  [[nodiscard]] const std::string& failure() const { return failure_; }
  [[nodiscard]] bool is_terminal() const;
  /// The path is that of a directory, and therefore not `ok()`.
  [[nodiscard]] bool is_directory() const { return directory_; }

  /// Appends at least one byte to `to`; false at the end or if reading fails.
  bool read_more(std::string& to);
  /// `begin`, which was read before, and all that is left, but no more than some bytes above
  /// `limit`; the rest is read and dropped, and `total` tells how many bytes there were.
  std::string read_all(std::size_t limit, std::size_t& total, std::string begin = {});

 private:
  int descriptor_ = -1;
  bool directory_ = false;
  std::string name_;
  std::string failure_;
};

/// The lines of an input, in bounded memory.
class LineReader {
 public:
  /// No line may be longer. 10 MiB.
  static constexpr std::size_t max_line = std::size_t{10} * 1024 * 1024;

  struct Line {
    std::string_view text;  ///< without its line feed; valid until the next call
    std::size_t number = 0;
    bool too_long = false;  ///< and therefore left out: `text` is empty
  };

  /// `before_reading` is called each time before the input is asked for more, which may wait.
  LineReader(Input& input, std::function<void()> before_reading);

  /// The next line; nothing at the end or if reading fails (see Input::failure).
  std::optional<Line> next();

 private:
  bool fill();
  Line line_until(std::size_t end);

  Input& input_;
  std::function<void()> before_reading_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t number_ = 0;
};

}  // namespace portfix::cli
