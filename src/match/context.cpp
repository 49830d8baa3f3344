#include "match/context.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace portfix {
namespace {

constexpr std::string_view kGeneral = "generic";  // id of the provider that stands in
constexpr std::uint32_t kBehindOwnPaths = 1000;   // rank of the general provider's first path
constexpr std::size_t kLongestHost = 256;
constexpr std::size_t kLongestValue = 64;  // of an order id or a status

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool ends_ignoring_case(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() &&
         equal_ignoring_case(text.substr(text.size() - tail.size()), tail);
}

/// One word says too little to be found at the end of any path.
bool is_general(std::string_view path) {
  return path.find_first_of("._[") == path.npos &&
         std::none_of(path.begin(), path.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// The character before `at` in lower case, "[]" left out; '\0' at the beginning.
char previous(std::string_view path, std::size_t& at) {
  while (at >= 2 && path.substr(at - 2, 2) == "[]") at -= 2;
  return at == 0 ? '\0' : lower(path[--at]);
}

/// True if `path` is `wanted` or ends in it, in whatever case. XML does not tell whether an element
/// is one of a list, so "[]" makes no difference.
bool path_matches(std::string_view path, std::string_view wanted) {
  std::size_t at = path.size();
  std::size_t left = wanted.size();
  for (;;) {
    const char want = previous(wanted, left);
    const char have = previous(path, at);
    if (want == '\0') return have == '\0' || (have == '.' && !is_general(wanted));
    if (want != have) return false;
  }
}

class Recogniser {
 public:
  Recogniser(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
             const MatchOptions& options)
      : notice_(notice), units_(units), table_(table), options_(options) {}

  Context run() {
    context_.schemes.assign(table_.schemes().size(), false);
    find_provider();
    find_carrier();
    find_country();
    find_schemes();
    find_order();
    return std::move(context_);
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

  /// How strongly the notice's form speaks for a provider; a mere mention of its name is weak.
  [[nodiscard]] int provider_score(const ProviderRow& provider) const {
    int score = 0;
    for (const TextRef ref : table_.list(provider.keys)) {
      const auto key = table_.text(ref);
      const bool used = std::any_of(keys_.begin(), keys_.end(), [&](std::string_view other) {
        return equal_ignoring_case(other, key);
      });
      const bool inside = key.find('.') != key.npos &&
                          std::any_of(paths_.begin(), paths_.end(), [&](std::string_view path) {
                            return path_matches(path, key);
                          });
      if (used || inside) score += 4;
    }
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
      if (index < providers.size()) context_.provider = static_cast<std::uint32_t>(index);
    }
    int best = 0;
    for (std::uint32_t i = 0; i < providers.size() && context_.provider == none; ++i) {
      if (const int score = provider_score(providers[i]); score > best) {
        best = score;
        chosen_ = i;
      }
    }
    if (context_.provider == none) context_.provider = best > 0 ? chosen_ : named_provider();
    if (context_.provider == none) {
      context_.provider_assumed = true;
      const auto general = table_.index_of(providers, kGeneral);
      if (general < providers.size()) context_.provider = static_cast<std::uint32_t>(general);
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
    return is_field(notice_, unit, table_, context_.provider, "losing_carrier");
  }

  void find_carrier() {
    const auto carriers = table_.carriers();
    if (!options_.carrier.empty()) {
      const auto index = table_.index_of(carriers, options_.carrier);
      if (index < carriers.size()) context_.carrier = static_cast<std::uint32_t>(index);
      return;
    }
    for (const ClauseScan& unit : units_) {
      if (in_carrier_field(unit)) take_carrier(unit, true);
    }
    if (context_.carrier != none) return;
    const bool own_name_only = !context_.provider_assumed && context_.provider != none;
    for (const ClauseScan& unit : units_) {
      const ClauseKind kind = notice_.clauses[unit.clause].kind;
      if (kind == ClauseKind::signature || kind == ClauseKind::quoted) continue;
      take_carrier(unit, false);
    }
    if (own_name_only && context_.carrier != none &&
        table_.text(carriers[context_.carrier].id) ==
            table_.text(table_.providers()[context_.provider].id)) {
      context_.carrier = none;
    }
  }

  /// The longest name wins: "AT&T Prepaid" is not "AT&T".
  void take_carrier(const ClauseScan& unit, bool weak_too) {
    if (context_.carrier != none) return;
    const Occurrence* best = nullptr;
    for (const Occurrence& found : unit.found) {
      const bool named =
          found.kind == AtomKind::carrier || (weak_too && found.kind == AtomKind::weak_carrier);
      if (!named || inside_provider_name(unit, found)) continue;
      if (best == nullptr || found.end - found.begin > best->end - best->begin) best = &found;
    }
    if (best != nullptr) context_.carrier = table_.atoms()[best->atom].ref;
  }

  /// "AT&T Office@Hand" does not speak of AT&T.
  static bool inside_provider_name(const ClauseScan& unit, const Occurrence& carrier) {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
      return other.kind == AtomKind::provider && other.begin <= carrier.begin &&
             carrier.end <= other.end && other.end - other.begin > carrier.end - carrier.begin;
    });
  }

  void find_country() {
    context_.country = options_.country;
    std::transform(
        context_.country.begin(), context_.country.end(), context_.country.begin(),
        [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (!context_.country.empty()) return;
    for (const NumberMention& number : notice_.numbers) {
      const auto country = country_of(number.e164);
      if (country.empty()) continue;
      if (!context_.country.empty() && context_.country != country) {
        context_.country.clear();  // numbers of several countries: none decides
        return;
      }
      context_.country = country;
    }
    if (context_.country.empty() && context_.carrier != none) {
      context_.country = table_.text(table_.carriers()[context_.carrier].country);
    }
    if (context_.country.empty()) context_.country = mentioned_country();
  }

  /// The country that most words speak of; of several, the one that comes first.
  [[nodiscard]] std::string_view mentioned_country() const {
    std::vector<std::pair<std::uint32_t, std::set<std::uint32_t>>> words;  // country and atoms
    for (const ClauseScan& unit : units_) {
      for (const Occurrence& found : unit.found) {
        if (found.kind != AtomKind::country) continue;
        const std::uint32_t country = table_.atoms()[found.atom].ref;
        auto known = std::find_if(words.begin(), words.end(),
                                  [&](const auto& entry) { return entry.first == country; });
        if (known == words.end()) known = words.insert(words.end(), {country, {}});
        known->second.insert(found.atom);
      }
    }
    const auto most = std::max_element(
        words.begin(), words.end(),
        [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    return most == words.end() ? std::string_view{}
                               : table_.text(table_.countries()[most->first].id);
  }

  [[nodiscard]] std::string_view country_of(std::string_view e164) const {
    std::string_view best;
    std::size_t longest = 0;
    for (const CountryRow& country : table_.countries()) {
      const auto code = table_.text(country.calling_code);
      if (!e164.substr(1).starts_with(code)) continue;
      const auto areas = table_.list(country.area_codes);
      const auto national = e164.substr(1 + code.size());
      const bool own = std::any_of(areas.begin(), areas.end(), [&](TextRef area) {
        return national.starts_with(table_.text(area));
      });
      if (!areas.empty() && !own) continue;
      const std::size_t weight = code.size() * 2 + (own ? 1 : 0);
      if (weight > longest) {
        longest = weight;
        best = table_.text(country.id);
      }
    }
    return best;
  }

  void find_schemes() {
    const auto schemes = table_.schemes();
    if (!context_.provider_assumed && context_.provider != none) {
      for (const std::uint32_t i : table_.list(table_.providers()[context_.provider].schemes)) {
        context_.schemes[i] = true;
      }
    }
    for (std::uint32_t i = 0; i < schemes.size(); ++i) {
      const auto providers = table_.list(schemes[i].providers);
      if (!context_.provider_assumed &&
          std::count(providers.begin(), providers.end(), context_.provider) > 0) {
        context_.schemes[i] = true;
      }
      const auto country = table_.text(schemes[i].country);
      if (!country.empty() && country != "US" && country == context_.country) {
        context_.schemes[i] = true;
      }
    }
    for (const ClauseScan& unit : units_) {
      for (const Occurrence& found : unit.found) {
        if (found.kind == AtomKind::scheme) context_.schemes[table_.atoms()[found.atom].ref] = true;
      }
    }
  }

  void find_order() {
    context_.order_id = field_value("order_id");
    context_.status = field_value("status");
    if (context_.order_id.empty()) context_.order_id = order_id_in_text();
    if (context_.order_id.empty() && context_.provider != none) find_prefixed_order_id();
    take_date("foc_date", "foc");
    take_date("due_date", "due");
  }

  void find_prefixed_order_id() {
    const std::string_view text = notice_.text;
    for (const TextRef ref : table_.list(table_.providers()[context_.provider].order_id_prefixes)) {
      const auto prefix = table_.text(ref);
      for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix, at + 1)) {
        auto end = at + prefix.size();
        while (end < text.size() && std::isxdigit(static_cast<unsigned char>(text[end])) != 0)
          ++end;
        if (end - at < prefix.size() + 8) continue;
        context_.order_id = text.substr(at, end - at);
        return;
      }
    }
  }

  /// The value of the field that the provider's file names first; the general file comes after.
  [[nodiscard]] std::string field_value(std::string_view fact) const {
    std::uint32_t best = none;
    std::string_view value;
    for (const ClauseScan& unit : units_) {
      const Clause& clause = notice_.clauses[unit.clause];
      if (clause.kind == ClauseKind::quoted || (clause.path.empty() && clause.label.empty()))
        continue;
      const auto text = notice_.at(clause.text);
      if (text.empty() || text.size() > kLongestValue) continue;
      const std::uint32_t rank = field_rank(notice_, unit, table_, context_.provider, fact);
      if (rank >= best) continue;
      best = rank;
      value = text;
    }
    return std::string(value);
  }

  /// "… your order 12345 …", "PON ABC-1": the token behind the field's words, if it has a digit.
  [[nodiscard]] std::string order_id_in_text() const {
    if (notice_.shape == Shape::json || notice_.shape == Shape::xml) return {};
    std::uint32_t best = none;
    std::string value;
    for (const ClauseScan& unit : units_) {
      if (notice_.clauses[unit.clause].kind == ClauseKind::quoted) continue;
      for (const Occurrence& found : unit.found) {
        const std::uint32_t rank = name_rank(table_, found, context_.provider, "order_id");
        if (rank >= best) continue;
        std::string token = token_behind(unit.tokens[found.end - 1].at.end);
        if (token.empty()) continue;
        best = rank;
        value = std::move(token);
      }
    }
    return value;
  }

  [[nodiscard]] std::string token_behind(std::uint32_t at) const {
    const std::string_view text = notice_.text;
    const std::uint32_t gap = at;
    while (at < text.size() && at - gap < 4 &&
           std::string_view(" :#=").find(text[at]) != text.npos) {
      ++at;
    }
    if (at == gap) return {};
    std::size_t end = at;
    bool digit = false;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
                                 text[end] == '-' || text[end] == '_')) {
      digit = digit || std::isdigit(static_cast<unsigned char>(text[end])) != 0;
      ++end;
    }
    while (end > at && text[end - 1] == '-') --end;
    const bool fits = digit && end - at >= 3 && end - at <= kLongestValue;
    return fits ? std::string(text.substr(at, end - at)) : std::string{};
  }

  /// A date in a field of that name, or right behind its words in a sentence.
  void take_date(std::string_view fact, std::string name) {
    constexpr std::uint32_t nearby = 40;  // bytes
    for (const ClauseScan& unit : units_) {
      const Range range = notice_.clauses[unit.clause].text;
      auto next = std::lower_bound(
          notice_.dates.begin(), notice_.dates.end(), range.begin,
          [](const DateMention& date, std::uint32_t begin) { return date.at.begin < begin; });
      for (; next != notice_.dates.end() && next->at.end <= range.end; ++next) {
        const DateMention& date = *next;
        const bool named =
            is_field(notice_, unit, table_, context_.provider, fact) ||
            std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
              const std::uint32_t end = unit.tokens[found.end - 1].at.end;
              return end <= date.at.begin && date.at.begin - end <= nearby &&
                     name_rank(table_, found, context_.provider, fact) != none;
            });
        if (!named) continue;
        context_.dates.push_back({std::move(name), date.iso});
        return;
      }
    }
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const MatchOptions& options_;
  Context context_;
  std::uint32_t chosen_ = none;
  std::set<std::string_view> keys_;
  std::set<std::string_view> paths_;
  std::set<std::string_view> hosts_;
};

}  // namespace

