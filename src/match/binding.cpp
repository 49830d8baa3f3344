#include "match/binding.hpp"

#include <algorithm>

namespace portfix {
namespace {

/// Something that is said of a subject: what is the matter with it, or that it is well.
bool is_state(const Occurrence& found) {
  return found.role == Role::predicate || found.role == Role::success || found.role == Role::fine;
}

}  // namespace

Binding::Binding(const ClauseScan& unit) : unit_(unit) {
  if (!unit.tokens.empty()) chunks_.resize(unit.tokens.back().chunk + 1U);
  for (const Occurrence& found : unit.found) {
    if (found.hidden) continue;
    for (std::uint32_t at = found.begin; at < found.end; ++at) {
      Chunk& chunk = chunks_[unit.tokens[at].chunk];
      if (found.role == Role::subject) chunk.subject = true;
      if (is_state(found)) chunk.predicate = true;
    }
  }
}

std::uint32_t Binding::chunk_of(const Occurrence& found) const {
  return unit_.tokens[found.begin].chunk;
}

/// True if each chunk in [from, to) has predicates and no subject.
bool Binding::only_predicates(std::uint32_t from, std::uint32_t to) const {
  for (std::uint32_t i = from; i < to; ++i) {
    if (chunks_[i].subject || !chunks_[i].predicate) return false;
  }
  return true;
}

/// "missing account number"
bool Binding::predicate_leads(std::uint32_t chunk) const {
  const auto first =
      std::find_if(unit_.found.begin(), unit_.found.end(), [&](const Occurrence& found) {
        return chunk_of(found) == chunk && !found.hidden &&
               (found.role == Role::subject || is_state(found));
      });
  return first != unit_.found.end() && is_state(*first);
}

/// "on the LOA" in "name on the LOA": behind a preposition, with another subject before.
bool Binding::describes(const Occurrence& subject) const {
  if (subject.begin == 0) return false;
  if ((unit_.tokens[subject.begin - 1].flags & word_flag::preposition) == 0) return false;
  return std::any_of(unit_.found.begin(), unit_.found.end(), [&](const Occurrence& other) {
    return other.role == Role::subject && !other.hidden && other.end < subject.begin &&
           chunk_of(other) == chunk_of(subject);
  });
}

bool Binding::bound_in_chunk(const Occurrence& subject, const Occurrence& predicate) const {
  if (subject.end <= predicate.begin) return !describes(subject);
  for (const Occurrence& other : unit_.found) {
    if (other.role != Role::subject || other.hidden || chunk_of(other) != chunk_of(subject)) {
      continue;
    }
    const bool between = predicate.end <= other.begin && other.end <= subject.begin;
    if (between) return false;
    const bool nearer_before = other.end <= predicate.begin && !describes(other) &&
                               predicate.begin - other.end <= subject.begin - predicate.end;
    if (nearer_before) return false;
  }
  return true;
}

/// A predicate right before the subject or behind it, in its chunk.
bool Binding::has_own_predicate(const Occurrence& subject) const {
  constexpr std::uint32_t near = 2;  // tokens: "rejected due to PIN" leaves the PIN free
  return std::any_of(unit_.found.begin(), unit_.found.end(), [&](const Occurrence& other) {
    if (!is_state(other) || other.hidden || chunk_of(other) != chunk_of(subject)) {
      return false;
    }
    const bool close = other.end > subject.begin || subject.begin - other.end < near;
    return close && bound_in_chunk(subject, other);
  });
}

bool Binding::is_well(const Occurrence& subject, const Occurrence& refusal) const {
  if (chunk_of(subject) == chunk_of(refusal)) return false;
  return std::any_of(unit_.found.begin(), unit_.found.end(), [&](const Occurrence& found) {
    const bool well = found.role == Role::success || found.role == Role::fine;
    return well && !found.hidden && !found.negated && found.begin >= subject.end &&
           chunk_of(found) == chunk_of(subject);
  });
}

bool Binding::bound(const Occurrence& subject, const Occurrence& predicate) const {
  const std::uint32_t s = chunk_of(subject);
  const std::uint32_t p = chunk_of(predicate);
  if (s == p) return bound_in_chunk(subject, predicate);
  if (has_own_predicate(subject)) {
    return p > s ? only_predicates(s + 1, p + 1) : only_predicates(p, s);
  }
  if (describes(subject)) return false;
  const auto count = static_cast<std::uint32_t>(chunks_.size());
  std::uint32_t next = s + 1;
  while (next < count && !chunks_[next].predicate) ++next;
  if (next < count) {
    if (p == next) return true;
    if (p > next) return only_predicates(next + 1, p + 1);
    // A predicate before still counts where the next one has its own subject.
    return p < s && chunks_[next].subject && only_predicates(p, p + 1);
  }
  if (p > s) return false;
  for (std::uint32_t i = p + 1; i < s; ++i) {
    if (!chunks_[i].predicate || only_predicates(i, i + 1)) continue;
    const bool last_of_a_list = only_predicates(p, i) && predicate_leads(i);
    if (!last_of_a_list) return false;
  }
  return true;
}

}  // namespace portfix
