#include "base/json_tree.hpp"

#include <string>

#include "catch.hpp"

namespace portfix {
namespace {

TEST_CASE("values remember where they stand") {
  const std::string text =
      R"({ "a" : [1, -2.5e3 ,true], "b\"c": "x\\", "d": {"e": null}, "f": "" })";
  JsonError error;
  const auto root = parse_json(text, error);
  REQUIRE(root);
  CHECK(root->kind == JsonNode::Kind::object);
  CHECK(root->at == 0);
  REQUIRE(root->children.size() == 4);
  const JsonNode& list = root->children[0];
  CHECK(list.key == "a");
  CHECK(text.substr(list.key_at, 3) == "\"a\"");
  CHECK(text[list.at] == '[');
  REQUIRE(list.children.size() == 3);
  CHECK(list.children[0].text == "1");
  CHECK(text.substr(list.children[0].at, 1) == "1");
  CHECK(list.children[1].text == "-2.5e3");
  CHECK(text.substr(list.children[1].at, 6) == "-2.5e3");
  CHECK(text.substr(list.children[2].at, 4) == "true");
  const JsonNode& string = root->children[1];
  CHECK(string.key == "b\"c");
  CHECK(text.substr(string.key_at, 7) == R"("b\"c":)");
  CHECK(string.text == "x\\");
  CHECK(text.substr(string.at, 5) == R"("x\\")");
  CHECK(text[root->find("f")->at] == '"');
  CHECK(text[root->find("f")->at + 1] == '"');
  CHECK(text.substr(root->find("d")->find("e")->at, 4) == "null");
  CHECK(root->find("g") == nullptr);
}

TEST_CASE("a document may be a mere value") {
  JsonError error;
  CHECK(parse_json("12", error)->text == "12");
  CHECK(parse_json("12", error)->at == 0);
  CHECK(parse_json(" \"x\" ", error)->at == 1);
  CHECK(parse_json("false", error)->kind == JsonNode::Kind::boolean);
}

TEST_CASE("double keys are kept in order") {
  JsonError error;
  const auto root = parse_json(R"({"a":1,"a":2})", error);
  REQUIRE(root);
  CHECK(root->children.size() == 2);
  CHECK(root->find("a")->text == "1");
}

TEST_CASE("a fault has a place and a message") {
  struct Case {
    std::string text;
    std::size_t at;
  };
  for (const auto& [text, at] : {Case{"{\"a\": 1,}", 8}, Case{"{\"a\" 1}", 5}, Case{"[1 2]", 3},
                                 Case{"[1] x", 4}, Case{"", 0}}) {
    JsonError error;
    INFO(text);
    CHECK_FALSE(parse_json(text, error));
    CHECK(error.at == at);
    CHECK(error.message.starts_with("not valid JSON"));
  }
}

TEST_CASE("depth and size are bounded") {
  JsonError error;
  CHECK(parse_json(std::string(64, '[') + std::string(64, ']'), error));
  CHECK_FALSE(parse_json(std::string(65, '[') + std::string(65, ']'), error));
  CHECK(error.message == "nested too deeply");
  CHECK_FALSE(parse_json("[1,2,3]", error, {8, 3}));
  CHECK(error.message == "too many values");
  CHECK_FALSE(parse_json(std::string(1'000'000, '['), error));
}

}  // namespace
}  // namespace portfix
