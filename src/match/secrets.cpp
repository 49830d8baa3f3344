#include "match/secrets.hpp"

#include <algorithm>
#include <cctype>

namespace portfix {
namespace {

constexpr std::uint32_t kNear = 10;  // words between a secret's name and its value

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A value that could be a secret: three characters or more, two of them digits.
bool looks_secret(std::string_view value) {
  return value.size() >= 3 && std::count_if(value.begin(), value.end(), is_digit) >= 2;
}

/// Grows a word over the joints of "123-45-6789" and "01/02/1980".
Range whole_value(std::string_view text, Range word, Range within) {
  const auto joins = [](char c) { return c == '-' || c == '/' || c == '.' || c == '_'; };
  const auto inner = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  while (word.end + 1 < within.end && joins(text[word.end]) && inner(text[word.end + 1])) {
    ++word.end;
    while (word.end < within.end && inner(text[word.end])) ++word.end;
  }
  return word;
}

class SecretFinder {
 public:
  SecretFinder(const Notice& notice, const std::vector<ClauseScan>& scans, const TableView& table,
               const Findings& findings)
      : notice_(notice), scans_(scans), table_(table), findings_(findings) {
    for (const NumberMention& number : notice.numbers) kept_.push_back(number.at);
    for (const DateMention& date : notice.dates) {
      if (!is_birth(date)) kept_.push_back(date.at);
    }
    for (const auto* list : {&findings.reasons, &findings.weaker}) {
      for (const Finding& finding : *list) {
        for (const Evidence& evidence : finding.evidence) {
          if (evidence.kind == Evidence::Kind::code) kept_.push_back(evidence.at);
        }
      }
    }
    for (const UnknownCode& code : findings.unknown_codes) kept_.push_back(code.at);
    keep_order_id();
    std::sort(kept_.begin(), kept_.end(),
              [](const Range& a, const Range& b) { return a.begin < b.begin; });
  }

  std::vector<Secret> run() {
    find_births();
    find_secrets();
    find_social_security_numbers();
    std::stable_sort(secrets_.begin(), secrets_.end(), [](const Secret& a, const Secret& b) {
      return std::pair(a.at.begin, !a.named) < std::pair(b.at.begin, !b.named);
    });
    std::vector<Secret> out;
    for (Secret& secret : secrets_) {
      if (out.empty() || out.back().at.end <= secret.at.begin) out.push_back(std::move(secret));
    }
    return out;
  }

 private:
  /// Whether the words beside a date say that somebody was born on it.
  [[nodiscard]] bool is_birth(const DateMention& date) const {
    constexpr std::uint32_t before = 48;  // bytes
    constexpr std::uint32_t after = 32;
    const auto end = static_cast<std::uint32_t>(notice_.text.size());
    const Range near{date.at.begin > before ? date.at.begin - before : 0,
                     std::min(end, date.at.end + after)};
    std::string words(near.in(notice_.text));
    for (char& c : words) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (const std::string_view word :
         {"birth", "dob", "d.o.b", "born", "geburt", "geboren", "nacim", "naissance", "nascita"}) {
      if (words.find(word) != std::string::npos) return true;
    }
    return false;
  }

  void find_births() {
    for (const DateMention& date : notice_.dates) {
      if (is_birth(date)) note(date.at, "date_of_birth");
    }
  }

  /// A word that no rule knows and that is set off from the name of a code: "PIN: Swordfish".
  [[nodiscard]] bool is_odd_word(const Token& token, std::uint32_t name_end) const {
    if (token.word != 0 || token.at.size() < 4 || token.at.begin < name_end) return false;
    const auto gap = std::string_view(notice_.text).substr(name_end, token.at.begin - name_end);
    return gap.size() <= 6 && gap.find_first_of(":=\"'") != gap.npos;
  }

  /// A labelled value of words that no rule knows: "Password: blue horse".
  [[nodiscard]] static bool is_all_odd(const ClauseScan& unit, const Clause& clause) {
    bool any = false;
    for (const Token& token : unit.tokens) {
      if (token.at.begin < clause.text.begin) continue;
      if (token.word != 0) return false;
      any = true;
    }
    return any;
  }

