#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace portfix {

/// A half-open byte range [begin, end) into some owned text. Ranges, not views, are stored, so a
/// text may be moved together with what points into it.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr bool empty() const { return begin >= end; }
  [[nodiscard]] constexpr std::uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] std::string_view in(std::string_view text) const {
    return empty() ? std::string_view{} : text.substr(begin, end - begin);
  }
  friend constexpr bool operator==(const Range&, const Range&) = default;
};

/// Where a byte stands for a person: both count from 1; a column is one code point.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend constexpr bool operator==(const Position&, const Position&) = default;
};

/// Bytes from outside, made clean and addressable. It never fails, whatever the bytes:
///  - input beyond `max_bytes` is left out and `truncated()` says so;
///  - a UTF-8 or UTF-16 byte order mark is honoured and removed; text that is not valid UTF-8 is
///    read as Windows-1252;
///  - CR LF and lone CR become LF; NUL and other control characters become spaces (tab stays).
/// The result is valid UTF-8.
class SourceText {
 public:
  /// 10 MiB. A rejection notice has a few kilobytes; the bound keeps a wrong file harmless.
  static constexpr std::size_t max_bytes = std::size_t{10} * 1024 * 1024;

  /// `name` is what messages call the text, such as a path or "<stdin>". `bytes` is copied.
  static SourceText from_bytes(std::string name, std::string_view bytes);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The clean text. The view lives as long as this object is neither moved nor destroyed.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// How many bytes came in, before cleaning and including what was cut off.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] bool truncated() const { return bytes_ > max_bytes; }
  /// Line and column of `offset` in `text()`; an offset beyond the end gives the end.
  [[nodiscard]] Position position(std::size_t offset) const;
  /// The whole line that holds `offset`, without its line feed. Same lifetime as `text()`.
  [[nodiscard]] std::string_view line_at(std::size_t offset) const;

 private:
  std::string name_;
  std::string text_;
  std::size_t bytes_ = 0;
};

}  // namespace portfix
