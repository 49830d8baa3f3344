#include "match/password_words.hpp"

#include <algorithm>

#include "match/secret_values.hpp"
#include "match/secret_words.hpp"
#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::size_t kShortest = 4;  // bytes of a word

/// "correct-horse-battery", "blue_42!".
bool is_joined(std::string_view word) {
  const auto joints = std::count_if(word.begin(), word.end(), [](char c) {
    return c == '-' || c == '_' || c == '!' || c == '@' || c == '#' || c == '$';
  });
  return joints >= 2;
}

/// Not "mistyped", nor a word of a heading: "Password Reset Page".
bool is_name_like(std::string_view text, Range run) {
  const auto word = run.in(text);
  for (const std::string_view ending :
       {"ed", "en", "ing", "able", "ible", "less", "ful", "ive", "ous", "ory", "ly", "al", "ion"}) {
    if (word.ends_with(ending)) return false;
  }
  if (starts_with_folded(text.substr(run.end), " should be ")) return true;
  const std::size_t next = run.end + std::size_t{1};
  return !(next < text.size() && text[run.end] == ' ' && is_upper(text[next]));
}

/// "security word banana", "password rosebud was refused": a word in small letters that no rule
/// knows, right behind the name, which ends in `last`.
bool is_bare_word(std::string_view text, Range word, std::string_view last, std::string_view gap,
                  std::uint32_t end) {
  const std::string low = to_lower(word.in(text));
  if (is_beside_password(low)) return false;
  const bool asks_for_word =
      last == "word" || last == "phrase" || last == "passphrase" || last == "answer";
  for (const std::string_view ending : {"ed", "ing", "able", "ible", "less", "ly", "ion"}) {
    if (low.ends_with(ending)) return false;
  }
  if (gap == " (") return word.end < end && text[word.end] == ')';
  // "her security word, banana, was refused"
  if (gap != " ") {
    return asks_for_word &&
           (word.end >= end || text[word.end] == ',' || text.substr(word.end, 2) == " -");
  }
  if (asks_for_word) return true;
  if (word.end >= end || std::string_view(".,;").find(text[word.end]) != std::string_view::npos) {
    return true;
  }
  const std::uint32_t begin = word.end + 1;
  std::uint32_t next = begin;
  while (next < end && is_letter(text[next])) ++next;
  return text[word.end] == ' ' && is_verdict(to_lower(text.substr(begin, next - begin)));
}

}  // namespace

bool tells_state(const Notice& notice, const ClauseScan& unit) {
  const Clause& clause = notice.clauses[unit.clause];
  const std::string value = to_lower(notice.at(clause.text));
  for (const std::string_view word :
       {"yes", "no", "none", "null", "n/a", "na", "true", "false", "unknown", "empty", "blank", "-",
        "ok", "redacted", "hidden", "masked"}) {
    if (value == word) return true;
  }
  if (std::any_of(value.begin(), value.end(), is_digit)) return false;
  bool says = false;
  for (const Occurrence& found : unit.found) {
    if (unit.tokens[found.begin].at.begin < clause.text.begin) continue;
    says = says || found.role == Role::predicate || found.role == Role::rejection ||
           found.role == Role::success || found.role == Role::fine || found.role == Role::advice;
  }
  return says && std::all_of(unit.tokens.begin(), unit.tokens.end(), [&](const Token& token) {
           return token.at.begin < clause.text.begin || token.word != 0;
         });
}

bool is_all_odd(const Notice& notice, const ClauseScan& unit) {
  bool any = false;
  for (const Token& token : unit.tokens) {
    if (token.at.begin < notice.clauses[unit.clause].text.begin) continue;
    if (token.word != 0) return false;
    any = true;
  }
  return any;
}

