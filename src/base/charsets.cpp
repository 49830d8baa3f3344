#include "base/charsets.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

#include "base/characters.hpp"
#include "base/is_ascii.hpp"
#include "portfix/source_text.hpp"

namespace portfix {
namespace {

// The upper ends of https://encoding.spec.whatwg.org/index-windows-1250.txt and
// index-iso-8859-2.txt

constexpr std::array<std::uint16_t, 128> kWindows1250 = {
    0x20AC, 0xFFFD, 0x201A, 0xFFFD, 0x201E, 0x2026, 0x2020, 0x2021, 0xFFFD, 0x2030, 0x0160, 0x2039,
    0x015A, 0x0164, 0x017D, 0x0179, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0xFFFD, 0x2122, 0x0161, 0x203A, 0x015B, 0x0165, 0x017E, 0x017A, 0x00A0, 0x02C7, 0x02D8, 0x0141,
    0x00A4, 0x0104, 0x00A6, 0x00A7, 0x00A8, 0x00A9, 0x015E, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x017B,
    0x00B0, 0x00B1, 0x02DB, 0x0142, 0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x0105, 0x015F, 0x00BB,
    0x013D, 0x02DD, 0x013E, 0x017C, 0x0154, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0139, 0x0106, 0x00C7,
    0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E, 0x0110, 0x0143, 0x0147, 0x00D3,
    0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170, 0x00DC, 0x00DD, 0x0162, 0x00DF,
    0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7, 0x010D, 0x00E9, 0x0119, 0x00EB,
    0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3, 0x00F4, 0x0151, 0x00F6, 0x00F7,
    0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9};

constexpr std::array<std::uint16_t, 96> kLatin2 = {
    0x00A0, 0x0104, 0x02D8, 0x0141, 0x00A4, 0x013D, 0x015A, 0x00A7, 0x00A8, 0x0160, 0x015E, 0x0164,
    0x0179, 0x00AD, 0x017D, 0x017B, 0x00B0, 0x0105, 0x02DB, 0x0142, 0x00B4, 0x013E, 0x015B, 0x02C7,
    0x00B8, 0x0161, 0x015F, 0x0165, 0x017A, 0x02DD, 0x017E, 0x017C, 0x0154, 0x00C1, 0x00C2, 0x0102,
    0x00C4, 0x0139, 0x0106, 0x00C7, 0x010C, 0x00C9, 0x0118, 0x00CB, 0x011A, 0x00CD, 0x00CE, 0x010E,
    0x0110, 0x0143, 0x0147, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x00D7, 0x0158, 0x016E, 0x00DA, 0x0170,
    0x00DC, 0x00DD, 0x0162, 0x00DF, 0x0155, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x013A, 0x0107, 0x00E7,
    0x010D, 0x00E9, 0x0119, 0x00EB, 0x011B, 0x00ED, 0x00EE, 0x010F, 0x0111, 0x0144, 0x0148, 0x00F3,
    0x00F4, 0x0151, 0x00F6, 0x00F7, 0x0159, 0x016F, 0x00FA, 0x0171, 0x00FC, 0x00FD, 0x0163, 0x02D9};

/// What differs from Windows-1252.
struct Change {
  std::uint8_t byte;
  std::uint16_t character;
};
constexpr std::array<Change, 8> kLatin9 = {{{0xA4, 0x20AC},
                                            {0xA6, 0x0160},
                                            {0xA8, 0x0161},
                                            {0xB4, 0x017D},
                                            {0xB8, 0x017E},
                                            {0xBC, 0x0152},
                                            {0xBD, 0x0153},
                                            {0xBE, 0x0178}}};
constexpr std::array<Change, 6> kTurkish = {{{0xD0, 0x011E},
                                             {0xDD, 0x0130},
                                             {0xDE, 0x015E},
                                             {0xF0, 0x011F},
                                             {0xFD, 0x0131},
                                             {0xFE, 0x015F}}};

enum class Charset : std::uint8_t {
  unknown,
  utf8,  // and what is read as Windows-1252 if it is not valid UTF-8
  latin2,
  latin9,
  turkish,
  windows1250,
  utf16be,
  utf16le
};

Charset charset_of(std::string_view name) {
  std::string key;  // letters and digits in lower case
  for (const char c : name.substr(0, 40)) {
    if (c >= 'A' && c <= 'Z') {
      key += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      key += c;
    }
  }
  static constexpr std::array<std::pair<std::string_view, Charset>, 31> kNames = {
      {{"", Charset::utf8},
       {"utf8", Charset::utf8},
       {"unicode11utf8", Charset::utf8},
       {"usascii", Charset::utf8},
       {"ascii", Charset::utf8},
       {"ansix341968", Charset::utf8},
       {"iso646us", Charset::utf8},
       {"unknown8bit", Charset::utf8},
       {"default", Charset::utf8},
       {"xunknown", Charset::utf8},
       {"iso88591", Charset::utf8},
       {"latin1", Charset::utf8},
       {"windows1252", Charset::utf8},
       {"cp1252", Charset::utf8},
       {"xansi", Charset::utf8},
       {"iso88592", Charset::latin2},
       {"latin2", Charset::latin2},
       {"iso88599", Charset::turkish},
       {"latin5", Charset::turkish},
       {"windows1254", Charset::turkish},
       {"cp1254", Charset::turkish},
       {"iso885915", Charset::latin9},
       {"latin9", Charset::latin9},
       {"latin0", Charset::latin9},
       {"windows1250", Charset::windows1250},
       {"cp1250", Charset::windows1250},
       {"xcp1250", Charset::windows1250},
       {"utf16", Charset::utf16be},
       {"utf16be", Charset::utf16be},
       {"utf16le", Charset::utf16le},
       {"unicode", Charset::utf16le}}};
  for (const auto& [known, charset] : kNames) {
    if (key == known) return charset;
  }
  return Charset::unknown;
}

std::uint32_t character_of(std::uint8_t byte, Charset charset) {
  if (charset == Charset::windows1250 && byte >= 0x80) return kWindows1250[byte - 0x80U];
  if (charset == Charset::latin2 && byte >= 0xA0) return kLatin2[byte - 0xA0U];
  const auto changed = [byte](std::span<const Change> changes) -> std::uint32_t {
    for (const Change change : changes) {
      if (change.byte == byte) return change.character;
    }
    return 0;
  };
  std::uint32_t c = 0;
  if (charset == Charset::latin9) c = changed(kLatin9);
  if (charset == Charset::turkish) c = changed(kTurkish);
  if (c != 0) return c;
  return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
}

std::string clean(std::string_view bytes) {
  const SourceText source = SourceText::from_bytes({}, bytes);
  return std::string(source.text());
}

/// The bytes of which SourceText has made `text` by reading them as Windows-1252, if it has.
std::optional<std::string> bytes_of(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t c = next_character(text, at);
    if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) {
      bytes += static_cast<char>(c);
      continue;
    }
    const auto* const found = std::find(windows_1252.begin(), windows_1252.end(), c);
    if (found == windows_1252.end()) return std::nullopt;
    bytes += static_cast<char>(0x80 + (found - windows_1252.begin()));
  }
  return bytes;
}

