// XML documents, alone and within other texts.

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "notice/clause_list.hpp"

namespace portfix {
namespace {

using Lines = std::vector<std::string>;

TEST_CASE("elements and attributes are fields with paths") {
  const std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<order id=\"K-1\"><number>415-555-0123</number>"
      "<reason code=\"8A\">PIN wrong</reason></order>";
  const Notice notice = read(text);
  CHECK(notice.shape == Shape::xml);
  CHECK(clause_list(notice) ==
        Lines{"field|K-1|id|order.id", "field|415-555-0123|number|order.number",
              "field|PIN wrong|reason|order.reason", "field|8A|code|order.reason.code"});
  CHECK(number_list(notice) == Lines{"+14155550123"});
  CHECK(text.substr(notice.clauses[2].source, 9) == "PIN wrong");
}

TEST_CASE("an attribute called value says what the element says") {
  CHECK(clause_list(read(R"(<r><TN value="4155550123"/><field name="cause" value="50"/></r>)")) ==
        Lines{"field|4155550123|TN|r.TN", "field|50|cause|r.cause"});
}

TEST_CASE("a document needs neither declaration nor one root") {
  CHECK(read("<reason>PIN wrong</reason>").shape == Shape::xml);
  CHECK(clause_list(read("<error><code>8A</code></error>\n<error><code>6B</code></error>")) ==
        Lines{"field|8A|code|error.code", "field|6B|code|error.code"});
  CHECK(clause_list(read("\xEF\xBB\xBF\n  <reason>PIN wrong</reason>\n")) ==
        Lines{"field|PIN wrong|reason|reason"});
}

TEST_CASE("what repeats stands in groups of its own") {
  const Notice notice = read(
      "<r><tn><n>415-555-0123</n><e>PIN wrong</e></tn><tn><n>415-555-0124</n><e>ZIP "
      "wrong</e></tn></r>");
  REQUIRE(notice.numbers.size() == 2);
  const auto object_of = [&](std::size_t number) {
    return notice.groups[notice.numbers[number].group].parent;
  };
  CHECK(object_of(0) != object_of(1));
  CHECK(notice.clauses[1].group == object_of(0));
  CHECK(notice.clauses[3].group == object_of(1));
}

TEST_CASE("namespaces, CDATA, comments and entities are seen through") {
  CHECK(clause_list(read("<np:r xmlns:np=\"urn:x\"><np:reason>PIN wrong</np:reason></np:r>")) ==
        Lines{"field|PIN wrong|reason|r.reason"});
  CHECK(clause_list(read("<r><reason><![CDATA[PIN < wrong]]></reason></r>")) ==
        Lines{"field|PIN < wrong|reason|r.reason"});
  CHECK(clause_list(read("<r><!-- ZIP --><reason>A &amp; B &#8217; wrong</reason></r>")) ==
        Lines{"field|A & B \xE2\x80\x99 wrong|reason|r.reason"});
}

TEST_CASE("XML is read in pasted texts, in JSON and in XML") {
  const Notice pasted = read(
      "Hi, the carrier's API answered this, what does it mean?\n\n"
      "<error><description>PIN wrong</description></error>\n\nThanks");
  CHECK(pasted.shape == Shape::plain);
  CHECK(clause_list(pasted) ==
        Lines{"sentence|Hi, the carrier's API answered this, what does it mean?",
              "field|PIN wrong|description|error.description", "signature|Thanks"});
  CHECK(clause_list(read(R"({"body": "<error><reason>PIN wrong</reason></error>"})")) ==
        Lines{"field|PIN wrong|reason|body.error.reason"});
  CHECK(clause_list(read("<answer>&lt;error&gt;&lt;reason&gt;PIN wrong&lt;/reason&gt;"
                         "&lt;/error&gt;</answer>")) ==
        Lines{"field|PIN wrong|reason|answer.error.reason"});
}

TEST_CASE("entities are neither multiplied nor fetched") {
  std::string laughs = "<!DOCTYPE r [<!ENTITY a \"PIN wrong \">";
  for (char level = 'b'; level <= 'k'; ++level) {
    laughs += std::string("<!ENTITY ") + level + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(level - 1) + ";";
    laughs += "\">";
  }
  const Notice bomb = read(laughs + "]><r><reason>&k;</reason></r>");
  CHECK(bomb.text.size() < 10'000);

  const Notice file = read(
      "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r><reason>&x; PIN</reason></r>");
  CHECK(file.text.find("root:") == std::string::npos);
  const auto list = clause_list(file);
  CHECK(std::any_of(list.begin(), list.end(),
                    [](const std::string& line) { return line.find("PIN") != line.npos; }));
}

TEST_CASE("what only looks like XML is text") {
  CHECK(read("The PIN is < 4 digits and > 2.").shape == Shape::plain);
  CHECK(read("<ada@example.org> wrote that the PIN is wrong.").shape == Shape::plain);
  CHECK(read("<reason>PIN wrong").shape != Shape::json);
}

TEST_CASE("broken and hostile documents are read in bounds") {
  const auto many = [](const std::string& piece, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
  };
  const std::string whole =
      "<order id=\"K-1\"><reason code=\"8A\"><![CDATA[PIN]]></reason></order>";
  Lines documents = {
      many("<a>", 200'000) + "PIN wrong",
      many("<a>", 50'000) + "PIN wrong" + many("</a>", 50'000),
      "<r>" + many("<a b=\"c\"/>", 100'000) + "</r>",
      "<r " + many("a=\"1\" ", 100'000) + "/>",
      "<r>" + many("&#x41;", 100'000) + "</r>",
      "<" + many("a", 1'000'000) + ">x</a>",
      many("<r><![CDATA[", 50'000),
      many("<?xml?>", 50'000),
      "<!DOCTYPE " + many("[", 100'000),
      many("<r>{\"a\":\"", 10'000),
  };
  for (std::size_t cut = 1; cut < whole.size(); ++cut) documents.push_back(whole.substr(0, cut));
  for (const std::string& text : documents) {
    const Notice notice = read(text);
    for (const Clause& clause : notice.clauses) {
      if (clause.text.end > notice.text.size() || clause.source > text.size() ||
          clause.path.size() > 2000) {
        FAIL("a clause outside of the notice");
      }
    }
  }
}

}  // namespace
}  // namespace portfix
