#include "catch.hpp"
#include "portfix/render.hpp"
#include "render/sample_reports.hpp"
#include "support/golden.hpp"
#include "support/json_schema.hpp"

namespace portfix::test {
namespace {

std::string document(const std::vector<Report>& reports) {
  const Format& json = *find_format("json");
  std::string out = json.header({"1.2.3", "0123456789abcdef"}, {});
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (i > 0) out += json.separator;
    out += json.report(reports[i], {});
  }
  return out + std::string(json.footer);
}

std::vector<Report> samples() {
  Report why = one_finding();
  why.why = ReportWhy{"pin-missing", {"<pin>: matches"}};
  why.weaker = {unpaid_balance()};
  return {one_finding(),  two_findings(), four_findings(), not_a_rejection(),
          unrecognized(), broken_line(),  hostile(),       why};
}

Json report_schema() {
  return Json::parse(
      read_file(std::string(PORTFIX_SOURCE_DIR) + "/rules/schema/report.schema.json"));
}

}  // namespace

TEST_CASE("JSON reports are what the published schema says") {
  const Json schema = report_schema();
  for (const auto& reports : {std::vector<Report>{}, {one_finding()}, samples()}) {
    const Json parsed = Json::parse(document(reports));
    CHECK(SchemaCheck(schema)(parsed) == std::vector<std::string>{});
    CHECK(parsed["reports"].size() == reports.size());
    CHECK(parsed["tool"] == Json{{"version", "1.2.3"}, {"rules", "0123456789abcdef"}});
  }
}

TEST_CASE("a line of jsonl is an element of reports") {
  const Json parsed = Json::parse(document(samples()));
  std::size_t i = 0;
  for (const Report& report : samples()) {
    const std::string line = find_format("jsonl")->report(report, {});
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(Json::parse(line) == parsed["reports"][i++]);
  }
}

TEST_CASE("the JSON document reads as agreed") {
  check_golden("render/expected/two_findings.json", document({two_findings()}));
}

TEST_CASE("the caller's id comes back byte for byte") {
  for (const std::string id : {"null", "17", "1e400", "12345678901234567890123", "0.10",
                               "\"a\\u0041\\\"\"", "{\"b\": 1, \"a\": [ 1,2 ]}"}) {
    Report report = one_finding();
    report.id_json = id;
    CHECK(find_format("jsonl")->report(report, {}).starts_with("{\"id\":" + id + ",\"input\""));
    CHECK(find_format("json")->report(report, {}).find("\"id\": " + id + ",\n") !=
          std::string::npos);
  }
}

TEST_CASE("JSON carries no character that a terminal obeys or hides") {
  Report report = hostile();
  report.id_json = "\"x\xc2\x9by\xe2\x80\xae\"";
  for (const char* name : {"json", "jsonl"}) {
    const std::string out = find_format(name)->report(report, {});
    for (const char c : out) CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    CHECK(out.find("\xc2\x9b") == std::string::npos);
    CHECK(out.find("\xe2\x80\xae") == std::string::npos);
    CHECK(Json::parse(out)["id"] == "x\xc2\x9by\xe2\x80\xae");
  }
}

TEST_CASE("only a law that the refusal breaks is a dispute") {
  const Json parsed = Json::parse(find_format("jsonl")->report(two_findings(), {}));
  CHECK(parsed["findings"][0]["dispute"].is_null());
  CHECK(parsed["findings"][0]["law"].size() == 1);
  CHECK(parsed["findings"][1]["dispute"]["stance"] == "dispute");
}

TEST_CASE("formats are found by their names only") {
  for (const Format& format : formats()) CHECK(find_format(format.name) == &format);
  CHECK(formats().front().name == "text");
  CHECK(find_format("xml") == nullptr);
  CHECK(find_format("") == nullptr);
}

}  // namespace portfix::test
