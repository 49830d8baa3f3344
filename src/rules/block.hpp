#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "rules/table.hpp"

namespace portfix {

/// Grows the flat block of a compiled table. Equal texts are stored once.
class Block {
 public:
  /// Leaves room for the header.
  void reserve(std::size_t bytes) { bytes_.resize(bytes); }

  TextRef add(std::string_view text) {
    if (text.empty()) return {};
    const auto [entry, added] = texts_.try_emplace(std::string(text));
    if (added) {
      entry->second = {size(), static_cast<std::uint32_t>(text.size())};
      bytes_.append(text);
    }
    return entry->second;
  }

  template <class Row>
  ListRef<Row> add(const std::vector<Row>& rows) {
    static_assert(std::is_trivially_copyable_v<Row> && alignof(Row) <= 4);
    static_assert(std::has_unique_object_representations_v<Row>);  // no padding of random bytes
    if (rows.empty()) return {};
    bytes_.resize((bytes_.size() + 3) / 4 * 4);
    const ListRef<Row> ref{size(), static_cast<std::uint32_t>(rows.size())};
    bytes_.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(Row));
    return ref;
  }

  /// Writes the header in front and gives the block away.
  std::string finish(TableHeader header) {
    bytes_.resize((bytes_.size() + 3) / 4 * 4);
    header.bytes = size();
    std::memcpy(bytes_.data(), &header, sizeof(header));
    return std::move(bytes_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(bytes_.size()); }

  std::string bytes_;
  std::unordered_map<std::string, TextRef> texts_;
};

}  // namespace portfix
