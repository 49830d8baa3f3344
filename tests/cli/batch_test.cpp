#include "cli/batch.hpp"

#include "catch.hpp"

namespace portfix::cli {

TEST_CASE("a batch line gives text, hints and the id as it stands") {
  const BatchLine line = read_batch_line(
      R"({"extra": [1], "id": {"b": [1, "x]}"]} , "text": "PIN \u0041\n", "provider": "twilio",)"
      R"( "carrier": null, "country": "US"})");
  CHECK(line.error.empty());
  CHECK(line.id_json == R"({"b": [1, "x]}"]})");
  CHECK(line.text == "PIN A\n");
  CHECK(line.provider == "twilio");
  CHECK(line.carrier.empty());
  CHECK(line.country == "US");
}

TEST_CASE("an id of any type is kept byte for byte") {
  for (const std::string id : {"1", "12345678901234567890123", "-1.50e+3", "null", "true",
                               "\"a\\\"b\\\\\"", "[]", "[1, [2]]", "{}"}) {
    CHECK(read_batch_line("{\"id\":" + id + ",\"text\":\"t\"}").id_json == id);
    CHECK(read_batch_line("{\"text\":\"t\",\"id\": " + id + " }").id_json == id);
    CHECK(read_batch_line("{\"text\":\"t\",\"id\": " + id + "}").id_json == id);
  }
}

TEST_CASE("a line that is no such object says why, and tells nothing of its text") {
  struct Row {
    std::string line;
    std::string error;
    std::string id;
  };
  const std::vector<Row> rows = {
      {"PIN 1234", "not JSON (byte 1)", ""},
      {"[\"text\"]", "not a JSON object", ""},
      {"\"text\"", "not a JSON object", ""},
      {"{}", "no \"text\"", ""},
      {R"({"id": 7})", "no \"text\"", "7"},
      {R"({"id": 7, "text": null})", "no \"text\"", "7"},
      {R"({"id": "x", "text": 5})", "\"text\" is not a text", "\"x\""},
      {R"({"text": "t", "provider": 5})", "\"provider\" is not a text", ""},
      {R"({"text": "t", "carrier": []})", "\"carrier\" is not a text", ""},
  };
  for (const Row& row : rows) {
    const BatchLine line = read_batch_line(row.line);
    CHECK(line.error == row.error);
    CHECK(line.id_json == row.id);
  }
}

}  // namespace portfix::cli
