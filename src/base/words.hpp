#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// What stands between a word and the one before it.
enum class Gap : std::uint8_t {
  tight,  ///< nothing or a letter-case boundary: "accountNumber"
  space,  ///< white space or a hyphen or an underscore inside a compound
  soft,   ///< a comma, slash, bracket, plus, ampersand, bar: starts another part of a list
  hard,   ///< a colon, semicolon, dash, full stop, arrow
};

struct Word {
  Range at;      ///< the word as written, into the text
  Range folded;  ///< into Words::folded
  Gap gap = Gap::tight;
};

/// The words of a text in folded form, the form in which rules and notices are compared.
///
/// Folding: letter case and Unicode compatibility forms; accents are dropped; typographic
/// apostrophes and possessive 's; "isn't" gives "is" "not", "cannot" gives "can" "not"; camelCase
/// and snake_case boundaries separate words; the English plural s is dropped; "a/c" and "n/a" stay
/// one word; "#" is a word. Letters and digits of one run stay together ("8A", "lnp102j").
struct Words {
  std::string folded;
  std::vector<Word> words;

  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    return words[index].folded.in(folded);
  }
  [[nodiscard]] std::size_t size() const { return words.size(); }
};

/// Splits `text[range]` into words. Ranges in the result address `text`. `out` is reused.
void split_words(std::string_view text, Range range, Words& out);

/// Convenience for short texts.
Words split_words(std::string_view text);

/// The folded words joined by one space.
std::string fold(std::string_view text);

}  // namespace portfix
