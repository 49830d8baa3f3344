#include <filesystem>
#include <map>

#include "catch.hpp"
#include "cli/lookup.hpp"
#include "cli/schemas.hpp"
#include "portfix/diagnose.hpp"
#include "portfix/render.hpp"
#include "render/explanation.hpp"
#include "rules/table.hpp"
#include "support/golden.hpp"
#include "support/json_schema.hpp"

namespace portfix::test {
namespace {

namespace fs = std::filesystem;

Json schema_of(const std::string& name) {
  for (const cli::Schema& schema : cli::schemas()) {
    if (schema.name == name) return Json::parse(schema.text);
  }
  FAIL("no schema is named " << name);
  return {};
}

std::vector<fs::path> rule_files(const fs::path& directory) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(directory)) files.push_back(entry.path());
  return files;
}

}  // namespace

TEST_CASE("every rule file is what its schema says") {
  const fs::path rules = fs::path(PORTFIX_SOURCE_DIR) / "rules";
  const std::map<std::string, std::string> schemas = {
      {"reasons", "reason"},     {"codes", "codes"},       {"carriers", "carrier"},
      {"providers", "provider"}, {"countries", "country"}, {"tickets", "ticket"}};
  for (const auto& [folder, name] : schemas) {
    const Json schema = schema_of(name);
    const auto files = rule_files(rules / folder);
    CHECK_FALSE(files.empty());
    for (const fs::path& file : files) {
      INFO(file);
      const Json document = Json::parse(read_file(file.string()));
      CHECK(SchemaCheck(schema)(document) == std::vector<std::string>{});
      CHECK(document["$schema"] == "../schema/" + name + ".schema.json");
    }
  }
  const Json lexicon = Json::parse(read_file((rules / "lexicon.json").string()));
  CHECK(SchemaCheck(schema_of("lexicon"))(lexicon) == std::vector<std::string>{});
}

TEST_CASE("a rule file that removes another is what every schema says") {
  for (const char* name : {"reason", "codes", "carrier", "provider", "country", "ticket"}) {
    const Json schema = schema_of(name);
    CHECK(SchemaCheck(schema)(Json{{"disabled", true}}).empty());
    CHECK_FALSE(SchemaCheck(schema)(Json{{"disabled", false}}).empty());
    CHECK_FALSE(SchemaCheck(schema)(Json::object()).empty());
  }
}

TEST_CASE("the report of a real diagnosis is what its schema says") {
  const Json schema = schema_of("report");
  const RuleTable rules = RuleTable::builtin();
  DiagnoseOptions options;
  options.advice.weaker = true;
  for (const char* text :
       {"The port of 415-555-0123 was rejected: the account PIN is incorrect.",
        "8A Account number incorrect", "Your FOC date is 2026-12-01.", "Good morning", "",
        R"({"rejection_reason_code": 22135, "phone_number": "+14155550123"})",
        "Verizon Wireless: transfer PIN expired. Unpaid balance. Name mismatch. Wrong ZIP."}) {
    INFO(text);
    const Report report = diagnose(SourceText::from_bytes("<test>", text), rules, options);
    const Format& json = *find_format("json");
    const std::string document =
        json.header({"0", rules.digest()}, {}) + json.report(report, {}) + std::string(json.footer);
    CHECK(SchemaCheck(schema)(Json::parse(document)) == std::vector<std::string>{});
  }
}

TEST_CASE("every explanation is what its schema says") {
  const Json schema = schema_of("explain");
  const RuleTable rules = RuleTable::builtin();
  const TableView& view = rules.view();
  std::vector<std::string> queries = {"no such thing at all", "wrong account pin"};
  const auto add = [&](const auto& rows) {
    for (const auto& row : rows) queries.emplace_back(view.text(row.id));
  };
  add(view.reasons());
  add(view.schemes());
  add(view.carriers());
  add(view.providers());
  for (const CodeRow& row : view.codes()) {
    if (row.code.size == 0) continue;
    queries.push_back(std::string(view.text(view.schemes()[row.scheme].id)) + ':' +
                      std::string(view.text(row.code)));
  }
  for (std::size_t i = 0; i < queries.size(); ++i) {
    const Explanation explanation = cli::look_up(queries[i], rules);
    const Json document = Json::parse(explanation_json(explanation));
    const auto problems = SchemaCheck(schema)(document);
    INFO(queries[i]);
    REQUIRE(problems == std::vector<std::string>{});
    if (i > 1) REQUIRE_FALSE(explanation.matches.empty());
  }
}

TEST_CASE("the list of rules and their coverage are what their schemas say") {
  const RuleTable rules = RuleTable::builtin();
  const auto listed = cli::listed_rules(rules);
  CHECK(listed.size() > 100);
  const Json list = Json::parse(rule_list_json(listed, rules.digest()));
  CHECK(SchemaCheck(schema_of("rules"))(list) == std::vector<std::string>{});

  const auto coverage = cli::coverage_of(rules);
  const Json document = Json::parse(coverage_json(coverage, rules.digest()));
  CHECK(SchemaCheck(schema_of("coverage"))(document) == std::vector<std::string>{});
  const Json& total = document["total"];
  const int rows = total["codes"].get<int>() + total["texts"].get<int>();
  CHECK(rows == static_cast<int>(rules.view().codes().size()));
  int by_status = 0;
  for (const char* status : {"rejection", "wait", "not_a_rejection", "api_error", "catch_all"}) {
    by_status += total[status].get<int>();
  }
  CHECK(by_status == rows);
  CHECK(total["mapped"].get<int>() + total["without_reason"].get<int>() == rows);
}

}  // namespace portfix::test
