// Tables and lists with a row a number.

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "notice/clause_list.hpp"

namespace portfix {
namespace {

using Lines = std::vector<std::string>;

const Lines kCells = {"field|415-555-0123|Number", "field|Rejected|Status",
                      "field|PIN wrong|Reason",    "field|415-555-0124|Number",
                      "field|Completed|Status",    "field|415-555-0125|Number",
                      "field|Rejected|Status",     "field|ZIP, then city wrong|Reason"};

/// Numbers and the clauses of a row share a group, those of different rows do not.
void check_rows(const Notice& notice) {
  REQUIRE(notice.numbers.size() == 3);
  CHECK(number_list(notice) == Lines{"+14155550123", "+14155550124", "+14155550125"});
  CHECK(notice.numbers[0].group != notice.numbers[1].group);
  CHECK(notice.numbers[1].group != notice.numbers[2].group);
  for (const Clause& clause : notice.clauses) {
    const auto text = notice.at(clause.text);
    if (text.find("PIN") != text.npos) CHECK(clause.group == notice.numbers[0].group);
    if (text.find("ompleted") != text.npos) CHECK(clause.group == notice.numbers[1].group);
    if (text.find("ZIP") != text.npos) CHECK(clause.group == notice.numbers[2].group);
  }
}

TEST_CASE("a table reads the same in every style") {
  const Lines tables = {
      "Number,Status,Reason\n415-555-0123,Rejected,PIN wrong\n415-555-0124,Completed,\n"
      "415-555-0125,Rejected,\"ZIP, then city wrong\"\n",
      "\"Number\",\"Status\",\"Reason\"\r\n\"415-555-0123\",\"Rejected\",\"PIN wrong\"\r\n"
      "\"415-555-0124\",\"Completed\",\"\"\r\n\"415-555-0125\",\"Rejected\",\"ZIP, then city "
      "wrong\"\r\n",
      "Number;Status;Reason\n415-555-0123;Rejected;PIN wrong\n415-555-0124;Completed;\n"
      "415-555-0125;Rejected;ZIP, then city wrong",
      "Number\tStatus\tReason\n415-555-0123\tRejected\tPIN wrong\n415-555-0124\tCompleted\t\n"
      "415-555-0125\tRejected\tZIP, then city wrong\n",
      "| Number | Status | Reason |\n|---|:---:|---|\n| 415-555-0123 | Rejected | PIN wrong |\n"
      "| 415-555-0124 | Completed | |\n| 415-555-0125 | Rejected | ZIP, then city wrong |\n",
      "Number | Status | Reason\n415-555-0123 | Rejected | PIN wrong\n415-555-0124 | Completed |\n"
      "415-555-0125 | Rejected | ZIP, then city wrong\n",
      "Number         Status      Reason\n415-555-0123   Rejected    PIN wrong\n"
      "415-555-0124   Completed\n415-555-0125   Rejected    ZIP, then city wrong\n",
      "+--------------+-----------+----------------------+\n"
      "| Number       | Status    | Reason               |\n"
      "+--------------+-----------+----------------------+\n"
      "| 415-555-0123 | Rejected  | PIN wrong            |\n"
      "| 415-555-0124 | Completed |                      |\n"
      "| 415-555-0125 | Rejected  | ZIP, then city wrong |\n"
      "+--------------+-----------+----------------------+\n",
  };
  for (const std::string& table : tables) {
    INFO(table);
    const Notice notice = read(table);
    CHECK(notice.shape == Shape::table);
    CHECK(clause_list(notice) == kCells);
    check_rows(notice);
  }
}

TEST_CASE("quoted cells hold commas, quotation marks and line breaks") {
  CHECK(clause_list(read("number,reason\n415-555-0123,\"the name \"\"Ada, Inc\"\" is "
                         "wrong\"\n415-555-0124,\"PIN\nwrong\"\n")) ==
        Lines{"field|415-555-0123|number", "field|the name \"Ada, Inc\" is wrong|reason",
              "field|415-555-0124|number", "field|PIN wrong|reason"});
}

TEST_CASE("lines of number, status and reason are rows") {
  for (const std::string mark : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ", " -- ", " | "}) {
    INFO(mark);
    const Notice notice = read("Results of your order:\n\n415-555-0123" + mark + "rejected" + mark +
                               "PIN wrong\n415-555-0124" + mark + "completed\n415-555-0125" + mark +
                               "rejected" + mark + "ZIP wrong\n");
    check_rows(notice);
  }
}

TEST_CASE("bullets and numbered lines are rows") {
  for (const std::string bullet : {"- ", "* ", "\xE2\x80\xA2 ", "1. ", "1) "}) {
    INFO(bullet);
    check_rows(read(bullet + "415-555-0123: PIN wrong\n" + bullet + "415-555-0124: completed\n" +
                    bullet + "415-555-0125: ZIP wrong\n"));
  }
}

TEST_CASE("a table has text around it") {
  const Notice notice = read(
      "Hello, the carrier answered:\n\nNumber | Status | Reason\n415-555-0123 | Rejected | PIN "
      "wrong\n415-555-0124 | Completed |\n415-555-0125 | Rejected | ZIP wrong\n\nPlease correct "
      "that.\n");
  check_rows(notice);
  const auto list = clause_list(notice);
  CHECK(list.front() == "sentence|Hello, the carrier answered:");
  CHECK(list.back() == "sentence|Please correct that.");
}

TEST_CASE("heads say which columns hold the order's numbers") {
  CHECK(number_list(read("number,contact,fax,reason\n415-555-0123,415-555-0199,415-555-0198,PIN "
                         "wrong\n415-555-0124,415-555-0199,415-555-0198,PIN wrong\n")) ==
        Lines{"+14155550123", "+14155550124"});
  CHECK(number_list(read("Nummer;Ergebnis;Hotline\n+49 30 23125388;abgelehnt;+49 800 5550100\n"
                         "+49 30 23125389;abgelehnt;+49 800 5550100\n")) ==
        Lines{"+493023125388", "+493023125389"});
  CHECK(number_list(read("order,TN,account,reason\nA-1,4155550123,4155550177,PIN wrong\n"
                         "A-1,4155550124,4155550177,PIN wrong\n")) ==
        Lines{"+14155550123", "+14155550124"});
}

TEST_CASE("heads may abbreviate") {
  CHECK(clause_list(read("No.,Number,Resp.\n1,415-555-0123,REJ\n2,415-555-0124,REJ\n")) ==
        Lines{"field|415-555-0123|Number", "field|REJ|Resp.", "field|415-555-0124|Number",
              "field|REJ|Resp."});
}

TEST_CASE("a first column that counts the rows says nothing, one of codes does") {
  CHECK(clause_list(read("Line,Number,Reason\n1,415-555-0123,PIN\n2,415-555-0124,ZIP\n")) ==
        Lines{"field|415-555-0123|Number", "field|PIN|Reason", "field|415-555-0124|Number",
              "field|ZIP|Reason"});
  CHECK(clause_list(read("Code,Number\n1,415-555-0123\n7,415-555-0124\n")) ==
        Lines{"field|1|Code", "field|415-555-0123|Number", "field|7|Code",
              "field|415-555-0124|Number"});
}

TEST_CASE("two columns of names and values are fields") {
  const Lines wanted = {"field|415-555-0123|Number", "field|Rejected|Status",
                        "field|PIN wrong|Reason"};
  CHECK(clause_list(read("| Field | Value |\n|---|---|\n| Number | 415-555-0123 |\n| Status | "
                         "Rejected |\n| Reason | PIN wrong |\n")) == wanted);
  CHECK(number_list(read("| Field | Value |\n|---|---|\n| Number | 415-555-0123 |\n| Support | "
                         "415-555-0199 |\n")) == Lines{"+14155550123"});
}

TEST_CASE("sentences with commas and bars are no table") {
  CHECK(
      read("The PIN, the ZIP and the name are wrong.\nPlease check, correct and resend.\n").shape ==
      Shape::plain);
  CHECK(read("Dear Ada,\nthe port of 415-555-0123, which you ordered, was rejected.\n").shape ==
        Shape::plain);
}

TEST_CASE("broken and hostile tables are read in bounds") {
  const auto many = [](const std::string& piece, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
  };
  const std::string whole =
      "number,reason\n415-555-0123,\"PIN, wrong\"\n415-555-0124,\"ZIP\nwrong\"\n";
  Lines tables = {
      "number,reason\n" + many("415-555-0123,PIN\n", 50'000),
      "number,reason\n" + many("\"", 300'000),
      "number,reason\n415-555-0123,\"" + many("x\n", 200'000),
      many("a,", 300'000) + "\n" + many("1,", 300'000),
      many("|", 300'000) + "\n" + many("|-", 150'000),
      many("number\treason\n", 100'000),
      many("a  b  c\n", 100'000),
      "number;reason\n" + many(";", 500'000),
  };
  for (std::size_t cut = 1; cut < whole.size(); ++cut) tables.push_back(whole.substr(0, cut));
  for (const std::string& text : tables) {
    const Notice notice = read(text);
    CHECK(notice.clauses.size() <= 100'000);
    for (const Clause& clause : notice.clauses) {
      if (clause.text.end > notice.text.size() || clause.source > text.size()) {
        FAIL("a clause outside of the notice");
      }
    }
  }
}

}  // namespace
}  // namespace portfix
