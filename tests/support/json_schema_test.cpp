#include "support/json_schema.hpp"

#include "catch.hpp"

namespace portfix::test {

TEST_CASE("the schema check of the tests finds what is wrong") {
  const Json schema = Json::parse(R"({
    "type": "object", "required": ["a"], "additionalProperties": false,
    "properties": {
      "a": { "$ref": "#/$defs/small" },
      "b": { "type": ["string", "null"] },
      "c": { "type": "array", "minItems": 1, "items": { "enum": ["x", "y"] } },
      "d": { "anyOf": [{ "const": 1 }, { "type": "null" }] }
    },
    "$defs": { "small": { "type": "integer", "minimum": 0, "maximum": 9 } } })");
  struct Row {
    std::string document;
    std::size_t problems;
  };
  const std::vector<Row> rows = {
      {R"({"a": 1, "b": null, "c": ["x"], "d": 1})", 0},
      {R"({"a": 1, "b": "t", "c": ["x", "y"], "d": null})", 0},
      {R"([])", 1},
      {R"({})", 1},
      {R"({"a": 10})", 1},
      {R"({"a": -1})", 1},
      {R"({"a": "1"})", 1},
      {R"({"a": 1, "b": 2})", 1},
      {R"({"a": 1, "c": []})", 1},
      {R"({"a": 1, "c": ["z", "z"]})", 2},
      {R"({"a": 1, "d": 2})", 1},
      {R"({"a": 1, "e": 1})", 1},
  };
  for (const Row& row : rows) {
    INFO(row.document);
    CHECK(SchemaCheck(schema)(Json::parse(row.document)).size() == row.problems);
  }
  const Json comments = Json::parse(
      R"({"patternProperties": {"^\\$comment": {"type": "string"}}, "additionalProperties": false})");
  CHECK(SchemaCheck(comments)(Json::parse(R"({"$comment a": "b"})")).empty());
  CHECK(SchemaCheck(comments)(Json::parse(R"({"$comment a": 1})")).size() == 1);
  CHECK(SchemaCheck(comments)(Json::parse(R"({"comment": "b"})")).size() == 1);
  CHECK(SchemaCheck(Json::parse(R"({"uniqueItems": true})"))(Json::object()).size() == 1);
}

}  // namespace portfix::test
