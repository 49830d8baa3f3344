#include "match/codes.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <unordered_set>

#include "match/field_names.hpp"

namespace portfix {
namespace {

/// How surely a token stands where a code stands.
enum class Stand : std::uint8_t {
  nowhere,
  head,    ///< first in its clause, words follow: needs its label or its reason beside it
  apart,   ///< set off by separators or brackets, or alone
  marked,  ///< behind "code", "reason" …, or in a field of that name
};

/// A run of letters and digits that may be a code.
struct Run {
  Range at;
  bool first = false;       ///< in its clause
  bool code_field = false;  ///< the clause is a field for codes
};

constexpr std::size_t kLongestCode = 64;
constexpr std::size_t kMostUnknown = 16;
constexpr std::uint32_t kTellingLabel = 6;  // words that are no coincidence inside a longer clause

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_code_char(char c) {
  return is_lower(c) || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

/// Could be a code at all: a digit, an underscore, capitals only, or an inner capital.
bool looks_like_code(std::string_view run) {
  if (is_lower(run.back()) && std::all_of(run.begin() + 1, run.end(), is_lower)) {  // most words
    return is_digit(run.front()) || run.front() == '_';
  }
  bool digit = false;
  bool lower = false;
  bool inner_upper = false;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const char c = run[i];
    digit = digit || is_digit(c) || c == '_';
    lower = lower || is_lower(c);
    inner_upper = inner_upper || (i > 0 && c >= 'A' && c <= 'Z');
  }
  return digit || (!lower && run.size() >= 2) || inner_upper;
}

class CodeFinder {
 public:
  CodeFinder(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
             const Context& context, const ReasonsByClause& reasons)
      : notice_(notice),
        units_(units),
        table_(table),
        context_(context),
        reasons_(reasons),
        text_(notice.text) {
    for (const ClauseScan& unit : units) {
      const Clause& clause = notice.clauses[unit.clause];
      for (const Occurrence& found : unit.found) {
        if (found.kind != AtomKind::label) continue;
        const std::uint64_t code = table.atoms()[found.atom].ref;
        labels_of_clauses_.insert(code << 32U | unit.clause);
        if (has_siblings(clause)) labels_of_objects_.insert(code << 32U | clause.group);
      }
    }
  }

  CodeHits run() {
    for (const ClauseScan& unit : units_) {
      if (unit.clause == last_clause_) continue;
      last_clause_ = unit.clause;
      const ClauseKind kind = notice_.clauses[unit.clause].kind;
      if (kind == ClauseKind::quoted || kind == ClauseKind::signature) continue;
      find_in(unit);
    }
    find_labels();
    drop_wrappers();
    std::stable_sort(out_.hits.begin(), out_.hits.end(),
                     [](const CodeHit& a, const CodeHit& b) { return a.at.begin < b.at.begin; });
    return std::move(out_);
  }

 private:
  void find_in(const ClauseScan& unit) {
    const Clause& clause = notice_.clauses[unit.clause];
    const bool code_field = is_code_field(unit);
    std::uint32_t at = clause.text.begin;
    bool first = true;
    while (at < clause.text.end) {
      if (!is_code_char(text_[at])) {
        ++at;
        continue;
      }
      std::uint32_t end = at;
      while (end < clause.text.end && is_code_char(text_[end])) ++end;
      const Range run{at, end};
      if (run.size() <= kLongestCode && (looks_like_code(run.in(text_)) || (code_field && first))) {
        take({run, first, code_field}, clause);
      }
      first = false;
      at = end;
    }
  }

  /// A field named "…code", "…reason", or one that the provider's file names.
  [[nodiscard]] bool is_code_field(const ClauseScan& unit) {
    const Clause& clause = notice_.clauses[unit.clause];
    if (clause.label.empty() && clause.path.empty()) return false;
    if (!clause.label.empty() && ends_with_code_word(notice_.at(clause.label))) return true;
    return is_field(notice_, unit, table_, context_.provider, "code");
  }