Range whole_password(const Notice& notice, Range at, Range within) {
  constexpr std::string_view ends = " \t\n,;<>\"'()[]{}|";
  constexpr std::string_view odd = "$%#*~^@!";
  const std::string_view text = notice.text;
  // "$ecret", "a#b%c12": odd signs and what they join stand before the first word that was read.
  std::uint32_t begin = at.begin;
  while (begin > within.begin && (odd.find(text[begin - 1]) != odd.npos ||
                                  (begin < at.begin && is_alnum(text[begin - 1])))) {
    --begin;
  }
  const char before = begin > within.begin ? text[begin - 1] : ' ';
  if (ends.find(before) != ends.npos || before == ':' || before == '=') at.begin = begin;
  std::uint32_t end = at.end;
  while (end < within.end && ends.find(text[end]) == ends.npos) {
    // "pin=4711&account=…": another field begins.
    const auto rest = text.substr(end, within.end - end);
    if (text[end] == '&' && rest.substr(0, rest.find_first_of(ends)).find('=') != rest.npos) break;
    ++end;
  }
  while (end > at.end && std::string_view(".:!?").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  return {at.begin, end};
}

Range password_behind(const Notice& notice, const ClauseScan& unit, std::uint32_t next,
                      std::uint32_t name_end) {
  constexpr std::uint32_t kMostBetween = 3;  // words
  const std::string_view text = notice.text;
  const Clause& clause = notice.clauses[unit.clause];
  const auto end =
      std::min<std::uint32_t>(next + kMostBetween, static_cast<std::uint32_t>(unit.tokens.size()));
  for (std::uint32_t i = next; i < end; ++i) {
    const Token& token = unit.tokens[i];
    if (token.at.begin < std::max(name_end, clause.text.begin)) continue;
    const auto gap = text.substr(name_end, token.at.begin - name_end);
    if (!only_links(gap)) return {};
    const Range run = whole_password(notice, token.at, {name_end, clause.text.end});
    if (is_joined(notice.at(run))) return run;
    if (token.word == 0 && token.at.size() >= kShortest) {
      const bool set_off = i == next && gap.find_first_of(":=\"'") != gap.npos;
      const bool is_said = gap.find(" is ") != gap.npos || gap.find(" was ") != gap.npos;
      const bool is_odd = is_said || is_upper(text[token.at.begin]);
      const bool is_beside =
          i == next && next > 0 &&
          (gap == " " || gap == " (" || gap == ", " || gap == " - " || gap == " – ");
      if (is_beside && is_bare_word(text, run, to_lower(notice.at(unit.tokens[next - 1].at)), gap,
                                    clause.text.end)) {
        return run;
      }
      if (set_off || (is_odd && is_name_like(text, run))) return run;
    }
    if (!only_links(notice.at(token.at))) return {};
  }
  return {};
}

Range code_in_brackets(const Notice& notice, const ClauseScan& unit, std::uint32_t next) {
  constexpr std::uint32_t kMostBetween = 4;  // words
  const std::string_view text = notice.text;
  const std::uint32_t end = notice.clauses[unit.clause].text.end;
  for (std::uint32_t i = next; i < unit.tokens.size() && i <= next + kMostBetween; ++i) {
    const Token& token = unit.tokens[i];
    const auto word = notice.at(token.at);
    if (token.at.begin > 0 && text[token.at.begin - 1] == '(') {
      const bool is_number = std::all_of(word.begin(), word.end(), is_digit);
      const bool is_odd = token.word == 0 && token.at.size() >= kShortest &&
                          is_bare_word(text, token.at, {}, " (", end);
      const bool is_closed = token.at.end < end && text[token.at.end] == ')';
      return is_closed && (is_number || is_odd) ? token.at : Range{};
    }
    if (!is_verdict(to_lower(word))) return {};
  }
  return {};
}

std::vector<Range> quoted_odd_words(const Notice& notice, const ClauseScan& unit) {
  constexpr std::size_t kLongest = 40;
  std::vector<Range> out;
  const Clause& clause = notice.clauses[unit.clause];
  const auto text = std::string_view(notice.text).substr(0, clause.text.end);
  for (std::size_t at = clause.text.begin; at < text.size(); ++at) {
    if (text[at] != '"' && text[at] != '\'') continue;
    if (at > clause.text.begin && is_alnum(text[at - 1])) continue;
    const auto end = text.substr(0, std::min(text.size(), at + kLongest)).find(text[at], at + 1);
    if (end == text.npos || end < at + kShortest) continue;
    const Range inside{static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(end)};
    const bool odd = std::all_of(unit.tokens.begin(), unit.tokens.end(), [&](const Token& token) {
      return token.at.begin < inside.begin || token.at.end > inside.end || token.word == 0;
    });
    if (odd) out.push_back(inside);
    at = end;
  }
  return out;
}

}  // namespace portfix
