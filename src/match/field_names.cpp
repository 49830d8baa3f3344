#include "match/field_names.hpp"

#include <algorithm>

namespace portfix {
namespace {

constexpr std::uint32_t kBehindOwnPaths = 1000;  // rank of the general provider's first path

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// One word says too little to be found at the end of any path.
bool is_general(std::string_view path) {
  return path.find_first_of("._[") == path.npos &&
         std::none_of(path.begin(), path.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The character before `at` in lower case, "[]" left out and, in whatever style, what parts words;
/// '\0' at the beginning.
char previous(std::string_view path, std::size_t& at, KeyStyle style) {
  for (;;) {
    if (at >= 2 && path.substr(at - 2, 2) == "[]") {
      at -= 2;
    } else if (style == KeyStyle::any && at > 0 && (path[at - 1] == '_' || path[at - 1] == '-')) {
      --at;
    } else {
      return at == 0 ? '\0' : lower(path[--at]);
    }
  }
}

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool path_matches(std::string_view path, std::string_view wanted, KeyStyle style) {
  const bool anywhere = wanted.starts_with('.') || !is_general(wanted);
  if (wanted.starts_with('.')) wanted.remove_prefix(1);
  if (style == KeyStyle::any && path.ends_with(".value") && !wanted.ends_with("value")) {
    path.remove_suffix(6);  // <PON value="…">
  }
  std::size_t at = path.size();
  std::size_t left = wanted.size();
  for (;;) {
    const char want = previous(wanted, left, style);
    const char have = previous(path, at, style);
    if (want == '\0') return have == '\0' || (have == '.' && anywhere);
    if (want != have) return false;
  }
}

std::uint32_t name_rank(const TableView& table, const Occurrence& found, std::uint32_t provider,
                        std::string_view fact) {
  if (found.kind != AtomKind::field) return none;
  const FieldNameRow& name = table.field_names()[table.atoms()[found.atom].ref];
  if (table.text(name.fact) != fact) return none;
  if (name.provider == provider) return name.rank;
  const bool general = table.text(table.providers()[name.provider].id) == kGeneralProvider;
  return general ? kBehindOwnPaths + name.rank : none;
}

std::uint32_t field_rank(const Notice& notice, const ClauseScan& unit, const TableView& table,
                         std::uint32_t provider, std::string_view fact) {
  const Clause& clause = notice.clauses[unit.clause];
  std::uint32_t best = none;
  for (const Occurrence& found : unit.found) {  // the words of the label, all of them
    if (found.begin > 0) break;                 // they are in that order
    const bool whole =
        !clause.label.empty() && unit.tokens[found.end - 1].at.end <= clause.label.end &&
        (found.end == unit.tokens.size() || unit.tokens[found.end].at.begin >= clause.label.end);
    if (!whole) continue;
    const std::uint32_t rank = name_rank(table, found, provider, fact);
    // Of a key in a document, one word says too little, and a provider's own keys have paths.
    const bool telling = found.end - found.begin > 1 && rank >= kBehindOwnPaths;
    if (clause.path.empty() || telling) best = std::min(best, rank);
  }
  if (clause.path.empty()) return best;
  const auto providers = table.providers();
  const auto general = table.index_of(providers, kGeneralProvider);
  for (const std::size_t index : {std::size_t{provider}, general}) {
    if (index >= providers.size()) continue;
    for (const FieldRow& field : table.list(providers[index].fields)) {
      if (table.text(field.fact) != fact) continue;
      const auto paths = table.list(field.paths);
      for (std::uint32_t rank = 0; rank < paths.size(); ++rank) {
        if (!path_matches(clause.path, table.text(paths[rank]), KeyStyle::any)) continue;
        best = std::min(best, index == provider ? rank : kBehindOwnPaths + rank);
        break;
      }
    }
  }
  return best;
}

bool is_field(const Notice& notice, const ClauseScan& unit, const TableView& table,
              std::uint32_t provider, std::string_view fact) {
  return field_rank(notice, unit, table, provider, fact) != none;
}
}  // namespace portfix
