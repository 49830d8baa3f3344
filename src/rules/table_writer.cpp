#include "rules/table_writer.hpp"

namespace portfix {
namespace {

template <class Row>
TableWriter::Index index_of(const std::vector<Row>& rows) {
  TableWriter::Index out;
  for (const Row& row : rows) out.emplace(row.id, static_cast<std::uint32_t>(out.size()));
  return out;
}

}  // namespace

TableWriter::TableWriter(const RuleSet& rules_to_write)
    : rules(rules_to_write),
      expander(rules.lexicon),
      trie(expander, rules.lexicon.spellings),
      reasons(index_of(rules.reasons)),
      schemes(index_of(rules.schemes)),
      providers(index_of(rules.providers)) {
  block.reserve(sizeof(TableHeader));
}

ListRef<TextRef> TableWriter::texts(const std::vector<std::string>& values) {
  std::vector<TextRef> rows;
  for (const std::string& value : values) rows.push_back(text(value));
  return block.add(rows);
}

ListRef<TextRef> TableWriter::texts(const std::vector<Located>& values) {
  std::vector<TextRef> rows;
  for (const Located& value : values) rows.push_back(text(value.text));
  return block.add(rows);
}

ListRef<std::uint32_t> TableWriter::refs(const std::vector<Located>& ids, const Index& known) {
  std::vector<std::uint32_t> rows;
  for (const Located& id : ids) rows.push_back(known.at(id.text));
  return block.add(rows);
}

}  // namespace portfix
