#include <unistd.h>

#include <csignal>
#include <string>
#include <vector>

#include "cli/run.hpp"

int main(int argc, char* argv[]) {
  using namespace portfix::cli;  // NOLINT(google-build-using-namespace): the whole program is there
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where we write
  Console console{{STDOUT_FILENO, "standard output"}, {STDERR_FILENO, "standard error"}};
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  return static_cast<int>(guard([&] { return run_program(words, console); }, console));
}
