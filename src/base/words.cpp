#include "base/words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "base/byte_set.hpp"
#include "base/is_ascii.hpp"

namespace portfix {
namespace {

constexpr bool is_lower(unsigned char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(unsigned char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
constexpr auto kAsciiWord = ByteSet::of([](char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_lower(byte) || is_upper(byte) || is_digit(byte);
});
bool is_ascii_word(unsigned char c) { return kAsciiWord.has(static_cast<char>(c)); }

struct CodePoint {
  utf8proc_int32_t value;
  std::size_t bytes;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1};
  utf8proc_int32_t value = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                      static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (bytes <= 0) return {0xFFFD, 1};
  return {value, static_cast<std::size_t>(bytes)};
}

bool is_apostrophe(utf8proc_int32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x00B4 || c == '`';
}

bool is_hyphen(utf8proc_int32_t c) {
  return c == '-' || c == '_' || c == 0x2010 || c == 0x2011 || c == 0x00AD;
}

/// Letters, digits and marks outside ASCII are part of words; so are invisible joiners. An
/// apostrophe is none, though Unicode calls one of them a letter (U+02BC).
bool is_wide_word(utf8proc_int32_t c) {
  if (is_apostrophe(c)) return false;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_CF:
      return true;
    default:
      return false;
  }
}

Gap gap_of(utf8proc_int32_t c) {
  switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case 0x00A0:
    case '"':
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case '*':
      return Gap::space;
    case ',':
    case '/':
    case '\\':
    case '(':
    case ')':
    case '[':
    case ']':
    case '+':
    case '&':
    case '|':
      return Gap::soft;
    default:
      return is_hyphen(c) ? Gap::space : Gap::hard;
  }
}

/// Appends the folded form of a run that has bytes outside ASCII.
void append_unicode(std::string_view run, std::string& out) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK |
                                     UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STABLE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(run.data()),
                                 static_cast<utf8proc_ssize_t>(run.size()), &mapped, options);
  if (size >= 0) out.append(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
  std::free(mapped);  // NOLINT: utf8proc allocates with malloc
}

/// Drops the English plural s. It need not be right, only the same for rules and notices.
void drop_plural(std::string& folded, std::size_t begin) {
  const auto size = folded.size() - begin;
  if (size < 3 || folded.back() != 's') return;
  const char before = folded[folded.size() - 2];
  if (before == 's' || before == 'u' || before == 'i') return;
  if (before == 'e' && size > 4) {
    const char third = folded[folded.size() - 3];
    if (third == 'i') {  // "policies"
      folded.replace(folded.size() - 3, 3, "y");
      return;
    }
    const std::string_view stem(folded.data() + begin, size - 2);
    if (third == 'x' || third == 'z' || stem.ends_with("ss") || stem.ends_with("sh") ||
        stem.ends_with("ch")) {
      folded.erase(folded.size() - 2);
      return;
    }
  }
  folded.pop_back();
}

class Splitter {
 public:
  Splitter(std::string_view text, Range range, Words& out)
      : text_(text), at_(range.begin), end_(range.end), out_(out) {}

  void run() {
    while (at_ < end_) {
      if (text_[at_] == ' ') {  // what mostly parts words
        widen(Gap::space);
        ++at_;
        continue;
      }
      const auto [c, bytes] = code_point_at(text_, at_);
      if (c < 0x80 ? is_ascii_word(static_cast<unsigned char>(c)) : is_wide_word(c)) {
        take_run();
      } else if (c == '#') {
        emit(at_, at_ + 1);
        at_ += 1;
      } else {
        widen(gap_of(c));
        at_ += bytes;
      }
    }
  }

 private:
  void widen(Gap gap) { gap_ = std::max(gap_, gap); }

  /// A maximal run of word characters with apostrophes inside, cut at letter-case boundaries.
  void take_run() {
    const std::size_t begin = at_;
    bool wide = false;
    while (at_ < end_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (is_ascii_word(c)) {
        ++at_;
        continue;
      }
      if (c < 0x80 && c != '\'' && c != '`') break;
      const auto [value, bytes] = code_point_at(text_, at_);
      if (is_apostrophe(value)) {
        if (at_ + bytes >= end_ || at_ == begin || !letter_at(at_ + bytes)) break;
        if (take_contraction(begin, bytes)) return;
        break;
      }
      if (!is_wide_word(value)) break;
      wide = true;
      at_ += bytes;
    }
    if (take_slashed_pair(begin)) return;
    if (wide) {
      emit(begin, at_);
    } else {
      cut_at_case(begin, at_);
    }
  }

  [[nodiscard]] bool letter_at(std::size_t at) const {
    const auto c = static_cast<unsigned char>(text_[at]);
    return is_lower(c) || is_upper(c);
  }

  [[nodiscard]] char lower_at(std::size_t at) const {
    const char c = at < end_ ? text_[at] : ' ';
    return is_upper(static_cast<unsigned char>(c)) ? static_cast<char>(c - 'A' + 'a') : c;
  }

  [[nodiscard]] bool word_ends(std::size_t at) const {
    return at >= end_ || !is_ascii_word(static_cast<unsigned char>(text_[at]));
  }

