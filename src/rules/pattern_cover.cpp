#include "rules/pattern_cover.hpp"

#include <algorithm>

namespace portfix {

PatternCover::PatternCover(const RuleSet& rules, const WordingExpander& expander) {
  for (const Reason& reason : rules.reasons) {
    patterns_.push_back(read(reason.patterns, expander));
    hints_.push_back(read(reason.hints, expander));
    unless_.push_back(read(reason.unless, expander));
  }
  for (const Benign& kind : rules.lexicon.benign) benign_.push_back(read(kind.patterns, expander));
}

std::vector<UselessPattern> PatternCover::useless() const {
  std::vector<UselessPattern> out;
  for (std::size_t reason = 0; reason < patterns_.size(); ++reason) {
    judge(patterns_[reason], patterns_, out);
    judge(hints_[reason], hints_, out);
    judge(unless_[reason], {}, out);
  }
  for (const List& list : benign_) judge(list, benign_, out);
  return out;
}

PatternCover::List PatternCover::read(const std::vector<Located>& patterns,
                                      const WordingExpander& expander) const {
  List list;
  for (const Located& pattern : patterns) {
    PatternSyntaxError error;
    Groups groups;
    groups.pattern = &pattern;
    for (const PatternPart& part : expander.strip(parse_pattern(pattern.text, error))) {
      if (part.joint == Joint::first || part.joint == Joint::both) groups.texts.emplace_back();
      std::string& text = groups.texts.back();
      if (part.joint == Joint::gap) text += " *";
      if (!part.concept_id.empty()) text += " <" + part.concept_id + ">";
      for (const std::string& word : part.words) text += " " + word;
    }
    std::sort(groups.texts.begin(), groups.texts.end());
    if (!groups.texts.empty()) list.push_back(std::move(groups));
  }
  return list;
}

void PatternCover::judge(const List& list, const std::vector<List>& rivals,
                         std::vector<UselessPattern>& out) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (std::size_t j = 0; j < list.size(); ++j) {
      const bool repeats = j < i && list[i].texts == list[j].texts;
      const bool longer = list[i].has_more_than(list[j]);
      if (!repeats && (!longer || decides(list[i], list[j], list, rivals))) continue;
      out.push_back({list[i].pattern, list[j].pattern, repeats});
      break;
    }
  }
}

bool PatternCover::decides(const Groups& longer, const Groups& shorter, const List& own,
                           const std::vector<List>& rivals) {
  return std::any_of(rivals.begin(), rivals.end(), [&](const List& list) {
    return &list != &own && std::any_of(list.begin(), list.end(), [&](const Groups& rival) {
      return longer.has_more_than(rival) != shorter.has_more_than(rival) ||
             rival.has_more_than(longer) != rival.has_more_than(shorter);
    });
  });
}

bool PatternCover::Groups::has_all_of(const Groups& other) const {
  return std::includes(texts.begin(), texts.end(), other.texts.begin(), other.texts.end());
}

bool PatternCover::Groups::has_more_than(const Groups& other) const {
  return texts.size() > other.texts.size() && has_all_of(other);
}

}  // namespace portfix
