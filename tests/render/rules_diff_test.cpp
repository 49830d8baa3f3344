#include "render/rules_diff.hpp"

#include "catch.hpp"
#include "support/golden.hpp"
#include "support/json_schema.hpp"

namespace portfix::test {
namespace {

std::string document(const RulesDiffFormat& format, const std::vector<ChangedNotice>& changes) {
  std::string out = format.header({"builtin", "0123"}, {"mine", "4567"});
  std::uint64_t diagnoses = 0;
  for (const ChangedNotice& change : changes) {
    out += format.change(change, &change == &changes.front());
    if (change.changes_diagnosis()) ++diagnoses;
  }
  return out + format.footer(10, changes.size(), diagnoses);
}

std::vector<ChangedNotice> some() {
  return {{"a.txt", "", {"unrecognized", {}}, {"diagnosed", {"pin-missing"}}},
          {"b\x1b[31m.jsonl:1",
           "12345678901234567890",
           {"diagnosed", {"a"}},
           {"diagnosed", {"a", "b"}}},
          {"c.txt", "\"x\"", {"diagnosed", {"a", "b"}}, {"diagnosed", {"b", "a"}}}};
}

}  // namespace

TEST_CASE("a comparison of rules as JSON is what its schema says") {
  const Json schema = Json::parse(
      read_file(std::string(PORTFIX_SOURCE_DIR) + "/rules/schema/rules-diff.schema.json"));
  for (const auto& changes : {std::vector<ChangedNotice>{}, some()}) {
    const std::string text = document(rules_diff_json(), changes);
    const Json parsed = Json::parse(text);
    CHECK(SchemaCheck(schema)(parsed) == std::vector<std::string>{});
    CHECK(parsed["changes"].size() == changes.size());
    CHECK(text.find('\x1b') == std::string::npos);
  }
}

TEST_CASE("a comparison of rules reads as agreed") {
  check_golden("render/expected/rules_diff.txt", document(rules_diff_text(), some()) + "----\n" +
                                                     document(rules_diff_text(), {}) + "----\n" +
                                                     document(rules_diff_json(), some()));
}

}  // namespace portfix::test
