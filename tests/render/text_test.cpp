#include <algorithm>

#include "catch.hpp"
#include "portfix/render.hpp"
#include "render/sample_reports.hpp"
#include "render/terminal_text.hpp"
#include "support/golden.hpp"

namespace portfix::test {
namespace {

std::string text(const Report& report, const RenderOptions& options = {}) {
  return find_format("text")->report(report, options);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

RenderOptions narrow() {
  RenderOptions options;
  options.width = 60;
  return options;
}

}  // namespace

TEST_CASE("text report reads as agreed") {
  RenderOptions color;
  color.color = true;
  RenderOptions quiet;
  quiet.quiet = true;
  RenderOptions named;
  named.name_input = true;
  Report with_weaker = unrecognized();
  with_weaker.weaker = {unpaid_balance()};
  with_weaker.why = ReportWhy{"pin-missing", {"<pin> & <missing>: 1 of 2 parts occur together"}};

  check_golden("render/expected/one_finding.txt", text(one_finding()));
  check_golden("render/expected/one_finding_color.txt", text(one_finding(), color));
  check_golden("render/expected/one_finding_quiet.txt", text(one_finding(), quiet));
  check_golden("render/expected/two_findings.txt", text(two_findings()));
  check_golden("render/expected/four_findings_60.txt", text(four_findings(), narrow()));
  check_golden("render/expected/not_a_rejection.txt", text(not_a_rejection()));
  check_golden("render/expected/unrecognized.txt", text(unrecognized()));
  check_golden("render/expected/weaker_and_why.txt", text(with_weaker));
  check_golden("render/expected/broken_line.txt", text(broken_line(), named));
}

TEST_CASE("verdict comes first and the next action last") {
  for (const Report& report : {one_finding(), two_findings(), not_a_rejection(), unrecognized()}) {
    const auto lines = lines_of(text(report));
    const bool verdict = lines[0].starts_with("Reason") || lines[0].starts_with("Verdict") ||
                         lines[0].find(" reasons") != std::string::npos;
    CHECK(verdict);
    const auto next = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
      return line.starts_with("Next  ");
    });
    REQUIRE(next != lines.end());
    CHECK(std::find(next, lines.end(), "") == lines.end() - 1);
  }
}

TEST_CASE("no line is wider than the page, but for words that cannot be broken") {
  for (const std::size_t width : {40U, 60U, 80U, 100U}) {
    RenderOptions options;
    options.width = width;
    for (const std::string& line : lines_of(text(four_findings(), options))) {
      INFO(line);
      const std::size_t last_word = line.size() - line.rfind(' ');
      CHECK((last_word > width - 20 || display_width(line) <= width));
    }
  }
}

TEST_CASE("nothing in a notice reaches the terminal as a control character") {
  for (const bool quiet : {false, true}) {
    RenderOptions options;
    options.quiet = quiet;
    options.name_input = true;
    const std::string out = text(hostile(), options);
    for (const char c : out) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    CHECK(out.find("\xc2\x9b") == std::string::npos);
    CHECK(out.find("\xe2\x80\xae") == std::string::npos);
    CHECK(out.find('\x7f') == std::string::npos);
  }
}

TEST_CASE("colour changes no word") {
  RenderOptions color;
  color.color = true;
  std::string plain;
  const std::string out = text(two_findings(), color);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] == '\x1b') {
      i = out.find('m', i);
    } else {
      plain += out[i];
    }
  }
  CHECK(plain == text(two_findings()));
  CHECK(out != plain);
}

TEST_CASE("a long line is cut around its mark") {
  Report report = one_finding();
  const std::string padding(500, 'x');
  report.findings.front().evidence = {
      evidence(2, padding + " PIN mismatch " + padding, "PIN mismatch")};
  const auto lines = lines_of(text(report));
  const auto marked = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
    return line.find("PIN mismatch") != std::string::npos;
  });
  REQUIRE(marked != lines.end());
  CHECK(marked->size() <= 80);
  const std::string& carets = *(marked + 1);
  CHECK(carets.find('^') == marked->find("PIN mismatch"));
  CHECK(std::count(carets.begin(), carets.end(), '^') == 12);
}

}  // namespace portfix::test
