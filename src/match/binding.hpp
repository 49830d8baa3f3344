#pragma once

#include <vector>

#include "match/scan.hpp"

namespace portfix {

/// Says which subjects a predicate speaks of, from word order and punctuation alone:
///  - commas, slashes, colons, "and", "or" cut a unit into chunks;
///  - inside a chunk a predicate goes with what stands before it, else with the next subject behind
///    it ("invalid PIN on account": PIN); a subject behind a preposition describes the one before
///    it
///    ("name on the LOA does not match": name);
///  - a chunk of subjects alone shares the next predicate ("name, address and ZIP do not match"),
///  or
///    else the one before ("mismatch: name, address");
///  - a chunk of predicates alone speaks of its neighbour's subjects ("PIN missing or incorrect"),
///    and of all that follow ("incorrect or missing account number, PIN").
class Binding {
 public:
  explicit Binding(const ClauseScan& unit);

  [[nodiscard]] bool bound(const Occurrence& subject, const Occurrence& predicate) const;

  /// "account number accepted, PIN rejected": the chunk of the subject says that it is well, so a
  /// refusal in another one is not about it.
  [[nodiscard]] bool is_well(const Occurrence& subject, const Occurrence& refusal) const;

 private:
  struct Chunk {
    bool subject = false;
    bool predicate = false;
  };

  [[nodiscard]] std::uint32_t chunk_of(const Occurrence& found) const;
  [[nodiscard]] bool only_predicates(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] bool predicate_leads(std::uint32_t chunk) const;
  [[nodiscard]] bool bound_in_chunk(const Occurrence& subject, const Occurrence& predicate) const;
  [[nodiscard]] bool has_own_predicate(const Occurrence& subject) const;
  [[nodiscard]] bool describes(const Occurrence& subject) const;

  const ClauseScan& unit_;
  std::vector<Chunk> chunks_;
};

}  // namespace portfix
