#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/block.hpp"
#include "rules/model.hpp"
#include "rules/table.hpp"
#include "rules/trie_builder.hpp"
#include "rules/wordings.hpp"

namespace portfix {

/// What the parts of a compilation write into: the block, its header, and the trie over all
/// wordings.
class TableWriter {
 public:
  using Index = std::map<std::string, std::uint32_t>;

  explicit TableWriter(const RuleSet& rules_to_write);
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  TextRef text(std::string_view value) { return block.add(value); }
  ListRef<TextRef> texts(const std::vector<std::string>& values);
  ListRef<TextRef> texts(const std::vector<Located>& values);
  ListRef<std::uint32_t> refs(const std::vector<Located>& ids, const Index& known);
  SourceRow source(const SourceRef& value) { return {text(value.url), text(value.seen)}; }

  const RuleSet& rules;
  WordingExpander expander;
  TrieBuilder trie;
  Block block;
  TableHeader header;
  Index reasons;
  Index schemes;
  Index providers;
  std::optional<std::uint32_t> name_atom;  ///< of the concept that names of carriers stand for
};

/// Code schemes, their codes, and the keys by which codes are found.
void add_schemes(TableWriter& out);

/// Carriers, providers and countries, and the words that name them.
void add_carriers(TableWriter& out);
void add_providers(TableWriter& out);
void add_countries(TableWriter& out);

}  // namespace portfix
