#include "rules/table.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace portfix {

std::uint32_t hash_word(std::string_view word) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

bool TableView::is_table(std::string_view bytes) {
  const TableHeader expected;
  if (bytes.size() < sizeof(TableHeader)) return false;
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(TableHeader) != 0) return false;
  const auto& header = *reinterpret_cast<const TableHeader*>(bytes.data());
  return std::memcmp(header.magic, expected.magic, sizeof(expected.magic)) == 0 &&
         header.version == TableHeader::current_version && header.bytes == bytes.size();
}

const WordSlot* TableView::find_word(std::string_view folded) const {
  const auto slots = list(header().words);
  const std::uint32_t hash = hash_word(folded);
  const std::size_t mask = slots.size() - 1;
  for (std::size_t i = hash & mask; slots[i].id != 0; i = (i + 1) & mask) {
    if (slots[i].hash == hash && text(slots[i].text) == folded) return &slots[i];
  }
  return nullptr;
}

std::uint32_t TableView::next_node(std::uint32_t node, std::uint32_t word) const {
  if (node == 0) {
    const auto roots = list(header().roots);
    return word < roots.size() ? roots[word] : 0;
  }
  const auto edges = list(list(header().nodes)[node].edges);
  const auto edge =
      std::lower_bound(edges.begin(), edges.end(), word,
                       [](const TrieEdge& row, std::uint32_t wanted) { return row.word < wanted; });
  return edge != edges.end() && edge->word == word ? edge->next : 0;
}

std::span<const CodeKeyRow> TableView::find_code(std::string_view code) const {
  constexpr std::size_t longest = 64;
  if (code.empty() || code.size() > longest) return {};
  std::array<char, longest> lower{};
  std::transform(code.begin(), code.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::string_view key(lower.data(), code.size());
  const auto keys = list(header().code_keys);
  const auto begin = std::lower_bound(
      keys.begin(), keys.end(), key,
      [&](const CodeKeyRow& row, std::string_view wanted) { return text(row.key) < wanted; });
  auto end = begin;
  while (end != keys.end() && text(end->key) == key) ++end;
  return {begin, end};
}

}  // namespace portfix
