#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace portfix {

/// Groups of digits that stand together as in a telephone number: "+1 (415) 555-0123" has four.
struct DigitGroups {
  static constexpr std::size_t kMaxGroups = 10;
  static constexpr std::size_t kMaxDigits = 24;

  bool plus = false;
  std::size_t begin = 0;  ///< of the plus sign, bracket or digit it starts with
  std::size_t size = 0;   ///< number of groups
  struct Group {
    std::size_t begin;
    std::size_t end;
    std::size_t digits;  ///< up to and including this group
    bool loose;          ///< what stands before it separates things as well as parts of a number
  };
  std::array<Group, kMaxGroups> groups{};
  std::array<char, kMaxDigits> digits{};

  [[nodiscard]] std::size_t total() const { return size == 0 ? 0 : groups[size - 1].digits; }
  [[nodiscard]] std::string_view all() const { return {digits.data(), total()}; }
};

/// Collects the groups that begin at `at`, a digit, '+' or '('. Looks ahead a bounded way; a run of
/// digits too long for a number ends the collection.
DigitGroups collect_digits(std::string_view text, std::size_t at);

/// The length of the dash at `at` (ASCII or typographic), or 0.
std::size_t dash_at(std::string_view text, std::size_t at);

/// Where the four digits end that stand for a further number behind one that ends at `at`: ",
/// 0101", " & 0102", "/0103". 0 if there are none; years and times are none.
std::size_t ending_behind(std::string_view text, std::size_t at);

/// The length of the blank at `at` (space or no-break space), or 0.
std::size_t blank_at(std::string_view text, std::size_t at);

/// The length of "1. ", "12) " or "(3) " at `at`, if nothing but blanks stands before it in its
/// line, or 0; "(02) " is an area code. The text begins at `begin`.
std::size_t ordinal_at(std::string_view text, std::size_t begin, std::size_t at);

/// The end of "x123", "ext. 123", ", extension 12" behind a number that ends at `end`, or `end`.
std::size_t extension_end(std::string_view text, std::size_t end);

/// The other end of a range: "-0109", " thru 0109", " - 415-555-0109" behind a number.
struct RangeTail {
  std::size_t begin = 0;
  std::size_t digits = 0;  ///< 2 to 4, or more for a whole number; 0 = there is none
  bool spaced = false;     ///< more digits follow behind a blank
};
RangeTail range_tail(std::string_view text, std::size_t end);

}  // namespace portfix
