#include <algorithm>

#include "rules/code_keys.hpp"
#include "rules/table_writer.hpp"

namespace portfix {
namespace {

constexpr std::size_t kShortestLabel = 2;  // words; "Other" says nothing

CodeRow code_row(TableWriter& out, const Scheme& scheme, std::uint32_t scheme_index,
                 const Code& code) {
  CodeRow row;
  row.scheme = scheme_index;
  row.code = out.text(code.code.text);
  row.label = out.text(code.label);
  row.note = out.text(code.note);
  row.reasons = out.refs(code.reasons, out.reasons);
  row.inner_of = out.texts(code.inner_of);
  row.same_as = out.texts(code.same_as);
  std::vector<SourceRow> sources;
  for (const auto& known : scheme.sources) {
    const bool named = std::any_of(code.sources.begin(), code.sources.end(),
                                   [&](const Located& id) { return id.text == known.first; });
    if (named) sources.push_back(out.source(known.second));
  }
  row.sources = out.block.add(sources);
  row.status = code.status;
  row.verified = code.verified;
  row.stands = code.stands.value_or(scheme.stands);
  if (code.owner) row.owner = static_cast<std::uint8_t>(*code.owner);
  if (code.policy) row.policy = static_cast<std::uint8_t>(*code.policy);
  return row;
}

/// "SPID [%s] is wrong" has its longest fixed part matched.
void add_label(TableWriter& out, const Code& code, std::uint32_t index) {
  std::string_view best;
  std::string_view rest = code.label;
  while (!rest.empty()) {
    const auto cut = std::min(rest.find('%'), rest.size());
    if (cut > best.size()) best = rest.substr(0, cut);
    rest.remove_prefix(std::min(cut + 2, rest.size()));
  }
  out.trie.add_text(best, out.trie.add_atom(AtomKind::label, index), kShortestLabel);
}

}  // namespace

void add_schemes(TableWriter& out) {
  std::vector<SchemeRow> rows;
  std::vector<CodeRow> codes;
  CodeKeys keys;
  for (const Scheme& scheme : out.rules.schemes) {
    keys.start(scheme);
    const auto index = static_cast<std::uint32_t>(rows.size());
    SchemeRow row;
    row.id = out.text(scheme.id);
    row.name = out.text(scheme.name);
    row.about = out.text(scheme.about);
    row.country = out.text(scheme.country);
    row.providers = out.refs(scheme.providers, out.providers);
    row.rank = scheme.rank;
    row.stands = scheme.stands;
    row.loose_zeros = scheme.loose_zeros;
    row.elsewhere = scheme.elsewhere;
    row.file = static_cast<std::uint16_t>(scheme.place.file);
    rows.push_back(row);
    const auto atom = out.trie.add_atom(AtomKind::scheme, index);
    for (const Located& context : scheme.context) out.trie.add_text(context.text, atom);
    for (const Code& code : scheme.codes) {
      const auto code_index = static_cast<std::uint32_t>(codes.size());
      keys.add(code, code_index);
      add_label(out, code, code_index);
      codes.push_back(code_row(out, scheme, index, code));
    }
  }
  std::vector<CodeKeyRow> key_rows;
  for (const CodeKey& key : std::move(keys).sorted()) {
    key_rows.push_back({out.text(key.text), key.code});
  }
  out.header.schemes = out.block.add(rows);
  out.header.codes = out.block.add(codes);
  out.header.code_keys = out.block.add(key_rows);
}

}  // namespace portfix
