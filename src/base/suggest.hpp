#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace portfix {

/// The number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into
/// `b`, or `limit + 1` if there are more.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate that `wrong` most likely was meant to be, or "" if none is near.
std::string_view nearest(std::string_view wrong, const std::vector<std::string_view>& candidates);

/// "did you mean X?", or "" if nothing is near.
std::string did_you_mean(std::string_view wrong, const std::vector<std::string_view>& candidates);

}  // namespace portfix