  /// At an apostrophe: "isn't" gives "is" "not"; "carrier's" gives "carrier"; "you'll" gives "you".
  /// Elsewhere ("l'adresse", "d'ordre") the apostrophe separates two words.
  bool take_contraction(std::size_t begin, std::size_t apostrophe) {
    const std::size_t after = at_ + apostrophe;
    if (lower_at(after) == 't' && word_ends(after + 1) && lower_at(at_ - 1) == 'n') {
      if (at_ - 1 > begin)
        cut_at_case(begin, lower_at(at_ - 2) == 'a' && at_ - 2 == begin + 1
                               ? at_  // "can't" keeps its n: "can" "not"
                               : at_ - 1);
      emit_literal(at_ - 1, after + 1, "not");
      at_ = after + 1;
      return true;
    }
    std::size_t tail = after;
    while (!word_ends(tail)) ++tail;
    const auto size = tail - after;
    const char first = lower_at(after);
    const bool dropped = (size == 1 && (first == 's' || first == 'm' || first == 'd')) ||
                         (size == 2 && (first == 'l' || first == 'v' || first == 'r'));
    if (!dropped) return false;
    cut_at_case(begin, at_);
    at_ = tail;
    return true;
  }

  /// "a/c", "n/a", "c/o": two single letters joined by a slash.
  bool take_slashed_pair(std::size_t begin) {
    if (at_ != begin + 1 || !letter_at(begin) || at_ + 1 >= end_ || text_[at_] != '/') return false;
    if (!letter_at(at_ + 1) || !word_ends(at_ + 2)) return false;
    at_ += 2;
    emit(begin, at_);
    return true;
  }

  void cut_at_case(std::size_t begin, std::size_t end) {
    std::size_t start = begin;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const auto before = static_cast<unsigned char>(text_[i - 1]);
      const auto here = static_cast<unsigned char>(text_[i]);
      if (!is_upper(here)) continue;
      // accountNumber, but not LoA
      bool boundary = is_lower(before) && i + 1 < end;
      if (!boundary && is_digit(before)) {  // last4Mismatch, but not 17A
        boundary = i + 1 < end && is_lower(static_cast<unsigned char>(text_[i + 1]));
      }
      if (!boundary && is_upper(before) && i + 1 < end) {
        const bool lower_next = is_lower(static_cast<unsigned char>(text_[i + 1]));
        const bool plural = lower_next && text_[i + 1] == 's' && i + 2 == end;  // "BTNs"
        boundary = lower_next && !plural;                                       // PINInvalid
      }
      if (boundary && !at_misread_i(i, begin, end)) {
        emit(start, i);
        start = i;
      }
    }
    emit(start, end);
  }

  /// At a small l among capitals, which is a scanner's I: "PENDlNG", "lNCORRECT".
  [[nodiscard]] bool at_misread_i(std::size_t at, std::size_t begin, std::size_t end) const {
    const auto capital = [&](std::size_t i) {
      return i < begin || i >= end || is_upper(static_cast<unsigned char>(text_[i]));
    };
    const bool behind = text_[at - 1] == 'l' && (at - 1 == begin || capital(at - 2));
    const bool before = at + 1 < end && text_[at + 1] == 'l' && capital(at + 2);
    return (behind || before) && end - begin > 2;
  }

  void emit(std::size_t begin, std::size_t end) {
    const std::size_t from = out_.folded.size();
    const auto run = text_.substr(begin, end - begin);
    if (is_ascii(run)) {
      out_.folded.append(run);
      for (char *c = out_.folded.data() + from, *stop = c + run.size(); c < stop; ++c) {
        if (is_upper(static_cast<unsigned char>(*c))) *c = static_cast<char>(*c - 'A' + 'a');
      }
    } else {
      append_unicode(run, out_.folded);
      if (out_.folded.size() == from) return;  // only invisible characters
    }
    const std::string_view folded(out_.folded.data() + from, out_.folded.size() - from);
    if (folded == "cannot" || folded == "cant") {
      out_.folded.resize(from);
      emit_literal(begin, begin + 3, "can");
      emit_literal(begin + 3, end, "not");
      return;
    }
    drop_plural(out_.folded, from);
    push(begin, end, from);
  }

  void emit_literal(std::size_t begin, std::size_t end, std::string_view folded) {
    const std::size_t from = out_.folded.size();
    out_.folded.append(folded);
    push(begin, end, from);
  }

  void push(std::size_t begin, std::size_t end, std::size_t from) {
    out_.words.push_back(
        {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
         {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(out_.folded.size())},
         gap_});
    gap_ = Gap::tight;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t end_;
  Words& out_;
  Gap gap_ = Gap::tight;
};

}  // namespace

void split_words(std::string_view text, Range range, Words& out) {
  out.folded.clear();
  out.words.clear();
  Splitter(text, range, out).run();
}

Words split_words(std::string_view text) {
  Words words;
  split_words(text, {0, static_cast<std::uint32_t>(text.size())}, words);
  return words;
}

std::string fold(std::string_view text) {
  const Words words = split_words(text);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += ' ';
    out += words[i];
  }
  return out;
}

}  // namespace portfix
