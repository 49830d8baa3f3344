#pragma once

#include <algorithm>
#include <bit>
#include <compare>
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
  TrieBuilder(const WordingExpander& expander, const std::vector<Spelling>& spellings)
      : expander_(expander), nodes_(1) {
    for (const Spelling& spelling : spellings) {
      spellings_.emplace(fold(spelling.written.text), fold(spelling.word.text));
    }
  }

  std::uint32_t word(std::string_view folded) {
    const auto spelling = spellings_.find(folded);
    return words_
        .try_emplace(spelling == spellings_.end() ? std::string(folded) : spelling->second,
                     static_cast<std::uint32_t>(words_.size() + 1))
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
      const auto [edge, added] = nodes_[node].edges.try_emplace(word(text), fresh);
      node = edge->second;
      if (added) nodes_.emplace_back();
    }
    auto& atoms = nodes_[node].atoms;
    if (node != 0 && std::count(atoms.begin(), atoms.end(), atom) == 0) atoms.push_back(atom);
  }

  /// A name or a label: all its words, fillers removed. What fillers leave only one word of
  /// ("TextNow") is left out: the word alone would be found everywhere.
  void add_text(std::string_view text, std::uint32_t atom, std::size_t shortest = 1) {
    const Words words = split_words(text);
    std::vector<std::string> run;
    for (std::size_t i = 0; i < words.size(); ++i) run.emplace_back(words[i]);
    const WordRun stripped = expander_.strip(run);
    if (stripped.size() == 1 && run.size() > 1) return;
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
    write_nodes(block, header);
    for (std::size_t i = 0; i < atoms_.size(); ++i) atoms_[i].patterns = block.add(patterns_[i]);
    header.atoms = block.add(atoms_);
  }

 private:
  ListRef<WordSlot> write_words(Block& block) const {
    std::vector<WordSlot> slots(std::bit_ceil((words_.size() + spellings_.size()) * 2 + 1));
    const std::size_t mask = slots.size() - 1;
    const auto put = [&](const std::string& text, std::uint32_t id) {
      const std::uint32_t hash = hash_word(text);
      std::size_t i = hash & mask;
      while (slots[i].id != 0) i = (i + 1) & mask;
      const auto flags = flags_.find(id);
      slots[i] = {hash, id, block.add(text), flags == flags_.end() ? 0 : flags->second};
    };
    for (const auto& [text, id] : words_) put(text, id);
    for (const auto& [written, meant] : spellings_) {
      if (const auto known = words_.find(meant); known != words_.end()) put(written, known->second);
    }
    return block.add(slots);
  }

  struct Node {
    std::map<std::uint32_t, std::uint32_t> edges;
    std::vector<std::uint32_t> atoms;

    friend auto operator<=>(const Node&, const Node&) = default;
  };

  /// Makes equal subtrees one, and numbers nodes so that what is walked together lies together.
  void write_nodes(Block& block, TableHeader& header) {
    std::vector<std::uint32_t> same(nodes_.size());  // the node that stands for an equal subtree
    std::map<Node, std::uint32_t> known;
    for (auto node = static_cast<std::uint32_t>(nodes_.size()); node-- > 0;) {
      for (auto& [word, next] : nodes_[node].edges) next = same[next];  // children are younger
      std::sort(nodes_[node].atoms.begin(), nodes_[node].atoms.end());
      same[node] = node == 0 ? 0 : known.try_emplace(nodes_[node], node).first->second;
    }
    std::vector<std::uint32_t> order;
    std::vector<std::uint32_t> number(nodes_.size(), 0);
    std::vector<std::uint32_t> open = {0};
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      if (node != 0 && number[node] != 0) continue;
      number[node] = static_cast<std::uint32_t>(order.size());
      order.push_back(node);
      const auto& edges = nodes_[node].edges;
      for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) open.push_back(edge->second);
    }

    std::vector<std::uint32_t> roots(words_.size() + 1, 0);
    for (const auto& [word, next] : nodes_[0].edges) roots[word] = number[next];
    header.roots = block.add(roots);
    std::vector<TrieNode> rows(1);
    for (const std::uint32_t node : order) {
      if (node == 0) continue;
      std::vector<TrieEdge> edges;
      for (const auto& [word, next] : nodes_[node].edges) edges.push_back({word, number[next]});
      const auto edge_list = block.add(edges);
      rows.push_back({edge_list, block.add(nodes_[node].atoms)});
    }
    header.nodes = block.add(rows);
  }

  const WordingExpander& expander_;
  std::map<std::string, std::string, std::less<>> spellings_;  ///< folded, of folded words
  std::map<std::string, std::uint32_t> words_;
  std::map<std::uint32_t, std::uint32_t> flags_;
  std::vector<Node> nodes_;
  std::vector<AtomRow> atoms_;
  std::vector<std::vector<std::uint32_t>> patterns_;
  std::map<WordRun, std::uint32_t> phrases_;
};

}  // namespace portfix
