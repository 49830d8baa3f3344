#include "cli/run.hpp"

#include <unistd.h>

#include <array>
#include <stdexcept>

#include "catch.hpp"

namespace portfix::cli {
namespace {

/// Both ends of a pipe, closed in the end.
class Pipe {
 public:
  Pipe() { REQUIRE(pipe(ends_.data()) == 0); }
  ~Pipe() {
    close_reader();
    close_writer();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  [[nodiscard]] int writer() const { return ends_[1]; }
  void close_reader() { close_end(ends_[0]); }
  void close_writer() { close_end(ends_[1]); }

  /// What was written; the writer is closed.
  std::string text() {
    close_writer();
    std::string out(4096, '\0');
    const ssize_t count = read(ends_[0], out.data(), out.size());
    out.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return out;
  }

 private:
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
  std::array<int, 2> ends_{-1, -1};
};

}  // namespace

TEST_CASE("an exception that nobody expects is told as a bug") {
  Pipe errors;
  Console console{{STDOUT_FILENO, "standard output"}, {errors.writer(), "standard error"}};
  const auto status = guard([]() -> ExitStatus { throw std::logic_error("odd"); }, console);
  CHECK(status == ExitStatus::bug);
  CHECK(static_cast<int>(status) == 70);
  CHECK(errors.text() ==
        "portfix: error: this is a bug in portfix: odd\n"
        "  help: please report it, with the command line and, if you may share it, the notice\n");
}

TEST_CASE("the gravest status counts") {
  CHECK(graver(ExitStatus::not_diagnosed, ExitStatus::cannot_access) == ExitStatus::cannot_access);
  CHECK(graver(ExitStatus::cannot_access, ExitStatus::diagnosed) == ExitStatus::cannot_access);
  CHECK(graver(ExitStatus::bug, ExitStatus::usage) == ExitStatus::bug);
}

TEST_CASE("errors hold nothing that a terminal obeys") {
  Pipe errors;
  Console console{{STDOUT_FILENO, "standard output"}, {errors.writer(), "standard error"}};
  console.error("cannot read \x1b[2Jx\n", "\xc2\x9bz");
  CHECK(errors.text() == "portfix: error: cannot read  [2Jx \n  help:  z\n");
}

TEST_CASE("output that cannot be written fails once, and says why") {
  Output bad(-1, "standard output");
  bad.write("x");
  bad.flush();
  CHECK_FALSE(bad.ok());
  CHECK(bad.failure() == "cannot write to standard output: Bad file descriptor");
}

}  // namespace portfix::cli
