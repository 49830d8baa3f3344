#include "rules/wordings.hpp"

#include <algorithm>

#include "base/words.hpp"

namespace portfix {

WordingExpander::WordingExpander(const Lexicon& lexicon) {
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
  return run;
}

std::vector<PatternPart> WordingExpander::strip(const std::vector<PatternPart>& parts) const {
  std::vector<PatternPart> kept;
  Joint widest = Joint::first;  // of the parts dropped since the last one kept
  for (const PatternPart& part : parts) {
    widest = std::max(widest, part.joint);
    PatternPart own = part;
    own.words = strip(part.words);
    if (own.concept_id.empty() && own.words.empty()) continue;
    own.joint = kept.empty() ? Joint::first : widest;
    kept.push_back(std::move(own));
    widest = Joint::first;
  }
  return kept;
}

std::size_t WordingExpander::most_runs(const std::string& concept_id) {
  const auto [known, is_new] = most_.try_emplace(concept_id, 0);
  if (!is_new) return known->second;  // of a circle: what it adds
  std::size_t all = 0;
  const Concept* entry = find(concept_id);
  if (entry == nullptr) return 0;
  for (const Located& wording : entry->wordings) {
    std::size_t runs = 1;
    if (wording.text.find('<') != std::string::npos) {
      PatternSyntaxError error;
      for (const PatternPart& part : parse_pattern(wording.text, error)) {
        if (!part.concept_id.empty()) runs *= most_runs(part.concept_id);
        runs = std::min(runs, max_runs + 1);
      }
    }
    all = std::min(all + runs, max_runs + 1);
  }
  return most_[concept_id] = all;
}

bool WordingExpander::has_too_many_runs(const std::string& concept_id) {
  if (most_runs(concept_id) <= max_runs) return false;
  runs(concept_id);
  return too_many_.contains(concept_id);
}

std::vector<std::string> WordingExpander::circle(const std::string& concept_id) const {
  std::vector<std::string> way = {concept_id};
  std::set<std::string> seen;
  if (!find_way(concept_id, way, seen)) way.clear();
  return way;
}

bool WordingExpander::find_way(const std::string& target, std::vector<std::string>& way,
                               std::set<std::string>& seen) const {
  const Concept* entry = find(way.back());
  if (entry == nullptr) return false;
  for (const Located& wording : entry->wordings) {
    PatternSyntaxError error;
    for (const PatternPart& part : parse_pattern(wording.text, error)) {
      if (part.concept_id.empty()) continue;
      way.push_back(part.concept_id);
      if (part.concept_id == target) return true;
      if (seen.insert(part.concept_id).second && find_way(target, way, seen)) return true;
      way.pop_back();
    }
  }
  return false;
}

const std::vector<WordRun>& WordingExpander::runs(const std::string& concept_id) {
  static const std::vector<WordRun> nothing;
  if (const auto known = done_.find(concept_id); known != done_.end()) return known->second;
  const Concept* entry = find(concept_id);
  if (entry == nullptr || std::count(open_.begin(), open_.end(), concept_id) > 0) return nothing;

  open_.push_back(concept_id);
  bool too_many = false;
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
          too_many = too_many || longer.size() >= max_runs;
          if (too_many) break;
          WordRun& run = longer.emplace_back();
          run.reserve(head.size() + tail.size());
          run.insert(run.end(), head.begin(), head.end());
          run.insert(run.end(), tail.begin(), tail.end());
        }
      }
      heads = std::move(longer);
    }
    std::move(heads.begin(), heads.end(), std::back_inserter(all));
    too_many = too_many || all.size() > max_runs;
    if (too_many) break;
  }
  open_.pop_back();
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::erase_if(all, [](const WordRun& run) { return run.empty(); });
  if (too_many) {
    all.clear();
    too_many_.insert(concept_id);
  }
  return done_[concept_id] = std::move(all);
}

}  // namespace portfix
