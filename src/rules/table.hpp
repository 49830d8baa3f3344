#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/rule_rows.hpp"
#include "rules/trie_rows.hpp"

namespace portfix {

// The layout of a compiled rule table: one block of bytes in which everything is addressed by
// offset from its start. It is linked into the program and used in place; nothing is parsed or
// relocated.

struct TableHeader {
  static constexpr std::uint32_t current_version = 4;

  char magic[8] = {'p', 'o', 'r', 't', 'f', 'i', 'x', '\n'};
  std::uint32_t version = current_version;
  std::uint32_t bytes = 0;
  TextRef digest;
  ListRef<WordSlot> words;       ///< power of two
  ListRef<std::uint32_t> roots;  ///< by word id: the node behind the root, or 0
  ListRef<TrieNode> nodes;
  ListRef<AtomRow> atoms;
  std::uint32_t number_atom = 0xffffffffU;  ///< of the concept that telephone numbers stand for
  std::uint32_t date_atom = 0xffffffffU;    ///< of the concept that dates stand for
  ListRef<PatternRow> patterns;
  ListRef<ConceptRow> concepts;
  ListRef<ReasonRow> reasons;
  ListRef<BenignRow> benign;
  ListRef<SchemeRow> schemes;
  ListRef<CodeRow> codes;
  ListRef<CodeKeyRow> code_keys;
  ListRef<CarrierRow> carriers;
  ListRef<ProviderRow> providers;
  ListRef<FieldNameRow> field_names;
  ListRef<CountryRow> countries;
  ListRef<TicketRow> tickets;
  ListRef<FileRow> files;
};

std::uint32_t hash_word(std::string_view word);

/// Reads a compiled table in place. The bytes must outlive the view and be aligned to 4.
class TableView {
 public:
  explicit TableView(std::string_view bytes) : bytes_(bytes) {}

  /// True if the bytes are a table of this version, whole and aligned.
  [[nodiscard]] static bool is_table(std::string_view bytes);

  [[nodiscard]] const TableHeader& header() const {
    return *reinterpret_cast<const TableHeader*>(bytes_.data());
  }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view text(TextRef ref) const { return bytes_.substr(ref.at, ref.size); }
  template <class Row>
  [[nodiscard]] std::span<const Row> list(ListRef<Row> ref) const {
    return {reinterpret_cast<const Row*>(bytes_.data() + ref.at), ref.count};
  }

  [[nodiscard]] std::span<const ReasonRow> reasons() const { return list(header().reasons); }
  [[nodiscard]] std::span<const CodeRow> codes() const { return list(header().codes); }
  [[nodiscard]] std::span<const SchemeRow> schemes() const { return list(header().schemes); }
  [[nodiscard]] std::span<const CarrierRow> carriers() const { return list(header().carriers); }
  [[nodiscard]] std::span<const ProviderRow> providers() const { return list(header().providers); }
  [[nodiscard]] std::span<const FieldNameRow> field_names() const {
    return list(header().field_names);
  }
  [[nodiscard]] std::span<const CountryRow> countries() const { return list(header().countries); }
  [[nodiscard]] std::span<const TicketRow> tickets() const { return list(header().tickets); }
  [[nodiscard]] std::span<const AtomRow> atoms() const { return list(header().atoms); }
  [[nodiscard]] std::span<const PatternRow> patterns() const { return list(header().patterns); }
  [[nodiscard]] std::span<const BenignRow> benign() const { return list(header().benign); }
  [[nodiscard]] std::span<const FileRow> files() const { return list(header().files); }

  /// The slot of a folded word, or nullptr if no rule uses the word.
  [[nodiscard]] const WordSlot* find_word(std::string_view folded) const;
  /// The node behind `node` by `word`, or 0.
  [[nodiscard]] std::uint32_t next_node(std::uint32_t node, std::uint32_t word) const;
  /// All rows with that code or alias in any letter case; in order of scheme rank.
  [[nodiscard]] std::span<const CodeKeyRow> find_code(std::string_view code) const;

  /// Index of the row with that id, or `rows.size()`.
  template <class Row>
  [[nodiscard]] std::size_t index_of(std::span<const Row> rows, std::string_view id) const {
    std::size_t i = 0;
    while (i < rows.size() && text(rows[i].id) != id) ++i;
    return i;
  }
  template <class Row>
  [[nodiscard]] const Row* find(std::span<const Row> rows, std::string_view id) const {
    const auto i = index_of(rows, id);
    return i < rows.size() ? &rows[i] : nullptr;
  }

 private:
  std::string_view bytes_;
};

}  // namespace portfix