  void find_secrets() {
    const auto concepts = table_.list(table_.header().concepts);
    for (const ClauseScan& unit : scans_) {
      const Clause& clause = notice_.clauses[unit.clause];
      for (const Occurrence& found : unit.found) {
        if (found.kind != AtomKind::meaning || found.hidden) continue;
        const auto kind = table_.text(concepts[table_.atoms()[found.atom].ref].secret);
        if (kind.empty()) continue;
        // A field of that name holds nothing else: "PIN: swordfish".
        const bool in_label = unit.tokens[found.begin].at.end <= clause.label.end;
        const auto value = notice_.at(clause.text);
        const bool is_code = kind == "pin" || kind == "transfer_pin";
        if (in_label && !clause.label.empty() &&
            (value.find(' ') == value.npos || (is_code && is_all_odd(unit, clause)))) {
          note(clause.text, kind, true);
        }
        const auto next = found.end;
        if (is_code && next < unit.tokens.size() &&
            is_odd_word(unit.tokens[next], unit.tokens[next - 1].at.end)) {
          note(unit.tokens[next].at, kind);
        }
        const std::uint32_t from = found.begin > kNear ? found.begin - kNear : 0;
        const auto to = std::min<std::uint32_t>(found.end + kNear,
                                                static_cast<std::uint32_t>(unit.tokens.size()));
        for (std::uint32_t at = from; at < to; ++at) {
          if (at >= found.begin && at < found.end) continue;
          const Range whole = whole_value(notice_.text, unit.tokens[at].at, clause.text);
          if (looks_secret(whole.in(notice_.text))) note(whole, kind, at == found.end);
        }
      }
    }
  }

  /// "123-45-6789" wherever it stands.
  void find_social_security_numbers() {
    const std::string_view text = notice_.text;
    const auto digits = [&](std::size_t at, std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) {
        if (at + i >= text.size() || !is_digit(text[at + i])) return false;
      }
      return true;
    };
    for (std::size_t at = text.find('-'); at != text.npos; at = text.find('-', at + 1)) {
      if (at < 3 || !digits(at - 3, 3) || !digits(at + 1, 2)) continue;
      if (at + 3 >= text.size() || text[at + 3] != '-' || !digits(at + 4, 4)) continue;
      if ((at > 3 && is_digit(text[at - 4])) || digits(at + 8, 1)) continue;
      note({static_cast<std::uint32_t>(at - 3), static_cast<std::uint32_t>(at + 8)},
           "identity_number");
    }
  }

  /// Wherever it stands as a word of its own: "40-881" of "order 40-881", not of "140-881".
  void keep_order_id() {
    const std::string_view text = notice_.text;
    const std::string_view id = findings_.order_id;
    const auto inner = [&](std::size_t at) {
      return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
    };
    if (id.empty()) return;
    for (auto at = text.find(id); at != text.npos; at = text.find(id, at + id.size())) {
      if ((at > 0 && inner(at - 1)) || inner(at + id.size())) continue;
      kept_.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + id.size())});
    }
  }

  void note(Range at, std::string_view kind, bool named = false) {
    if (at.empty() || is_kept(at)) return;
    secrets_.push_back({at, std::string(kind), named});
  }

  [[nodiscard]] bool is_kept(Range at) const {
    const auto after =
        std::lower_bound(kept_.begin(), kept_.end(), at.end,
                         [](const Range& kept, std::uint32_t end) { return kept.begin < end; });
    return after != kept_.begin() && std::prev(after)->end > at.begin;
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& scans_;
  const TableView& table_;
  const Findings& findings_;
  std::vector<Range> kept_;  ///< by position
  std::vector<Secret> secrets_;
};

}  // namespace

std::vector<Secret> find_secrets(const Notice& notice, const std::vector<ClauseScan>& scans,
                                 const TableView& table, const Findings& findings) {
  return SecretFinder(notice, scans, table, findings).run();
}

}  // namespace portfix
