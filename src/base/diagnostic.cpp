#include "portfix/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace portfix {
namespace {

constexpr std::size_t kWidest = 100;  // characters of a line that are shown

/// The part of `line` from its `first` character on, at most `count` characters.
std::string_view characters(std::string_view line, std::size_t first, std::size_t count) {
  const auto skip = [&](std::size_t at, std::size_t characters) {
    for (; characters > 0 && at < line.size(); --characters) {
      ++at;
      while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
    }
    return at;
  };
  const std::size_t begin = skip(0, first);
  return line.substr(begin, skip(begin, count) - begin);
}

}  // namespace

std::string to_string(const Diagnostic& diagnostic) {
  std::string out = fmt::format(
      "{}:{}:{}: {}: {}\n", diagnostic.file, diagnostic.position.line, diagnostic.position.column,
      diagnostic.severity == Severity::error ? "error" : "warning", diagnostic.message);
  if (!diagnostic.line.empty()) {
    const std::size_t column = diagnostic.position.column - 1;
    const std::size_t cut = column > kWidest - 20 ? column - 40 : 0;
    out += fmt::format("{:>5} | {}\n      | {:>{}}\n", diagnostic.position.line,
                       characters(diagnostic.line, cut, kWidest), "^", column - cut + 1);
  }
  if (!diagnostic.help.empty()) out += fmt::format("  help: {}\n", diagnostic.help);
  return out;
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace portfix
