#pragma once

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "portfix/notice.hpp"

namespace portfix {

/// Where telephone numbers and dates stand: their digits are nothing else.
class Mentions {
 public:
  explicit Mentions(const Notice& notice) : Mentions(all_of(notice)) {}
  explicit Mentions(std::vector<Range> ranges) : ranges_(std::move(ranges)) {
    std::sort(ranges_.begin(), ranges_.end(),
              [](const Range& a, const Range& b) { return a.end < b.end; });
  }

  [[nodiscard]] bool overlap(Range range) const {
    const auto first = std::upper_bound(
        ranges_.begin(), ranges_.end(), range.begin,
        [](std::uint32_t begin, const Range& mention) { return begin < mention.end; });
    return first != ranges_.end() && first->begin < range.end;
  }

  /// True if nothing of the range but marks and blanks stands outside mentions.
  [[nodiscard]] bool cover(Range range, std::string_view text) const {
    auto mention =
        std::upper_bound(ranges_.begin(), ranges_.end(), range.begin,
                         [](std::uint32_t begin, const Range& other) { return begin < other.end; });
    for (std::uint32_t at = range.begin; at < range.end; ++at) {
      while (mention != ranges_.end() && mention->end <= at) ++mention;
      if (mention != ranges_.end() && mention->begin <= at) continue;
      const char c = text[at];
      if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) return false;
    }
    return true;
  }

 private:
  static std::vector<Range> all_of(const Notice& notice) {
    std::vector<Range> ranges;
    for (const NumberMention& number : notice.numbers) ranges.push_back(number.at);
    for (const DateMention& date : notice.dates) ranges.push_back(date.at);
    return ranges;
  }

  std::vector<Range> ranges_;  // by end
};

}  // namespace portfix
