#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// A word of a text that has a digit, with all that belongs to it: "0442918837-00001", "9988 7766
/// 554", "03E123456+4F".
struct Value {
  Range at;
  std::size_t digits = 0;
  std::size_t letters = 0;
};

/// The values of `text[within]`, by position, without overlap. Groups of digits with single spaces
/// between them are one value.
std::vector<Value> values_in(std::string_view text, Range within);

/// `value` with what follows it as another group: "01" of "01 P 123456 AB7" gives it whole.
Range with_groups(std::string_view text, Range value, Range within);

/// `value` with capitals before it, behind `begin`: "654321" of "XYZ 654321" gives it whole.
Range with_capitals(std::string_view text, Range value, std::uint32_t begin);

/// Whether nothing but linking words ("is", "on file", "number", ":") stands in `between`; so the
/// words before it name what follows it.
bool only_links(std::string_view between);

/// The same of the rest of a label: "on the order" too.
bool only_label_links(std::string_view rest);

/// Whether it is an amount or a time: "30 days", "$184.22", "10:30". Words count up to `end`.
bool is_counted(std::string_view text, Range value, std::uint32_t end);

/// Whether the words beside the value say what it is, and that it is no secret: an amount, a time,
/// "order 88121", "call 212-555-0100".
bool is_explained(std::string_view text, Range value, Range within);

/// The kind of secret that the words right before the value announce and that the lexicon does not
/// have as a subject: "acct", "CVV", "IBAN". "" = none.
std::string_view announced_kind(std::string_view text, Range value, Range within);

std::size_t count_digits(std::string_view text);

}  // namespace portfix
