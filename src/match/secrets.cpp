#include "match/secrets.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>

#include "match/access_tokens.hpp"
#include "match/kept_places.hpp"
#include "match/password_words.hpp"
#include "match/secret_forms.hpp"
#include "match/secret_values.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::uint32_t kNear = 10;       // words between a secret's name and its value
constexpr std::uint32_t kRecent = 3;      // clauses in which a secret's name still counts
constexpr std::size_t kLongestName = 48;  // bytes
constexpr std::size_t kBareDigits = 6;    // so many are a secret whatever stands beside them

/// How sure it is what the value is; the surest tells its kind.
enum Rank : std::uint32_t {
  rank_birth,
  rank_in_field,
  rank_behind_name,
  rank_announced,
  rank_near_name = 16,  // and the distance in words
  rank_form = 64,
  rank_bare,
};

bool is_code_kind(std::string_view kind) { return kind == "pin" || kind == "transfer_pin"; }

// {"name": "pin", "value": …}, <param name="pin">…
constexpr std::array<std::string_view, 13> kNameLabels = {
    "name",     "key",  "field",  "label", "parameter", "param", "attribute",
    "property", "item", "column", "title", "question",  "type"};
// What has an id that is no person's.
constexpr std::array<std::string_view, 18> kThingsWithId = {
    "request", "order",        "port",  "out",    "in",    "porting",
    "sv",      "subscription", "case",  "ticket", "trace", "message",
    "batch",   "transaction",  "event", "job",    "lrn",   "submission"};
// What else stands beside a name.
constexpr std::array<std::string_view, 20> kOtherLabels = {
    "message",  "error", "description", "reason",   "status",  "code",      "id",
    "severity", "path",  "type",        "result",   "comment", "detail",    "details",
    "hint",     "rule",  "line",        "order_id", "port_id", "request_id"};

