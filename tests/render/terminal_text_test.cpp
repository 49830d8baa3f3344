#include "render/terminal_text.hpp"

#include "catch.hpp"

namespace portfix::test {

TEST_CASE("clean makes text harmless") {
  struct Row {
    std::string input;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {"plain", "plain"},
      {"a\tb\nc\rd", "a b c d"},
      {"\x1b[2Jx", " [2Jx"},
      {"\xc2\x9b"
       "31mx",
       " 31mx"},
      {"a\xe2\x80\xae"
       "b\xe2\x80\x8b"
       "c",
       "abc"},
      {"\xef\xbb\xbfx", "x"},
      {"caf\xc3\xa9 \xe2\x82\xac", "caf\xc3\xa9 \xe2\x82\xac"},
      {"a\xff"
       "b",
       "a\xef\xbf\xbd"
       "b"},
      {"a\xc3", "a\xef\xbf\xbd"},
      {"\xc0\xaf", "\xef\xbf\xbd\xef\xbf\xbd"},
      {"\xed\xa0\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
  };
  for (const Row& row : rows) CHECK(clean(row.input) == row.expected);
}

TEST_CASE("width counts what a terminal shows") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("caf\xc3\xa9") == 4);
  CHECK(display_width("e\xcc\x81") == 1);
  CHECK(display_width("\xe6\xbc\xa2\xe5\xad\x97") == 4);
  CHECK(display_width("\xf0\x9f\x93\x9e") == 2);
}

TEST_CASE("fitting never splits a character") {
  CHECK(fit_start("caf\xc3\xa9s", 4) == "caf\xc3\xa9");
  CHECK(fit_end("\xc3\xa9tage", 4) == "tage");
  CHECK(fit_start("\xe6\xbc\xa2\xe5\xad\x97", 3) == "\xe6\xbc\xa2");
  CHECK(fit_start("ab", 10) == "ab");
}

TEST_CASE("wrap breaks at spaces only") {
  struct Row {
    std::string input;
    std::size_t width;
    std::vector<std::string> expected;
  };
  const std::vector<Row> rows = {
      {"", 10, {}},
      {"   ", 10, {}},
      {"one two  three", 7, {"one two", "three"}},
      {"see https://example.com/long/address now",
       10,
       {"see", "https://example.com/long/address", "now"}},
      {"\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9\xc3\xa9",
       7,
       {"\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\xc3\xa9\xc3\xa9"}},
  };
  for (const Row& row : rows) CHECK(wrap(row.input, row.width) == row.expected);
}

}  // namespace portfix::test
