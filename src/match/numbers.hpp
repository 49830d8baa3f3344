#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "portfix/notice.hpp"

namespace portfix {

/// The telephone numbers of a notice, each once, and who stands with them.
class NumberIndex {
 public:
  explicit NumberIndex(const Notice& notice);

  /// Each number once, in order of first appearance.
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

  /// Indices of the numbers that stand with the clause: in its group, or in the nearest group above
  /// that has any. Empty if that is the whole notice.
  [[nodiscard]] const std::vector<std::uint32_t>& beside(std::uint32_t clause) const;

 private:
  const Notice& notice_;
  std::vector<std::string> all_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_group_;
};

}  // namespace portfix
