#include "portfix/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace portfix {
namespace {

constexpr std::size_t kWidest = 100;  // of the part of a line that is shown

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string out =
      fmt::format("{}:{}:{}: {}: {}\n", diagnostic.file, diagnostic.position.line,
                  diagnostic.position.column,
                  diagnostic.severity == Severity::error ? "error" : "warning", diagnostic.message);
  if (!diagnostic.line.empty()) {
    std::string_view line = diagnostic.line;
    std::size_t column = diagnostic.position.column - 1;
    if (column > kWidest - 20) {
      const std::size_t cut = std::min(column - 40, line.size());
      line.remove_prefix(cut);
      column -= cut;
    }
    out += fmt::format("{:>5} | {}\n      | {:>{}}\n", diagnostic.position.line,
                       line.substr(0, kWidest), "^", column + 1);
  }
  if (!diagnostic.help.empty()) out += fmt::format("  help: {}\n", diagnostic.help);
  return out;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace portfix
