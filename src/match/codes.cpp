#include "match/codes.hpp"

#include <algorithm>
#include <cctype>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "match/code_places.hpp"
#include "match/field_names.hpp"
#include "match/mentions.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestCode = 64;
constexpr std::size_t kLongCode = 4;     // characters that stand apart by no coincidence
constexpr std::size_t kTellingCode = 8;  // letters and digits that stand nowhere by coincidence
constexpr std::size_t kMostUnknown = 16;
constexpr std::size_t kNear = 100;          // bytes between a code and a label of several sentences
constexpr std::uint32_t kTellingLabel = 6;  // words that are no coincidence inside a longer clause

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_number(std::string_view run) { return std::all_of(run.begin(), run.end(), is_digit); }

bool may_hold_code(ClauseKind kind) {
  return kind != ClauseKind::quoted && kind != ClauseKind::signature && kind != ClauseKind::header;
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
        text_(notice.text),
        places_(notice, table, context),
        mentions_(notice) {
    for (const ClauseScan& unit : units) {
      const Clause& clause = notice.clauses[unit.clause];
      for (const Occurrence& found : unit.found) {
        if (found.kind != AtomKind::label) continue;
        const std::uint64_t code = table.atoms()[found.atom].ref;
        labels_of_clauses_.insert(code << 32U | unit.clause);
        if (has_siblings(clause)) {
          labels_of_objects_.try_emplace(code << 32U | clause.group, unit.clause);
        }
      }
    }
  }

  CodeHits run() {
    for (const ClauseScan& unit : units_) {
      if (unit.clause == last_clause_) continue;
      last_clause_ = unit.clause;
      if (may_hold_code(notice_.clauses[unit.clause].kind)) find_in(unit);
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
    if (!clause.label.empty() && clause.label.end <= clause.text.begin) find_in_label(clause);
    const bool code_field = places_.is_code_field(unit);
    std::uint32_t at = clause.text.begin;
    bool first = true;
    while (at < clause.text.end) {
      if (!is_code_char(text_[at])) {
        ++at;
        continue;
      }
      const Range run{at, end_of_run(at, clause.text.end)};
      at = run.end;
      const bool may_be = run.size() <= kLongestCode && !mentions_.overlap(run) &&
                          (looks_like_code(run.in(text_)) || (code_field && first));
      const CodeRun found{run, first, code_field};
      if (may_be && (!is_small_number(run.in(text_)) || places_.is_marked(found, clause) ||
                     places_.may_hold_number(unit))) {
        Stand stand = places_.stand_of(found, clause);
        if (stand < Stand::told && !is_small_number(run.in(text_)) &&
            (places_.is_told(unit, run) ||
             (is_of_named_scheme(run) && places_.is_announced(unit, run)))) {
          stand = Stand::told;
        }
        at = std::max(at, take(found, stand, clause));
      }
      first = false;
    }
  }

  [[nodiscard]] bool is_of_named_scheme(Range run) const {
    const auto rows = table_.find_code(run.in(text_));
    return std::any_of(rows.begin(), rows.end(), [&](const CodeKeyRow& key) {
      return context_.names(table_.codes()[key.code].scheme);
    });
  }

  /// "RNG = Rufnummer nicht geschaltet" is a line of a glossary, not a field.
  [[nodiscard]] bool is_definition(const Clause& clause) const {
    return clause.label.end < clause.text.begin &&
           Range{clause.label.end, clause.text.begin}.in(text_).find('=') != std::string_view::npos;
  }

  /// "6552 - Hawaiian Telecom: activation hour required" looks like a field, but begins with a
  /// code.
  void find_in_label(const Clause& clause) {
    Clause label = clause;
    label.text = clause.label;
    label.label = {};
    if (find_behind_code_word(label)) return;
    const Range run{label.text.begin, end_of_run(label.text.begin, label.text.end)};
    if (run.empty() || run.size() > kLongestCode || !looks_like_code(run.in(text_))) return;
    const CodeRun found{run, true, false};
    const Stand stand = places_.stand_of(found, label);
    if (stand == Stand::apart && !is_definition(clause) &&
        !table_.find_code(run.in(text_)).empty()) {
      take(found, run.end == label.text.end ? Stand::label : Stand::head, label);
    }
  }

  /// "Code 6103: an error occurred" too.
  bool find_behind_code_word(const Clause& label) {
    Range run{label.text.end, label.text.end};
    while (run.begin > label.text.begin && is_code_char(text_[run.begin - 1])) --run.begin;
    if (run.empty() || run.size() > kLongestCode || is_small_number(run.in(text_)) ||
        !looks_like_code(run.in(text_)) || table_.find_code(run.in(text_)).empty() ||
        !places_.is_marked({run, false, false}, label)) {
      return false;
    }
    take({run, false, false}, Stand::marked, label);
    return true;
  }

  [[nodiscard]] std::uint32_t end_of_run(std::uint32_t at, std::uint32_t end) const {
    while (at < end && is_code_char(text_[at])) ++at;
    return at;
  }

  /// Gives the end of what was read as the code.
  std::uint32_t take(const CodeRun& run, Stand stand, const Clause& clause) {
    auto rows = table_.find_code(run.at.in(text_));
    Range at = run.at;
    if (const auto pair = with_next_word(run.at, clause); !pair.empty()) {  // "AREC ENUME", "6.14"
      if (const auto rows_of_pair = table_.find_code(pair.in(text_)); !rows_of_pair.empty()) {
        rows = rows_of_pair;
        at = pair;
      }
    }
    if (rows.empty()) {
      note_unknown(run, clause);
      return at.end;
    }
    int best_score = 0;
    std::vector<CodeHit> best;  // rows of one code that fit equally well
    for (const CodeKeyRow& key : rows) {
      const CodeRow& row = table_.codes()[key.code];
      const bool named = context_.names(row.scheme);
      const Range spelled = label_of_sentences(at, row);
      const std::uint32_t label =
          spelled.empty() ? label_beside(last_clause_, key.code) : last_clause_;
      const bool agrees = label != none || text_agrees(last_clause_, row);
      if (!may_stand(row, stand, named, label != none, agrees, at.in(text_))) continue;
      const bool exact = table_.text(row.code) == at.in(text_);
      const bool alias = !exact && !same_letters(table_.text(row.code), at.in(text_));
      const int score = 1 + (label != none ? 16 : 0) + (agrees ? 8 : 0) + (named ? 12 : 0) +
                        (exact ? 2 : 0) + (alias ? 0 : 1);
      if (score < best_score || (score == best_score && !is_same_code(row, best.front()))) continue;
      if (score > best_score) best.clear();
      best_score = score;
      best.push_back({key.code, last_clause_, at, alias, false, label, named, spelled, false});
    }
    if (!best.empty()) told_.insert(last_clause_);
    if (best.empty() && (stand == Stand::marked || is_telling(at.in(text_))))
      note_homeless(at, rows);
    keep(std::move(best));
    return at.end;
  }

  void note_homeless(Range at, std::span<const CodeKeyRow> rows) {
    if (out_.homeless.size() >= kMostUnknown) return;
    std::vector<std::uint32_t> schemes;
    for (const CodeKeyRow& key : rows) {
      const std::uint32_t scheme = table_.codes()[key.code].scheme;
      if (std::count(schemes.begin(), schemes.end(), scheme) == 0) schemes.push_back(scheme);
    }
    out_.homeless.push_back({at, std::move(schemes)});
  }

  [[nodiscard]] bool is_same_code(const CodeRow& row, const CodeHit& other) const {
    const CodeRow& known = table_.codes()[other.code];
    return row.scheme == known.scheme && table_.text(row.code) == table_.text(known.code);
  }

  /// Where nothing chooses among the rows of a code, one that leaves it to the text stands for all.
  void keep(std::vector<CodeHit> rows) {
    const auto open = std::find_if(rows.begin(), rows.end(), [&](const CodeHit& hit) {
      return table_.codes()[hit.code].status == CodeStatus::catch_all;
    });
    if (open != rows.end()) rows = {*open};
    if (rows.size() > 1) {  // "7999: E37 TN not found in PPS" needs its own words
      std::erase_if(rows, [&](const CodeHit& hit) {
        const CodeRow& row = table_.codes()[hit.code];
        return !hit.label_beside() && table_.text(row.label).starts_with(table_.text(row.code));
      });
    }
    for (CodeHit& hit : rows) {
      hit.shared = rows.size() > 1;
      out_.hits.push_back(hit);
    }
  }

  static bool same_letters(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
      return std::tolower(static_cast<unsigned char>(x)) ==
             std::tolower(static_cast<unsigned char>(y));
    });
  }

  /// The run and the one behind it, if a blank is between them or, between numbers, a dot.
  [[nodiscard]] Range with_next_word(Range run, const Clause& clause) const {
    if (run.end + 1 >= clause.text.end) return {};
    const bool numbers =
        text_[run.end] == '.' && is_digit(text_[run.end - 1]) && is_digit(text_[run.end + 1]);
    if (text_[run.end] != ' ' && !numbers) return {};
    const std::uint32_t end = end_of_run(run.end + 1, clause.text.end);
    return end > run.end + 1 && end - run.begin <= kLongestCode ? Range{run.begin, end} : Range{};
  }

  static bool may_stand(const CodeRow& row, Stand stand, bool named, bool label, bool agrees,
                        std::string_view code) {
    if (row.stands == Stands::anywhere) return true;
    if (named && is_telling(code)) return true;
    const bool set_off = stand == Stand::apart || stand == Stand::label;
    if (row.stands == Stands::with_context) {
      if (stand >= Stand::told || set_off) return named || label;
      return stand == Stand::head && agrees && (named || label);
    }
    if (stand == Stand::marked) return true;
    if (stand == Stand::told) return named || agrees || !is_number(code);
    if (set_off) return named || agrees || (stand == Stand::apart && code.size() >= kLongCode);
    return stand == Stand::head && agrees;
  }

  /// "REC01PRT05": nothing else is written like that.
  static bool is_telling(std::string_view code) {
    const auto digits = std::count_if(code.begin(), code.end(), is_digit);
    return code.size() >= kTellingCode && digits > 0 &&
           static_cast<std::size_t>(digits) < code.size();
  }

  [[nodiscard]] bool text_agrees(std::uint32_t clause, const CodeRow& row) const {
    const auto& found = reasons_[clause];
    const auto meant = table_.list(row.reasons);
    return std::any_of(meant.begin(), meant.end(), [&](std::uint32_t reason) {
      return std::count(found.begin(), found.end(), reason) > 0;
    });
  }

  /// The clause in which the label stands: this one, or a sibling field of the same object. `none`
  /// if it stands in neither.
  [[nodiscard]] std::uint32_t label_beside(std::uint32_t clause, std::uint32_t code) const {
    const Clause& own = notice_.clauses[clause];
    const std::uint64_t key = std::uint64_t{code} << 32U;
    if (labels_of_clauses_.contains(key | clause)) return clause;
    if (!has_siblings(own)) return none;
    const auto sibling = labels_of_objects_.find(key | own.group);
    return sibling == labels_of_objects_.end() ? none : sibling->second;
  }

  /// A label that is cut into several clauses is looked for as it is written, near the code.
  [[nodiscard]] Range label_of_sentences(Range code, const CodeRow& row) const {
    const std::string_view label = table_.text(row.label);
    const bool cut = label.find(". ") != label.npos || label.find("; ") != label.npos ||
                     label.find(" but ") != label.npos;
    if (!cut) return {};
    const auto reach = static_cast<std::uint32_t>(label.size() + kNear);
    const std::size_t begin = code.begin > reach ? code.begin - reach : 0;
    const auto near = text_.substr(begin, code.end + reach - begin);
    const auto found =
        std::search(near.begin(), near.end(), label.begin(), label.end(), [](char a, char b) {
          return std::tolower(static_cast<unsigned char>(a)) ==
                 std::tolower(static_cast<unsigned char>(b));
        });
    if (found == near.end()) return {};
    const auto at =
        static_cast<std::uint32_t>(begin + static_cast<std::size_t>(found - near.begin()));
    return {at, at + static_cast<std::uint32_t>(label.size())};
  }

  void note_unknown(const CodeRun& run, const Clause& clause) {
    const auto code = run.at.in(text_);
    const bool digit = std::any_of(code.begin(), code.end(), is_digit);
    const bool snake = code.find('_') != code.npos;
    if ((!digit && !snake) || code.size() > 40 || out_.unknown.size() >= kMostUnknown) return;
    const auto inside = [&](const auto& mention) {
      return mention.at.begin < run.at.end && run.at.begin < mention.at.end;
    };
    if (std::any_of(notice_.numbers.begin(), notice_.numbers.end(), inside) ||
        std::any_of(notice_.dates.begin(), notice_.dates.end(), inside) ||
        !places_.is_marked(run, clause) || is_protocol_status(code, clause)) {
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
      if (!may_hold_code(notice_.clauses[unit.clause].kind)) continue;
      std::vector<const Occurrence*> labels;
      for (const Occurrence& found : unit.found) {
        if (found.kind != AtomKind::label || supposed(unit, found)) continue;
        if (is_whole(unit, found) || found.end - found.begin >= kTellingLabel) {
          labels.push_back(&found);
        }
      }
      for (const Occurrence* label : labels) take_label(unit, *label, labels);
    }
  }

  /// Nothing else stands in the clause; of a field ("Reason: Name Mismatch") in its value, if the
  /// notice names the table.
  [[nodiscard]] bool is_whole(const ClauseScan& unit, const Occurrence& label) const {
    if (label.end != unit.tokens.size()) return false;
    if (label.begin == 0) return true;
    const Clause& clause = notice_.clauses[unit.clause];
    const CodeRow& row = table_.codes()[table_.atoms()[label.atom].ref];
    return unit.tokens[label.begin - 1].at.end <= clause.label.end && !is_definition(clause) &&
           context_.names(row.scheme);
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
    // "Account number is incorrect": what an API says of a call, carriers say of an order.
    const bool no_rejection =
        row.status == CodeStatus::api_error || row.status == CodeStatus::not_a_rejection;
    if (no_rejection && !named && label.end - label.begin < kTellingLabel) return;
    const bool surmised = row.verified != Verified::yes && row.status == CodeStatus::wait;
    if (surmised && !named && reads_otherwise(unit.clause, row)) return;
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
      out_.hits.push_back({code, unit.clause, at, false, true, unit.clause, named, {}, false});
    }
  }

  /// "Account is past due": what tells of the provider in its own table is a refusal elsewhere.
  [[nodiscard]] bool reads_otherwise(std::uint32_t clause, const CodeRow& row) const {
    const auto own = table_.list(row.reasons);
    const auto& read = reasons_[clause];
    return !read.empty() &&
           std::find_first_of(read.begin(), read.end(), own.begin(), own.end()) == read.end();
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
  CodePlaces places_;
  Mentions mentions_;
  std::unordered_set<std::uint64_t> labels_of_clauses_;  ///< code and clause
  /// Code and group of structured shapes; the clause where the label stands.
  std::unordered_map<std::uint64_t, std::uint32_t> labels_of_objects_;
  std::unordered_set<std::uint32_t> told_;  ///< clauses that have a hit
  std::uint32_t last_clause_ = none;
  CodeHits out_;
};

}  // namespace

CodeHits find_codes(const Notice& notice, const std::vector<ClauseScan>& units,
                    const TableView& table, const Context& context,
                    const ReasonsByClause& reasons) {
  return CodeFinder(notice, units, table, context, reasons).run();
}

}  // namespace portfix
