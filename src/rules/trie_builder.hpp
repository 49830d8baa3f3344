#pragma once

#include <algorithm>
#include <bit>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "rules/block.hpp"
#include "rules/table.hpp"
#include "rules/wordings.hpp"

namespace portfix {

/// Words and the trie over them.
class TrieBuilder {
 public:
  explicit TrieBuilder(const WordingExpander& expander) : expander_(expander), nodes_(1) {}

  std::uint32_t word(std::string_view folded) {
    return words_.try_emplace(std::string(folded), static_cast<std::uint32_t>(words_.size() + 1))
        .first->second;
  }
  void flag(std::string_view text, std::uint32_t flag) { flags_[word(fold(text))] |= flag; }

  std::uint32_t add_atom(AtomKind kind, std::uint32_t ref, Role role = Role::plain) {
    atoms_.push_back({kind, role, 0, ref, {}});
    patterns_.emplace_back();
    return static_cast<std::uint32_t>(atoms_.size() - 1);
  }

  void add_run(const WordRun& run, std::uint32_t atom) {
    std::uint32_t node = 0;
    for (const std::string& text : run) {
      const auto fresh = static_cast<std::uint32_t>(nodes_.size());
      const auto [edge, added] = edges_.try_emplace({node, word(text)}, fresh);
      if (added) nodes_.emplace_back();
      node = edge->second;
    }
    auto& atoms = nodes_[node];
    if (node != 0 && std::count(atoms.begin(), atoms.end(), atom) == 0) atoms.push_back(atom);
  }

  /// A name or a label: all its words, fillers removed.
  void add_text(std::string_view text, std::uint32_t atom, std::size_t shortest = 1) {
    const Words words = split_words(text);
    std::vector<std::string> run;
    for (std::size_t i = 0; i < words.size(); ++i) run.emplace_back(words[i]);
    const WordRun stripped = expander_.strip(run);
    if (stripped.size() >= shortest) add_run(stripped, atom);
  }

  std::uint32_t phrase(const WordRun& run) {
    const auto [entry, added] = phrases_.try_emplace(run, 0);
    if (added) {
      entry->second = add_atom(AtomKind::phrase, 0);
      add_run(run, entry->second);
    }
    return entry->second;
  }

  std::vector<std::uint32_t>& patterns_of(std::uint32_t atom) { return patterns_[atom]; }

  void write(Block& block, TableHeader& header) {
    header.words = write_words(block);
    header.edges = write_edges(block);
    std::vector<TrieNode> nodes;
    for (const auto& atoms : nodes_) nodes.push_back({block.add(atoms)});
    header.nodes = block.add(nodes);
    for (std::size_t i = 0; i < atoms_.size(); ++i) atoms_[i].patterns = block.add(patterns_[i]);
    header.atoms = block.add(atoms_);
  }

 private:
  ListRef<WordSlot> write_words(Block& block) const {
    std::vector<WordSlot> slots(std::bit_ceil(words_.size() * 2 + 1));
    const std::size_t mask = slots.size() - 1;
    for (const auto& [text, id] : words_) {
      const std::uint32_t hash = hash_word(text);
      std::size_t i = hash & mask;
      while (slots[i].id != 0) i = (i + 1) & mask;
      const auto flags = flags_.find(id);
      slots[i] = {hash, id, block.add(text), flags == flags_.end() ? 0 : flags->second};
    }
    return block.add(slots);
  }

  ListRef<TrieEdge> write_edges(Block& block) const {
    std::vector<TrieEdge> slots(std::bit_ceil(edges_.size() * 2 + 1));
    const std::size_t mask = slots.size() - 1;
    for (const auto& [from, next] : edges_) {
      std::size_t i = hash_edge(from.first, from.second) & mask;
      while (slots[i].next != 0) i = (i + 1) & mask;
      slots[i] = {from.first, from.second, next};
    }
    return block.add(slots);
  }

  const WordingExpander& expander_;
  std::map<std::string, std::uint32_t> words_;
  std::map<std::uint32_t, std::uint32_t> flags_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> edges_;
  std::vector<std::vector<std::uint32_t>> nodes_;
  std::vector<AtomRow> atoms_;
  std::vector<std::vector<std::uint32_t>> patterns_;
  std::map<WordRun, std::uint32_t> phrases_;
};

}  // namespace portfix
