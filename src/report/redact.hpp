#pragma once

#include <map>
#include <string>
#include <vector>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "rules/table.hpp"

namespace portfix {

/// Masks secrets in text of a notice: values beside the concepts that the lexicon marks as secret
/// (account number, PIN, SSN, date of birth …) and anything of the form of an SSN. A secret becomes
/// a typed token, "[pin 1]"; the same value gets the same token throughout one notice.
class Redactor {
 public:
  /// `keep`: ranges that are no secrets, such as codes; telephone numbers of the notice never are.
  Redactor(const Notice& notice, const TableView& table, std::vector<Range> keep, bool show);

  struct Masked {
    std::string text;
    Range mark;  ///< where the marked words are in `text`
  };

  /// The text of `range` with secrets masked, and what became of `mark` in it.
  Masked mask(Range range, Range mark = {});

  /// Kind of secret → how many values were masked in what was shown.
  [[nodiscard]] std::map<std::string, int> counts() const;

 private:
  struct Secret {
    Range at;
    std::string kind;
  };

  void find_secrets();
  void find_social_security_numbers();
  void note(Range at, std::string_view kind);
  [[nodiscard]] bool is_kept(Range at) const;
  [[nodiscard]] std::string token(const Secret& secret);

  const Notice& notice_;
  const TableView& table_;
  std::vector<Range> keep_;
  std::vector<Secret> secrets_;  ///< by position
  std::map<std::string, std::map<std::string, int>> seen_;  ///< kind → value → number
};

}  // namespace portfix
