#include "cli/run.hpp"

#include <exception>
#include <new>

#include "cli/complete.hpp"
#include "cli/manual.hpp"
#include "cli/options.hpp"

namespace portfix::cli {

ExitStatus guard(const std::function<ExitStatus()>& body, Console& console) {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    console.error("out of memory");
  } catch (const std::exception& error) {
    console.error(std::string("this is a bug in portfix: ") + error.what(),
                  "please report it, with the command line and, if you may share it, the notice");
  }
  return ExitStatus::bug;
}

ExitStatus run_program(const std::vector<std::string>& words, Console& console) {
  // For completion scripts and for packages; not commands that people type.
  if (!words.empty() && words.front() == "__complete") {
    console.out.write(completion_lines(complete({words.begin() + 1, words.end()})));
    return console.finish(ExitStatus::diagnosed);
  }
  if (!words.empty() && words.front() == "__manual") {
    console.out.write(manual_page());
    return console.finish(ExitStatus::diagnosed);
  }
  const auto parsed = parse_command_line(words);
  ExitStatus status = ExitStatus::diagnosed;
  if (const auto* call = std::get_if<Call>(&parsed)) {
    status = call->command->run(call->arguments, console);
  } else if (const auto* help = std::get_if<HelpText>(&parsed)) {
    console.out.write(help->text);
  } else if (const auto* error = std::get_if<UsageError>(&parsed)) {
    console.error(error->message, error->help);
    status = ExitStatus::usage;
  } else {
    status = run_version({}, console);
  }
  return console.finish(status);
}

}  // namespace portfix::cli
