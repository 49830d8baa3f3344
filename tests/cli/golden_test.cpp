#include <sys/wait.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include "catch.hpp"
#include "support/golden.hpp"

#ifdef PORTFIX_PROGRAM

namespace portfix::test {
namespace {

namespace fs = std::filesystem;

// A folder of tests/cli/cases is a case, named for the behaviour it shows:
//   cmd      shell lines; `portfix` is the program; the working directory is a copy of the folder
//   stdin    what it reads; nothing if there is no such file
//   stdout, stderr, status   what is expected; no file means nothing, or 0
// Other files are there for cmd to use. PORTFIX_ACCEPT=1 writes the last three anew.

class Sandbox {
 public:
  explicit Sandbox(const fs::path& folder) {
    std::string pattern = (fs::temp_directory_path() / "portfix-case-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    root_ = pattern;
    fs::copy(folder, root_ / "work", fs::copy_options::recursive);
    for (const char* name : {"stdout", "stderr", "status"}) fs::remove(root_ / "work" / name);
  }
  ~Sandbox() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// Runs cmd; gives its exit status.
  [[nodiscard]] int run() const {
    const fs::path input = root_ / "work" / "stdin";
    const std::string command =
        "cd '" + (root_ / "work").string() + "' && exec env -i HOME='" + root_.string() +
        "' PATH='" + fs::path(PORTFIX_PROGRAM).parent_path().string() +
        ":/usr/bin:/bin' LC_ALL=C TERM=dumb sh ./cmd <" +
        (fs::exists(input) ? "./stdin" : "/dev/null") + " >../stdout 2>../stderr";
    const int status = std::system(command.c_str());  // NOLINT(cert-env33-c): the case is a command
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  [[nodiscard]] std::string output(const std::string& name) const {
    return read_file((root_ / name).string());
  }

 private:
  fs::path root_;
};

void accept(const fs::path& file, const std::string& text) {
  if (text.empty()) {
    fs::remove(file);
  } else {
    write_file(file.string(), text);
  }
}

void check_case(const fs::path& folder) {
  const Sandbox sandbox(folder);
  const int status = sandbox.run();
  const std::string status_text = status == 0 ? "" : std::to_string(status) + "\n";
  if (accepting()) {
    accept(folder / "stdout", sandbox.output("stdout"));
    accept(folder / "stderr", sandbox.output("stderr"));
    accept(folder / "status", status_text);
    return;
  }
  CHECK(sandbox.output("stdout") == read_file((folder / "stdout").string()));
  CHECK(sandbox.output("stderr") == read_file((folder / "stderr").string()));
  CHECK(status_text == read_file((folder / "status").string()));
}

}  // namespace

TEST_CASE("command line cases") {
  std::vector<fs::path> folders;
  for (const auto& entry :
       fs::directory_iterator(fs::path(PORTFIX_SOURCE_DIR) / "tests/cli/cases")) {
    folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  REQUIRE_FALSE(folders.empty());
  for (const fs::path& folder : folders) {
    INFO("case " << folder << " (PORTFIX_ACCEPT=1 accepts a reviewed change)");
    REQUIRE(fs::exists(folder / "cmd"));
    check_case(folder);
  }
}

}  // namespace portfix::test

#endif
