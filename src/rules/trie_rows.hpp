#pragma once

#include <cstdint>

#include "rules/enums.hpp"
#include "rules/pattern.hpp"
#include "rules/table_refs.hpp"

namespace portfix {

// What a compiled table has to find wordings in a notice: words, the trie over them, and patterns.

/// A slot of the word hash table; id 0 = empty.
struct WordSlot {
  std::uint32_t hash = 0;
  std::uint32_t id = 0;
  TextRef text;
  std::uint32_t flags = 0;
};

namespace word_flag {
inline constexpr std::uint32_t filler = 1;
inline constexpr std::uint32_t connector = 2;
inline constexpr std::uint32_t negator = 4;
inline constexpr std::uint32_t contrast = 8;
inline constexpr std::uint32_t preposition = 16;
inline constexpr std::uint32_t code_word = 32;
inline constexpr std::uint32_t modal = 64;
inline constexpr std::uint32_t pronoun = 128;
inline constexpr std::uint32_t code_verb = 256;
inline constexpr std::uint32_t alternative = 512;
inline constexpr std::uint32_t own_word = 1024;
}  // namespace word_flag

/// By `word` to the node `next`.
struct TrieEdge {
  std::uint32_t word = 0;
  std::uint32_t next = 0;
};

/// A node of the trie; 0 is the root. Equal subtrees are one: it is an acyclic automaton.
struct TrieNode {
  ListRef<TrieEdge> edges;       ///< by word; the root's are in TableHeader::roots
  ListRef<std::uint32_t> atoms;  ///< that end here
};

/// What the trie recognises.
enum class AtomKind : std::uint8_t {
  meaning,  ///< a concept of the lexicon; ref = index of concepts
  phrase,   ///< words of a pattern
  label,    ///< the label of a code; ref = index of codes
  carrier,  ///< a name of a carrier; ref = index of carriers
  weak_carrier,
  carrier_word,  ///< tells a carrier from another of the same name; ref = index of carriers
  provider,      ///< a name of a provider; ref = index of providers
  scheme,        ///< a context word of a scheme; ref = index of schemes
  field,         ///< words of a provider's field path; ref = index of field_names
  country,       ///< words that tell of a country; ref = index of countries
};

struct AtomRow {
  AtomKind kind = AtomKind::phrase;
  Role role = Role::plain;
  std::uint16_t unused = 0;
  std::uint32_t ref = 0;
  ListRef<std::uint32_t> patterns;  ///< whose rarest part is this atom
};

struct PartRow {
  std::uint32_t atom = 0;
  Joint joint = Joint::first;
  std::uint8_t unused[3] = {0, 0, 0};
};

enum class PatternUse : std::uint8_t { assertion, hint, unless, benign };

struct PatternRow {
  PatternUse use = PatternUse::assertion;
  std::uint8_t anchor = 0;  ///< index of the part under which AtomRow::patterns lists it
  std::uint16_t unused = 0;
  std::uint32_t ref = 0;  ///< index of reasons, or of benign kinds
  ListRef<PartRow> parts;
  TextRef text;
};

}  // namespace portfix
