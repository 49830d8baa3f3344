#include "match/fields_apart.hpp"

#include <algorithm>
#include <iterator>

#include "match/field_names.hpp"
#include "notice/ascii.hpp"

namespace portfix {

namespace {

/// "Past due: 0.00", "Freeze: none": the value says that there is nothing of it.
bool denies(std::string_view value) {
  value = trimmed(value);
  if (value.empty() || value.size() > 8) return false;
  if (value.find_first_not_of("$0.,- ") == value.npos) return true;
  const std::string folded = to_lower(value);
  constexpr std::string_view words[] = {"no",   "none",  "n",   "n/a",  "na",      "null", "nil",
                                        "nein", "keine", "non", "geen", "ninguno", "false"};
  return std::find(std::begin(words), std::end(words), folded) != std::end(words);
}

constexpr std::string_view kInsideOfBox = " _";

bool begins_with_empty_box(std::string_view text) {
  if (!text.starts_with('[') && !text.starts_with('(')) return false;
  const auto end = text.find_first_not_of(kInsideOfBox, 1);
  return end != text.npos && (text[end] == ']' || text[end] == ')');
}

bool ends_with_empty_box(std::string_view text) {
  if (!text.ends_with(']') && !text.ends_with(')')) return false;
  text.remove_suffix(1);
  const auto begin = text.find_last_not_of(kInsideOfBox);
  return begin != text.npos && (text[begin] == '[' || text[begin] == '(');
}

}  // namespace

FieldsApart::FieldsApart(const Notice& notice, const std::vector<ClauseScan>& units,
                         const TableView& table, const Context& context)
    : notice_(notice) {
  for (const ClauseScan& unit : units) {
    if (!context.order_id.empty()) find_naming(unit, context.order_id);
    const Clause& clause = notice.clauses[unit.clause];
    if (is_left_empty(clause)) unticked_.insert(unit.clause);
    if (clause.label.empty() && clause.path.empty()) continue;
    if (is_field(notice, unit, table, context.provider, "ignore")) lists_.insert(unit.clause);
    if (is_field(notice, unit, table, context.provider, "company_code")) {
      companies_.insert(unit.clause);
    }
    const auto in_label = [&](const Occurrence& found) {
      return !found.hidden && unit.tokens[found.end - 1].at.end <= clause.text.begin;
    };
    bool in_name = false;   // a subject
    bool in_value = false;  // another one
    for (const Occurrence& found : unit.found) {
      if (found.role != Role::subject || found.hidden) continue;
      (in_label(found) ? in_name : in_value) = true;
    }
    if (!in_value && !unit.has(Role::rejection) &&
        is_field(notice, unit, table, context.provider, "customer")) {
      customers_.insert(unit.clause);
    }
    in_value = in_value && !clause.path.empty();
    if (in_name && (in_value || is_field(notice, unit, table, context.provider, "reason"))) {
      labels_.insert(unit.clause);
    }
  }
}

/// A box that nobody ticked stands before the clause, or the clause begins with it; a wide one may
/// have been cut in two ("[   ]  Address").
bool FieldsApart::is_left_empty(const Clause& clause) const {
  const bool labelled = !clause.label.empty() && clause.label.begin < clause.text.begin;
  const std::uint32_t begin = labelled ? clause.label.begin : clause.text.begin;
  const std::string_view text = notice_.text;
  const auto before = trimmed(text.substr(0, begin));
  const auto own = text.substr(begin);
  constexpr std::string_view kBoxes[] = {"\u2610", "\u25a1", "\u274f"};
  const bool drawn = std::any_of(std::begin(kBoxes), std::end(kBoxes), [&](std::string_view box) {
    return own.starts_with(box) || before.ends_with(box);
  });
  const bool cut = before.ends_with('[') && own.starts_with(']');
  return drawn || cut || begins_with_empty_box(own) || ends_with_empty_box(before);
}

void FieldsApart::find_naming(const ClauseScan& unit, std::string_view order_id) {
  const Range text = notice_.clauses[unit.clause].text;
  const auto at = notice_.at(text).find(order_id);
  if (at == std::string_view::npos) return;
  const auto begin = text.begin + static_cast<std::uint32_t>(at);
  const Range order{begin, begin + static_cast<std::uint32_t>(order_id.size())};
  for (const Occurrence& found : unit.found) {
    const std::uint32_t start = unit.tokens[found.begin].at.begin;
    if (found.role == Role::subject && !found.hidden && start >= order.end) {
      namings_.emplace(unit.clause, Naming{order, start});
      return;
    }
  }
}

bool FieldsApart::is_only_name(const Candidate& candidate) const {
  const Clause& clause = notice_.clauses[candidate.evidence.clause];
  if (clause.label.empty() || candidate.first < clause.label.begin ||
      candidate.last > clause.label.end || clause.label.end > clause.text.begin) {
    return false;
  }
  const auto between = notice_.at({clause.label.end, clause.text.begin});
  const bool heads_numbers =
      std::any_of(notice_.numbers.begin(), notice_.numbers.end(), [&](const NumberMention& number) {
        return clause.text.begin <= number.at.begin && number.at.end <= clause.text.end;
      });
  if (heads_numbers) return false;
  const bool structured = !clause.path.empty() || between.find('\n') != between.npos;
  std::string value(notice_.at(clause.text).substr(0, 5));
  std::transform(value.begin(), value.end(), value.begin(), [](char c) { return to_lower(c); });
  constexpr std::string_view affirmed[] = {"true", "yes", "y", "1", "x", "ja", "si", "sí", "oui"};
  return structured &&
         std::find(std::begin(affirmed), std::end(affirmed), value) == std::end(affirmed);
}

bool FieldsApart::mislead(const Candidate& candidate) const {
  const std::uint32_t clause = candidate.evidence.clause;
  const std::uint32_t begin = notice_.clauses[clause].text.begin;
  if (lists_.contains(clause) || unticked_.contains(clause)) return true;
  if (candidate.first < begin && labels_.contains(clause)) return true;
  const Clause& own = notice_.clauses[clause];
  if (candidate.first < begin && !own.label.empty() && denies(notice_.at(own.text))) return true;
  if (candidate.evidence.kind != Evidence::Kind::pattern) {
    return candidate.first >= begin && companies_.contains(clause);
  }
  if (is_only_name(candidate)) return true;
  if (candidate.first >= begin && customers_.contains(clause)) return true;
  constexpr std::uint32_t kLongestName = 24;  // bytes before the id: "porting request number "
  const auto [first, last] = namings_.equal_range(clause);
  return std::any_of(first, last, [&](const auto& entry) {
    const Naming& naming = entry.second;
    return candidate.first < naming.order.begin &&
           naming.order.begin - candidate.first <= kLongestName &&
           naming.first_subject < candidate.last;
  });
}

}  // namespace portfix
