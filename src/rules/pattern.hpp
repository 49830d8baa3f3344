#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace portfix {

/// How a part of a pattern follows the one before it.
enum class Joint : std::uint8_t {
  first,     ///< it is the first
  adjacent,  ///< directly behind it
  gap,       ///< `*`: behind it, with a short gap
  both,      ///< `&`: in the same clause, in any order
};

/// A part of a pattern: a concept or a run of words.
struct PatternPart {
  Joint joint = Joint::first;
  std::string concept_id;          ///< "" if this is a run of words
  std::vector<std::string> words;  ///< folded; fillers are not yet removed
  std::size_t at = 0;              ///< offset in the pattern string
};

struct PatternSyntaxError {
  std::size_t at = 0;  ///< offset in the pattern string
  std::string message;
  std::string help;  ///< the cure
};

/// Parses the pattern language:
///
///     pattern = group { "&" group }
///     group   = part { ["*"] part }
///     part    = "<" concept ">" | word { word }
///
/// `"<account-number> & <mismatch>"`: both concepts in one clause, in any order.
/// Returns the parts in order; on an error, none and `error` is set.
std::vector<PatternPart> parse_pattern(std::string_view pattern, PatternSyntaxError& error);

}  // namespace portfix
