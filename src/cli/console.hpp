#pragma once

#include <string>
#include <string_view>

#include "cli/exit_status.hpp"
#include "cli/output.hpp"
#include "portfix/diagnostic.hpp"

namespace portfix::cli {

/// What a command speaks to: one stream for the document, one for everything else.
struct Console {
  Output out;
  Output err;

  /// Writes "portfix: error: …" and, if there is one, the help below it. Text from outside is made
  /// harmless, and secrets in it are starred.
  void error(std::string_view message, std::string_view help = {});
  void warning(std::string_view message);

  /// A problem of a rule file, to `out` or `err`; secrets in the line that it shows are starred.
  static void diagnostic(Output& to, Diagnostic problem);

  /// Sends out what is left, and reports what could not be written.
  ExitStatus finish(ExitStatus status);
};

/// "" if the variable is not set.
std::string environment(const char* name);

/// Whether text for people is coloured. `choice` is "auto", "always" or "never"; "auto" colours on
/// a terminal unless NO_COLOR is set or TERM is "dumb".
bool wants_color(std::string_view choice, const Output& out);

/// How wide text for people may be: the terminal's width, 80 where there is none, from 40 to 100.
std::size_t text_width(const Output& out);

}  // namespace portfix::cli
