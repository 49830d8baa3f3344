#include "base/suggest.hpp"

#include <algorithm>

namespace portfix {

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> before(a.size() + 1);
  std::vector<std::size_t> last(a.size() + 1);
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) last[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    std::size_t best = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[i] = std::min({row[i - 1] + 1, last[i] + 1, last[i - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[i] = std::min(row[i], before[i - 2] + 1);
      }
      best = std::min(best, row[i]);
    }
    if (best > limit) return limit + 1;
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[a.size()];
}

std::string_view nearest(std::string_view wrong, const std::vector<std::string_view>& candidates) {
  std::size_t best = std::max<std::size_t>(1, wrong.size() / 3) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    const auto distance = edit_distance(wrong, candidate, best);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  if (!found.empty() || wrong.size() < 3) return found;
  for (const std::string_view candidate : candidates) {  // "account-number" for the start of a name
    if (candidate.starts_with(wrong)) return candidate;
  }
  return found;
}

std::string did_you_mean(std::string_view wrong, const std::vector<std::string_view>& candidates) {
  const auto found = nearest(wrong, candidates);
  return found.empty() ? std::string{} : "did you mean " + std::string(found) + "?";
}

}  // namespace portfix
