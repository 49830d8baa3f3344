#include "match/secret_list.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

namespace portfix {

void SecretList::add(Range at, std::string_view kind, std::uint32_t rank, bool named) {
  while (!at.empty() &&
         std::string_view(".,;:?").find(notice_.text[at.end - 1]) != std::string_view::npos) {
    --at.end;  // that of the sentence
  }
  if (!at.empty()) found_.push_back({at, kind, rank, named});
}

std::vector<Secret> SecretList::merged() {
  std::sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return std::tuple(a.at.begin, a.rank, a.at.end) < std::tuple(b.at.begin, b.rank, b.at.end);
  });
  std::vector<Secret> out;
  std::uint32_t rank = 0;
  for (const Found& found : found_) {
    if (out.empty() || out.back().at.end <= found.at.begin) {
      out.push_back({found.at, std::string(found.kind), found.named});
      rank = found.rank;
      continue;
    }
    Secret& last = out.back();
    last.at.end = std::max(last.at.end, found.at.end);
    last.named = last.named || (found.named && found.kind == last.kind);
    if (found.rank >= rank) continue;
    last.kind = found.kind;
    last.named = found.named;
    rank = found.rank;
  }
  found_.clear();
  return out;
}

}  // namespace portfix