  /// "Reason code" does, "ZIP code" does not: its last word belongs to a subject.
  [[nodiscard]] bool ends_with_code_word(std::string_view label) {
    split_words(label, {0, static_cast<std::uint32_t>(label.size())}, words_);
    if (words_.size() == 0) return false;
    const WordSlot* slot = table_.find_word(words_[words_.size() - 1]);
    if (slot == nullptr || (slot->flags & word_flag::code_word) == 0) return false;
    if (words_.size() == 1) return true;
    const WordSlot* before = table_.find_word(words_[words_.size() - 2]);
    return before == nullptr || !is_subject(before->id, slot->id);
  }

  /// True if the two words are a subject's wording, like "zip code".
  [[nodiscard]] bool is_subject(std::uint32_t first, std::uint32_t second) const {
    const auto one = table_.next_node(0, first);
    const auto two = one == 0 ? 0 : table_.next_node(one, second);
    if (two == 0) return false;
    const auto atoms = table_.list(table_.list(table_.header().nodes)[two].atoms);
    return std::any_of(atoms.begin(), atoms.end(), [&](std::uint32_t atom) {
      return table_.atoms()[atom].role == Role::subject;
    });
  }

  [[nodiscard]] bool is_marked(const Run& run, const Clause& clause) {
    return (run.code_field && run.first) || behind_code_word(clause, run.at);
  }

  [[nodiscard]] Stand stand_of(const Run& found, const Clause& clause) {
    if (is_marked(found, clause)) return Stand::marked;
    const Range run = found.at;
    const char before = neighbour(clause, run.begin, -1);
    const char after = neighbour(clause, run.end, +1);
    constexpr std::string_view open = "-:|([=~/>";
    constexpr std::string_view close = "-:|)]=~/\t";
    const bool opened = before == '\0' || open.find(before) != open.npos;
    const bool closed = after == '\0' || close.find(after) != close.npos;
    const bool glued = run.begin > clause.text.begin && text_[run.begin - 1] == '-';
    if (opened && closed && !glued) return Stand::apart;
    return found.first && before == '\0' && run.size() <= 8 ? Stand::head : Stand::nowhere;
  }

  /// The first character beside a run that is no blank or quote; '\0' at the clause's edge. A long
  /// dash counts as '-'.
  [[nodiscard]] char neighbour(const Clause& clause, std::uint32_t at, int step) const {
    std::int64_t i = step > 0 ? at : std::int64_t{at} - 1;
    while (i >= clause.text.begin && i < clause.text.end) {
      const char c = text_[static_cast<std::size_t>(i)];
      if (static_cast<unsigned char>(c) >= 0x80) return '-';
      if (c != ' ' && c != '"' && c != '\'' && c != '*' && c != '`' && c != '\n') return c;
      i += step;
    }
    return '\0';
  }

  /// "code 8A", "error: 22156", "statusReasonCode - 8A", "RCODE=8A".
  [[nodiscard]] bool behind_code_word(const Clause& clause, Range run) {
    std::uint32_t at = run.begin;
    std::uint32_t between = 0;
    while (at > clause.text.begin && !is_code_char(text_[at - 1])) {
      if (text_[at - 1] == '.' || text_[at - 1] == ',' || text_[at - 1] == ';' || ++between > 5) {
        return false;
      }
      --at;
    }
    if (at == clause.text.begin || between == 0) return false;
    std::uint32_t begin = at;
    while (begin > clause.text.begin &&
           (is_code_char(text_[begin - 1]) || text_[begin - 1] == ' ') && at - begin < 40) {
      --begin;
    }
    return ends_with_code_word(Range{begin, at}.in(text_));
  }

