#include "portfix/source_text.hpp"

#include <string>

#include "catch.hpp"

namespace portfix {
namespace {

using namespace std::string_literals;

std::string clean(std::string_view bytes) {
  return std::string(SourceText::from_bytes("t", bytes).text());
}

TEST_CASE("bytes become clean UTF-8") {
  struct Case {
    std::string name, bytes, text;
  };
  const Case cases[] = {
      {"UTF-8 stays",
       "Gr\xC3\xBC\xC3\x9F"
       "e \xE2\x82\xAC",
       "Gr\xC3\xBC\xC3\x9F"
       "e \xE2\x82\xAC"},
      {"UTF-8 byte order mark", "\xEF\xBB\xBFPIN", "PIN"},
      {"UTF-16 little endian", "\xFF\xFEP\0I\0\xFC\0"s, "PI\xC3\xBC"},
      {"UTF-16 big endian", "\xFE\xFF\0P\x20\xAC"s, "P\xE2\x82\xAC"},
      {"UTF-16 surrogates", "\xFF\xFE\x3D\xD8\x00\xDE"s, "\xF0\x9F\x98\x80"},
      {"UTF-16 half a pair", "\xFF\xFE\x3D\xD8P\0"s, "\xEF\xBF\xBDP"},
      {"Windows-1252", "can\x92t \x96 \xFC\x80",
       "can\xE2\x80\x99t \xE2\x80\x93 \xC3\xBC\xE2\x82\xAC"},
      {"CR LF and lone CR", "a\r\nb\rc\n", "a\nb\nc\n"},
      {"NUL and control characters", "a\0b\x1B[31m\tc\x7F"s, "a b [31m\tc "},
      {"C1 controls",
       "a\xC2\x9B"
       "b\xC2\x85"
       "c",
       "a b\nc"},
      {"no-break space stays",
       "a\xC2\xA0"
       "b",
       "a\xC2\xA0"
       "b"},
      {"nothing", "", ""},
  };
  for (const auto& test : cases) {
    INFO(test.name);
    CHECK(clean(test.bytes) == test.text);
  }
}

TEST_CASE("input beyond the cap is cut between characters and said to be") {
  std::string bytes(SourceText::max_bytes - 1, 'a');
  bytes += "\xE2\x82\xAC tail";
  const auto source = SourceText::from_bytes("t", bytes);
  CHECK(source.truncated());
  CHECK(source.bytes() == bytes.size());
  CHECK(source.text().size() == SourceText::max_bytes - 1);
  CHECK(source.text().back() == 'a');
  CHECK_FALSE(SourceText::from_bytes("t", std::string(SourceText::max_bytes, 'a')).truncated());
}

TEST_CASE("positions count lines and characters from one") {
  const auto source = SourceText::from_bytes("t",
                                             "ab\n\xC3\xBC"
                                             "cd\n");
  CHECK(source.position(0) == Position{1, 1});
  CHECK(source.position(2) == Position{1, 3});
  CHECK(source.position(3) == Position{2, 1});
  CHECK(source.position(5) == Position{2, 2});
  CHECK(source.position(8) == Position{3, 1});
  CHECK(source.position(1000) == Position{3, 1});
  CHECK(source.line_at(0) == "ab");
  CHECK(source.line_at(2) == "ab");
  CHECK(source.line_at(4) ==
        "\xC3\xBC"
        "cd");
  CHECK(source.line_at(1000) == "");
}

TEST_CASE("a range beyond its end is empty") {
  CHECK(Range{3, 2}.empty());
  CHECK(Range{3, 2}.size() == 0);
  CHECK(Range{3, 2}.in("abc").empty());
  CHECK(Range{1, 3}.in("abc") == "bc");
}

}  // namespace
}  // namespace portfix
