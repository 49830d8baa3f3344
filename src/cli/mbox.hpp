#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/input.hpp"

namespace portfix::cli {

/// True if the bytes begin as an mbox file does: "From ada@example.org Tue Feb 10 09:01:00 2026",
/// and a header field in the next line. Two whole lines decide.
bool begins_mbox(std::string_view bytes);

/// The messages of an mbox file or pipe, in bounded memory: no more than one of them is kept.
///
/// A message ends before a line "From …" with a date in the form of asctime() that stands behind an
/// empty line. Of ">From " at the beginning of a line, with any number of ">", one ">" is taken
/// away (mboxrd; what mboxo writes is read the same way).
class MboxReader {
 public:
  struct Message {
    std::string bytes;      ///< without the line "From …"; at most `limit` bytes and one more
    std::size_t total = 0;  ///< how many bytes the message has
  };

  /// `begin` is what was read of the input before. `before_reading` is called each time before the
  /// input is asked for more, which may wait.
  MboxReader(Input& input, std::string begin, std::size_t limit,
             std::function<void()> before_reading);

  /// The next message; nothing at the end or if reading fails (see Input::failure).
  std::optional<Message> next();

 private:
  struct Line {
    std::string_view text;  ///< with its line feed; a very long one comes in pieces
    bool begins = true;     ///< this is the first piece
  };
  std::optional<Line> next_line();
  static void add(Message& message, std::string_view text, std::size_t limit);

  Input& input_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t limit_;
  std::function<void()> before_reading_;
  bool in_line_ = false;  // the last piece did not end its line
  bool ended_ = false;    // the input
  bool open_ = false;     // the line "From …" of the next message was read
};

}  // namespace portfix::cli
