#include "cli/input.hpp"

#include "catch.hpp"
#include "support/temporary_file.hpp"

namespace portfix::cli {
namespace {

std::vector<std::string> lines_of(const std::string& bytes) {
  const test::TemporaryFile file(bytes);
  Input input(file.path());
  LineReader reader(input, [] {});
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    CHECK(line->number == lines.size() + 1);
    lines.push_back(line->too_long ? "too long" : std::string(line->text));
  }
  return lines;
}

}  // namespace

TEST_CASE("lines end at line feeds, and the last one needs none") {
  using Lines = std::vector<std::string>;
  CHECK(lines_of("") == Lines{});
  CHECK(lines_of("a") == Lines{"a"});
  CHECK(lines_of("a\n") == Lines{"a"});
  CHECK(lines_of("\na\r\n\nb") == Lines{"", "a\r", "", "b"});
}

TEST_CASE("lines longer than a piece are whole, and too long ones are left out alone") {
  const std::string long_line(300'000, 'x');
  CHECK(lines_of(long_line + "\nb\n") == std::vector<std::string>{long_line, "b"});
  const std::string too_long(LineReader::max_line + 1, 'x');
  CHECK(lines_of("a\n" + too_long + "\nb") == std::vector<std::string>{"a", "too long", "b"});
  CHECK(lines_of(too_long) == std::vector<std::string>{"too long"});
  const std::string longest(LineReader::max_line, 'x');
  CHECK(lines_of(longest + "\nb") == std::vector<std::string>{longest, "b"});
}

TEST_CASE("the whole of an input is read up to a limit, and its size is told") {
  const test::TemporaryFile file(std::string(200'000, 'x'));
  std::size_t total = 0;
  Input input(file.path());
  CHECK(input.read_all(1'000'000, total).size() == 200'000);
  CHECK(total == 200'000);
  Input again(file.path());
  CHECK(again.read_all(1000, total).size() > 1000);
  CHECK(total == 200'000);
}

TEST_CASE("what cannot be read says why") {
  CHECK(Input("/nonexistent/x").failure() ==
        "cannot read /nonexistent/x: No such file or directory");
  CHECK(Input("/tmp").failure() == "cannot read /tmp: it is a directory");
  CHECK(Input("-").name() == "<stdin>");
}

}  // namespace portfix::cli