std::uint32_t name_rank(const TableView& table, const Occurrence& found, std::uint32_t provider,
                        std::string_view fact) {
  if (found.kind != AtomKind::field) return none;
  const FieldNameRow& name = table.field_names()[table.atoms()[found.atom].ref];
  if (table.text(name.fact) != fact) return none;
  if (name.provider == provider) return name.rank;
  const bool general = table.text(table.providers()[name.provider].id) == kGeneral;
  return general ? kBehindOwnPaths + name.rank : none;
}

std::uint32_t field_rank(const Notice& notice, const ClauseScan& unit, const TableView& table,
                         std::uint32_t provider, std::string_view fact) {
  const Clause& clause = notice.clauses[unit.clause];
  std::uint32_t best = none;
  for (const Occurrence& found : unit.found) {  // the words of the label, all of them
    const bool whole =
        found.begin == 0 && !clause.label.empty() &&
        unit.tokens[found.end - 1].at.end <= clause.label.end &&
        (found.end == unit.tokens.size() || unit.tokens[found.end].at.begin >= clause.label.end);
    if (!whole) continue;
    const std::uint32_t rank = name_rank(table, found, provider, fact);
    // Of a key in a document, one word says too little, and a provider's own keys have paths.
    const bool telling = found.end - found.begin > 1 && rank >= kBehindOwnPaths;
    if (clause.path.empty() || telling) best = std::min(best, rank);
  }
  if (clause.path.empty()) return best;
  const auto providers = table.providers();
  const auto general = table.index_of(providers, kGeneral);
  for (const std::size_t index : {std::size_t{provider}, general}) {
    if (index >= providers.size()) continue;
    for (const FieldRow& field : table.list(providers[index].fields)) {
      if (table.text(field.fact) != fact) continue;
      const auto paths = table.list(field.paths);
      for (std::uint32_t rank = 0; rank < paths.size(); ++rank) {
        if (!path_matches(clause.path, table.text(paths[rank]))) continue;
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

Context recognise_context(const Notice& notice, const std::vector<ClauseScan>& units,
                          const TableView& table, const MatchOptions& options) {
  return Recogniser(notice, units, table, options).run();
}

}  // namespace portfix
