#include "render/summary.hpp"

#include "catch.hpp"
#include "render/sample_reports.hpp"
#include "support/golden.hpp"
#include "support/json_schema.hpp"

namespace portfix::test {
namespace {

constexpr ToolInfo kTool{"1.2.3", "0123456789abcdef"};

Summary summary_of(const std::vector<Report>& reports) {
  Summary summary;
  for (const Report& report : reports) summary.add(report);
  return summary;
}

Summary mixed() {
  return summary_of({one_finding(), one_finding(), two_findings(), four_findings(),
                     not_a_rejection(), unrecognized(), broken_line()});
}

std::uint64_t sum(const std::vector<Summary::Count>& counts) {
  std::uint64_t total = 0;
  for (const Summary::Count& count : counts) total += count.count;
  return total;
}

/// A batch of many reasons, carriers and providers, in names that try to be markup.
Summary large() {
  Summary summary;
  for (int i = 0; i < 40; ++i) {
    Report report = one_finding();
    const std::string name = "x" + std::to_string(i);
    report.findings.front().reason = name;
    report.findings.front().title = "<b onload=\"y()\">&'\x1b[31m" + name;
    report.losing_carrier = name;
    report.losing_carrier_name = "</script><script>" + name;
    report.provider.clear();
    for (int times = 0; times < 41 - i; ++times) summary.add(report);
  }
  return summary;
}

}  // namespace

TEST_CASE("a diagnosed notice counts once in each list") {
  const Summary summary = mixed();
  CHECK(summary.notices() == 7);
  CHECK(summary.count_of(Outcome::diagnosed) == 4);
  CHECK(summary.count_of(Outcome::unrecognized) == 1);
  CHECK(summary.count_of(Outcome::not_a_rejection) == 1);
  CHECK(summary.not_read() == 1);
  for (const SummaryList& list : lists_of(summary)) CHECK(sum(list.counts) == 4);
  const auto reasons = summary.reasons();
  CHECK(reasons.front().id == "transfer-pin-invalid");
  CHECK(reasons.front().count == 4);
  CHECK(reasons[1].id == "unpaid-balance");
  CHECK(reasons[1].count == 0);
  CHECK(reasons[1].also == 2);
}

TEST_CASE("what the notices do not tell comes last") {
  Report silent = one_finding();
  silent.losing_carrier.clear();
  silent.losing_carrier_name.clear();
  const auto carriers = summary_of({silent, silent, one_finding()}).carriers();
  REQUIRE(carriers.size() == 2);
  CHECK(carriers[0].id == "verizon-wireless");
  CHECK(carriers[1].id.empty());
  CHECK(carriers[1].title == "Not told");
  CHECK(carriers[1].count == 2);
}

TEST_CASE("a provider that is only assumed is not counted") {
  Report assumed = one_finding();
  assumed.provider.clear();
  assumed.provider_name = "Any provider";
  CHECK(summary_of({assumed}).providers().front().title == "Not told");
}

TEST_CASE("a summary as JSON is what its schema says") {
  const Json schema =
      Json::parse(read_file(std::string(PORTFIX_SOURCE_DIR) + "/rules/schema/summary.schema.json"));
  for (const Summary& summary : {Summary{}, mixed(), large()}) {
    for (const bool pretty : {false, true}) {
      const std::string text = summary_json(summary, kTool, pretty);
      CHECK(SchemaCheck(schema)(Json::parse(text)) == std::vector<std::string>{});
      CHECK((text.find('\n') == text.size() - 1) == !pretty);
    }
  }
}

TEST_CASE("the table of a summary reads as agreed") {
  std::string out = summary_text(mixed(), {}, false) + "\n----\n";
  RenderOptions narrow;
  narrow.width = 40;
  out += summary_text(large(), narrow, true) + "\n----\n";
  RenderOptions colored;
  colored.color = true;
  out += summary_text(mixed(), colored, true) + "\n----\n" + summary_text(Summary{}, {}, false);
  check_golden("render/expected/summary.txt", out);
}

TEST_CASE("no line of the table is wider than the terminal") {
  for (const std::size_t width : {40U, 57U, 80U, 100U}) {
    RenderOptions options;
    options.width = width;
    std::string_view rest;
    const std::string text = summary_text(large(), options, false);
    rest = text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      CHECK(end <= width);
      rest.remove_prefix(end + 1);
    }
  }
}

TEST_CASE("the page of a summary holds no markup of the notices and needs nothing else") {
  const std::string page = summary_html(large(), kTool);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("<b ") == std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find("http:") == std::string::npos);
  CHECK(page.find("https:") == std::string::npos);
  CHECK(page.find("src=") == std::string::npos);
  CHECK(page.find("href=") == std::string::npos);
  CHECK(page.find("&lt;b onload=&quot;y()&quot;&gt;&amp;&#39;") != std::string::npos);
}

TEST_CASE("the page of a summary reads as agreed") {
  const std::string page = summary_html(mixed(), kTool);
  check_golden("render/expected/summary.html", page.substr(page.find("<body>")));
}

}  // namespace portfix::test
