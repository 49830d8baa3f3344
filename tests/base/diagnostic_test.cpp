#include "portfix/diagnostic.hpp"

#include <string>

#include "catch.hpp"

namespace portfix {
namespace {

TEST_CASE("a diagnostic shows place, message, line, caret and help") {
  Diagnostic problem;
  problem.file = "rules/reasons/pin-missing.json";
  problem.position = {12, 5};
  problem.message = "unknown concept \"<acount>\"";
  problem.line = "    \"<acount> & <missing>\",";
  problem.help = "did you mean <account>?";
  CHECK(to_string(problem) ==
        "rules/reasons/pin-missing.json:12:5: error: unknown concept \"<acount>\"\n"
        "   12 |     \"<acount> & <missing>\",\n"
        "      |     ^\n"
        "  help: did you mean <account>?\n");
}

TEST_CASE("line and help may be missing") {
  Diagnostic problem;
  problem.severity = Severity::warning;
  problem.file = "a.json";
  problem.message = "no source";
  CHECK(to_string(problem) == "a.json:1:1: warning: no source\n");
}

TEST_CASE("of a long line the part with the fault is shown") {
  Diagnostic problem;
  problem.file = "a.json";
  problem.line = std::string(500, 'x') + "!" + std::string(500, 'y');
  problem.position = {3, 501};
  problem.message = "bad";
  const auto text = to_string(problem);
  const auto line = text.find("| ");
  const auto caret = text.find('^');
  const auto second = text.rfind("| ", caret);
  CHECK(text[line + (caret - second)] == '!');
  CHECK(text.size() < 300);
}

TEST_CASE("characters outside ASCII are one column and are not torn") {
  Diagnostic problem;
  problem.file = "a.json";
  problem.message = "bad";
  for (const int before : {3, 200, 201, 202}) {
    std::string line;
    for (int i = 0; i < before; ++i) line += "\xC3\xBC";
    problem.line = line + "!" + line;
    problem.position = {1, static_cast<std::uint32_t>(before + 1)};
    const auto text = to_string(problem);
    const auto start = text.find("| ") + 2;
    const auto shown = text.substr(start, text.find('\n', start) - start);
    const auto caret = text.find('^') - (text.rfind("| ", text.find('^')) + 2);
    std::size_t column = 0;
    std::size_t at = 0;
    for (; at < shown.size() && shown[at] != '!'; ++at) {
      if ((static_cast<unsigned char>(shown[at]) & 0xC0U) != 0x80U) ++column;
    }
    INFO(before);
    CHECK(at < shown.size());
    CHECK(column == caret);
    CHECK((static_cast<unsigned char>(shown.front()) & 0xC0U) != 0x80U);
    CHECK(shown.size() % 2 == 1);
  }
}

TEST_CASE("warnings are no errors") {
  Diagnostic warning;
  warning.severity = Severity::warning;
  CHECK_FALSE(has_errors({}));
  CHECK_FALSE(has_errors({warning}));
  CHECK(has_errors({warning, Diagnostic{}}));
}

}  // namespace
}  // namespace portfix
