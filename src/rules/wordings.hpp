#pragma once

#include <map>
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

  /// All runs of a concept, sorted, each once. Empty if it expands to too many or in a circle.
  const std::vector<WordRun>& runs(const std::string& concept_id);

  /// The words without fillers; a run of fillers only stays as it is.
  [[nodiscard]] WordRun strip(const std::vector<std::string>& words) const;

 private:
  const Lexicon& lexicon_;
  std::unordered_set<std::string> fillers_;
  std::map<std::string, const Concept*> by_id_;
  std::map<std::string, std::vector<WordRun>> done_;
  std::vector<std::string> open_;
};

}  // namespace portfix
