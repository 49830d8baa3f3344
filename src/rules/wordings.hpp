#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "rules/model.hpp"
#include "rules/pattern.hpp"

namespace portfix {

/// A run of folded words without fillers.
using WordRun = std::vector<std::string>;

/// Turns the lexicon's wordings, which may name other concepts, into plain runs of words.
class WordingExpander {
 public:
  /// A concept may not expand to more runs than this.
  static constexpr std::size_t max_runs = 20'000;

  explicit WordingExpander(const Lexicon& lexicon);

  [[nodiscard]] bool is_filler(const std::string& word) const { return fillers_.contains(word); }
  [[nodiscard]] const Concept* find(const std::string& id) const;

  /// All runs of a concept, sorted, each once. Empty if there are too many. A wording that leads
  /// back to its own concept adds nothing.
  const std::vector<WordRun>& runs(const std::string& concept_id);

  /// True if the concept itself, not one that it names, has more than `max_runs`.
  bool has_too_many_runs(const std::string& concept_id);

  /// The concepts on the way from this one back to itself, it at both ends; empty if there is none.
  [[nodiscard]] std::vector<std::string> circle(const std::string& concept_id) const;

  /// The words without fillers.
  [[nodiscard]] WordRun strip(const std::vector<std::string>& words) const;
  /// The parts of a pattern without fillers: what stands between two parts goes with the fillers.
  [[nodiscard]] std::vector<PatternPart> strip(const std::vector<PatternPart>& parts) const;

 private:
  /// As many as `runs` can give, without making them; beyond `max_runs` one more than that.
  std::size_t most_runs(const std::string& concept_id);
  /// Goes on from the last concept of `way` until `target` is found again.
  bool find_way(const std::string& target, std::vector<std::string>& way,
                std::set<std::string>& seen) const;

  std::unordered_set<std::string> fillers_;
  std::map<std::string, const Concept*> by_id_;
  std::map<std::string, std::vector<WordRun>> done_;
  std::map<std::string, std::size_t> most_;
  std::set<std::string> too_many_;
  std::vector<std::string> open_;
};

}  // namespace portfix
