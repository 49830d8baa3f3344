#include "match/named_secrets.hpp"

#include <algorithm>
#include <array>

#include "match/password_words.hpp"
#include "match/secret_words.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::uint32_t kNear = 10;           // words between a secret's name and its value
constexpr std::size_t kLongestName = 48;      // bytes
constexpr std::size_t kShortestPassword = 6;  // that begins with a sign or has one inside
constexpr std::size_t kShortestDialled = 5;   // "12*34"

// What has an id that is no person's.
constexpr std::array<std::string_view, 18> kThingsWithId = {
    "request", "order",        "port",  "out",    "in",    "porting",
    "sv",      "subscription", "case",  "ticket", "trace", "message",
    "batch",   "transaction",  "event", "job",    "lrn",   "submission"};

}  // namespace

std::string_view NamedSecrets::find(const ClauseScan& unit, const std::vector<Value>& values) {
  const Clause& clause = notice_.clauses[unit.clause];
  std::string_view last;
  values_ = values;
  for (const Occurrence& found : unit.found) {
    const auto kind = secret_of(found);
    if (kind.empty()) continue;
    if (is_id_of_document(unit, found)) continue;
    last = kind;
    if (names_field(clause, unit.tokens[found.end - 1].at.end)) find_in_field(unit, clause, kind);
    find_behind(unit, clause, kind, found);
    find_near(unit, clause, kind, found);
    if (is_code_kind(kind)) find_in_row(unit, kind, found);
  }
  return last;
}

