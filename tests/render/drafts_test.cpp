#include <algorithm>

#include "catch.hpp"
#include "portfix/diagnose.hpp"
#include "portfix/render.hpp"
#include "render/draft.hpp"
#include "rules/table.hpp"
#include "support/json_schema.hpp"

namespace portfix::test {
namespace {

Report report_of(std::string_view text) {
  return diagnose(SourceText::from_bytes("<test>", text), RuleTable::builtin());
}

std::string written(std::string_view format, const Report& report) {
  return find_format(format)->report(report, {});
}

std::string body_for(std::string_view tool, bool to_customer, const Report& report) {
  const RuleTable rules = RuleTable::builtin();
  RenderOptions options;
  options.ticket_body = rules.ticket_body(tool, to_customer);
  REQUIRE_FALSE(options.ticket_body.empty());
  return find_format("ticket:NAME")->report(report, options);
}

std::vector<std::string> tools() {
  const RuleTable rules = RuleTable::builtin();
  std::vector<std::string> out;
  for (const TicketRow& row : rules.view().tickets()) out.emplace_back(rules.view().text(row.id));
  return out;
}

/// What the vendors' calls take, from their descriptions: {text}, and the flag that decides who
/// sees it.
const Json& ticket_schemas() {
  static const Json schemas = Json::parse(R"json({
    "zendesk": {"type": "object", "required": ["ticket"], "additionalProperties": false,
      "properties": {"ticket": {"type": "object", "required": ["comment"],
        "additionalProperties": false, "properties": {"comment": {"type": "object",
          "required": ["body", "public"], "additionalProperties": false,
          "properties": {"body": {"type": "string"}, "public": {"type": "boolean"}}}}}}},
    "jira-service-management": {"type": "object", "required": ["body", "public"],
      "additionalProperties": false,
      "properties": {"body": {"type": "string"}, "public": {"type": "boolean"}}},
    "jira": {"type": "object", "required": ["body", "properties"], "additionalProperties": false,
      "properties": {
        "body": {"type": "object", "required": ["type", "version", "content"],
          "additionalProperties": false,
          "properties": {"type": {"const": "doc"}, "version": {"const": 1},
            "content": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/block"}}}},
        "properties": {"type": "array", "minItems": 1, "items": {"type": "object",
          "required": ["key", "value"], "properties": {"key": {"const": "sd.public.comment"},
            "value": {"type": "object", "required": ["internal"],
              "properties": {"internal": {"type": "boolean"}}}}}}},
      "$defs": {
        "block": {"anyOf": [
          {"type": "object", "required": ["type", "content"], "additionalProperties": false,
            "properties": {"type": {"const": "paragraph"},
              "content": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/text"}}}},
          {"type": "object", "required": ["type", "content"], "additionalProperties": false,
            "properties": {"type": {"enum": ["bulletList", "orderedList"]},
              "attrs": {"type": "object", "properties": {"order": {"type": "integer"}},
                "additionalProperties": false},
              "content": {"type": "array", "minItems": 1, "items": {"type": "object",
                "required": ["type", "content"], "additionalProperties": false,
                "properties": {"type": {"const": "listItem"},
                  "content": {"type": "array", "minItems": 1,
                              "items": {"$ref": "#/$defs/block"}}}}}}},
          {"type": "object", "required": ["type", "content"], "additionalProperties": false,
            "properties": {"type": {"const": "blockquote"},
              "content": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/block"}}}}]},
        "text": {"type": "object", "required": ["type", "text"], "additionalProperties": false,
          "properties": {"type": {"const": "text"}, "text": {"type": "string"},
            "marks": {"type": "array", "items": {"type": "object", "required": ["type"],
              "additionalProperties": false, "properties": {"type": {"const": "strong"}}}}}}}},
    "servicenow": {"anyOf": [
      {"type": "object", "required": ["work_notes"], "additionalProperties": false,
        "properties": {"work_notes": {"type": "string"}}},
      {"type": "object", "required": ["comments"], "additionalProperties": false,
        "properties": {"comments": {"type": "string"}}}]},
    "deskpro": {"type": "object", "required": ["message", "is_note"],
      "additionalProperties": false,
      "properties": {"message": {"type": "string"}, "is_note": {"type": "boolean"}}}
  })json");
  return schemas;
}

/// Freshdesk and Freshservice have a call each for notes and replies.
Json html_schema(bool to_customer) {
  Json schema = {{"type", "object"},
                 {"required", {"body"}},
                 {"additionalProperties", false},
                 {"properties", {{"body", {{"type", "string"}}}}}};
  if (!to_customer) {
    schema["required"].push_back("private");
    schema["properties"]["private"] = {{"const", true}};
  }
  return schema;
}

Json schema_for(const std::string& tool, bool to_customer) {
  if (tool.starts_with("fresh")) return html_schema(to_customer);
  REQUIRE(ticket_schemas().contains(tool));
  return ticket_schemas()[tool];
}

/// Whether the body says of itself that only agents see it.
bool says_internal(const std::string& tool, const Json& body) {
  if (tool == "zendesk") return body["ticket"]["comment"]["public"] == false;
  if (tool == "jira-service-management") return body["public"] == false;
  if (tool == "jira") return body["properties"][0]["value"]["internal"] == true;
  if (tool == "servicenow") return body.contains("work_notes");
  if (tool == "deskpro") return body["is_note"] == true;
  return body.contains("private") && body["private"] == true;
}

const char* const kNotice =
    "Twilio: the port of 415-555-0123 was rejected by Verizon Wireless. The transfer PIN has "
    "expired. Number lock is on. There is a pending order on the account.";

/// Everything that a notice can try to do to a ticket.
std::string evil_notice() {
  return "The port of 415-555-0123 was rejected: account number <script>alert(1)</script> does not "
         "match.\nWrong PIN: [click](http://evil.example/x) ![i](http://evil.example/i.png) "
         "\x1b[31m "
         "{note} {reply.html} \"; DROP & <img src=x onerror=alert(2)> [code]<b>x</b>[/code]\n"
         "=HYPERLINK(\"http://evil.example\") ZIP code is wrong www.evil.example "
         "javascript:alert(3) " +
         std::string(10'000, 'x') + "\n";
}

}  // namespace

TEST_CASE("every shipped ticket tool writes a body that its call takes") {
  const Report report = report_of(kNotice);
  REQUIRE(report.findings.size() > 1);
  const auto all = tools();
  for (const char* expected : {"deskpro", "freshdesk", "freshservice", "jira",
                               "jira-service-management", "servicenow", "zendesk"}) {
    CHECK(std::count(all.begin(), all.end(), expected) == 1);
  }
  for (const std::string& tool : all) {
    for (const bool to_customer : {false, true}) {
      INFO(tool << (to_customer ? " public" : " internal"));
      const std::string text = body_for(tool, to_customer, report);
      CHECK(std::count(text.begin(), text.end(), '\n') == 1);
      const Json body = Json::parse(text);
      CHECK(SchemaCheck(schema_for(tool, to_customer))(body) == std::vector<std::string>{});
      CHECK(says_internal(tool, body) == !to_customer);
      // The two voices never mix.
      CHECK((text.find("How to fix it") != std::string::npos) == !to_customer);
      CHECK((text.find("Kind regards") != std::string::npos) == to_customer);
    }
  }
}

TEST_CASE("what a notice holds stays inert in every format") {
  const Report report = report_of(evil_notice());
  REQUIRE(report.outcome == Outcome::diagnosed);
  std::vector<std::pair<std::string, std::string>> outputs;
  for (const Format& format : formats()) {
    if (format.name != "ticket:NAME") {
      outputs.emplace_back(format.name, format.report(report, {}));
    }
  }
  for (const std::string& tool : tools()) {
    for (const bool to_customer : {false, true}) {
      outputs.emplace_back(tool, body_for(tool, to_customer, report));
    }
  }
  for (const auto& [name, text] : outputs) {
    INFO(name);
    for (const char c : text) {
      if (c == '\t' && name == "tsv") continue;
      REQUIRE((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    }
    // A placeholder in a notice is words.
    CHECK(text.find("Kind regards") == text.rfind("Kind regards"));
  }
  const std::string markdown = written("markdown", report);
  const std::string html = Json::parse(body_for("freshdesk", false, report))["body"];
  for (const std::string& text : {markdown, html}) {
    CHECK(text.find("<script") == std::string::npos);
    CHECK(text.find("<img") == std::string::npos);
    CHECK(text.find("&lt;script") != std::string::npos);
  }
  CHECK(markdown.find("](http") == std::string::npos);
  CHECK(markdown.find("http://evil") == std::string::npos);
  CHECK(markdown.find("www.evil") == std::string::npos);
  CHECK(html.find("href=\"http:") == std::string::npos);
  CHECK(html.find("href=\"javascript") == std::string::npos);
  // Long lines of the notice do not flood a ticket.
  CHECK(markdown.size() < 20'000);
}

TEST_CASE("what some tools take for mark-up in plain text stays text") {
  const Report report = report_of(
      "415-555-0123 was rejected: wrong PIN [code]<b>x</b>[/CODE] {html}x{html} "
      "!https://x.example/p");
  const std::string note = Json::parse(body_for("servicenow", false, report))["work_notes"];
  CHECK(note.find("wrong PIN (code)<b>x</b>(/CODE) { html}x{ html} ! https://x") !=
        std::string::npos);
}

TEST_CASE("links of a wiki and of Markdown stay text in plain text") {
  const Report report = report_of(
      "415-555-0123 was rejected: wrong PIN 4711 [x|https://evil.example] [https://evil.example] "
      "[~admin] [^a.exe] [y](https://evil.example) [z]");
  const std::string note = Json::parse(body_for("jira", false, report)).dump() +
                           Json::parse(body_for("servicenow", false, report)).dump() +
                           find_format("json")->report(report, {});
  CHECK(note.find("wrong PIN [pin 1] (x|https://evil.example) (https://evil.example) (~admin) "
                  "(^a.exe) (y)(https://evil.example) (z)") != std::string::npos);
}

TEST_CASE("a wording of a code table is quoted without a code") {
  const Report report = report_of(
      "Order 9004-18 has been rejected by TalkTalk.\nCLI: +44 29 2018 0066\n"
      "Reason: Incorrect Main Billing Number (MBN)\n");
  REQUIRE(report.findings.at(0).evidence.at(0).kind == "code");
  REQUIRE(report.findings.at(0).evidence.at(0).code.empty());
  CHECK(written("resubmit", report).find("- Reason: Incorrect Main") != std::string::npos);
  CHECK(written("text", report).find("Wording (uk-gnp): Incorrect Main") != std::string::npos);
  CHECK(written("markdown", report).find("**Wording:** uk") != std::string::npos);
}

TEST_CASE("a point of a list is quoted without the points before it") {
  const Report report = report_of("Reject reasons:\n - ZIP code is wrong\n - LOA not signed\n");
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[1].evidence.at(0).text == "LOA not signed");
}

TEST_CASE("the desk hears what the customer has settled with the losing carrier") {
  const std::string letter =
      written("resubmit", report_of("Past due balance. Port protection is on."));
  CHECK(letter.find("- Balance or fee outstanding: settled on [the date]\n"
                    "- Port protection is on: settled on [the date]\n") != std::string::npos);
  CHECK(letter.find("corrected value") == std::string::npos);
  CHECK(letter.find("leave its data as they are") != std::string::npos);
}

TEST_CASE("a missing document is attached, and no field changes") {
  const std::string letter = written("resubmit", report_of("Rejected: LOA missing"));
  CHECK(letter.find("Attached:\n\n- Letter of authorization (LOA)") != std::string::npos);
  CHECK(letter.find("What we change") == std::string::npos);
}

TEST_CASE("a dispute tells the losing carrier the law, not what the agent has to do") {
  const std::string letter =
      written("resubmit", report_of("Number 0660 1234567, country AT, losing carrier A1.\n"
                                    "Der Port wurde rejected: contract term still runs."));
  CHECK(letter.find("ask it to release the number") != std::string::npos);
  CHECK(letter.find("Ask the") == std::string::npos);
  CHECK(letter.find("Dispute it") == std::string::npos);
}

TEST_CASE("the customer hears of one first day only") {
  const std::string refused = "The port of 415-555-0123 was rejected: invalid due date. ";
  const std::string soon = written("reply", report_of("Sent: 2026-11-23\n" + refused));
  CHECK(soon.find("Please allow at least a week from now.") != std::string::npos);
  CHECK(soon.find("at the earliest") == std::string::npos);
  const std::string later =
      written("reply", report_of(refused + "The earliest possible date is 2026-12-21."));
  CHECK(later.find("Please choose Monday, December 21, 2026 or a later day.") != std::string::npos);
  CHECK(later.find("at the earliest") == std::string::npos);
  CHECK(later.find("a week") == std::string::npos);
}

TEST_CASE("a customer reads the words and the numbers of the own country") {
  const std::string british = written(
      "reply", report_of("Numbers: 020 7946 0123, 07700 900123\nCountry: GB\nLosing provider: EE\n"
                         "Rejection: Postcode mismatch; PAC expired"));
  CHECK(british.find("The postcode on our request") != std::string::npos);
  CHECK(british.find("(a PAC)") != std::string::npos);
  CHECK(british.find("+44 20 7946 0123 and +44 7700 900123") != std::string::npos);
  CHECK(british.find("ZIP") == std::string::npos);
  const std::string american =
      written("reply", report_of("Number (212) 555-0123: ZIP code mismatch, port rejected"));
  CHECK(american.find("The ZIP code on our request") != std::string::npos);
  CHECK(american.find("postcode") == std::string::npos);
}

TEST_CASE("data are not asked for where the request is not sent again") {
  const std::string reply =
      written("reply",
              report_of("Number 02 7010 1234, losing carrier Telstra\n"
                        "Rejected: account number does not match; unauthorised; address mismatch"));
  CHECK(reply.find("did you ask us to move this number?") != std::string::npos);
  CHECK(reply.find("we will tell you what is possible") != std::string::npos);
  CHECK(reply.find("Your account number") == std::string::npos);
  CHECK(reply.find("+61 2 7010 1234") != std::string::npos);
}

TEST_CASE("no cell of tsv is a formula, and each line has the same columns") {
  Report report = report_of(kNotice);
  report.order_id = "=1+1\tx\ny";
  report.losing_carrier = "@SUM(A1)";
  report.input_name = "-2+3";
  const std::string text = written("tsv", report);
  CHECK(std::count(text.begin(), text.end(), '\n') ==
        static_cast<std::ptrdiff_t>(report.findings.size()));
  std::string cell;
  std::size_t columns = 1;
  for (const char c : text) {
    if (c != '\t' && c != '\n') {
      cell += c;
      continue;
    }
    CHECK((cell.empty() || cell[0] != '='));
    CHECK((cell.empty() || cell[0] != '@'));
    CHECK((cell.empty() || cell[0] != '-'));
    cell.clear();
    if (c == '\t') {
      ++columns;
    } else {
      CHECK(columns == 15);
      columns = 1;
    }
  }
  CHECK(text.find("'=1+1 x y") != std::string::npos);
  CHECK(text.find("\t+14155550123\t") != std::string::npos);
}

TEST_CASE("Markdown and HTML are escaped by construction") {
  struct Row {
    std::string text;
    std::string markdown;
    std::string html;
  };
  const std::vector<Row> rows = {
      {"plain words", "plain words", "plain words"},
      {"a_b*c`d", "a\\_b\\*c\\`d", "a_b*c`d"},
      {"[x](y)", "\\[x\\]\\(y)", "[x](y)"},
      {"<b>&\"'", "&lt;b>&amp;\"'", "&lt;b&gt;&amp;&quot;&#39;"},
      {"# no", "\\# no", "# no"},
      {"- no", "\\- no", "- no"},
      {"1. no", "1\\. no", "1. no"},
      {"> no", "&gt; no", "&gt; no"},
      {"+14155550123", "+14155550123", "+14155550123"},
      {"http://x.example", "http&#58;//x.example", "http://x.example"},
      {"a\nb\x1b[2J", "a b \\[2J", "a b [2J"},
  };
  for (const Row& row : rows) {
    CHECK(escape_markdown(row.text) == row.markdown);
    CHECK(escape_html(row.text) == row.html);
  }
}

TEST_CASE("the JSON report carries the texts of the other formats") {
  const Report report = report_of(kNotice);
  const Json json = Json::parse(written("jsonl", report));
  CHECK(json["reply"] == written("reply", report));
  CHECK(json["note"] == Json::parse(body_for("servicenow", false, report))["work_notes"]);
  CHECK(json["reply_subject"].get<std::string>().find("(415) 555-0123") != std::string::npos);
  const Json none = Json::parse(written("jsonl", report_of("Good morning")));
  CHECK(none["reply"].is_null());
  CHECK(none["plan"].empty());
}

TEST_CASE("a value is found by its path") {
  Report report = report_of(kNotice);
  report.id_json = "12345678901234567890123";
  const auto get = [&](const std::string& path) { return values_at(report, {path}, {}).front(); };
  CHECK(get("findings.0.resubmit.policy") == report.findings[0].resubmit.policy);
  CHECK(get(".findings[0].reason") == report.findings[0].reason);
  CHECK(get("notice.numbers") == R"(["+14155550123"])");
  CHECK(get("notice.numbers.0") == "+14155550123");
  CHECK(get("findings.17.reason").empty());
  CHECK(get("notice.order_id").empty());
  CHECK(get("id") == "12345678901234567890123");
  CHECK(get("note").find('\n') != std::string::npos);
  CHECK(problem_with_path("findings.0.reason").empty());
  CHECK(problem_with_path("findings.7.ask.0.where").empty());
  CHECK(problem_with_path("redactions.pin").empty());
  CHECK(problem_with_path("notice.dates.foc").empty());
  CHECK(problem_with_path("findings.0.reson") ==
        "findings.0 has no \"reson\"; did you mean reason?");
  CHECK(problem_with_path("numbers") ==
        "a report has no \"numbers\"; did you mean notice.numbers?");
  CHECK(problem_with_path("reason") ==
        "a report has no \"reason\"; did you mean findings.0.reason?");
  CHECK(problem_with_path("findings.0.reason.x") == "findings.0.reason holds nothing more");
  CHECK(problem_with_path("findings.reason") ==
        "findings is a list: name an element by its number, as in findings.0");
  CHECK_FALSE(problem_with_path("").empty());
  // What only some notices have, and this one has not.
  for (const char* path : {"split.needed", "split.go_on.0", "format_hints.0.text", "why",
                           "weaker.0.reason", "error", "plan.0.resubmit.latest"}) {
    INFO(path);
    CHECK(problem_with_path(path).empty());
    CHECK(get(path).empty());
  }
}

}  // namespace portfix::test
