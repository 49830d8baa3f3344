#include "report/redact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "match/scan.hpp"

namespace portfix {
namespace {

constexpr std::uint32_t kNear = 10;  // words between a secret's name and its value

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A value that could be a secret: three characters or more, two of them digits.
bool looks_secret(std::string_view value) {
  return value.size() >= 3 && std::count_if(value.begin(), value.end(), is_digit) >= 2;
}

/// Grows a word over the joints of "123-45-6789" and "01/02/1980".
Range whole_value(std::string_view text, Range word, Range within) {
  const auto joins = [](char c) { return c == '-' || c == '/' || c == '.' || c == '_'; };
  const auto inner = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  while (word.end + 1 < within.end && joins(text[word.end]) && inner(text[word.end + 1])) {
    ++word.end;
    while (word.end < within.end && inner(text[word.end])) ++word.end;
  }
  return word;
}

}  // namespace

Redactor::Redactor(const Notice& notice, const TableView& table, std::vector<Range> keep, bool show)
    : notice_(notice), table_(table), keep_(std::move(keep)) {
  if (show) return;
  for (const NumberMention& number : notice.numbers) keep_.push_back(number.at);
  find_secrets();
  find_social_security_numbers();
  std::sort(secrets_.begin(), secrets_.end(),
            [](const Secret& a, const Secret& b) { return a.at.begin < b.at.begin; });
}

void Redactor::find_secrets() {
  const auto concepts = table_.list(table_.header().concepts);
  for (const Unit& unit : scan_notice(notice_, table_)) {
    const Clause& clause = notice_.clauses[unit.clause];
    for (const Occurrence& found : unit.found) {
      if (found.kind != AtomKind::meaning || found.hidden) continue;
      const auto kind = table_.text(concepts[table_.atoms()[found.atom].ref].secret);
      if (kind.empty()) continue;
      // A field of that name holds nothing else: "PIN: swordfish".
      const bool in_label = unit.tokens[found.begin].at.end <= clause.label.end;
      const auto value = notice_.at(clause.text);
      if (in_label && !clause.label.empty() && value.find(' ') == value.npos) {
        note(clause.text, kind);
      }
      const std::uint32_t from = found.begin > kNear ? found.begin - kNear : 0;
      const auto to = std::min<std::uint32_t>(found.end + kNear,
                                              static_cast<std::uint32_t>(unit.tokens.size()));
      for (std::uint32_t at = from; at < to; ++at) {
        if (at >= found.begin && at < found.end) continue;
        const Range whole = whole_value(notice_.text, unit.tokens[at].at, clause.text);
        if (looks_secret(whole.in(notice_.text))) note(whole, kind);
      }
    }
  }
}

/// "123-45-6789" wherever it stands.
void Redactor::find_social_security_numbers() {
  const std::string_view text = notice_.text;
  const auto digits = [&](std::size_t at, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      if (at + i >= text.size() || !is_digit(text[at + i])) return false;
    }
    return true;
  };
  for (std::size_t at = text.find('-'); at != text.npos; at = text.find('-', at + 1)) {
    if (at < 3 || !digits(at - 3, 3) || !digits(at + 1, 2)) continue;
    if (at + 3 >= text.size() || text[at + 3] != '-' || !digits(at + 4, 4)) continue;
    if ((at > 3 && is_digit(text[at - 4])) || digits(at + 8, 1)) continue;
    note({static_cast<std::uint32_t>(at - 3), static_cast<std::uint32_t>(at + 8)}, "identity_number");
  }
}

void Redactor::note(Range at, std::string_view kind) {
  if (at.empty() || is_kept(at)) return;
  const bool known = std::any_of(secrets_.begin(), secrets_.end(), [&](const Secret& other) {
    return other.at.begin < at.end && at.begin < other.at.end;
  });
  if (!known) secrets_.push_back({at, std::string(kind)});
}

bool Redactor::is_kept(Range at) const {
  return std::any_of(keep_.begin(), keep_.end(), [&](const Range& other) {
    return other.begin < at.end && at.begin < other.end;
  });
}

std::string Redactor::token(const Secret& secret) {
  auto& values = seen_[secret.kind];
  const auto next = static_cast<int>(values.size()) + 1;
  const int number = values.try_emplace(std::string(notice_.at(secret.at)), next).first->second;
  return fmt::format("[{} {}]", secret.kind, number);
}

Redactor::Masked Redactor::mask(Range range, Range mark) {
  Masked out;
  std::uint32_t at = range.begin;
  bool begin_done = mark.empty();
  bool end_done = mark.empty();
  const auto copy_to = [&](std::uint32_t end) {
    const auto place = [&](std::uint32_t wanted, std::uint32_t& result, bool& done) {
      if (done || wanted > end) return;
      result = static_cast<std::uint32_t>(out.text.size()) + (wanted > at ? wanted - at : 0);
      done = true;
    };
    place(mark.begin, out.mark.begin, begin_done);
    place(mark.end, out.mark.end, end_done);
    out.text += notice_.at({at, end});
    at = end;
  };
    for (const Secret& secret : secrets_) {
    if (secret.at.end <= range.begin || secret.at.begin >= range.end) continue;
    copy_to(std::max(at, secret.at.begin));
    out.text += token(secret);
    at = std::min(range.end, secret.at.end);
  }
  copy_to(range.end);
  return out;
}

std::map<std::string, int> Redactor::counts() const {
  std::map<std::string, int> out;
  for (const auto& [kind, values] : seen_) out[kind] = static_cast<int>(values.size());
  return out;
}

}  // namespace portfix
