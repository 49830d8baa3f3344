#pragma once

#include <algorithm>

namespace portfix::cli {

/// How portfix ends, the same in every format. Of several things that happened the gravest counts:
/// the one with the largest number.
enum class ExitStatus : int {
  diagnosed = 0,      ///< every notice has a diagnosis; a look-up found something
  not_diagnosed = 1,  ///< at least one notice has none: unrecognized, or not a rejection
  usage = 2,          ///< the command line is wrong
  bad_rules = 3,      ///< a rule file is bad
  cannot_access = 4,  ///< an input or output could not be read or written
  bug = 70,           ///< portfix itself failed
};

inline ExitStatus graver(ExitStatus a, ExitStatus b) { return std::max(a, b); }

}  // namespace portfix::cli
