#include "match/patterns.hpp"

#include <algorithm>
#include <optional>

#include "match/binding.hpp"

namespace portfix {
namespace {

constexpr std::uint32_t kShortGap = 6;   // tokens that `*` may stand for
constexpr std::uint32_t kReach = 18;     // tokens between the sides of `&`
constexpr std::size_t kMostPlaces = 12;  // of one group in one unit

/// A group of a pattern (parts joined by adjacency or `*`) at one place.
struct Place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<const Occurrence*> parts;
};

bool counts(const Occurrence& found) { return !found.hidden && !found.negated; }

class Attempt {
 public:
  Attempt(const ClauseScan& unit, const Binding& binding, std::span<const PartRow> parts)
      : unit_(unit), binding_(binding) {
    for (std::size_t i = 0; i < parts.size();) {
      std::size_t end = i + 1;
      while (end < parts.size() && parts[end].joint != Joint::both) ++end;
      groups_.push_back(places_of(parts.subspan(i, end - i)));
      if (groups_.back().empty()) return;
      i = end;
    }
  }

  /// The combination with the smallest span, as token positions.
  std::optional<std::vector<std::uint32_t>> best() {
    if (groups_.back().empty()) return std::nullopt;
    combine(0);
    if (best_.empty()) return std::nullopt;
    std::vector<std::uint32_t> tokens;
    for (const Place* place : best_) {
      for (const Occurrence* part : place->parts) {
        for (std::uint32_t at = part->begin; at < part->end; ++at) tokens.push_back(at);
      }
    }
    std::sort(tokens.begin(), tokens.end());
    return tokens;
  }

 private:
  std::vector<Place> places_of(std::span<const PartRow> parts) const {
    std::vector<Place> places;
    for (const Occurrence& found : unit_.found) {
      if (usable(found, parts.front().atom) && places.size() < kMostPlaces) {
        places.push_back({found.begin, found.end, {&found}});
      }
    }
    for (const PartRow& part : parts.subspan(1)) {
      std::vector<Place> longer;
      for (const Place& place : places) {
        for (const Occurrence& found : unit_.found) {
          if (!usable(found, part.atom) || found.begin < place.end) continue;
          const std::uint32_t gap = found.begin - place.end;
          if (gap > (part.joint == Joint::gap ? kShortGap : 0)) continue;
          longer.push_back(place);
          longer.back().end = found.end;
          longer.back().parts.push_back(&found);
          if (longer.size() >= kMostPlaces) break;
        }
      }
      places = std::move(longer);
    }
    return places;
  }

  static bool usable(const Occurrence& found, std::uint32_t atom) {
    return found.atom == atom && counts(found);
  }

  void combine(std::size_t group) {
    if (group == groups_.size()) {
      const std::uint32_t width = span_of(chosen_);
      if (best_.empty() || width < span_of(best_)) best_ = chosen_;
      return;
    }
    for (const Place& place : groups_[group]) {
      if (std::all_of(chosen_.begin(), chosen_.end(),
                      [&](const Place* other) { return go_together(*other, place); })) {
        chosen_.push_back(&place);
        combine(group + 1);
        chosen_.pop_back();
      }
    }
  }

  [[nodiscard]] bool go_together(const Place& a, const Place& b) const {
    const Place& first = a.begin <= b.begin ? a : b;
    const Place& second = a.begin <= b.begin ? b : a;
    if (second.begin < first.end || second.begin - first.end > kReach) return false;
    for (const Occurrence* x : a.parts) {
      for (const Occurrence* y : b.parts) {
        if (x->role == Role::subject && y->role == Role::predicate && !binding_.bound(*x, *y)) {
          return false;
        }
        if (x->role == Role::predicate && y->role == Role::subject && !binding_.bound(*y, *x)) {
          return false;
        }
        if (refuses_what_is_well(*x, *y) || refuses_what_is_well(*y, *x)) return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool refuses_what_is_well(const Occurrence& subject,
                                          const Occurrence& refusal) const {
    return subject.role == Role::subject && refusal.role == Role::rejection &&
           binding_.is_well(subject, refusal);
  }

  static std::uint32_t span_of(const std::vector<const Place*>& places) {
    std::uint32_t begin = ~0U;
    std::uint32_t end = 0;
    for (const Place* place : places) {
      begin = std::min(begin, place->begin);
      end = std::max(end, place->end);
    }
    return end - begin;
  }

  const ClauseScan& unit_;
  const Binding& binding_;
  std::vector<std::vector<Place>> groups_;
  std::vector<const Place*> chosen_;
  std::vector<const Place*> best_;
};

bool occurs(const ClauseScan& unit, std::uint32_t atom) {
  return std::any_of(unit.found.begin(), unit.found.end(),
                     [&](const Occurrence& found) { return found.atom == atom && !found.hidden; });
}

}  // namespace

PatternMatcher::PatternMatcher(const TableView& table)
    : table_(table), occurs_(table.atoms().size()), tried_(table.patterns().size()) {}

std::vector<PatternMatch> PatternMatcher::match(const ClauseScan& unit) {
  std::vector<PatternMatch> matches;
  find_candidates(unit);
  if (candidates_.empty()) return matches;
  const Binding binding(unit);
  for (const std::uint32_t pattern : candidates_) {
    const auto parts = table_.list(table_.patterns()[pattern].parts);
    if (auto tokens = Attempt(unit, binding, parts).best()) {
      matches.push_back({pattern, std::move(*tokens)});
    }
  }
  return matches;
}

/// Patterns of which each part occurs, in the order of the table.
void PatternMatcher::find_candidates(const ClauseScan& unit) {
  candidates_.clear();
  for (const Occurrence& found : unit.found) {
    if (counts(found)) occurs_[found.atom] = true;
  }
  for (const Occurrence& found : unit.found) {
    if (!occurs_[found.atom]) continue;
    for (const std::uint32_t pattern : table_.list(table_.atoms()[found.atom].patterns)) {
      if (tried_[pattern]) continue;
      const auto parts = table_.list(table_.patterns()[pattern].parts);
      if (std::all_of(parts.begin(), parts.end(),
                      [&](const PartRow& part) { return occurs_[part.atom]; })) {
        tried_[pattern] = true;
        candidates_.push_back(pattern);
      }
    }
  }
  std::sort(candidates_.begin(), candidates_.end());
  for (const Occurrence& found : unit.found) occurs_[found.atom] = false;
  for (const std::uint32_t pattern : candidates_) tried_[pattern] = false;
}

PatternProgress PatternMatcher::progress(const ClauseScan& unit, std::uint32_t pattern) const {
  const auto parts = table_.list(table_.patterns()[pattern].parts);
  PatternProgress progress;
  progress.parts_found = static_cast<std::size_t>(std::count_if(
      parts.begin(), parts.end(), [&](const PartRow& part) { return occurs(unit, part.atom); }));
  const Binding binding(unit);
  progress.matched =
      progress.parts_found == parts.size() && Attempt(unit, binding, parts).best().has_value();
  return progress;
}

}  // namespace portfix
