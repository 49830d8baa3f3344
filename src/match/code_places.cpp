#include "match/code_places.hpp"

#include <algorithm>

#include "match/field_names.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestHead = 8;   // of a code that words follow
constexpr std::uint32_t kMostObject = 4;  // words of "the port" in "rejected the port with 7402"

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// True if at most a mark follows the run in its clause.
bool ends_with(const Clause& clause, Range run) { return run.end + 1 >= clause.text.end; }

}  // namespace

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

bool is_small_number(std::string_view run) {
  run.remove_prefix(std::min(run.find_first_not_of('0'), run.size()));
  return run.size() <= 3 && std::all_of(run.begin(), run.end(), is_digit);
}

bool CodePlaces::is_code_field(const ClauseScan& unit) {
  const Clause& clause = notice_.clauses[unit.clause];
  if (clause.label.empty() && clause.path.empty()) return false;
  const bool may_come = std::any_of(  // "possible reject codes"
      unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
        return found.role == Role::condition && !found.hidden &&
               unit.tokens[found.end - 1].at.end <= clause.label.end;
      });
  if (may_come) return false;
  if (!clause.label.empty() && ends_with_code_word(notice_.at(clause.label))) return true;
  return is_field(notice_, unit, table_, context_.provider, "code");
}

bool CodePlaces::may_hold_number(const ClauseScan& unit) {
  const Clause& clause = notice_.clauses[unit.clause];
  if (clause.label.empty() && clause.path.empty()) return true;
  if (is_code_field(unit) || is_field(notice_, unit, table_, context_.provider, "reason") ||
      is_field(notice_, unit, table_, context_.provider, "status")) {
    return true;
  }
  return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
    const Range last = unit.tokens[found.end - 1].at;
    return found.role == Role::rejection && last.end <= clause.label.end &&
           (found.end == unit.tokens.size() || unit.tokens[found.end].at.begin >= clause.label.end);
  });
}

/// "Reason code" does, "ZIP code" does not: its last word belongs to a subject.
bool CodePlaces::ends_with_code_word(std::string_view label) {
  split_words(label, {0, static_cast<std::uint32_t>(label.size())}, words_);
  if (words_.size() == 0) return false;
  const WordSlot* slot = table_.find_word(words_[words_.size() - 1]);
  if (slot == nullptr || (slot->flags & word_flag::code_word) == 0) return false;
  if (words_.size() == 1) return true;
  const WordSlot* before = table_.find_word(words_[words_.size() - 2]);
  return before == nullptr || !is_subject(before->id, slot->id);
}

/// True if the two words are a subject's wording, like "zip code".
bool CodePlaces::is_subject(std::uint32_t first, std::uint32_t second) const {
  const auto one = table_.next_node(0, first);
  const auto two = one == 0 ? 0 : table_.next_node(one, second);
  if (two == 0) return false;
  const auto atoms = table_.list(table_.list(table_.header().nodes)[two].atoms);
  return std::any_of(atoms.begin(), atoms.end(), [&](std::uint32_t atom) {
    return table_.atoms()[atom].role == Role::subject;
  });
}

bool CodePlaces::is_marked(const CodeRun& run, const Clause& clause) {
  return (run.code_field && run.first) || behind_code_word(clause, run.at);
}

Stand CodePlaces::stand_of(const CodeRun& found, const Clause& clause) {
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
  return opened && !glued && run.size() <= kLongestHead ? Stand::head : Stand::nowhere;
}

bool CodePlaces::is_told(const ClauseScan& unit, Range run) {
  const auto behind = std::find_if(unit.tokens.begin(), unit.tokens.end(),
                                   [&](const Token& token) { return token.at.begin >= run.begin; });
  auto before = behind;
  while (before != unit.tokens.begin() && (before[-1].flags & word_flag::preposition) != 0)
    --before;
  if (before == unit.tokens.begin()) return false;
  --before;
  const auto is_rejection = [&](std::uint32_t end) {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
      return found.role == Role::rejection && found.end == end && !found.hidden && !found.negated;
    });
  };
  const auto end = static_cast<std::uint32_t>(before - unit.tokens.begin()) + 1;
  const auto gap = Range{before->at.end, run.begin}.in(text_);
  const bool last = behind == unit.tokens.end() || ends_with(notice_.clauses[unit.clause], run);
  if (is_rejection(end)) {  // "rejected 7402", "rejected with 7402 on Monday", "rejected, 7402"
    return gap.find_first_of(".,;:()") == gap.npos || (last && gap == ", ");
  }
  // "rejected the port with 7402": only a few words further on, and with nothing behind.
  if (!last || before + 1 == behind) return false;
  for (std::uint32_t back = 1; back < kMostObject && back < end; ++back) {
    const auto from = unit.tokens[end - back - 1].at.end;
    if (Range{from, run.begin}.in(text_).find_first_of(".,;:()") != gap.npos) return false;
    if (is_rejection(end - back)) return true;
  }
  return false;
}

bool CodePlaces::is_announced(const ClauseScan& unit, Range run) const {
  const auto behind = std::find_if(unit.tokens.begin(), unit.tokens.end(),
                                   [&](const Token& token) { return token.at.begin >= run.begin; });
  constexpr std::uint32_t between =
      word_flag::preposition | word_flag::filler | word_flag::pronoun;  // "with", "us a"
  auto before = behind;
  while (before != unit.tokens.begin() && (before[-1].flags & between) != 0) --before;
  if (before == unit.tokens.begin() || (before[-1].flags & word_flag::code_verb) == 0) return false;
  if (Range{before[-1].at.end, run.begin}.in(text_).find_first_of(".,;:()$") !=
      std::string_view::npos) {
    return false;
  }
  // "got 7402 numbers" counts; "got 7402 from them" does not.
  auto next = std::find_if(behind, unit.tokens.end(),
                           [&](const Token& token) { return token.at.begin >= run.end; });
  return next == unit.tokens.end() || (next->flags & word_flag::preposition) != 0 ||
         Range{run.end, next->at.begin}.in(text_).find_first_of(".,;:()?!-") !=
             std::string_view::npos;
}

/// The first character beside a run that is no blank or quote; '\0' at the clause's edge. A long
/// dash counts as '-'.
char CodePlaces::neighbour(const Clause& clause, std::uint32_t at, int step) const {
  std::int64_t i = step > 0 ? at : std::int64_t{at} - 1;
  while (i >= clause.text.begin && i < clause.text.end) {
    const char c = text_[static_cast<std::size_t>(i)];
    if (static_cast<unsigned char>(c) >= 0x80) return '-';
    if (c != ' ' && c != '"' && c != '\'' && c != '*' && c != '`' && c != '\n') return c;
    i += step;
  }
  return '\0';
}

bool CodePlaces::behind_code_word(const Clause& clause, Range run) {
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
  while (begin > clause.text.begin && (is_code_char(text_[begin - 1]) || text_[begin - 1] == ' ') &&
         at - begin < 40) {
    --begin;
  }
  return ends_with_code_word(Range{begin, at}.in(text_));
}

}  // namespace portfix
