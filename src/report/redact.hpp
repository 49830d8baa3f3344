#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "portfix/report.hpp"
#include "portfix/rule_table.hpp"

namespace portfix {

/// `numbers` (E.164) without those that stand in the notice as a secret only: an account number may
/// have the form of a telephone number.
std::vector<std::string> without_secret_numbers(std::vector<std::string> numbers,
                                                const Notice& notice,
                                                const std::vector<Secret>& secrets);

/// Any text from outside, as it may stand in a message: a star for each character of a secret, so
/// that columns stay what they are. Words that are names of files stay.
std::string starred(std::string_view text, const RuleTable& rules);

/// Masks secrets in text of a notice, on its way out. A secret becomes a typed token, "[pin 1]";
/// the same value gets the same token throughout one notice, also where nothing beside it tells
/// what it is.
class Redactor {
 public:
  /// `show` turns masking off.
  /// `names` gives the tokens; null = this notice has tokens of its own.
  Redactor(const Notice& notice, const std::vector<Secret>& secrets, bool show,
           SecretNames* names = nullptr);

  struct Masked {
    std::string text;
    Range mark;  ///< where the marked words are in `text`
  };

  /// The text of `range` with secrets masked, and what became of `mark` in it.
  Masked mask(Range range, Range mark = {});

  /// The text of `range`, with the whole of a secret of which it is a part.
  [[nodiscard]] std::string mask_part(Range range);

  /// Another text that may repeat a secret of the notice, masked.
  [[nodiscard]] std::string mask(std::string_view text);

  /// Kind of secret → how many values were masked in what was shown.
  [[nodiscard]] std::map<std::string, int> counts() const;

 private:
  struct Token {
    std::string kind;
    std::string name;  ///< "" = not shown yet
  };
  struct Hit {
    std::size_t at;
    std::string_view value;
  };

  [[nodiscard]] std::vector<Hit> hits_in(std::string_view text) const;

  [[nodiscard]] std::string token(std::string_view value);

  const Notice& notice_;
  std::vector<Range> places_;  ///< of secrets, by position
  SecretNames own_names_;
  SecretNames* names_;
  std::map<std::string, Token, std::less<>> values_;
  std::map<std::string, int> counts_;
};

}  // namespace portfix
