#include "match/parties.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "match/country.hpp"
#include "match/field_names.hpp"
#include "match/losing_carrier.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestHost = 256;

bool ends_ignoring_case(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() &&
         equal_ignoring_case(text.substr(text.size() - tail.size()), tail);
}

class PartyFinder {
 public:
  PartyFinder(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
              const MatchOptions& options)
      : notice_(notice), units_(units), table_(table), options_(options) {}

  Parties run() {
    parties_.schemes.assign(table_.schemes().size(), false);
    find_provider();
    find_carrier();
    find_country();
    find_schemes();
    return std::move(parties_);
  }

 private:
  /// The names that a path is made of.
  void add_keys(std::string_view path) {
    while (!path.empty()) {
      const auto dot = std::min(path.find('.'), path.size());
      auto key = path.substr(0, dot);
      while (key.ends_with("[]")) key.remove_suffix(2);
      keys_.insert(key);
      path.remove_prefix(std::min(dot + 1, path.size()));
    }
  }

  /// How many of the keys the notice has: names of fields, or ends of paths.
  [[nodiscard]] int keys_used(ListRef<TextRef> keys) const {
    int count = 0;
    for (const TextRef ref : table_.list(keys)) {
      const auto key = table_.text(ref);
      const bool used = std::any_of(keys_.begin(), keys_.end(), [&](std::string_view other) {
        return equal_ignoring_case(other, key);
      });
      const bool inside = key.find('.') != key.npos &&
                          std::any_of(paths_.begin(), paths_.end(), [&](std::string_view path) {
                            return path_matches(path, key, KeyStyle::exact);
                          });
      if (used || inside) ++count;
    }
    return count;
  }

  /// How strongly the notice's form speaks for a provider; a mere mention of its name is weak.
  [[nodiscard]] int provider_score(const ProviderRow& provider) const {
    int score = 4 * keys_used(provider.keys);
    for (const TextRef ref : table_.list(provider.domains)) {
      if (has_domain(table_.text(ref))) score += 3;
    }
    for (const TextRef ref : table_.list(provider.order_id_prefixes)) {
      if (has_order_id(table_.text(ref))) score += 4;
    }
    return score;
  }

  [[nodiscard]] bool has_domain(std::string_view domain) const {
    return std::any_of(hosts_.begin(), hosts_.end(), [&](std::string_view host) {
      return ends_ignoring_case(host, domain) &&
             (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.');
    });
  }

  /// What the notice's fields are called, and the hosts of its addresses; each looked at once.
  void collect_names() {
    for (const Clause& clause : notice_.clauses) {
      if (!clause.path.empty() && paths_.insert(clause.path).second) add_keys(clause.path);
      if (!clause.label.empty()) keys_.insert(notice_.at(clause.label));
    }
    const std::string_view text = notice_.text;
    const auto in_host = [&](std::size_t i) {
      return std::isalnum(static_cast<unsigned char>(text[i])) != 0 || text[i] == '-' ||
             text[i] == '.';
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '@' && text[at] != '/') continue;
      std::size_t end = at + 1;
      while (end < text.size() && end - at < kLongestHost && in_host(end)) ++end;
      auto host = text.substr(at + 1, end - at - 1);
      while (host.ends_with('.')) host.remove_suffix(1);
      if (host.find('.') != host.npos) hosts_.insert(host);
    }
  }

