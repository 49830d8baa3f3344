#include <unistd.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "cli/run.hpp"

int main(int argc, char* argv[]) {
  using portfix::cli::ExitStatus;
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where we write
  portfix::cli::Console console{{STDOUT_FILENO, "standard output"},
                                {STDERR_FILENO, "standard error"}};
  ExitStatus status = ExitStatus::bug;
  try {
    status = portfix::cli::run_program({argv + (argc > 0 ? 1 : 0), argv + argc}, console);
  } catch (const std::bad_alloc&) {
    console.error("out of memory");
  } catch (const std::exception& error) {
    console.error(std::string("this is a bug in portfix: ") + error.what(),
                  "please report it, with the command line and, if you may share it, the notice");
  }
  return static_cast<int>(status);
}
