#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"

namespace portfix {

/// Masks secrets in text of a notice, on its way out. A secret becomes a typed token, "[pin 1]";
/// the same value gets the same token throughout one notice, also where nothing beside it tells
/// what it is.
class Redactor {
 public:
  /// `show` turns masking off.
  Redactor(const Notice& notice, const std::vector<Secret>& secrets, bool show);

  struct Masked {
    std::string text;
    Range mark;  ///< where the marked words are in `text`
  };

  /// The text of `range` with secrets masked, and what became of `mark` in it.
  Masked mask(Range range, Range mark = {});

  /// Kind of secret → how many values were masked in what was shown.
  [[nodiscard]] std::map<std::string, int> counts() const;

 private:
  struct Token {
    std::string kind;
    int number = 0;  ///< 0 = not shown yet
  };

  [[nodiscard]] std::string token(std::string_view value);

  const Notice& notice_;
  std::map<std::string, Token, std::less<>> values_;
  std::map<std::string, int> counts_;
};

}  // namespace portfix
