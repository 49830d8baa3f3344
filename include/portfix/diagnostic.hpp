#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

enum class Severity : std::uint8_t { error, warning };

/// A problem in a file, ready to be shown:
///
///     rules/reasons/pin-missing.json:12:5: error: unknown concept "<acount>"
///        12 |   "patterns": ["<acount> & <missing>"],
///           |                 ^
///       help: did you mean <account>?
struct Diagnostic {
  Severity severity = Severity::error;
  std::string file;
  Position position;
  std::string message;  ///< names the value at fault; no final full stop
  std::string line;     ///< the line of the file; may be empty
  std::string help;     ///< the cure; may be empty
};

/// The lines shown above, each ended by a line feed, without colour.
std::string to_string(const Diagnostic& diagnostic);

/// Problems found so far. All problems of an input are collected, not only the first.
using Diagnostics = std::vector<Diagnostic>;

/// True if any of them is an error.
bool has_errors(const Diagnostics& diagnostics);

}  // namespace portfix
