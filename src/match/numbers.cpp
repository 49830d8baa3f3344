#include "match/numbers.hpp"

namespace portfix {

NumberIndex::NumberIndex(const Notice& notice) : notice_(notice) {
  std::unordered_map<std::string, std::uint32_t> known;
  for (const NumberMention& number : notice.numbers) {
    const auto [entry, added] =
        known.try_emplace(number.e164, static_cast<std::uint32_t>(all_.size()));
    if (added) all_.push_back(number.e164);
    by_group_[number.group].push_back(entry->second);
  }
}

const std::vector<std::uint32_t>& NumberIndex::beside(std::uint32_t clause) const {
  static const std::vector<std::uint32_t> nobody;
  for (std::uint32_t group = notice_.clauses[clause].group; group != none && group != 0;
       group = notice_.groups[group].parent) {
    const auto found = by_group_.find(group);
    if (found != by_group_.end()) return found->second;
  }
  return nobody;
}

}  // namespace portfix
