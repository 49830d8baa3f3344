#include "report/skeleton.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fnv.hpp"
#include "match/scan.hpp"
#include "rules/table.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostSamples = 5;
constexpr std::size_t kLongestSample = 300;  // bytes
constexpr std::size_t kLongestCode = 12;
constexpr std::size_t kTooShort = 2;       // a secret to look for
constexpr std::size_t kShortestValue = 7;  // of two digits and letters; "ZQ-77" can be a code

constexpr int kSpeaksOfWrong = 3;

// From the ranges that are never given to anybody.
constexpr std::string_view kSomeNumber = "212-555-0100";
constexpr std::string_view kSomeDate = "2000-01-01";
constexpr std::string_view kSomeMail = "name@example.com";
constexpr std::string_view kSomeLink = "https://example.com";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
/// Bytes of characters outside ASCII count as letters.
bool is_letter(char c) {
  return is_capital(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_word(char c) { return is_letter(c) || is_digit(c); }

/// Only the form of a value: "AB-1234" gives "XX-0000".
std::string form_of(std::string_view value) {
  std::string out;
  for (const char c : value) {
    if (static_cast<unsigned char>(c) >= 0x80 && static_cast<unsigned char>(c) < 0xC0) continue;
    out += is_digit(c) ? '0' : is_letter(c) ? 'X' : c;
  }
  return out;
}

/// What stays the same where only values differ: small letters, one space for several, one 0 or X
/// for a run of them.
std::string key_of(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const char here = is_capital(c) && c != 'X' ? static_cast<char>(c - 'A' + 'a')
                      : is_space(c)             ? ' '
                                                : c;
    const bool repeats = !out.empty() && out.back() == here;
    if (repeats && (here == ' ' || here == '0' || here == 'X')) continue;
    out += here;
  }
  return out;
}

/// Takes out of a notice's text what belongs to one order.
class Anonymizer {
 public:
  Anonymizer(const Notice& notice, const Findings& findings) : text_(notice.text) {
    for (const Secret& secret : findings.secrets) {
      const auto value = notice.at(secret.at);
      // Beside its name a shorter one is masked anyway, and elsewhere "99" is part of a code.
      if (value.size() > kTooShort) values_.emplace(value);
    }
    if (!findings.order_id.empty()) values_.insert(findings.order_id);
    for (const NumberMention& number : notice.numbers) fixed_.push_back({number.at, kSomeNumber});
    for (const DateMention& date : notice.dates) fixed_.push_back({date.at, kSomeDate});
    std::sort(fixed_.begin(), fixed_.end(),
              [](const Fixed& a, const Fixed& b) { return a.at.begin < b.at.begin; });
  }

  /// `names_secret`: the text names a kind of secret, so that a number beside it may be one.
  [[nodiscard]] std::string of(Range range, const std::vector<UnknownCode>& codes,
                               bool names_secret) {
    find_values(range);
    std::string out;
    auto fixed = std::lower_bound(
        fixed_.begin(), fixed_.end(), range.begin,
        [](const Fixed& item, std::uint32_t begin) { return item.at.begin < begin; });
    std::uint32_t at = range.begin;
    while (at < range.end) {
      while (fixed != fixed_.end() && fixed->at.begin < at) ++fixed;
      if (fixed != fixed_.end() && fixed->at.begin == at) {
        out += fixed->stand_in;
        at = std::min(std::max(fixed->at.end, at + 1), range.end);
        continue;
      }
      if (is_space(text_[at])) {
        out += ' ';
        ++at;
        continue;
      }
      std::uint32_t end = at;
      while (end < range.end && !is_space(text_[end]) &&
             (fixed == fixed_.end() || end < fixed->at.begin)) {
        ++end;
      }
      out += word({at, end}, codes, names_secret);
      at = end;
    }
    return out;
  }

 private:
  struct Fixed {
    Range at;
    std::string_view stand_in;
  };

  /// Values that are known to be one order's, wherever they stand.
  void find_values(Range range) {
    found_.clear();
    const std::string_view text = range.in(text_);
    for (const std::string& value : values_) {
      for (auto at = text.find(value); at != text.npos; at = text.find(value, at + value.size())) {
        const auto begin = range.begin + static_cast<std::uint32_t>(at);
        found_.push_back({begin, begin + static_cast<std::uint32_t>(value.size())});
      }
    }
  }

  /// A run without spaces.
  [[nodiscard]] std::string word(Range at, const std::vector<UnknownCode>& codes,
                                 bool names_secret) const {
    const std::string_view text = at.in(text_);
    if (text.find("://") != text.npos || text.starts_with("www.")) return std::string(kSomeLink);
    if (text.find('@') != text.npos) return std::string(kSomeMail);
    std::string out;
    std::uint32_t begin = at.begin;
    while (begin < at.end) {
      std::uint32_t end = begin;
      while (end < at.end && is_part(end, at)) ++end;
      if (end == begin) {
        out += text_[begin++];
        continue;
      }
      const Range part{begin, end};
      out += is_value(part, codes, names_secret) ? form_of(part.in(text_))
                                                 : std::string(part.in(text_));
      begin = end;
    }
    return out;
  }

  /// A letter or digit, or the joint of "123-45-6789".
  [[nodiscard]] bool is_part(std::uint32_t i, Range within) const {
    if (is_word(text_[i])) return true;
    const bool joint = text_[i] == '-' || text_[i] == '_' || text_[i] == '.';
    return joint && i > within.begin && i + 1 < within.end && is_word(text_[i - 1]) &&
           is_word(text_[i + 1]);
  }

  [[nodiscard]] bool is_value(Range part, const std::vector<UnknownCode>& codes,
                              bool names_secret) const {
    const std::string_view text = part.in(text_);
    const auto overlaps = [&](Range other) {
      return other.begin < part.end && part.begin < other.end;
    };
    if (std::any_of(found_.begin(), found_.end(), overlaps)) return true;
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    if (names_secret && digits > 0) return true;
    const bool is_code = std::any_of(codes.begin(), codes.end(), [&](const UnknownCode& code) {
      return code.at.begin <= part.begin && part.end <= code.at.end;
    });
    if (is_code && text.size() <= kLongestCode && digits < 6) return false;
    return digits >= 3 || (digits == 2 && text.size() >= kShortestValue) || is_in_row(part);
  }

  /// One of several numbers in a row: "12 34 56".
  [[nodiscard]] bool is_in_row(Range part) const {
    const auto digit_at = [&](std::size_t i) { return i < text_.size() && is_digit(text_[i]); };
    if (!digit_at(part.begin) || !digit_at(part.end - 1)) return false;
    return (part.begin >= 2 && text_[part.begin - 1] == ' ' && digit_at(part.begin - 2)) ||
           (part.end < text_.size() && text_[part.end] == ' ' && digit_at(part.end + 1));
  }

  std::string_view text_;
  std::set<std::string> values_;
  std::vector<Range> found_;  ///< where values stand in the range that is being read
  std::vector<Fixed> fixed_;  ///< by position
};

/// A clause that may say why, and how likely it is.
struct Candidate {
  std::uint32_t clause = 0;
  int weight = 0;
  bool names_secret = false;
};

bool holds(const Clause& clause, Range at) {
  return (clause.text.begin <= at.begin && at.end <= clause.text.end) ||
         (clause.label.begin <= at.begin && at.end <= clause.label.end);
}

std::vector<Candidate> weigh(const Notice& notice, const Findings& findings,
                             const TableView& table) {
  const auto concepts = table.list(table.header().concepts);
  std::vector<Candidate> all(notice.clauses.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) all[i].clause = i;
  for (const ClauseScan& unit : scan_notice(notice, table)) {
    const Clause& clause = notice.clauses[unit.clause];
    Candidate& candidate = all[unit.clause];
    const bool is_field = clause.kind == ClauseKind::field;
    for (const Token& token : unit.tokens) {
      // "Reason: …" holds a reason, "Customer name: …" does not.
      const bool in_label = is_field && token.at.end <= clause.label.end;
      if (in_label && (token.flags & word_flag::code_word) != 0) candidate.weight += 4;
    }
    for (const Occurrence& found : unit.found) {
      if (found.kind != AtomKind::meaning) continue;
      if (!table.text(concepts[table.atoms()[found.atom].ref].secret).empty()) {
        candidate.names_secret = true;
      }
      if (is_field && unit.tokens[found.begin].at.end <= clause.label.end) continue;
      if (found.role == Role::predicate || found.role == Role::rejection) {
        candidate.weight += kSpeaksOfWrong;
      }
      if (found.role == Role::subject) candidate.weight += 1;
      if (found.role == Role::advice || found.role == Role::fine) candidate.weight -= 1;
    }
  }
  for (const UnknownCode& code : findings.unknown_codes) {
    for (Candidate& candidate : all) {
      if (holds(notice.clauses[candidate.clause], code.at)) candidate.weight += 4;
    }
  }
  std::erase_if(all, [&](const Candidate& candidate) {
    const Clause& clause = notice.clauses[candidate.clause];
    return clause.text.empty() || clause.kind == ClauseKind::quoted ||
           clause.kind == ClauseKind::signature;
  });
  return all;
}

/// The likeliest; where none speaks of something wrong, the others too.
std::vector<Candidate> choose(std::vector<Candidate> all) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
  if (!all.empty() && all.front().weight >= kSpeaksOfWrong) {
    std::erase_if(all, [](const Candidate& candidate) { return candidate.weight <= 0; });
  }
  all.resize(std::min(all.size(), kMostSamples));
  std::sort(all.begin(), all.end(),
            [](const Candidate& a, const Candidate& b) { return a.clause < b.clause; });
  return all;
}

