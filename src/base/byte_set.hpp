#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace portfix {

/// A set of bytes: one look-up instead of a comparison for each.
class ByteSet {
 public:
  template <class Predicate>
  static constexpr ByteSet of(Predicate predicate) {
    ByteSet set;
    for (std::size_t i = 0; i < set.has_.size(); ++i) set.has_[i] = predicate(static_cast<char>(i));
    return set;
  }
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }

  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  /// Where the first of them stands at or behind `at`, or the size of `text`.
  [[nodiscard]] constexpr std::size_t find_in(std::string_view text, std::size_t at = 0) const {
    while (at < text.size() && !has(text[at])) ++at;
    return at;
  }

 private:
  constexpr ByteSet() = default;

  std::array<bool, 256> has_{};
};

}  // namespace portfix
