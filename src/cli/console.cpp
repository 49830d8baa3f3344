#include "cli/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "portfix/rule_table.hpp"
#include "render/terminal_text.hpp"
#include "report/redact.hpp"

namespace portfix::cli {
namespace {

/// Somebody may have pasted a notice where a word was asked for.
std::string harmless(std::string_view message) { return starred(message, RuleTable::builtin()); }

}  // namespace

void Console::diagnostic(Output& to, Diagnostic problem) {
  problem.message = harmless(problem.message);
  problem.line = harmless(problem.line);
  to.write(to_string(problem));
}

void Console::error(std::string_view message, std::string_view help) {
  out.flush();
  err.write(fmt::format("portfix: error: {}\n", clean(harmless(message))));
  if (!help.empty()) err.write(fmt::format("  help: {}\n", clean(help)));
  err.flush();
}

void Console::warning(std::string_view message) {
  out.flush();
  err.write(fmt::format("portfix: warning: {}\n", clean(harmless(message))));
  err.flush();
}

ExitStatus Console::finish(ExitStatus status) {
  out.flush();
  if (const std::string failure = out.failure(); !failure.empty()) {
    error(failure);
    status = graver(status, ExitStatus::cannot_access);
  }
  err.flush();
  return status;
}

std::string environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets variables
  return value == nullptr ? "" : value;
}

bool wants_color(std::string_view choice, const Output& out) {
  if (choice != "auto") return choice == "always";
  return environment("NO_COLOR").empty() && environment("TERM") != "dumb" &&
         isatty(out.descriptor()) == 1;
}

std::size_t text_width(const Output& out) {
  std::size_t width = 80;
  winsize size{};
  const std::string columns = environment("COLUMNS");
  if (std::from_chars(columns.data(), columns.data() + columns.size(), width).ec != std::errc{} &&
      ioctl(out.descriptor(), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    width = size.ws_col;
  }
  return std::clamp<std::size_t>(width, 40, 100);
}

}  // namespace portfix::cli
