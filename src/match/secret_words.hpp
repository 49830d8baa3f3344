#pragma once

#include <cstddef>
#include <string_view>

namespace portfix {

// The vocabulary by which values are told from each other. Words are in small letters.

/// A word between a name and its value: "is", "on", "file", "number".
bool is_link(std::string_view word);

/// The same at the end of a label only: "on the order".
bool is_label_link(std::string_view word);

/// Right behind a number it says what that counts: "days", "digits".
bool is_unit(std::string_view word);

/// Right before a number or an identifier it says that this is no secret: "order", "code", "call".
bool is_reference(std::string_view word);

/// May stand between such a word and the value: "id", "no".
bool is_reference_link(std::string_view word);

/// The kind of secret that the word names and that the lexicon does not have as a subject: "acct",
/// "CVV", "IBAN". "" = none.
std::string_view announced_by(std::string_view word);

/// Right behind a value it says what is the matter with that: "is", "does", "wrong".
bool is_verdict(std::string_view word);

/// Right behind "password" it makes this a part of something else: "policy", "reset".
bool is_beside_password(std::string_view word);

/// The word counts or is a number: "third", "nineteen", "twenty".
bool is_number_word(std::string_view word);

/// Whether the text speaks of a social security number in the way that people do: "your social".
bool names_social(std::string_view text);

/// Whether these words speak of somebody's birth, in the languages that notices come in.
bool tells_of_birth(std::string_view words);

/// Where in `words` the first word for a birth ends; npos = none.
std::size_t end_of_birth_word(std::string_view words);

}  // namespace portfix
