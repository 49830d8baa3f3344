#pragma once

#include <cstdint>
#include <string>

#include "report/skeleton.hpp"

namespace portfix {

/// A reason file for `rules/reasons/<skeleton.id>.json`: samples and counter of notices are filled
/// in, the rest is blank (""), so that `rules check` points at each blank.
std::string skeleton_json(const Skeleton& skeleton, std::uint64_t notices);

}  // namespace portfix
