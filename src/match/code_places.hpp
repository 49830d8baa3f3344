#pragma once

#include <cstdint>
#include <string_view>

#include "base/byte_set.hpp"
#include "match/context.hpp"
#include "match/scan.hpp"

namespace portfix {

/// How surely a token stands where a code stands.
enum class Stand : std::uint8_t {
  nowhere,
  head,    ///< words follow it, none precede: needs its label or its reason beside it
  label,   ///< alone before a colon: needs that, or that the notice names its table
  apart,   ///< set off by separators or brackets, or alone
  told,    ///< right behind words of a rejection: "was rejected with 8A"
  marked,  ///< behind "code", "reason" …, or in a field of that name
};

/// A run of letters and digits that may be a code.
struct CodeRun {
  Range at;
  bool first = false;       ///< in its clause
  bool code_field = false;  ///< the clause is a field for codes
};

/// What codes are made of: letters, digits and underscores.
inline constexpr auto kCodeChars = ByteSet::of([](char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
});
inline bool is_code_char(char c) { return kCodeChars.has(c); }

/// Could be a code at all: a digit, an underscore, capitals only, or an inner capital. `run` is not
/// empty and of code characters.
bool looks_like_code(std::string_view run);

/// At most three digits, zeros before them not counted: as a code, such a number needs its place.
bool is_small_number(std::string_view run);

/// Tells where in a notice codes can stand.
class CodePlaces {
 public:
  CodePlaces(const Notice& notice, const TableView& table, const Context& context)
      : notice_(notice), table_(table), context_(context), text_(notice.text) {}

  /// A field named "…code", "…reason", or one that the provider's file names.
  [[nodiscard]] bool is_code_field(const ClauseScan& unit);

  /// Whether a small number can be a code there: "Attempt: 1" and "sent at 10:01" tell of other
  /// things. In running text it can.
  [[nodiscard]] bool may_hold_number(const ClauseScan& unit);

  /// In a field for codes, or behind "code 8A", "error: 22156", "RCODE=8A".
  [[nodiscard]] bool is_marked(const CodeRun& run, const Clause& clause);

  [[nodiscard]] Stand stand_of(const CodeRun& run, const Clause& clause);

  /// Right behind words of a rejection, or of a code: "rejected with 8A", "the reason is 8A".
  [[nodiscard]] bool is_told(const ClauseScan& unit, Range run);

  /// Behind words that announce whatever came: "came back with 7402", "they sent us a 7402". Only
  /// what is known to be a code of the provider should be believed there.
  [[nodiscard]] bool is_announced(const ClauseScan& unit, Range run) const;

 private:
  [[nodiscard]] bool ends_with_code_word(std::string_view label);
  [[nodiscard]] bool is_subject(std::uint32_t first, std::uint32_t second) const;
  [[nodiscard]] char neighbour(const Clause& clause, std::uint32_t at, int step) const;
  [[nodiscard]] bool behind_code_word(const Clause& clause, Range run);

  const Notice& notice_;
  const TableView& table_;
  const Context& context_;
  std::string_view text_;
  Words words_;  ///< of the label that was looked at last
};

}  // namespace portfix
