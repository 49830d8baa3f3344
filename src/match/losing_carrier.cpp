#include "match/losing_carrier.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "match/field_names.hpp"
#include "match/near_words.hpp"

namespace portfix {
namespace {

bool is_one_of(std::string_view word, const auto& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view other) { return equal_ignoring_case(word, other); });
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool all_capitals(std::string_view text) {
  return std::none_of(text.begin(), text.end(), is_lower);
}

bool names_carrier(const Occurrence& found) {
  return found.kind == AtomKind::carrier || found.kind == AtomKind::weak_carrier;
}

Range range_of(const ClauseScan& unit, const Occurrence& found) {
  return {unit.tokens[found.begin].at.begin, unit.tokens[found.end - 1].at.end};
}

/// What only a carrier's name stands behind.
constexpr std::array<std::string_view, 5> kBefore = {"by", "asked", "from", "with", "at"};
constexpr std::array<std::string_view, 64> kBehind = {
    "advised",   "advises",  "informs", "informed", "rejected", "refused",  "refuses",  "declined",
    "declines",  "denied",   "denies",  "says",     "said",     "reports",  "reported", "replied",
    "answered",  "came",     "cannot",  "can",      "won",      "will",     "would",    "has",
    "have",      "had",      "isn",     "kicked",   "bounced",  "returned", "sent",     "accepted",
    "confirmed", "approved", "wants",   "want",     "needs",    "need",     "requires", "require",
    "asks",      "insists",  "states",  "stated",   "tells",    "told",     "just",     "still",
    "now",       "put",      "took",    "closed",   "picked",   "knocked",  "shows",    "responded",
    "turned",    "didn",     "doesn",   "did",      "usually",  "finds",    "refuse",   "reject"};
/// The same where a name is written small.
constexpr std::array<std::string_view, 9> kSurelyBehind = {
    "says", "said", "rejected", "refused", "declined", "denied", "kicked", "bounced", "wants"};
constexpr std::array<std::string_view, 14> kOpenings = {
    "but",           "and",     "so",    "then", "now", "today", "yesterday",
    "unfortunately", "because", "while", "when", "as",  "since", "if"};
/// May belong to a carrier's name.
constexpr std::array<std::string_view, 20> kPartsOfName = {
    "Communications", "Wireless", "Mobile", "Business", "Voice",  "Porting",  "LNP",
    "Port",           "NP",       "Desk",   "Center",   "Centre", "NOC",      "LSR",
    "Support",        "Telecom",  "Canada", "Inc",      "LLC",    "CONFIRMED"};

}  // namespace

std::uint32_t LosingCarrier::in_fields() const {
  for (const ClauseScan& unit : units_) {
    if (!is_field(notice_, unit, table_, provider_, "losing_carrier")) continue;
    const Occurrence* best = nullptr;
    for (const Occurrence& found : unit.found) {
      if (!names_carrier(found) || !is_whole_name(unit, found)) continue;
      if (is_gaining(unit, found)) continue;
      if (best == nullptr || found.end - found.begin > best->end - best->begin) best = &found;
    }
    if (best == nullptr) continue;
    if (const auto carrier = resolve(unit, *best); carrier != none) return carrier;
  }
  return none;
}

std::uint32_t LosingCarrier::in_text() const {
  for (const bool history : {false, true}) {
    for (const Named how : {Named::acting, Named::anyhow}) {
      for (const ClauseScan& unit : units_) {
        const ClauseKind kind = notice_.clauses[unit.clause].kind;
        if (kind == ClauseKind::signature || (kind == ClauseKind::quoted) != history) continue;
        if (kind == ClauseKind::header) continue;
        if (const auto carrier = first_of(unit, how); carrier != none) return carrier;
      }
    }
  }
  const auto carrier = sending();
  return carrier != none ? carrier : signing();
}

