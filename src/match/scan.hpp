#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "portfix/notice.hpp"
#include "rules/table.hpp"

namespace portfix {

/// A word of a clause that is not a filler.
struct Token {
  std::uint32_t word = 0;   ///< id in the table; 0 = no rule knows it
  std::uint32_t flags = 0;  ///< word_flag
  Range at;                 ///< into Notice::text
  bool modal = false;       ///< right behind "will", "may": not stated as a fact
  std::uint16_t chunk = 0;  ///< commas, slashes, "and" start a new one
};

/// A place where the trie recognises something: tokens [begin, end).
struct Occurrence {
  std::uint32_t atom = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  AtomKind kind = AtomKind::phrase;
  Role role = Role::plain;
  bool hidden = false;   ///< a longer concept covers it: the "PIN" of "transfer PIN"
  bool negated = false;  ///< "no outstanding balance"
};

/// A clause or the part of one up to "but", "however"; what patterns are matched in.
struct ClauseScan {
  std::uint32_t clause = 0;
  std::vector<Token> tokens;
  std::vector<Occurrence> found;  ///< by begin, longer first
  bool turns = false;             ///< begins with "but", "however"
  bool refers = false;            ///< says "it", "that": its subject may stand before
  bool own = false;               ///< says "I", "my": the writer speaks of himself
  std::uint32_t borrowed = 0;     ///< first tokens that stand in an earlier unit
  bool fuzzy = false;             ///< a word was read in spite of a typing error

  [[nodiscard]] bool has(Role role) const;
};

/// Bounds the work per unit; a longer clause is read in pieces.
inline constexpr std::size_t max_unit_tokens = 240;

struct ScanOptions {
  bool tolerant = false;  ///< accept one typing error in a word of five letters or more
};

/// Adds what stands at `at` of the text, such as a date, in its place among the occurrences.
void insert_mention(ClauseScan& unit, Range at, std::uint32_t atom, Role role);

/// Finds what the rules know in the words of a unit whose tokens have changed.
void recognise(ClauseScan& unit, const TableView& table);

/// Finds everything the rules know in the notice.
std::vector<ClauseScan> scan_notice(const Notice& notice, const TableView& table,
                                    const ScanOptions& options = {});

}  // namespace portfix
