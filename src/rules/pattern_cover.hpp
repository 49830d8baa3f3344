#pragma once

#include <string>
#include <vector>

#include "rules/wordings.hpp"

namespace portfix {

/// A pattern that another one of the same list makes useless.
struct UselessPattern {
  const Located* pattern = nullptr;
  const Located* other = nullptr;
  bool repeats = false;  ///< both say the same; else `other` says less and so matches more
};

/// Finds patterns that can be dropped: `<a> & <b> & order` matches only where `<a> & <b>` does.
///
/// It is judged by the groups between the "&" alone. A longer pattern is kept where it decides
/// between reasons, for the matcher prefers the reason that explains more words: where some pattern
/// of another reason has all the groups of the one but not of the other, or the other way round.
class PatternCover {
 public:
  PatternCover(const RuleSet& rules, const WordingExpander& expander);

  /// In the order of the rules; each pattern at most once.
  [[nodiscard]] std::vector<UselessPattern> useless() const;

 private:
  /// A pattern as the sorted texts of its groups.
  struct Groups {
    const Located* pattern = nullptr;
    std::vector<std::string> texts;
    [[nodiscard]] bool has_all_of(const Groups& other) const;
    [[nodiscard]] bool has_more_than(const Groups& other) const;
  };
  using List = std::vector<Groups>;

  [[nodiscard]] List read(const std::vector<Located>& patterns,
                          const WordingExpander& expander) const;
  static void judge(const List& list, const std::vector<List>& rivals,
                    std::vector<UselessPattern>& out);
  static bool decides(const Groups& longer, const Groups& shorter, const List& own,
                      const std::vector<List>& rivals);

  std::vector<List> patterns_;  ///< by reason; so are the next two
  std::vector<List> hints_;
  std::vector<List> unless_;
  std::vector<List> benign_;  ///< by kind
};

}  // namespace portfix
