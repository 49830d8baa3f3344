#include "rules/wordings.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace portfix {

WordingExpander::WordingExpander(const Lexicon& lexicon) : lexicon_(lexicon) {
  for (const Located& filler : lexicon.fillers) fillers_.insert(fold(filler.text));
  for (const Concept& entry : lexicon.concepts) by_id_.emplace(entry.id, &entry);
}

const Concept* WordingExpander::find(const std::string& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

WordRun WordingExpander::strip(const std::vector<std::string>& words) const {
  WordRun run;
  std::copy_if(words.begin(), words.end(), std::back_inserter(run),
               [&](const std::string& word) { return !is_filler(word); });
  return run.empty() ? words : run;
}

const std::vector<WordRun>& WordingExpander::runs(const std::string& concept_id) {
  static const std::vector<WordRun> nothing;
  if (const auto known = done_.find(concept_id); known != done_.end()) return known->second;
  const Concept* entry = find(concept_id);
  if (entry == nullptr || std::count(open_.begin(), open_.end(), concept_id) > 0) return nothing;

  open_.push_back(concept_id);
  std::vector<WordRun> all;
  for (const Located& wording : entry->wordings) {
    PatternSyntaxError error;
    std::vector<WordRun> heads = {{}};
    for (const PatternPart& part : parse_pattern(wording.text, error)) {
      const std::vector<WordRun> own = {strip(part.words)};
      const std::vector<WordRun>& tails = part.concept_id.empty() ? own : runs(part.concept_id);
      std::vector<WordRun> longer;
      for (const WordRun& head : heads) {
        for (const WordRun& tail : tails) {
          if (longer.size() > max_runs) break;
          longer.push_back(head);
          longer.back().insert(longer.back().end(), tail.begin(), tail.end());
        }
      }
      heads = std::move(longer);
    }
    all.insert(all.end(), heads.begin(), heads.end());
    if (all.size() > max_runs) break;
  }
  open_.pop_back();
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::erase_if(all, [](const WordRun& run) { return run.empty(); });
  if (all.size() > max_runs) all.clear();
  return done_[concept_id] = std::move(all);
}

}  // namespace portfix