  void take(const Run& run, const Clause& clause) {
    const auto clause_index = last_clause_;
    auto rows = table_.find_code(run.at.in(text_));
    Range at = run.at;
    if (const auto pair = with_next_word(run.at, clause); !pair.empty()) {  // "AREC ENUME"
      if (const auto rows_of_pair = table_.find_code(pair.in(text_)); !rows_of_pair.empty()) {
        rows = rows_of_pair;
        at = pair;
      }
    }
    if (rows.empty()) {
      note_unknown(run, clause);
      return;
    }
    const Stand stand = stand_of(run, clause);
    std::optional<CodeHit> best;
    int best_score = 0;
    for (const CodeKeyRow& key : rows) {
      const CodeRow& row = table_.codes()[key.code];
      const bool named = context_.names(row.scheme);
      const bool label = label_beside(clause_index, key.code);
      const bool agrees = label || text_agrees(clause_index, row);
      if (!may_stand(row, stand, named, label, agrees, at.size())) continue;
      const bool exact = table_.text(row.code) == at.in(text_);
      const bool alias = !exact && !same_letters(table_.text(row.code), at.in(text_));
      const int score = 1 + (label ? 16 : 0) + (agrees ? 8 : 0) + (named ? 12 : 0) +
                        (exact ? 2 : 0) + (alias ? 0 : 1);
      if (!best || score > best_score) {
        best_score = score;
        best = {key.code, clause_index, at, alias, false, label, named};
      }
    }
    if (!best) return;
    told_.insert(clause_index);
    out_.hits.push_back(*best);
  }