/// Shown as nothing.
bool is_invisible(std::uint32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x17B4 ||
         c == 0x17B5 || (c >= 0x180B && c <= 0x180E) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0x3164 || c == 0xFFA0 ||
         (c >= 0xE0000 && c <= 0xE0FFF);
}

bool is_wide_blank(std::uint32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

std::string decode_charset(std::string_view bytes, std::string_view charset, bool& known) {
  const Charset kind = charset_of(charset);
  known = kind != Charset::unknown;
  const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (kind == Charset::utf16be && !marked) return clean("\xFE\xFF" + std::string(bytes));
  if (kind == Charset::utf16le && !marked) return clean("\xFF\xFE" + std::string(bytes));
  if (kind == Charset::utf8 || kind == Charset::unknown || marked || is_valid_utf8(bytes)) {
    return clean(bytes);
  }
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (const char byte : bytes)
    append_character(text, character_of(static_cast<std::uint8_t>(byte), kind));
  return clean(text);
}

std::string reread_charset(std::string_view text, std::string_view charset, bool& known) {
  const Charset kind = charset_of(charset);
  known = kind != Charset::unknown || is_ascii(text);
  if (kind == Charset::unknown || kind == Charset::utf16be || kind == Charset::utf16le ||
      is_ascii(text)) {
    return std::string(text);
  }
  const auto bytes = bytes_of(text);
  if (!bytes || (kind == Charset::utf8 && !is_valid_utf8(*bytes))) return std::string(text);
  return decode_charset(*bytes, charset, known);
}

std::string without_invisible(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      out += text[at++];
      continue;
    }
    const std::size_t begin = at;
    const std::uint32_t c = next_character(text, at);
    if (is_wide_blank(c)) {
      out += ' ';
    } else if (!is_invisible(c)) {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

}  // namespace portfix