std::uint32_t LosingCarrier::first_of(const ClauseScan& unit, Named how) const {
  for (const Occurrence& found : unit.found) {
    if (!names_carrier(found) || !is_whole_name(unit, found)) continue;
    if (is_gaining(unit, found)) continue;
    if (how == Named::acting && !acts(unit, found)) continue;
    if (how == Named::anyhow && found.kind == AtomKind::weak_carrier) continue;
    const auto carrier = resolve(unit, found);
    if (carrier == none) continue;
    // Of carriers that share a name, the one that is meant has to do something.
    const bool shared = carrier != table_.atoms()[found.atom].ref ||
                        std::any_of(unit.found.begin(), unit.found.end(), [&](const auto& other) {
                          return &other != &found && names_carrier(other) &&
                                 other.begin == found.begin && other.end == found.end &&
                                 table_.atoms()[other.atom].ref != table_.atoms()[found.atom].ref;
                        });
    const bool told = !table_.list(table_.carriers()[carrier].numbers).empty();
    if (how == Named::anyhow && shared && !told) continue;
    return carrier;
  }
  return none;
}

/// Not part of a longer name: "AT&T Prepaid" is not "AT&T", "AT&T Office@Hand" is no carrier.
bool LosingCarrier::is_whole_name(const ClauseScan& unit, const Occurrence& found) const {
  return std::none_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
    const bool name = names_carrier(other) || other.kind == AtomKind::provider;
    return name && other.begin <= found.begin && found.end <= other.end &&
           other.end - other.begin > found.end - found.begin;
  });
}

/// "losing carrier ONVOY", "the current provider (Lumen)"
bool LosingCarrier::follows_field(const ClauseScan& unit, const Occurrence& found,
                                  std::string_view fact) const {
  constexpr std::uint32_t kNear = 6;
  return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
    if (other.end > found.begin || name_rank(table_, other, provider_, fact) == none) return false;
    const Range between{unit.tokens[other.end - 1].at.end, unit.tokens[found.begin].at.begin};
    const auto text = between.in(notice_.text);
    const auto name = range_of(unit, found);
    const bool inserted = text == ", " && notice_.text.substr(name.end, 1) == ",";
    return inserted || (between.size() <= kNear && text.find_first_of(".;,") == text.npos);
  });
}

/// The side that is to get the number: "gaining: Vonage", "another provider (Vonage) asked us to
/// release", "from Cox to Vonage".
bool LosingCarrier::is_gaining(const ClauseScan& unit, const Occurrence& found) const {
  if (follows_field(unit, found, "gaining_carrier")) return true;
  if (follows_field(unit, found, "losing_carrier")) return false;
  if (is_field(notice_, unit, table_, provider_, "gaining_carrier")) return true;
  const Range name = range_of(unit, found);
  if (asks_for_number(notice_.text, name.end)) return true;
  if (!equal_ignoring_case(word_before(notice_.text, name.begin), "to")) return false;
  return direction_of(notice_.text, name.begin) == Direction::number;
}

bool LosingCarrier::acts(const ClauseScan& unit, const Occurrence& found) const {
  const bool weak = found.kind == AtomKind::weak_carrier;
  const CarrierRow& row = table_.carriers()[table_.atoms()[found.atom].ref];
  if (weak && row.generic && table_.text(row.country) == "US") return false;  // "the reseller says"
  const Range name = range_of(unit, found);
  const auto before = word_before(notice_.text, name.begin);
  const auto behind = word_behind(notice_.text, name.end);
  if (weak && is_lower(notice_.text[name.begin])) {
    return is_one_of(behind, kSurelyBehind) &&
           !is_one_of(before, std::array<std::string_view, 4>{"the", "a", "an", "your"});
  }
  if (weak && !stands_alone(name)) return false;
  if (follows_field(unit, found, "losing_carrier")) return true;
  if (is_one_of(before, kBefore) || is_one_of(behind, kBehind)) return true;
  return equal_ignoring_case(before, "to") &&
         direction_of(notice_.text, name.begin) == Direction::request;
}

