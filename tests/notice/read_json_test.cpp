#include <string>
#include <vector>

#include "catch.hpp"
#include "notice/clause_list.hpp"
#include "portfix/notice.hpp"

namespace portfix {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("every string and number of a JSON document is a field with key and path") {
  const std::string text =
      R"({"data":{"payload":{"status":{"details":[{"code":"PIN_MISMATCH","level":3},)"
      R"({"code":"OTHER","ok":true,"note":null}]}}}})";
  const auto notice = read(text);
  CHECK(notice.shape == Shape::json);
  CHECK(clause_list(notice) == Lines{"field|PIN_MISMATCH|code|data.payload.status.details[].code",
                                     "field|3|level|data.payload.status.details[].level",
                                     "field|OTHER|code|data.payload.status.details[].code"});
  CHECK(text.substr(notice.clauses.at(0).source, 5) == "\"PIN_");
  CHECK(notice.clauses.at(0).group == notice.clauses.at(1).group);
  CHECK(notice.clauses.at(0).group != notice.clauses.at(2).group);
}

TEST_CASE("values are decoded and split like text") {
  const auto notice =
      read(R"({"comment":"Name doesn\u2019t match.\nReason: PIN \"1\" wrong","x":"a: b; c"})");
  CHECK(clause_list(notice) == Lines{"field|Name doesn\xE2\x80\x99t match.|comment|comment",
                                     "field|PIN \"1\" wrong|Reason|comment", "field|a: b|x|x",
                                     "field|c|x|x"});
}

TEST_CASE("several documents and text around them are read") {
  const auto lines = read("{\"a\":\"x\"}\n{\"a\":\"y\"}\n");
  CHECK(lines.shape == Shape::json);
  CHECK(clause_list(lines) == Lines{"field|x|a|a", "field|y|a|a"});
  const auto noise = read("200 OK\n\n{\"reason\":\"account number invalid\"}");
  CHECK(noise.shape == Shape::json);
  CHECK(clause_list(noise) ==
        Lines{"heading|200 OK", "field|account number invalid|reason|reason"});
  CHECK(noise.clauses.at(1).source == 18);
}

TEST_CASE("JSON pasted into a text is read within it") {
  const std::string text =
      "Anyone seen this one from the port api? It is the second time for me.\n\n"
      "{ \"text\": \"LOA expired\", \"msisdns\": [\"+15185550150\"] }\n\nmy extension is 4410";
  const auto notice = read(text);
  CHECK(notice.shape == Shape::plain);
  CHECK(notice.text.starts_with(text));
  CHECK(clause_list(notice) ==
        Lines{"sentence|Anyone seen this one from the port api?",
              "sentence|It is the second time for me.", "field|LOA expired|text|text",
              "field|+15185550150|msisdns|msisdns[]", "heading|my extension is 4410"});
  CHECK(number_list(notice) == Lines{"+15185550150"});
}

TEST_CASE("JSON inside a JSON string is read on") {
  const auto notice = read(R"({"body":"{\"error\":{\"code\":\"8A\"}}"})");
  CHECK(clause_list(notice) == Lines{"field|8A|code|body.error.code"});
  CHECK(notice.clauses.at(0).source == 8);
}

TEST_CASE("the key decides what a number is") {
  struct Case {
    std::string text;
    Lines numbers;
  };
  const std::vector<Case> cases = {
      {R"({"phone_number":"4155550123"})", {"+14155550123"}},
      {R"({"phoneNumber":"14155550123"})", {"+14155550123"}},
      {R"({"TN":4155550123})", {"+14155550123"}},
      {R"({"numbers":["12085550131","12085550132"]})", {"+12085550131", "+12085550132"}},
      {R"({"order":{"msisdns":["+15185550150"]}})", {"+15185550150"}},
      {R"({"billing_phone_number":"+12625550140"})", {"+12625550140"}},
      {R"({"account_telephone_number":"2625550140"})", {"+12625550140"}},
      {R"({"range":"415-555-0100 thru 0101"})", {"+14155550100", "+14155550101"}},
      {R"({"data":{"numbers":{"+14155550123":{},"+14155550124":{"state":"MI"}}}})",
       {"+14155550123", "+14155550124"}},
      {R"({"note":"the port of 415-555-0123 failed, fax 415-555-0199"})", {"+14155550123"}},
      {R"({"id":"4155550123","account_number":"4155550123","ticket":4155550123})", {}},
      {R"({"supportPhone":"4155550123","fax":"415-555-0123","customer_phone":"+12125550144"})", {}},
      {R"({"contact":{"phone_number":"+12125550144"}})", {}},
      {R"({"phone_number_sid":"4155550123","order_number":"4155550123","value":4155550123})",
       {"+14155550123"}},
  };
  for (const auto& test : cases) {
    INFO(test.text);
    CHECK(number_list(read(test.text)) == test.numbers);
  }
}

TEST_CASE("number keys name the group of what they hold") {
  const auto notice = read(R"({"+14155550123":{"reason":"PIN"},"+14155550124":{"reason":"LOA"}})");
  REQUIRE(notice.numbers.size() == 2);
  REQUIRE(notice.clauses.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const auto group = notice.clauses[i].group;
    CHECK((group == notice.numbers[i].group ||
           notice.groups[group].parent == notice.numbers[i].group));
    CHECK(notice.at(notice.numbers[i].at) == notice.numbers[i].e164);
  }
}

TEST_CASE("the shape can be prescribed") {
  ReadOptions options;
  options.shape = InputShape::text;
  const auto notice = read("{\"reason\": \"PIN\"}", options);
  CHECK(notice.shape == Shape::plain);
  CHECK(notice.text == "{\"reason\": \"PIN\"}");
  options.shape = InputShape::json;
  CHECK(read("no braces here", options).shape == Shape::plain);
  CHECK(read("{ broken", options).shape == Shape::plain);
}

TEST_CASE("what only looks like JSON is text") {
  for (const std::string_view text : {"{\"reason\": \"PIN wrong\",", "{}{", "[ ] sign the LOA",
                                      "{AUTH_TOKEN}", "[\"x\"", "see {\"a\"}"}) {
    INFO(text);
    const auto notice = read(text);
    CHECK(notice.shape != Shape::table);
    CHECK((notice.shape == Shape::plain || notice.clauses.empty()));
  }
}

}  // namespace
}  // namespace portfix