  static bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
      return std::tolower(static_cast<unsigned char>(x)) ==
             std::tolower(static_cast<unsigned char>(y));
    });
  }

  [[nodiscard]] Range with_next_word(Range run, const Clause& clause) const {
    if (run.end + 1 >= clause.text.end || text_[run.end] != ' ') return {};
    std::uint32_t end = run.end + 1;
    while (end < clause.text.end && is_code_char(text_[end])) ++end;
    return end > run.end + 1 && end - run.begin <= kLongestCode ? Range{run.begin, end} : Range{};
  }

  static bool may_stand(const CodeRow& row, Stand stand, bool named, bool label, bool agrees,
                        std::size_t size) {
    const bool short_form = size < 4;
    switch (row.stands) {
      case Stands::anywhere:
        return true;
      case Stands::code_position:
        if (stand == Stand::marked) return true;
        if (stand == Stand::apart) return named || agrees || !short_form;
        return stand == Stand::head && agrees;
      case Stands::with_context:
        if (stand == Stand::marked || stand == Stand::apart) return named || label;
        return stand == Stand::head && agrees && (named || label);
    }
    return false;
  }

  [[nodiscard]] bool text_agrees(std::uint32_t clause, const CodeRow& row) const {
    const auto& found = reasons_[clause];
    const auto meant = table_.list(row.reasons);
    return std::any_of(meant.begin(), meant.end(), [&](std::uint32_t reason) {
      return std::count(found.begin(), found.end(), reason) > 0;
    });
  }

  /// The label stands in the clause, or in a sibling field of the same object.
  [[nodiscard]] bool label_beside(std::uint32_t clause, std::uint32_t code) const {
    const Clause& own = notice_.clauses[clause];
    const std::uint64_t key = std::uint64_t{code} << 32U;
    return labels_of_clauses_.contains(key | clause) ||
           (has_siblings(own) && labels_of_objects_.contains(key | own.group));
  }

  void note_unknown(const Run& run, const Clause& clause) {
    const auto code = run.at.in(text_);
    const bool digit = std::any_of(code.begin(), code.end(), is_digit);
    const bool snake = code.find('_') != code.npos;
    if ((!digit && !snake) || code.size() > 40 || out_.unknown.size() >= kMostUnknown) return;
    const auto inside = [&](const auto& mention) {
      return mention.at.begin < run.at.end && run.at.begin < mention.at.end;
    };
    if (std::any_of(notice_.numbers.begin(), notice_.numbers.end(), inside) ||
        std::any_of(notice_.dates.begin(), notice_.dates.end(), inside) ||
        !is_marked(run, clause) || is_protocol_status(code, clause)) {
      return;
    }
    const bool known = std::any_of(out_.unknown.begin(), out_.unknown.end(),
                                   [&](const UnknownCode& other) { return other.code == code; });
    if (!known) out_.unknown.push_back({std::string(code), run.at});
  }

  /// "status code 400": the answer of a web server, not of a carrier.
  [[nodiscard]] bool is_protocol_status(std::string_view code, const Clause& clause) const {
    if (code.size() != 3 || code.front() < '1' || code.front() > '5') return false;
    const std::string around = fold(notice_.at(clause.label)) + " " + fold(clause.path) + " " +
                               fold(notice_.at(clause.text));
    return around.find("statu") != around.npos || around.find("http") != around.npos;
  }

  /// Labels of codes that stand as text. A short one counts only if it is the whole clause; one
  /// that several tables read differently counts only in a table that the notice names.
  void find_labels() {
    for (const ClauseScan& unit : units_) {
      const ClauseKind kind = notice_.clauses[unit.clause].kind;
      if (kind == ClauseKind::quoted || kind == ClauseKind::signature) continue;
      std::vector<const Occurrence*> labels;
      for (const Occurrence& found : unit.found) {
        const bool whole = found.end - found.begin == unit.tokens.size();
        if (found.kind == AtomKind::label && supposed(unit, found)) continue;
        if (found.kind == AtomKind::label && (whole || found.end - found.begin >= kTellingLabel)) {
          labels.push_back(&found);
        }
      }
      for (const Occurrence* label : labels) take_label(unit, *label, labels);
    }
  }

  /// Behind "if": nobody says that it is so.
  static bool supposed(const ClauseScan& unit, const Occurrence& label) {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
      return other.role == Role::condition && !other.hidden && other.end <= label.begin;
    });
  }

  void take_label(const ClauseScan& unit, const Occurrence& label,
                  const std::vector<const Occurrence*>& all) {
    const std::uint32_t code = table_.atoms()[label.atom].ref;
    const CodeRow& row = table_.codes()[code];
    const bool named = context_.names(row.scheme);
    for (const Occurrence* other : all) {
      const CodeRow& rival = table_.codes()[table_.atoms()[other->atom].ref];
      const bool longer = other->begin <= label.begin && label.end <= other->end &&
                          other->end - other->begin > label.end - label.begin;
      if (longer) return;
      const bool same_place = other->begin == label.begin && other->end == label.end;
      if (!same_place || &rival == &row) continue;
      const bool rival_named = context_.names(rival.scheme);
      if (rival_named && !named) return;
      if (rival_named == named && !same_meaning(row, rival)) return;
    }
    const Range at{unit.tokens[label.begin].at.begin, unit.tokens[label.end - 1].at.end};
    if (told_.insert(unit.clause).second) {
      out_.hits.push_back({code, unit.clause, at, false, true, true, named});
    }
  }

  [[nodiscard]] bool same_meaning(const CodeRow& a, const CodeRow& b) const {
    const auto x = table_.list(a.reasons);
    const auto y = table_.list(b.reasons);
    return a.status == b.status && std::equal(x.begin(), x.end(), y.begin(), y.end());
  }

  /// Where a wrapper and its inner code stand together, the inner one counts.
  void drop_wrappers() {
    std::set<std::pair<std::uint32_t, std::string_view>> wrapped;  // group and wrapper
    for (const CodeHit& inner : out_.hits) {
      for (const TextRef wrapper : table_.list(table_.codes()[inner.code].inner_of)) {
        wrapped.emplace(notice_.clauses[inner.clause].group, table_.text(wrapper));
      }
    }
    if (wrapped.empty()) return;
    std::erase_if(out_.hits, [&](const CodeHit& outer) {
      const auto code = table_.text(table_.codes()[outer.code].code);
      return !code.empty() && wrapped.contains({notice_.clauses[outer.clause].group, code});
    });
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const Context& context_;
  const ReasonsByClause& reasons_;
  std::string_view text_;
  std::unordered_set<std::uint64_t> labels_of_clauses_;  ///< code and clause
  std::unordered_set<std::uint64_t> labels_of_objects_;  ///< code and group, structured shapes
  std::unordered_set<std::uint32_t> told_;               ///< clauses that have a hit
  std::uint32_t last_clause_ = none;
  Words words_;  ///< of the label that was looked at last
  CodeHits out_;
};

}  // namespace

CodeHits find_codes(const Notice& notice, const std::vector<ClauseScan>& units,
                    const TableView& table, const Context& context,
                    const ReasonsByClause& reasons) {
  return CodeFinder(notice, units, table, context, reasons).run();
}

}  // namespace portfix
