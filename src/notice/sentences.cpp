#include "notice/sentences.hpp"

#include <algorithm>
#include <string>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"

namespace portfix {
namespace {

constexpr std::string_view kAbbreviations =
    " no nos acct accts acc inc ave rd blvd approx nr nrs tel tél mr mrs ms dr corp ltd ext vs "
    "dept attn ref ph fig min max num nbr cust addr svc usw bzw ca str art apt ste jan feb mar apr "
    "jun jul aug sep sept oct okt nov dec dez vol sr jr eg ie zb approx incl excl avg est tn bzgl "
    "evtl ggf inkl sog vgl sra srta ud uds sres st co ave bldg fl rm mfr tx req auth op cit pkt ul "
    "ul ggf mind max dgl ";

bool is_abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 8) return false;
  const std::string folded = to_lower(word);
  const auto at = kAbbreviations.find(folded);
  for (auto i = at; i != kAbbreviations.npos; i = kAbbreviations.find(folded, i + 1)) {
    if (kAbbreviations[i - 1] == ' ' && kAbbreviations[i + folded.size()] == ' ') return true;
  }
  return false;
}

bool is_closing(std::string_view text, std::size_t at, std::size_t& size) {
  const char c = text[at];
  size = 1;
  if (c == '"' || c == '\'' || c == ')' || c == ']' || c == '*') return true;
  size = 3;
  const auto three = text.substr(at, 3);
  return three == "\xE2\x80\x9D" || three == "\xE2\x80\x9C" || three == "\xE2\x80\x99";
}

/// "March 30", but not "14. Dezember".
bool follows_month(std::string_view text, std::size_t begin, std::size_t at) {
  while (at > begin && is_space(text[at - 1])) --at;
  std::size_t start = at;
  while (start > begin && at - start < 12 &&
         (is_letter(text[start - 1]) || is_wide(text[start - 1]))) {
    --start;
  }
  return month_of(text.substr(start, at - start)) > 0;
}

bool precedes_month(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  std::size_t end = at;
  while (end < text.size() && end - at < 12 && (is_letter(text[end]) || is_wide(text[end]))) ++end;
  return month_of(text.substr(at, end - at)) > 0;
}

/// The full stop at `at` belongs to an abbreviation, an initial or an ordinal number.
bool belongs_to_word(std::string_view text, std::size_t begin, std::size_t at) {
  std::size_t start = at;
  while (start > begin && at - start < 12 &&
         (is_alnum(text[start - 1]) || is_wide(text[start - 1]))) {
    --start;
  }
  const auto word = text.substr(start, at - start);
  if (word.empty()) return false;
  const char before = start > begin ? text[start - 1] : ' ';
  if (word.size() == 1 && is_letter(word[0])) {
    return before == '.' || is_space(before) || before == '(';  // "z.B.", "a.m.", "J. Smith"
  }
  if (word.size() <= 2 && std::all_of(word.begin(), word.end(), is_digit)) {
    if (!is_space(before) && before != '(' && before != ':') return false;
    return word.size() == 1 ? !follows_month(text, begin, start) : precedes_month(text, at + 1);
  }
  return is_abbreviation(word);
}

}  // namespace

std::vector<Range> split_sentences(std::string_view text, Range range) {
  std::vector<Range> out;
  std::size_t begin = range.begin;
  const auto cut = [&](std::size_t end) {
    const auto sentence = trimmed(text.substr(begin, end - begin));
    if (!sentence.empty()) {
      const auto at = static_cast<std::uint32_t>(sentence.data() - text.data());
      out.push_back({at, at + static_cast<std::uint32_t>(sentence.size())});
    }
    begin = end;
  };
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const char c = text[at];
    if (c == ';') {
      cut(at);
      ++begin;
      continue;
    }
    if (c != '.' && c != '!' && c != '?') continue;
    std::size_t end = at + 1;
    for (std::size_t size = 0; end < range.end && end - at < 8 && is_closing(text, end, size);) {
      end += size;
    }
    end = std::min<std::size_t>(end, range.end);
    if (end < range.end && !is_space(text[end])) continue;
    if (c == '.' && end == at + 1 && belongs_to_word(text, begin, at)) continue;
    cut(end);
    at = end - 1;
  }
  cut(range.end);
  return out;
}

}  // namespace portfix