  /// "KW" and 32 hexadecimal digits.
  [[nodiscard]] bool has_order_id(std::string_view prefix) const {
    const std::string_view text = notice_.text;
    for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix, at + 1)) {
      std::size_t digits = 0;
      while (at + prefix.size() + digits < text.size() &&
             std::isxdigit(static_cast<unsigned char>(text[at + prefix.size() + digits])) != 0) {
        ++digits;
      }
      if (digits == 32) return true;
    }
    return false;
  }

  void find_provider() {
    collect_names();
    const auto providers = table_.providers();
    if (!options_.provider.empty()) {
      const auto index = table_.index_of(providers, options_.provider);
      if (index < providers.size()) parties_.provider = static_cast<std::uint32_t>(index);
    }
    int best = 0;
    for (std::uint32_t i = 0; i < providers.size() && parties_.provider == none; ++i) {
      if (const int score = provider_score(providers[i]); score > best) {
        best = score;
        chosen_ = i;
      }
    }
    if (parties_.provider == none) parties_.provider = best > 0 ? chosen_ : named_provider();
    if (parties_.provider == none) {
      parties_.provider_assumed = true;
      const auto general = table_.index_of(providers, kGeneralProvider);
      if (general < providers.size()) parties_.provider = static_cast<std::uint32_t>(general);
    }
  }

  /// A provider that is named and is not the carrier that loses the number.
  [[nodiscard]] std::uint32_t named_provider() const {
    for (const ClauseScan& unit : units_) {
      for (const Occurrence& found : unit.found) {
        if (found.kind != AtomKind::provider || in_carrier_field(unit)) continue;
        if (usable(unit)) return table_.atoms()[found.atom].ref;
      }
    }
    return none;
  }

  [[nodiscard]] bool usable(const ClauseScan& unit) const {
    return notice_.clauses[unit.clause].kind != ClauseKind::quoted;
  }

  [[nodiscard]] bool in_carrier_field(const ClauseScan& unit) const {
    return is_field(notice_, unit, table_, parties_.provider, "losing_carrier");
  }

  void find_carrier() {
    const auto carriers = table_.carriers();
    if (!options_.carrier.empty()) {
      const auto index = table_.index_of(carriers, options_.carrier);
      if (index < carriers.size()) parties_.carrier = static_cast<std::uint32_t>(index);
      return;
    }
    const LosingCarrier finder(notice_, units_, table_, parties_.provider);
    parties_.carrier = finder.in_fields();
    if (parties_.carrier == none) parties_.carrier = carrier_by_keys();
    if (parties_.carrier != none) return;
    const bool own_name_only = !parties_.provider_assumed && parties_.provider != none;
    parties_.carrier = finder.in_text();
    if (own_name_only && parties_.carrier != none &&
        table_.text(carriers[parties_.carrier].id) ==
            table_.text(table_.providers()[parties_.provider].id)) {
      parties_.carrier = none;
    }
    if (parties_.carrier == none) parties_.namesakes = finder.namesakes();
  }

  /// A carrier whose own answer this is: the names in it give it away.
  [[nodiscard]] std::uint32_t carrier_by_keys() const {
    if (keys_.empty()) return none;
    const auto carriers = table_.carriers();
    for (std::uint32_t i = 0; i < carriers.size(); ++i) {
      if (keys_used(carriers[i].keys) > 0) return i;
    }
    return none;
  }

  void find_country() {
    parties_.country = options_.country;
    std::transform(
        parties_.country.begin(), parties_.country.end(), parties_.country.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (!parties_.country.empty()) return;
    parties_.country = portfix::find_country(notice_, units_, table_, parties_.carrier);
  }

  void find_schemes() {
    const auto schemes = table_.schemes();
    if (!parties_.provider_assumed && parties_.provider != none) {
      for (const std::uint32_t i : table_.list(table_.providers()[parties_.provider].schemes)) {
        parties_.schemes[i] = true;
      }
    }
    for (std::uint32_t i = 0; i < schemes.size(); ++i) {
      const auto providers = table_.list(schemes[i].providers);
      if (!parties_.provider_assumed &&
          std::count(providers.begin(), providers.end(), parties_.provider) > 0) {
        parties_.schemes[i] = true;
      }
      const auto country = table_.text(schemes[i].country);
      if (!country.empty() && country != "US" && country == parties_.country) {
        parties_.schemes[i] = true;
      }
    }
    for (const ClauseScan& unit : units_) {
      for (const Occurrence& found : unit.found) {
        if (found.kind == AtomKind::scheme) parties_.schemes[table_.atoms()[found.atom].ref] = true;
      }
    }
  }
  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const MatchOptions& options_;
  Parties parties_;
  std::uint32_t chosen_ = none;
  std::set<std::string_view> keys_;
  std::set<std::string_view> paths_;
  std::set<std::string_view> hosts_;
};

}  // namespace

Parties find_parties(const Notice& notice, const std::vector<ClauseScan>& units,
                     const TableView& table, const MatchOptions& options) {
  return PartyFinder(notice, units, table, options).run();
}

}  // namespace portfix
