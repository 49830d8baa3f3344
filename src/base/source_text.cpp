#include "portfix/source_text.hpp"

#include <algorithm>
#include <array>

#include "base/byte_set.hpp"
#include "base/characters.hpp"
#include "base/is_ascii.hpp"

namespace portfix {
namespace {

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes) {
    const auto c = static_cast<unsigned char>(byte);
    if (c < 0x80) {
      out.push_back(byte);
    } else {
      append_character(out, c < 0xA0 ? windows_1252[c - 0x80U] : c);
    }
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  const auto unit = [&](std::size_t at) -> std::uint32_t {
    const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
    const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian ? (first << 8U) | second : (second << 8U) | first;
  };
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    std::uint32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const std::uint32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000U + ((c - 0xD800U) << 10U) + (low - 0xDC00U);
        at += 2;
      }
    }
    append_character(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
  }
  return out;
}

/// Cuts at the cap without leaving half a character behind.
std::string_view cap(std::string_view bytes) {
  if (bytes.size() <= SourceText::max_bytes) return bytes;
  std::size_t size = SourceText::max_bytes;
  for (int back = 0; back < 3 && (static_cast<unsigned char>(bytes[size]) & 0xC0U) == 0x80U;
       ++back) {
    --size;
  }
  return bytes.substr(0, size);
}

std::string decode(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE")) return from_utf16(bytes.substr(2), false);
  if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2), true);
  return is_ascii(bytes) || is_valid_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

/// What clean() may have to change.
constexpr auto kControls = ByteSet::of([](char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F || c == 0xC2;
});

/// One kind of line end, no control characters but tab and line feed (C1 ones included).
void clean(std::string& text) {
  std::size_t to = kControls.find_in(text);
  for (std::size_t from = to; from < text.size(); ++from) {
    auto c = static_cast<unsigned char>(text[from]);
    if (c == '\r') {
      if (from + 1 < text.size() && text[from + 1] == '\n') continue;
      c = '\n';
    } else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7F) {
      c = ' ';
    } else if (c == 0xC2 && from + 1 < text.size() &&
               static_cast<unsigned char>(text[from + 1]) < 0xA0) {
      ++from;
      c = static_cast<unsigned char>(text[from]) == 0x85 ? '\n' : ' ';
    }
    text[to++] = static_cast<char>(c);
  }
  text.resize(to);
}

}  // namespace

SourceText SourceText::from_bytes(std::string name, std::string_view bytes) {
  SourceText source;
  source.name_ = std::move(name);
  source.bytes_ = bytes.size();
  source.text_ = decode(cap(bytes));
  clean(source.text_);
  return source;
}

Position SourceText::position(std::size_t offset) const {
  const auto before = std::string_view(text_).substr(0, std::min(offset, text_.size()));
  std::ptrdiff_t line = 0;
  std::size_t start = 0;
  for (auto end = before.find('\n'); end != before.npos; end = before.find('\n', start)) {
    start = end + 1;
    ++line;
  }
  const auto in_line = before.substr(start);
  const auto columns = std::count_if(in_line.begin(), in_line.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  return {static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(columns + 1)};
}

std::string_view SourceText::line_at(std::size_t offset) const {
  const std::string_view text = text_;
  offset = std::min(offset, text.size());
  const auto before = text.substr(0, offset).rfind('\n');
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  const auto end = text.find('\n', offset);
  return text.substr(begin, (end == text.npos ? text.size() : end) - begin);
}

}  // namespace portfix