/// "Cox" and "Cox Communications", but not "Cox Dental" and "Maria Cox".
bool LosingCarrier::stands_alone(Range name) const {
  const std::string_view text = notice_.text;
  const bool last = text.substr(name.end, 1) == "\n";
  const auto behind = last ? std::string_view{} : word_behind(text, name.end);
  const bool first = name.begin > 0 && text[name.begin - 1] == '\n';
  const auto before = first ? std::string_view{} : word_before(text, name.begin);
  if (all_capitals(behind) && all_capitals(before)) return true;
  if (!behind.empty() && is_upper(behind.front()) && !all_capitals(behind) &&
      !is_one_of(behind, kPartsOfName)) {
    return false;
  }
  const bool joined = text.substr(name.end, 3) == " & " || text.substr(name.end, 1) == "-";
  const bool named = !before.empty() && is_upper(before.front()) && !all_capitals(before) &&
                     !is_one_of(before, kBefore) && !is_one_of(before, kOpenings);
  return !joined && !named;
}

/// Of the carriers with this name, the one that numbers and words speak for; `none` if nothing
/// tells them apart.
std::uint32_t LosingCarrier::resolve(const ClauseScan& unit, const Occurrence& found) const {
  std::set<std::uint32_t> carriers;
  for (const Occurrence& other : unit.found) {
    if (!names_carrier(other) || other.begin != found.begin || other.end != found.end) continue;
    carriers.insert(table_.atoms()[other.atom].ref);
  }
  if (carriers.size() == 1) return *carriers.begin();
  std::uint32_t best = none;
  int most = 0;
  bool tie = false;
  for (const std::uint32_t carrier : carriers) {
    const int fit = fitness(carrier);
    if (best != none && fit < most) continue;
    tie = best != none && fit == most;
    best = carrier;
    most = fit;
  }
  if (tie) namesakes_.assign(carriers.begin(), carriers.end());
  return tie ? none : best;
}

int LosingCarrier::fitness(std::uint32_t carrier) const {
  constexpr int kNumbers = 100;  // they leave no doubt
  int fit = 0;
  const auto starts = table_.list(table_.carriers()[carrier].numbers);
  if (!starts.empty() && !notice_.numbers.empty()) {
    const auto digits = std::string_view(notice_.numbers.front().e164).substr(1);
    const bool fits = std::any_of(starts.begin(), starts.end(), [&](TextRef start) {
      return digits.starts_with(table_.text(start));
    });
    fit += fits ? kNumbers : 0;
  }
  std::set<std::uint32_t> words;
  for (const ClauseScan& unit : units_) {
    for (const Occurrence& found : unit.found) {
      if (found.kind == AtomKind::carrier_word && table_.atoms()[found.atom].ref == carrier) {
        words.insert(found.atom);
      }
    }
  }
  return fit + static_cast<int>(words.size());
}

/// "From: O2 <…>": a network that writes itself. VoIP providers write as the gaining side.
std::uint32_t LosingCarrier::sending() const {
  for (const ClauseScan& unit : units_) {
    const Clause& clause = notice_.clauses[unit.clause];
    if (clause.kind != ClauseKind::header) continue;
    if (!equal_ignoring_case(clause.label.in(notice_.text), "from")) continue;
    if (const auto carrier = network_at_start(unit); carrier != none) return carrier;
  }
  return none;
}

/// "Windstream LNP" under the letter.
std::uint32_t LosingCarrier::signing() const {
  for (const ClauseScan& unit : units_) {
    if (notice_.clauses[unit.clause].kind != ClauseKind::signature) continue;
    if (const auto carrier = network_at_start(unit); carrier != none) return carrier;
  }
  return none;
}

/// The network whose name opens the clause.
std::uint32_t LosingCarrier::network_at_start(const ClauseScan& unit) const {
  const Range clause = notice_.clauses[unit.clause].text;
  const auto first = notice_.text.find_first_not_of("\" ", clause.begin);
  for (const Occurrence& found : unit.found) {
    if (!names_carrier(found) || !is_whole_name(unit, found)) continue;
    const Range name = range_of(unit, found);
    const auto carrier = resolve(unit, found);
    if (carrier == none || first != name.begin || !stands_alone(name)) continue;
    if (is_lower(notice_.text[name.begin]) || notice_.text.substr(name.end, 1) == "@") continue;
    const auto kind = table_.text(table_.carriers()[carrier].kind);
    if (kind == "wireless" || kind == "wireline") return carrier;
  }
  return none;
}

}  // namespace portfix
