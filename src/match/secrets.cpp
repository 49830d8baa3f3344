#include "match/secrets.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "match/access_tokens.hpp"
#include "match/birth_days.hpp"
#include "match/kept_places.hpp"
#include "match/named_secrets.hpp"
#include "match/password_words.hpp"
#include "match/secret_forms.hpp"
#include "match/secret_list.hpp"
#include "match/secret_values.hpp"
#include "match/secret_words.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::uint32_t kRecent = 3;    // clauses in which a secret's name still counts
constexpr std::size_t kBareDigits = 6;  // so many are a secret whatever stands beside them

// {"name": "pin", "value": …}, <param name="pin">…
constexpr std::array<std::string_view, 13> kNameLabels = {
    "name",     "key",  "field",  "label", "parameter", "param", "attribute",
    "property", "item", "column", "title", "question",  "type"};
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
        kept_(notice, findings),
        found_(notice),
        named_(notice, table, kept_, found_) {}

  std::vector<Secret> run() {
    for (const Range& birth : kept_.births()) found_.add(birth, "date_of_birth", rank_birth);
    for (std::size_t first = 0; first < scans_.size();) {
      std::size_t last = first + 1;
      while (last < scans_.size() && scans_[last].clause == scans_[first].clause) ++last;
      read_clause(first, last);
      first = last;
    }
    find_pairs();
    for (const SecretForm& form : find_secret_forms(notice_.text)) {
      if (!kept_.has_whole(form.at)) found_.add(form.at, form.kind, rank_form);
    }
    for (const SecretForm& token : find_access_tokens(notice_.text)) {
      found_.add(token.at, token.kind, rank_form);
    }
    return found_.merged();
  }

 private:
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
      if (const auto kind = named_.find(scans_[i], values_); !kind.empty()) {
        recent_ = kind;
        recent_clause_ = index;
      }
    }
    if (names_social(notice_.at(clause.text))) {
      recent_ = "identity_number";
      recent_clause_ = index;
    }
    if (names_access_token(notice_.at(clause.label)) && is_access_token(notice_.at(clause.text))) {
      found_.add(clause.text, "access_token", rank_in_field);
    }
    find_birth_day(clause, index);
    const bool here =
        index == recent_clause_ || (index <= recent_clause_ + kRecent && is_loose(clause));
    const std::string_view near = here ? recent_ : "";
    if (!heading_.empty() && is_below(clause)) find_below(scans_[first], heading_);
    find_quoted(scans_[first], near);
    find_announced(clause);
    find_bare(clause, near);
    heading_ = last == first + 1 ? named_.name_alone(scans_[first]) : std::string_view{};
    heading_clause_ = index;
    if (!heading_.empty() && is_any_of(to_lower(notice_.at(clause.label)), kNameLabels)) {
      names_.try_emplace(clause.group, NameAlone{index, heading_});
    }
  }

  /// A day that is no full date, or one in words: "born 3 May", "DOB May third 1971".
  void find_birth_day(const Clause& clause, std::uint32_t index) {
    constexpr std::uint32_t kLongestHeading = 48;
    const auto add = [&](std::uint32_t from) {
      const Range day = day_in_words_at(notice_.text, {from, clause.text.end});
      if (day.empty()) return;
      found_.add(day, "date_of_birth", rank_birth);
      // "Given: May third 1971, on file: June fourth 1972."
      const std::uint32_t end = std::min(clause.text.end, day.end + kLongestHeading);
      for (std::uint32_t at = day.end; at < end; ++at) {
        if (notice_.text[at] != ' ') continue;
        const Range other = day_in_words_at(notice_.text, {at + 1, clause.text.end});
        if (other.empty() || other.begin != at + 1) continue;
        found_.add(other, "date_of_birth", rank_birth);
        at = other.end - 1;
      }
    };
    if (tells_of_birth(notice_.at(clause.label))) add(clause.text.begin);
    const auto text = notice_.at(clause.text);
    if (const auto end = end_of_birth_word(text); end != text.npos) {
      std::uint32_t from = clause.text.begin + static_cast<std::uint32_t>(end);
      while (from < clause.text.end && is_letter(notice_.text[from])) ++from;  // "birthday"
      return add(from);
    }
    if (index == 0) return;
    const Range above = notice_.clauses[index - 1].text;
    if (above.size() <= kLongestHeading && tells_of_birth(notice_.at(above))) {
      add(clause.text.begin);
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

  // Values that stand apart from their names, or have none.

  /// The line below a name: "Passcode" and "Swordfish".
  void find_below(const ClauseScan& unit, std::string_view kind) {
    const Clause& clause = notice_.clauses[unit.clause];
    const auto text = notice_.at(clause.text);
    if (tells_state(notice_, unit) || kept_.has_phone(clause.text)) return;
    const bool one_number = values_.size() == 1 && values_[0].at.size() == text.size();
    const bool one_word =
        text.find(' ') == text.npos && text.size() >= 4 && is_all_odd(notice_, unit);
    if (one_number || one_word) found_.add(clause.text, kind, rank_behind_name);
  }

  /// {"name": "pin", "value": "4711"} in whatever order, and the answer to a security question.
  void find_pairs() {
    for (const ClauseScan& unit : scans_) {
      const Clause& clause = notice_.clauses[unit.clause];
      if (clause.label.empty() || clause.text.empty()) continue;
      const std::string label = to_lower(notice_.at(clause.label));
      if (label == "answer" && to_lower(clause.path).find("secur") != std::string::npos) {
        found_.add(clause.text, "pin", rank_in_field);
      }
      const auto name = names_.find(clause.group);
      if (name == names_.end() || name->second.clause == unit.clause) continue;
      if (is_any_of(label, kOtherLabels) ||
          notice_.at(clause.text).find(' ') != std::string_view::npos ||
          tells_state(notice_, unit)) {
        continue;
      }
      found_.add(clause.text, name->second.kind, rank_behind_name);
    }
  }

  void find_quoted(const ClauseScan& unit, std::string_view kind) {
    if (!is_code_kind(kind)) return;
    for (const Range& inside : quoted_odd_words(notice_, unit)) {
      if (!kept_.has_code(inside) && !kept_.has(inside)) found_.add(inside, kind, rank_near_name);
    }
  }

  /// Behind words for a secret that are no subject of the lexicon: "acct 55120099", "CVV 737".
  void find_announced(const Clause& clause) {
    constexpr std::size_t kLeastDigits = 3;
    for (const Value& value : values_) {
      const auto kind = announced_kind(notice_.text, value.at, clause.text);
      if (kind.empty() || is_counted(notice_.text, value.at, clause.text.end)) continue;
      const Range at = with_groups(notice_.text, value.at, clause.text);
      if (count_digits(notice_.at(at)) < kLeastDigits || kept_.has_whole(at)) continue;
      found_.add(is_code_kind(kind) ? whole_password(notice_, at, clause.text) : at, kind,
                 rank_announced);
    }
    const bool one_word = notice_.at(clause.text).find(' ') == std::string_view::npos;
    if (values_.empty() || clause.label.empty() || !(one_word || values_.size() == 1)) return;
    const auto kind =
        announced_kind(notice_.text, {clause.label.end, clause.label.end}, clause.label);
    const Range at = one_word ? clause.text : values_[0].at;
    if (!kind.empty() && at.size() == clause.text.size() &&
        count_digits(notice_.at(at)) >= kLeastDigits && !kept_.has(at)) {
      found_.add(at, kind, rank_announced);
    }
  }

  /// Numbers and identifiers that nothing explains. `kind`: of the secret that was named last.
  void find_bare(const Clause& clause, std::string_view kind) {
    if (clause.kind == ClauseKind::header) return;
    for (const Value& value : values_) {
      const bool is_long = value.digits >= kBareDigits && value.letters <= 1;
      const bool is_near = !kind.empty() && value.digits >= 2 && value.at.size() >= 4;
      if (!is_long && !is_near) continue;
      if (!kept_.is_open(value.at, clause.text) || is_explained_by(clause.label)) continue;
      found_.add(value.at, kind.empty() ? "number" : kind, rank_bare);
    }
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& scans_;
  const KeptPlaces kept_;
  SecretList found_;
  NamedSecrets named_;
  std::vector<Value> values_;         ///< of the clause that is being read
  std::string_view recent_;           ///< kind of the secret that was named last
  std::uint32_t recent_clause_ = 0;   ///< and where
  std::string_view heading_;          ///< kind of the secret that is all the clause before names
  std::uint32_t heading_clause_ = 0;  ///< that clause
  std::map<std::uint32_t, NameAlone> names_;  ///< by group
};

}  // namespace

std::vector<Secret> find_secrets(const Notice& notice, const std::vector<ClauseScan>& scans,
                                 const TableView& table, const Findings& findings) {
  return SecretFinder(notice, scans, table, findings).run();
}

}  // namespace portfix
