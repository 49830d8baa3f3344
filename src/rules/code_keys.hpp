#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "rules/model.hpp"

namespace portfix {

/// A spelling under which a code is found: in ASCII lower case.
struct CodeKey {
  std::string text;
  int rank = 0;            ///< of its scheme: which scheme is named first
  std::uint32_t code = 0;  ///< index of the code's row
  friend bool operator==(const CodeKey&, const CodeKey&) = default;
};

/// A run of numbers that one row of a code table stands for, such as "6100-6579".
struct CodeRange {
  int first = 0;
  int last = -1;

  /// The widest range that is spelled out.
  static constexpr int widest = 10'000;
  [[nodiscard]] bool empty() const { return last < first; }
  /// Empty if the text is no range of at most `widest` numbers.
  static CodeRange parse(std::string_view text);
};

/// Collects the spellings of all codes: the code and its aliases in lower case, with and without
/// leading zeros where the scheme is loose about them, and the numbers of ranges.
class CodeKeys {
 public:
  /// The codes added from now on are of this scheme.
  void start(const Scheme& scheme);
  void add(const Code& code, std::uint32_t index);

  /// By text, rank of the scheme, row; each once.
  std::vector<CodeKey> sorted() &&;

 private:
  void add_spelling(std::string_view code, std::uint32_t index);

  std::vector<CodeKey> keys_;
  int rank_ = 0;
  bool loose_zeros_ = false;
  std::unordered_set<std::string> own_;  ///< codes of the scheme as written
};

/// The letters A to Z in lower case.
std::string lower(std::string_view text);

}  // namespace portfix