template <std::size_t size>
bool is_any_of(std::string_view word, const std::array<std::string_view, size>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

class SecretFinder {
 public:
  SecretFinder(const Notice& notice, const std::vector<ClauseScan>& scans, const TableView& table,
               const Findings& findings)
      : notice_(notice),
        scans_(scans),
        table_(table),
        concepts_(table.list(table.header().concepts)),
        kept_(notice, findings) {}

  std::vector<Secret> run() {
    for (const Range& birth : kept_.births()) add(birth, "date_of_birth", rank_birth);
    for (std::size_t first = 0; first < scans_.size();) {
      std::size_t last = first + 1;
      while (last < scans_.size() && scans_[last].clause == scans_[first].clause) ++last;
      read_clause(first, last);
      first = last;
    }
    find_pairs();
    for (const SecretForm& form : find_secret_forms(notice_.text)) {
      if (!kept_.has_whole(form.at)) add(form.at, form.kind, rank_form);
    }
    for (const SecretForm& token : find_access_tokens(notice_.text)) {
      add(token.at, token.kind, rank_form);
    }
    return merged();
  }

 private:
  struct Found {
    Range at;
    std::string_view kind;
    std::uint32_t rank;
    bool named;
  };
  /// A clause that is but the name of a secret.
  struct NameAlone {
    std::uint32_t clause;
    std::string_view kind;
  };

  /// The units [first, last) of one clause.
  void read_clause(std::size_t first, std::size_t last) {
    const std::uint32_t index = scans_[first].clause;
    const Clause& clause = notice_.clauses[index];
    values_ = values_in(notice_.text, clause.text);
    for (std::size_t i = first; i < last; ++i) {
      if (const auto kind = find_named(scans_[i]); !kind.empty()) {
        recent_ = kind;
        recent_clause_ = index;
      }
    }
    if (names_social(notice_.at(clause.text))) {
      recent_ = "identity_number";
      recent_clause_ = index;
    }
    if (names_access_token(notice_.at(clause.label)) && is_access_token(notice_.at(clause.text))) {
      add(clause.text, "access_token", rank_in_field);
    }
    const bool here =
        index == recent_clause_ || (index <= recent_clause_ + kRecent && is_loose(clause));
    const std::string_view near = here ? recent_ : "";
    if (!heading_.empty() && is_below(clause)) find_below(scans_[first], heading_);
    find_quoted(scans_[first], near);
    find_announced(clause);
    find_bare(clause, near);
    heading_ = last == first + 1 ? name_alone(scans_[first]) : std::string_view{};
    heading_clause_ = index;
    if (!heading_.empty() && is_any_of(to_lower(notice_.at(clause.label)), kNameLabels)) {
      names_.try_emplace(clause.group, NameAlone{index, heading_});
    }
  }

  /// Below a heading, or behind it in an array.
  [[nodiscard]] bool is_below(const Clause& clause) const {
    const Clause& heading = notice_.clauses[heading_clause_];
    return notice_.at(clause.label) == notice_.at(heading.label) && clause.path == heading.path;
  }

  /// Running text, also behind "Sent:", and no field of a document or a table.
  [[nodiscard]] bool is_loose(const Clause& clause) const {
    return clause.path.empty() && notice_.shape != Shape::table && notice_.shape != Shape::xml &&
           notice_.shape != Shape::json && !is_explained_by(clause.label);
  }

  /// "PON: 88120045"
  [[nodiscard]] bool is_explained_by(Range label) const {
    return !label.empty() && is_explained(notice_.text, {label.end, label.end}, label);
  }

  // Values beside a name of the lexicon.

  [[nodiscard]] std::string_view secret_of(const Occurrence& found) const {
    if (found.kind != AtomKind::meaning || found.hidden) return {};
    return table_.text(concepts_[table_.atoms()[found.atom].ref].secret);
  }

  /// Gives the kind of the last name in the unit, "" if there is none.
  std::string_view find_named(const ClauseScan& unit) {
    const Clause& clause = notice_.clauses[unit.clause];
    std::string_view last;
    for (const Occurrence& found : unit.found) {
      const auto kind = secret_of(found);
      if (kind.empty()) continue;
      if (is_id_of_document(unit, found)) continue;
      last = kind;
      if (names_field(clause, unit.tokens[found.end - 1].at.end)) find_in_field(unit, clause, kind);
      find_behind(unit, clause, kind, found);
      find_near(unit, clause, kind, found);
    }
    return last;
  }

  /// {"id": "ord_881"}, "batch_id", "SV ID 884120337": the id of what the document is about.
  [[nodiscard]] bool is_id_of_document(const ClauseScan& unit, const Occurrence& found) const {
    const Range name{unit.tokens[found.begin].at.begin, unit.tokens[found.end - 1].at.end};
    if (to_lower(notice_.at(name)) != "id") return false;
    const Clause& clause = notice_.clauses[unit.clause];
    const bool in_document = !clause.path.empty() || notice_.shape == Shape::table;
    if (in_document && name.end <= clause.label.end) return true;
    return is_any_of(word_before(name.begin), kThingsWithId);
  }

  /// The word that ends one blank or underscore before `at`, in lower case; or "".
  [[nodiscard]] std::string word_before(std::uint32_t at) const {
    const std::string_view text = notice_.text;
    if (at < 2 || (text[at - 1] != ' ' && text[at - 1] != '_')) return {};
    const std::uint32_t end = at - 1;
    std::uint32_t begin = end;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return to_lower(text.substr(begin, end - begin));
  }

  /// "Account PIN", "PIN on file": the name is what the label is about.
  [[nodiscard]] bool names_field(const Clause& clause, std::uint32_t name_end) const {
    return !clause.label.empty() && name_end <= clause.label.end &&
           only_label_links(Range{name_end, clause.label.end}.in(notice_.text));
  }

  /// A field of that name holds nothing else: "PIN: swordfish", "Password: blue horse".
  void find_in_field(const ClauseScan& unit, const Clause& clause, std::string_view kind) {
    const auto value = notice_.at(clause.text);
    if (tells_state(notice_, unit) || kept_.has_phone(clause.text)) return;
    const bool one_word = value.find(' ') == value.npos;
    const bool one_number = values_.size() == 1 && values_[0].at.size() == value.size();
    const bool is_phrase = to_lower(notice_.at(clause.label)).find("phrase") != std::string::npos;
    if (one_word || one_number ||
        (is_code_kind(kind) && (is_phrase || is_all_odd(notice_, unit)))) {
      add(clause.text, kind, rank_in_field, true);
    }
  }

  /// "PIN 4821", "the account number we have is 99887766554", "the passphrase is blue-horse-42".
  void find_behind(const ClauseScan& unit, const Clause& clause, std::string_view kind,
                   const Occurrence& found) {
    const std::uint32_t name_end = unit.tokens[found.end - 1].at.end;
    auto next =
        std::lower_bound(values_.begin(), values_.end(), name_end,
                         [](const Value& value, std::uint32_t at) { return value.at.begin < at; });
    std::uint32_t end = name_end;
    for (; next != values_.end() && next->at.begin - end <= kLongestName; ++next) {
      Range at = with_capitals(notice_.text, next->at, end);
      const auto gap = notice_.at({end, at.begin});
      if (!only_links(gap)) break;
      at = with_groups(notice_.text, at, clause.text);
      if (is_value_behind(at, kind, gap, clause, end == name_end)) {
        const bool adjacent =
            found.end < unit.tokens.size() && at.begin == unit.tokens[found.end].at.begin;
        if (is_code_kind(kind)) at = whole_password(notice_, at, clause.text);
        add(at, kind, rank_behind_name, adjacent);
      }
      end = at.end;
    }
    const Range name{unit.tokens[found.begin].at.begin, name_end};
    const bool is_maiden_name = to_lower(notice_.at(name)).find("maiden") != std::string::npos;
    if (!is_code_kind(kind) && !is_maiden_name) return;
    const Range word = password_behind(notice_, unit, found.end, name_end);
    if (!word.empty() && !kept_.has(word)) add(word, kind, rank_behind_name);
  }

  [[nodiscard]] std::size_t count_digits(Range at) const {
    const auto text = notice_.at(at);
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_digit));
  }

  /// `gap`: the linking words before it. `first`: no other value stands between it and the name.
  [[nodiscard]] bool is_value_behind(Range at, std::string_view kind, std::string_view gap,
                                     const Clause& clause, bool first) const {
    constexpr std::size_t kShortestPhone = 7;
    const std::size_t digits = count_digits(at);
    const bool is_path = digits == 1 && notice_.at(at).find('.') != std::string_view::npos;
    if (at.size() < 3 || digits == 0 || is_path) return false;
    if (is_counted(notice_.text, at, clause.text.end)) return false;
    if (is_code_kind(kind) && at.size() >= kShortestPhone && kept_.has_phone_of(at)) return false;
    if (!kept_.has_whole(at)) return true;
    // "The account number is 4155550123": bare digits are no telephone number here.
    const auto word = notice_.at(at);
    const bool corrects = gap.find(" be ") != gap.npos || gap.find(" BE ") != gap.npos;
    return !is_code_kind(kind) && (first || corrects) && gap.find(" -") == gap.npos &&
           gap.find('\n') == gap.npos && kept_.has_phone(at) && !kept_.has_date(at) &&
           std::all_of(word.begin(), word.end(), is_digit);
  }

  /// Not right beside the name, but in its clause.
  void find_near(const ClauseScan& unit, const Clause& clause, std::string_view kind,
                 const Occurrence& found) {
    const std::uint32_t from = found.begin > kNear ? found.begin - kNear : 0;
    const auto to =
        std::min<std::uint32_t>(found.end + kNear, static_cast<std::uint32_t>(unit.tokens.size()));
    auto value =
        std::lower_bound(values_.begin(), values_.end(), unit.tokens[from].at.begin,
                         [](const Value& other, std::uint32_t at) { return other.at.end <= at; });
    for (std::uint32_t at = from; at < to; ++at) {
      const Range word = unit.tokens[at].at;
      while (value != values_.end() && value->at.end <= word.begin) ++value;
      if (value == values_.end()) break;
      if (value->at.begin > word.begin || (at >= found.begin && at < found.end)) continue;
      if (value->at.size() < 3 || value->digits < 2 || !is_open(value->at, clause)) continue;
      // A name stands before its value rather than behind it.
      const std::uint32_t far = at >= found.end ? at - found.end : found.begin - at + kNear / 2;
      add(value->at, kind, rank_near_name + far, at == found.end);
    }
  }

  /// Whether nothing tells what the value is.
  [[nodiscard]] bool is_open(Range at, const Clause& clause) const {
    return !kept_.has(at) && !kept_.has_code(at) && !kept_.has_phone_of(at) &&
           !is_explained(notice_.text, at, clause.text);
  }

  // Values that stand apart from their names, or have none.

  /// The kind of secret whose name is all that the clause has.
  [[nodiscard]] std::string_view name_alone(const ClauseScan& unit) const {
    const Clause& clause = notice_.clauses[unit.clause];
    if (clause.text.size() > kLongestName) return {};
    for (const Occurrence& found : unit.found) {
      const auto kind = secret_of(found);
      if (kind.empty() || found.end != unit.tokens.size()) continue;
      const std::uint32_t begin = unit.tokens[found.begin].at.begin;
      if (begin < clause.text.begin) continue;
      if (only_links(Range{clause.text.begin, begin}.in(notice_.text))) return kind;
    }
    return {};
  }

  /// The line below a name: "Passcode" and "Swordfish".
  void find_below(const ClauseScan& unit, std::string_view kind) {
    const Clause& clause = notice_.clauses[unit.clause];
    const auto text = notice_.at(clause.text);
    if (tells_state(notice_, unit) || kept_.has_phone(clause.text)) return;
    const bool one_number = values_.size() == 1 && values_[0].at.size() == text.size();
    const bool one_word =
        text.find(' ') == text.npos && text.size() >= 4 && is_all_odd(notice_, unit);
    if (one_number || one_word) add(clause.text, kind, rank_behind_name);
  }

  /// {"name": "pin", "value": "4711"} in whatever order, and the answer to a security question.
  void find_pairs() {
    for (const ClauseScan& unit : scans_) {
      const Clause& clause = notice_.clauses[unit.clause];
      if (clause.label.empty() || clause.text.empty()) continue;
      const std::string label = to_lower(notice_.at(clause.label));
      if (label == "answer" && to_lower(clause.path).find("secur") != std::string::npos) {
        add(clause.text, "pin", rank_in_field);
      }
      const auto name = names_.find(clause.group);
      if (name == names_.end() || name->second.clause == unit.clause) continue;
      if (is_any_of(label, kOtherLabels) ||
          notice_.at(clause.text).find(' ') != std::string_view::npos ||
          tells_state(notice_, unit)) {
        continue;
      }
      add(clause.text, name->second.kind, rank_behind_name);
    }
  }

  void find_quoted(const ClauseScan& unit, std::string_view kind) {
    if (!is_code_kind(kind)) return;
    for (const Range& inside : quoted_odd_words(notice_, unit)) {
      if (!kept_.has_code(inside) && !kept_.has(inside)) add(inside, kind, rank_near_name);
    }
  }

  /// Behind words for a secret that are no subject of the lexicon: "acct 55120099", "CVV 737".
  void find_announced(const Clause& clause) {
    constexpr std::size_t kLeastDigits = 3;
    for (const Value& value : values_) {
      const auto kind = announced_kind(notice_.text, value.at, clause.text);
      if (kind.empty() || is_counted(notice_.text, value.at, clause.text.end)) continue;
      const Range at = with_groups(notice_.text, value.at, clause.text);
      if (count_digits(at) < kLeastDigits || kept_.has_whole(at)) continue;
      add(is_code_kind(kind) ? whole_password(notice_, at, clause.text) : at, kind, rank_announced);
    }
    const bool one_word = notice_.at(clause.text).find(' ') == std::string_view::npos;
    if (values_.empty() || clause.label.empty() || !(one_word || values_.size() == 1)) return;
    const auto kind =
        announced_kind(notice_.text, {clause.label.end, clause.label.end}, clause.label);
    const Range at = one_word ? clause.text : values_[0].at;
    if (!kind.empty() && at.size() == clause.text.size() && count_digits(at) >= kLeastDigits &&
        !kept_.has(at)) {
      add(at, kind, rank_announced);
    }
  }

  /// Numbers and identifiers that nothing explains. `kind`: of the secret that was named last.
  void find_bare(const Clause& clause, std::string_view kind) {
    if (clause.kind == ClauseKind::header) return;
    for (const Value& value : values_) {
      const bool is_long = value.digits >= kBareDigits && value.letters <= 1;
      const bool is_near = !kind.empty() && value.digits >= 2 && value.at.size() >= 4;
      if (!is_long && !is_near) continue;
      if (!is_open(value.at, clause) || is_explained_by(clause.label)) continue;
      add(value.at, kind.empty() ? "number" : kind, rank_bare);
    }
  }

  void add(Range at, std::string_view kind, std::uint32_t rank, bool named = false) {
    while (!at.empty() &&
           std::string_view(".,;:?").find(notice_.text[at.end - 1]) != std::string_view::npos) {
      --at.end;  // that of the sentence
    }
    if (!at.empty()) found_.push_back({at, kind, rank, named});
  }

  /// Overlapping ones are one secret, of the kind that is surest.
  std::vector<Secret> merged() {
    std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return std::tuple(a.at.begin, a.rank, a.at.end) < std::tuple(b.at.begin, b.rank, b.at.end);
    });
    std::vector<Secret> out;
    std::uint32_t rank = 0;
    for (const Found& found : found_) {
      if (out.empty() || out.back().at.end <= found.at.begin) {
        out.push_back({found.at, std::string(found.kind), found.named});
        rank = found.rank;
        continue;
      }
      Secret& last = out.back();
      last.at.end = std::max(last.at.end, found.at.end);
      last.named = last.named || (found.named && found.kind == last.kind);
      if (found.rank >= rank) continue;
      last.kind = found.kind;
      last.named = found.named;
      rank = found.rank;
    }
    return out;
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& scans_;
  const TableView& table_;
  const std::span<const ConceptRow> concepts_;
  const KeptPlaces kept_;
  std::vector<Value> values_;         ///< of the clause that is being read
  std::string_view recent_;           ///< kind of the secret that was named last
  std::uint32_t recent_clause_ = 0;   ///< and where
  std::string_view heading_;          ///< kind of the secret that is all the clause before names
  std::uint32_t heading_clause_ = 0;  ///< that clause
  std::map<std::uint32_t, NameAlone> names_;  ///< by group
  std::vector<Found> found_;
};

}  // namespace

std::vector<Secret> find_secrets(const Notice& notice, const std::vector<ClauseScan>& scans,
                                 const TableView& table, const Findings& findings) {
  return SecretFinder(notice, scans, table, findings).run();
}

}  // namespace portfix