std::string_view NamedSecrets::name_alone(const ClauseScan& unit) const {
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

std::string_view NamedSecrets::secret_of(const Occurrence& found) const {
  if (found.kind != AtomKind::meaning || found.hidden) return {};
  return table_.text(concepts_[table_.atoms()[found.atom].ref].secret);
}

bool NamedSecrets::is_id_of_document(const ClauseScan& unit, const Occurrence& found) const {
  const Range name{unit.tokens[found.begin].at.begin, unit.tokens[found.end - 1].at.end};
  if (to_lower(notice_.at(name)) != "id") return false;
  const Clause& clause = notice_.clauses[unit.clause];
  const bool in_document = !clause.path.empty() || notice_.shape == Shape::table;
  if (in_document && name.end <= clause.label.end) return true;
  return std::find(kThingsWithId.begin(), kThingsWithId.end(), word_before(name.begin)) !=
         kThingsWithId.end();
}

std::string NamedSecrets::word_before(std::uint32_t at) const {
  const std::string_view text = notice_.text;
  if (at < 2 || (text[at - 1] != ' ' && text[at - 1] != '_')) return {};
  const std::uint32_t end = at - 1;
  std::uint32_t begin = end;
  while (begin > 0 && is_letter(text[begin - 1])) --begin;
  return to_lower(text.substr(begin, end - begin));
}

bool NamedSecrets::names_field(const Clause& clause, std::uint32_t name_end) const {
  return !clause.label.empty() && name_end <= clause.label.end &&
         only_label_links(Range{name_end, clause.label.end}.in(notice_.text));
}

void NamedSecrets::find_in_field(const ClauseScan& unit, const Clause& clause,
                                 std::string_view kind) {
  const auto value = notice_.at(clause.text);
  if (tells_state(notice_, unit) || kept_.has_phone(clause.text)) return;
  const bool one_word = value.find(' ') == value.npos;
  const bool one_number = values_.size() == 1 && values_[0].at.size() == value.size();
  const bool is_phrase = to_lower(notice_.at(clause.label)).find("phrase") != std::string::npos;
  if (one_word || one_number || (is_code_kind(kind) && (is_phrase || is_all_odd(notice_, unit)))) {
    out_.add(clause.text, kind, rank_in_field, true);
  }
}

void NamedSecrets::find_behind(const ClauseScan& unit, const Clause& clause, std::string_view kind,
                               const Occurrence& found) {
  const std::uint32_t name_end = unit.tokens[found.end - 1].at.end;
  auto next =
      std::lower_bound(values_.begin(), values_.end(), name_end,
                       [](const Value& value, std::uint32_t at) { return value.at.begin < at; });
  std::uint32_t end = name_end;
  for (; next != values_.end() && next->at.begin - end <= kLongestName; ++next) {
    Range at = with_capitals(notice_.text, next->at, end);
    if (is_code_kind(kind)) {
      const Range whole = whole_password(notice_, at, {end, clause.text.end});
      const auto word = notice_.at(whole);
      // Not "$25.00" nor "99.9%".
      const bool has_signs =
          word.find('*') != word.npos || (word.find_first_of("$%~^") != word.npos &&
                                          std::any_of(word.begin(), word.end(), is_letter));
      const std::size_t least = whole.begin < at.begin ? kShortestPassword : kShortestDialled;
      if (has_signs && whole.size() >= least) at = whole;
    }
    const auto gap = notice_.at({end, at.begin});
    if (!only_links(gap)) break;
    at = with_groups(notice_.text, at, clause.text);
    if (is_value_behind(at, kind, gap, clause, end == name_end)) {
      const bool adjacent =
          found.end < unit.tokens.size() && at.begin == unit.tokens[found.end].at.begin;
      if (is_code_kind(kind)) at = whole_password(notice_, at, {end, clause.text.end});
      out_.add(at, kind, rank_behind_name, adjacent);
    }
    end = at.end;
  }
  const Range name{unit.tokens[found.begin].at.begin, name_end};
  const bool is_maiden_name = to_lower(notice_.at(name)).find("maiden") != std::string::npos;
  if (!is_code_kind(kind) && !is_maiden_name) return;
  const Range word = password_behind(notice_, unit, found.end, name_end);
  if (!word.empty() && !kept_.has(word)) out_.add(word, kind, rank_behind_name);
  if (!is_code_kind(kind)) return;
  const Range inside = code_in_brackets(notice_, unit, found.end);
  if (!inside.empty() && !kept_.has(inside) && !kept_.has_code(inside)) {
    out_.add(inside, kind, rank_behind_name);
  }
}

bool NamedSecrets::is_short_code(Range at, std::string_view gap, const Clause& clause) const {
  const auto word = notice_.at(at);
  if (!std::all_of(word.begin(), word.end(), is_digit)) return false;
  const bool is_beside =
      gap.find_first_not_of(" :=#\"'(") == gap.npos || gap == " is " || gap == " was ";
  if (!is_beside) return false;
  std::uint32_t next = at.end;
  if (next >= clause.text.end) return true;
  if (std::string_view(".,;\"')").find(notice_.text[next]) != std::string_view::npos) {
    return next + 1 >= clause.text.end || !is_digit(notice_.text[next + 1]);
  }
  if (notice_.text[next] != ' ') return false;
  const std::uint32_t begin = ++next;
  while (next < clause.text.end && is_letter(notice_.text[next])) ++next;
  return is_verdict(to_lower(notice_.at({begin, next})));
}

void NamedSecrets::find_in_row(const ClauseScan& unit, std::string_view kind,
                               const Occurrence& found) {
  constexpr std::size_t kLongest = 2;
  if (found.begin < 2) return;
  const Range value = unit.tokens[found.begin - 1].at;
  const auto word = notice_.at(value);
  const bool is_short = word.size() <= kLongest && std::all_of(word.begin(), word.end(), is_digit);
  if (!is_short || !kept_.has_phone(unit.tokens[found.begin - 2].at) || kept_.has(value)) return;
  out_.add(value, kind, rank_near_name, false);
}

bool NamedSecrets::is_value_behind(Range at, std::string_view kind, std::string_view gap,
                                   const Clause& clause, bool first) const {
  constexpr std::size_t kShortestPhone = 7;
  const std::size_t digits = count_digits(notice_.at(at));
  const bool is_path = digits == 1 && notice_.at(at).find('.') != std::string_view::npos;
  const bool is_long = at.size() >= 3 || (is_code_kind(kind) && is_short_code(at, gap, clause));
  if (!is_long || digits == 0 || is_path) return false;
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

void NamedSecrets::find_near(const ClauseScan& unit, const Clause& clause, std::string_view kind,
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
    if (value->at.size() < 3 || value->digits < 2 || !kept_.is_open(value->at, clause.text))
      continue;
    // A name stands before its value rather than behind it.
    const std::uint32_t far = at >= found.end ? at - found.end : found.begin - at + kNear / 2;
    out_.add(value->at, kind, rank_near_name + far, at == found.end);
  }
}

}  // namespace portfix