/// At most kLongestSample bytes, cut between words: part of a secret would not be known as one.
Range shortened(Range range, std::string_view text) {
  if (range.size() <= kLongestSample) return range;
  range.end = range.begin + kLongestSample;
  while (range.end > range.begin && !is_space(text[range.end])) --range.end;
  return range;
}

}  // namespace

bool is_unmatched(const Findings& findings, const RuleTable& rules) {
  if (findings.outcome != Outcome::diagnosed) return findings.outcome == Outcome::unrecognized;
  const auto reasons = rules.view().reasons();
  return std::all_of(findings.reasons.begin(), findings.reasons.end(), [&](const Finding& finding) {
    return reasons[finding.reason].last_resort &&
           finding.evidence.front().kind == Evidence::Kind::pattern;
  });
}

Skeleton skeleton_of(const Notice& notice, const Findings& findings, const RuleTable& rules) {
  Anonymizer anonymizer(notice, findings);
  Skeleton out;
  std::vector<std::string> keys;
  for (const Candidate& candidate : choose(weigh(notice, findings, rules.view()))) {
    const Clause& clause = notice.clauses[candidate.clause];
    std::string text;
    if (!clause.label.empty()) {
      text = anonymizer.of(shortened(clause.label, notice.text), findings.unknown_codes,
                           candidate.names_secret) +
             ": ";
    }
    text += anonymizer.of(shortened(clause.text, notice.text), findings.unknown_codes,
                          candidate.names_secret);
    std::string key = key_of(text);
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    keys.push_back(std::move(key));
    out.samples.push_back(std::move(text));
  }
  Fnv hash;
  hash.add(fmt::format("{}", fmt::join(keys, "\n")));
  out.id = fmt::format("unmatched-{:016x}", hash.value());
  return out;
}

}  // namespace portfix
