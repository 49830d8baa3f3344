#include "match/context.hpp"

#include <algorithm>
#include <cctype>

namespace portfix {
namespace {

char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool ends_ignoring_case(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() &&
         equal_ignoring_case(text.substr(text.size() - tail.size()), tail);
}

std::size_t find_ignoring_case(std::string_view text, std::string_view part) {
  const auto found = std::search(text.begin(), text.end(), part.begin(), part.end(),
                                 [](char x, char y) { return lower(x) == lower(y); });
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

/// One word says too little to be found at the end of any path.
bool is_general(std::string_view path) {
  return path.find_first_of("._[") == path.npos &&
         std::none_of(path.begin(), path.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool path_matches(std::string_view path, std::string_view wanted) {
  if (path.empty()) return false;
  if (equal_ignoring_case(path, wanted)) return true;
  if (is_general(wanted) || !ends_ignoring_case(path, wanted)) return false;
  const char before = path[path.size() - wanted.size() - 1];
  return before == '.' || before == ']';
}

class Recogniser {
 public:
  Recogniser(const Notice& notice, const std::vector<Unit>& units, const TableView& table,
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
  [[nodiscard]] std::string_view last_key(const Clause& clause) const {
    const std::string_view path = clause.path;
    const auto dot = path.rfind('.');
    return dot == path.npos ? path : path.substr(dot + 1);
  }

  /// How strongly the notice's form speaks for a provider; a mere mention of its name is weak.
  [[nodiscard]] int provider_score(const ProviderRow& provider) const {
    int score = 0;
    for (const TextRef ref : table_.list(provider.keys)) {
      const auto key = table_.text(ref);
      const bool used = std::any_of(
          notice_.clauses.begin(), notice_.clauses.end(), [&](const Clause& clause) {
            return equal_ignoring_case(last_key(clause), key) ||
                   equal_ignoring_case(notice_.at(clause.label), key);
          });
      if (used) score += 4;
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
    const std::string_view text = notice_.text;
    const auto at = find_ignoring_case(text, domain);
    if (at == text.npos || at == 0) return false;
    const char before = text[at - 1];
    const auto end = at + domain.size();
    const bool whole = end >= text.size() || std::isalnum(static_cast<unsigned char>(text[end])) == 0;
    return whole && (before == '@' || before == '.' || before == '/');
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
      const auto general = table_.index_of(providers, "generic");
      if (general < providers.size()) context_.provider = static_cast<std::uint32_t>(general);
    }
  }

  /// A provider that is named and is not the carrier that loses the number.
  [[nodiscard]] std::uint32_t named_provider() const {
    for (const Unit& unit : units_) {
      for (const Occurrence& found : unit.found) {
        if (found.kind != AtomKind::provider || in_carrier_field(unit)) continue;
        if (usable(unit)) return table_.atoms()[found.atom].ref;
      }
    }
    return none;
  }

  [[nodiscard]] bool usable(const Unit& unit) const {
    return notice_.clauses[unit.clause].kind != ClauseKind::quoted;
  }

  [[nodiscard]] bool in_carrier_field(const Unit& unit) const {
    const auto providers = table_.providers();
    const auto general = table_.index_of(providers, "generic");
    const Clause& clause = notice_.clauses[unit.clause];
    if (context_.provider != none &&
        stands_at(notice_, clause, table_, providers[context_.provider], "losing_carrier")) {
      return true;
    }
    return general < providers.size() &&
           stands_at(notice_, clause, table_, providers[general], "losing_carrier");
  }

  void find_carrier() {
    const auto carriers = table_.carriers();
    if (!options_.carrier.empty()) {
      const auto index = table_.index_of(carriers, options_.carrier);
      if (index < carriers.size()) context_.carrier = static_cast<std::uint32_t>(index);
      return;
    }
    for (const Unit& unit : units_) {
      if (in_carrier_field(unit)) take_carrier(unit, true);
    }
    if (context_.carrier != none) return;
    const bool own_name_only = !context_.provider_assumed && context_.provider != none;
    for (const Unit& unit : units_) {
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
  void take_carrier(const Unit& unit, bool weak_too) {
    if (context_.carrier != none) return;
    const Occurrence* best = nullptr;
    for (const Occurrence& found : unit.found) {
      const bool named = found.kind == AtomKind::carrier ||
                         (weak_too && found.kind == AtomKind::weak_carrier);
      if (!named || inside_provider_name(unit, found)) continue;
      if (best == nullptr || found.end - found.begin > best->end - best->begin) best = &found;
    }
    if (best != nullptr) context_.carrier = table_.atoms()[best->atom].ref;
  }

  /// "AT&T Office@Hand" does not speak of AT&T.
  static bool inside_provider_name(const Unit& unit, const Occurrence& carrier) {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
      return other.kind == AtomKind::provider && other.begin <= carrier.begin &&
             carrier.end <= other.end && other.end - other.begin > carrier.end - carrier.begin;
    });
  }

  void find_country() {
    context_.country = options_.country;
    std::transform(context_.country.begin(), context_.country.end(), context_.country.begin(),
                   [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
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
    for (const Unit& unit : units_) {
      for (const Occurrence& found : unit.found) {
        if (found.kind == AtomKind::scheme) context_.schemes[table_.atoms()[found.atom].ref] = true;
      }
    }
  }

  void find_order() {
    const auto providers = table_.providers();
    const auto general = table_.index_of(providers, "generic");
    std::vector<const ProviderRow*> rows;
    if (context_.provider != none) rows.push_back(&providers[context_.provider]);
    if (general < providers.size() && general != context_.provider) {
      rows.push_back(&providers[general]);
    }
    for (const ProviderRow* row : rows) {
      if (context_.order_id.empty()) context_.order_id = field_value(*row, "order_id");
      if (context_.order_id.empty()) context_.order_id = value_in_text(*row, "order_id");
      if (context_.status.empty()) context_.status = field_value(*row, "status");
      take_date(*row, "foc_date", "foc");
      take_date(*row, "due_date", "due");
    }
    if (context_.order_id.empty() && context_.provider != none) find_prefixed_order_id();
  }

  void find_prefixed_order_id() {
    const std::string_view text = notice_.text;
    for (const TextRef ref : table_.list(table_.providers()[context_.provider].order_id_prefixes)) {
      const auto prefix = table_.text(ref);
      for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix, at + 1)) {
        auto end = at + prefix.size();
        while (end < text.size() && std::isxdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
        if (end - at < prefix.size() + 8) continue;
        context_.order_id = text.substr(at, end - at);
        return;
      }
    }
  }

  /// The first value at the provider's paths, tried in their order.
  [[nodiscard]] std::string field_value(const ProviderRow& provider, std::string_view fact) const {
    for (const FieldRow& field : table_.list(provider.fields)) {
      if (table_.text(field.fact) != fact) continue;
      for (const TextRef path : table_.list(field.paths)) {
        for (const Clause& clause : notice_.clauses) {
          if (clause.kind == ClauseKind::quoted || !matches(clause, table_.text(path))) continue;
          const auto value = notice_.at(clause.text);
          if (!value.empty() && value.size() <= 64) return std::string(value);
        }
      }
    }
    return {};
  }

  [[nodiscard]] bool matches(const Clause& clause, std::string_view path) const {
    if (path_matches(clause.path, path)) return true;
    if (!clause.path.empty() || clause.label.empty()) return false;
    return fold(notice_.at(clause.label)) == fold(path.substr(path.rfind('.') + 1));
  }

  /// "… your order 12345 …", "PON ABC-1": the token behind the words of a path, if it has a digit.
  [[nodiscard]] std::string value_in_text(const ProviderRow& provider,
                                          std::string_view fact) const {
    if (notice_.shape == Shape::json || notice_.shape == Shape::xml) return {};
    for (const FieldRow& field : table_.list(provider.fields)) {
      if (table_.text(field.fact) != fact) continue;
      for (const TextRef path : table_.list(field.paths)) {
        std::string words = fold(table_.text(path));
        if (auto value = token_behind(words); !value.empty()) return value;
      }
    }
    return {};
  }

  [[nodiscard]] std::string token_behind(std::string_view words) const {
    const std::string_view text = notice_.text;
    for (std::size_t from = 0; from < text.size();) {
      const auto found = find_ignoring_case(text.substr(from), words);
      if (found == text.npos) return {};
      const std::size_t begin = from + found;
      std::size_t at = begin + words.size();
      from = at;
      if (begin > 0 && std::isalnum(static_cast<unsigned char>(text[begin - 1])) != 0) continue;
      const std::size_t gap = at;
      while (at < text.size() && at - gap < 4 && std::string_view(" :#=").find(text[at]) != text.npos) ++at;
      if (at == gap) continue;
      std::size_t end = at;
      bool digit = false;
      while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
                                   std::string_view("-_").find(text[end]) != text.npos)) {
        digit = digit || std::isdigit(static_cast<unsigned char>(text[end])) != 0;
        ++end;
      }
      while (end > at && text[end - 1] == '-') --end;
      if (digit && end - at >= 3 && end - at <= 48) return std::string(text.substr(at, end - at));
    }
    return {};
  }

  /// A date in a field of that name, or behind its words in a sentence.
  void take_date(const ProviderRow& provider, std::string_view fact, std::string name) {
    if (std::any_of(context_.dates.begin(), context_.dates.end(),
                    [&](const NamedDate& date) { return date.name == name; })) {
      return;
    }
    for (const DateMention& date : notice_.dates) {
      for (const Clause& clause : notice_.clauses) {
        if (clause.text.begin > date.at.begin || date.at.end > clause.text.end) continue;
        const bool named = stands_at(notice_, clause, table_, provider, fact) ||
                           words_before(clause, date, provider, fact);
        if (!named) continue;
        context_.dates.push_back({std::move(name), date.iso});
        return;
      }
    }
  }

  [[nodiscard]] bool words_before(const Clause& clause, const DateMention& date,
                                  const ProviderRow& provider, std::string_view fact) const {
    constexpr std::uint32_t nearby = 40;  // bytes
    const std::uint32_t from =
        std::max(clause.text.begin, date.at.begin > nearby ? date.at.begin - nearby : 0U);
    const std::string before = " " + fold(notice_.at({from, date.at.begin})) + " ";
    for (const FieldRow& field : table_.list(provider.fields)) {
      if (table_.text(field.fact) != fact) continue;
      for (const TextRef path : table_.list(field.paths)) {
        if (before.find(" " + fold(table_.text(path)) + " ") != std::string::npos) return true;
      }
    }
    return false;
  }

  const Notice& notice_;
  const std::vector<Unit>& units_;
  const TableView& table_;
  const MatchOptions& options_;
  Context context_;
  std::uint32_t chosen_ = none;
};

}  // namespace

bool stands_at(const Notice& notice, const Clause& clause, const TableView& table,
               const ProviderRow& provider, std::string_view fact) {
  for (const FieldRow& field : table.list(provider.fields)) {
    if (table.text(field.fact) != fact) continue;
    for (const TextRef ref : table.list(field.paths)) {
      const auto path = table.text(ref);
      if (path_matches(clause.path, path)) return true;
      if (clause.path.empty() && !clause.label.empty() &&
          fold(notice.at(clause.label)) == fold(path.substr(path.rfind('.') + 1))) {
        return true;
      }
    }
  }
  return false;
}

Context recognise_context(const Notice& notice, const std::vector<Unit>& units,
                          const TableView& table, const MatchOptions& options) {
  return Recogniser(notice, units, table, options).run();
}

}  // namespace portfix
