#include "match/id_text.hpp"

#include <algorithm>
#include <array>

namespace portfix {
namespace {

constexpr std::uint32_t kLongestId = 64;
constexpr std::uint32_t kShortestId = 3;
constexpr std::uint32_t kMostBareDigits = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z'); }
char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

std::string folded(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// `words` are in lower case.
bool is_one_of(std::string_view word, const auto& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view other) {
    return other.size() == word.size() && std::equal(word.begin(), word.end(), other.begin(),
                                                     [](char a, char b) { return lower(a) == b; });
  });
}

/// The hyphen at `at` that is no ASCII one: its size in bytes, or 0.
std::uint32_t wide_hyphen(std::string_view text, std::size_t at) {
  const auto three = text.substr(std::min(at, text.size()), 3);
  return three == "\xE2\x80\x90" || three == "\xE2\x80\x91" ? 3U : 0U;
}

/// The end of the run of characters that an id can have.
std::uint32_t end_of_token(std::string_view text, std::uint32_t begin, std::uint32_t limit) {
  std::uint32_t at = begin;
  while (at < limit) {
    const char c = text[at];
    if (is_alnum(c) || c == '-' || c == '_' || c == '/' || c == '.') {
      ++at;
    } else if (const auto hyphen = wide_hyphen(text, at); hyphen > 0) {
      at += hyphen;
    } else {
      break;
    }
  }
  while (at > begin && !is_alnum(text[at - 1])) --at;
  const auto token = text.substr(begin, at - begin);
  for (const char mark : {'/', '.'}) {  // "ABC-1/version", "ABC-1.Please": words behind the id
    for (auto cut = token.find(mark); cut != token.npos; cut = token.find(mark, cut + 1)) {
      if (has_digit(token.substr(0, cut)) && !has_digit(token.substr(cut))) {
        return begin + static_cast<std::uint32_t>(cut);
      }
    }
  }
  return at;
}

bool is_blank(std::string_view text, std::uint32_t at) {
  return text[at] == ' ' || text[at] == '\n' || text[at] == '\t' ||
         text.substr(at, 2) == "\xC2\xA0";
}

/// Skips blanks and marks such as colons, quotation marks, brackets and dotted leaders.
std::uint32_t skip_marks(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kWidest = 4;
  constexpr std::uint32_t kWidestLeader = 40;
  const std::uint32_t begin = at;
  std::uint32_t marks = 0;
  std::uint32_t breaks = 0;
  while (at < text.size() && at - begin < kWidestLeader) {
    const char c = text[at];
    if (c == '\n' && ++breaks > 1) break;
    if (is_blank(text, at)) {
      at += text[at] == '\xC2' ? 2U : 1U;
    } else if (c == '.') {
      ++at;
    } else if (std::string_view(":#=([`'\"*").find(c) != std::string_view::npos) {
      if (++marks > kWidest) break;
      ++at;
    } else if (text.substr(at, 3) == "\xE2\x84\x96" || text.substr(at, 3) == "\xE2\x80\x9C") {
      at += 3;  // "№", an opening quotation mark
    } else {
      break;
    }
  }
  return at;
}

/// The word of letters at `at`; "" for one that is too long to stand before an id.
std::string_view word_at(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kLongest = 9;
  std::uint32_t end = at;
  while (end < text.size() && end - at <= kLongest && is_alnum(text[end])) ++end;
  return end - at > kLongest ? std::string_view{} : text.substr(at, end - at);
}

constexpr std::array<std::string_view, 8> kNaming = {"no", "number", "nr",     "num",
                                                     "id", "ref",    "nummer", "reference"};
constexpr std::array<std::string_view, 7> kLinking = {"is",  "was", "on", "this",
                                                      "for", "it",  "the"};

/// "request no", "Auftragsnummer"
bool ends_naming(std::string_view words) {
  const auto folded_words = folded(words);
  return folded_words.ends_with('#') ||
         std::any_of(kNaming.begin(), kNaming.end(), [&](std::string_view word) {
           if (!folded_words.ends_with(word)) return false;
           const auto before = folded_words.size() - word.size();
           return before == 0 || word == "nummer" || !is_alnum(folded_words[before - 1]);
         });
}

bool bare_digits(std::string_view id) { return std::all_of(id.begin(), id.end(), is_digit); }

/// Letters before a hyphen that name a thing, not a series of orders.
bool names_a_thing(std::string_view letters) {
  constexpr std::array<std::string_view, 40> kThings = {
      "account", "acct", "an",    "ban",  "btn",   "bill",  "case", "code", "cause", "covid",
      "ein",     "err",  "error", "ext",  "fax",   "fcc",   "http", "inv",  "iso",   "invoice",
      "line",    "mac",  "model", "nxx",  "ocn",   "phone", "pin",  "page", "rate",  "reason",
      "rfc",     "sip",  "spid",  "step", "suite", "tel",   "tls",  "tn",   "utf",   "zip"};
  return is_one_of(letters, kThings);
}

/// "5b1fd4b1-07fe-4e5b-8df3-5a37a1b0d22c"
bool is_uuid(std::string_view token) {
  if (token.size() != 36) return false;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const char c = lower(token[i]);
    if (hyphen ? c != '-' : !(is_digit(c) || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

/// What an id by its form alone is made of.
struct IdParts {
  std::size_t digits = 0;
  std::size_t letters = 0;
  std::size_t parts = 1;
  std::size_t last = 0;  // characters of the last part
  bool plain = true;     // capitals, digits, hyphens and slashes only
};

IdParts parts_of(std::string_view token) {
  IdParts found;
  for (const char c : token) {
    if (c == '-' || c == '/') {
      ++found.parts;
      found.last = 0;
      continue;
    }
    ++found.last;
    found.digits += is_digit(c) ? 1U : 0U;
    found.letters += is_upper(c) ? 1U : 0U;
    found.plain = found.plain && (is_digit(c) || is_upper(c));
  }
  return found;
}

/// "HV-20931", "VC/GNP/5512", "90-2217-A".
bool has_id_shape(std::string_view token) {
  if (token.size() < 6 || token.size() > kLongestId) return false;
  const IdParts parts = parts_of(token);
  if (!parts.plain || parts.digits < 3 || parts.letters == 0 || parts.parts < 2 || parts.parts > 5)
    return false;
  const auto first = token.substr(0, token.find_first_of("-/"));
  if (names_a_thing(first) || (has_digit(first) && !bare_digits(first))) return false;
  if (is_digit(token.back())) return parts.letters <= 16;
  return parts.last <= 2 && parts.letters <= 10;
}

/// "70-3318": digits alone, as a title may name an order.
bool is_row_of_digits(std::string_view token) {
  const IdParts parts = parts_of(token);
  return parts.plain && parts.letters == 0 && parts.parts == 2 && parts.digits >= 6 &&
         parts.digits <= 12 && token.find('/') == token.npos && token.find('-') >= 2;
}

bool is_token_start(std::string_view text, std::uint32_t at, std::uint32_t begin) {
  if (!is_alnum(text[at])) return false;
  if (at == begin) return true;
  const char before = text[at - 1];
  return !is_alnum(before) && std::string_view("-_/.@$+").find(before) == std::string_view::npos;
}

}  // namespace

Range id_in_value(std::string_view text, Range value) {
  Range first;
  std::uint32_t words = 0;
  std::string_view last_word;
  for (std::uint32_t at = value.begin; at < value.end;) {
    if (is_blank(text, at) || !is_alnum(text[at])) {
      ++at;
      continue;
    }
    std::uint32_t end = at;
    while (end < value.end && !is_blank(text, end)) ++end;
    ++words;
    if (first.empty()) {
      const std::uint32_t stop = end_of_token(text, at, end);
      const auto token = text.substr(at, stop - at);
      const bool glued = stop < end && is_alnum(text[end - 1]) && stop > at && text[stop] == ':';
      if (has_digit(token) && token.size() >= 2 && !glued) {
        first = {at, stop};
        const bool series = words == 2 && last_word.size() <= 4 && bare_digits(token) &&
                            std::all_of(last_word.begin(), last_word.end(), is_upper);
        if (series) first.begin = static_cast<std::uint32_t>(last_word.data() - text.data());
      }
      last_word = token;
    }
    at = end;
  }
  return words <= 1 || first.empty() ? value : first;
}

Range id_behind(std::string_view text, Range words) {
  bool named = false;   // by "number", "id": many digits are one as well
  bool linked = false;  // by words that stand in any sentence: the id must look like one
  std::uint32_t at = skip_marks(text, words.end);
  if (at == words.end) return {};
  for (int i = 0; i < 3 && at < text.size() && !is_digit(text[at]); ++i) {
    const auto word = word_at(text, at);
    const bool naming = is_one_of(word, kNaming);
    if (!naming && !is_one_of(word, kLinking)) break;
    named = named || naming;
    linked = linked || !naming;
    const auto behind = at + static_cast<std::uint32_t>(word.size());
    at = skip_marks(text, behind);
    if (at == behind) return {};
  }
  const auto limit = static_cast<std::uint32_t>(text.size());
  const Range id{at, end_of_token(text, at, limit)};
  const auto token = id.in(text);
  if (token.size() < kShortestId || token.size() > kLongestId || !has_digit(token)) return {};
  const bool bare = bare_digits(token);
  if (bare &&
      (linked || (token.size() > kMostBareDigits && !named && !ends_naming(words.in(text)))))
    return {};
  if (linked && !has_id_shape(token)) return {};
  if (!bare && token.find('/') != token.npos) {
    const IdParts parts = parts_of(token);
    if (parts.letters == 0 && parts.plain && parts.digits < 7) return {};  // a day
  }
  const auto more = text.substr(id.end, 2);
  const bool goes_on = more.size() == 2 && more[0] == ' ' && is_digit(more[1]);
  if (bare && token.size() <= 5 && goes_on) return {};  // groups of digits
  return id;
}

Range id_by_shape(std::string_view text, Range range, IdPlace where) {
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    if (!is_token_start(text, at, range.begin)) continue;
    const Range token{at, end_of_token(text, at, range.end)};
    const char before = at > 0 ? text[at - 1] : ' ';
    const char after = token.end < text.size() ? text[token.end] : ' ';
    const bool bracketed = (before == '(' && after == ')') || (before == '[' && after == ']');
    const bool leads = at == range.begin && after == ':';
    const auto id = written_plainly(token.in(text));
    const bool hashed = before == '#' && bare_digits(id) && id.size() >= 4 &&
                        id.size() <= kMostBareDigits && where == IdPlace::title;
    if (hashed || is_uuid(id)) return token;
    const bool ends = token.end == range.end || before == '[' || before == '#' || at == range.begin;
    if (where == IdPlace::title && is_row_of_digits(id) && ends) return token;
    if (has_id_shape(id) && (where == IdPlace::title || bracketed || leads)) return token;
    at = std::max(at, token.end);
  }
  return {};
}

bool is_one_of_several(std::string_view text, Range id) {
  std::uint32_t at = id.end;
  const auto rest = text.substr(at, 8);
  for (const std::string_view joint : {", ", " and ", " & ", " und ", " + "}) {
    if (!rest.starts_with(joint)) continue;
    at += static_cast<std::uint32_t>(joint.size());
    const Range next{at, end_of_token(text, at, static_cast<std::uint32_t>(text.size()))};
    const auto stem = [](std::string_view token) {
      return token.substr(0, std::min(token.find_first_of("0123456789"), token.size()));
    };
    const auto mine = stem(id.in(text));
    return !mine.empty() && has_digit(next.in(text)) && stem(next.in(text)) == mine;
  }
  return false;
}

std::string written_plainly(std::string_view id) {
  std::string out;
  for (std::size_t at = 0; at < id.size();) {
    if (const auto hyphen = wide_hyphen(id, at); hyphen > 0) {
      out += '-';
      at += hyphen;
    } else {
      out += id[at++];
    }
  }
  return out;
}

}  // namespace portfix
