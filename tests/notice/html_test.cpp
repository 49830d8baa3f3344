// Pages and mail bodies in HTML.

#include <algorithm>
#include <string>
#include <vector>

#include "catch.hpp"
#include "notice/clause_list.hpp"

namespace portfix {
namespace {

using Lines = std::vector<std::string>;

std::string page(const std::string& body) { return "<html><body>" + body + "</body></html>"; }

Lines clauses_of(const std::string& body) {
  const Notice notice = read(page(body));
  CHECK(notice.shape == Shape::html);
  return clause_list(notice);
}

const Lines kPin = {"sentence|The PIN was rejected."};

TEST_CASE("paragraphs, breaks and blocks are lines of their own") {
  CHECK(clauses_of("<p>The PIN was rejected.</p><p>The ZIP too.</p>") ==
        Lines{"sentence|The PIN was rejected.", "sentence|The ZIP too."});
  CHECK(clauses_of("The PIN was rejected.<br>The ZIP too.<br/>") ==
        Lines{"sentence|The PIN was rejected.", "sentence|The ZIP too."});
  CHECK(clauses_of("<div>The PIN was rejected.</div><div>The ZIP too.</div>") ==
        Lines{"sentence|The PIN was rejected.", "sentence|The ZIP too."});
  CHECK(clauses_of("<p>The\n  <b>P</b>IN <i>was</i>\n\trejected.</p>") == kPin);
  CHECK(clauses_of("<ul><li>PIN wrong<li>ZIP wrong</ul>") ==
        Lines{"item|PIN wrong", "item|ZIP wrong"});
  CHECK(clauses_of("<h2>Rejected</h2><p>The PIN was rejected.</p>") ==
        Lines{"heading|Rejected", "sentence|The PIN was rejected."});
}

TEST_CASE("what a style sheet hides is not read") {
  const std::string sheet =
      "<style>/* .seen {display:none} */ .old, tr.gone { color: red; display: none }\n"
      "#note{visibility:hidden} @media print { .seen { display: none } }</style>";
  CHECK(clauses_of(sheet + "<p class='big old'>The ZIP was rejected.</p><p id=note>No.</p>"
                           "<p class=seen>The PIN was rejected.</p>") == kPin);
  CHECK(clauses_of(sheet + "<p class=gone>The PIN was rejected.</p>") == kPin);
}

TEST_CASE("boxes of a form are ticked or not") {
  CHECK(clauses_of(
            "<p><input type=checkbox checked>PIN wrong</p><p><input type=radio>ZIP wrong</p>") ==
        Lines{"item|PIN wrong", "item|ZIP wrong"});
}

TEST_CASE("what is not shown is not read") {
  for (const std::string hidden :
       {"<style>p { reason: pin }</style>", "<script>var reason = 'ZIP mismatch';</script>",
        "<!-- ZIP mismatch -->", "<template><p>ZIP mismatch</p></template>",
        "<noscript>ZIP mismatch</noscript>", "<p hidden>ZIP mismatch</p>",
        "<div style=\"display:none\">ZIP mismatch</div>",
        "<div style=\"DISPLAY : none !important\"><p>ZIP mismatch</p></div>",
        "<span style='visibility: hidden'>ZIP mismatch</span>",
        "<div style=\"font-size:0px\">ZIP mismatch</div>",
        "<div style=\"mso-hide:all\">ZIP mismatch</div>",
        "<p aria-hidden=\"true\" style=\"display:none\">ZIP mismatch</p>",
        "<img alt=\"ZIP mismatch\" src=\"x.png\">", "<p title=\"ZIP mismatch\"></p>",
        "<input type=\"hidden\" value=\"ZIP mismatch\">"}) {
    INFO(hidden);
    CHECK(clauses_of(hidden + "<p>The PIN was rejected.</p>") == kPin);
  }
}

TEST_CASE("what only looks hidden is read") {
  for (const std::string style :
       {"display:block", "font-size:10px", "visibility:visible", "color:none", "opacity:1"}) {
    INFO(style);
    CHECK(clauses_of("<p style=\"" + style + "\">The PIN was rejected.</p>") == kPin);
  }
}

TEST_CASE("entities, blanks of many kinds and invisible characters are folded") {
  for (const std::string text :
       {"The&nbsp;PIN&#160;was&#xA0;rejected.", "The P&#8203;IN was rejec&shy;ted.",
        "The \xE2\x80\x8EPIN\xE2\x80\x8F was rejected.", "The\xC2\xA0PIN was rejected.",
        "&#84;&#104;&#101; &#80;&#73;&#78; was rejected&period;",
        "The PIN\xE2\x80\x8B was\xEF\xBB\xBF rejected.", "The\xE2\x80\x83PIN was rejected.",
        "\xE2\x80\xAAThe PIN was rejected.\xE2\x80\xAC"}) {
    INFO(text);
    CHECK(clauses_of("<p>" + text + "</p>") == kPin);
  }
  CHECK(clauses_of("<p>Smith &amp; Sons &lt;LLC&gt; &copy; &unknown does not match.</p>") ==
        Lines{"sentence|Smith & Sons <LLC> \xC2\xA9 &unknown does not match."});
}

TEST_CASE("tables keep rows and cells") {
  const Notice notice =
      read(page("<table><tr><th>Number<th>Status<th>Reason"
                "<tr><td>415-555-0123<td>Rejected<td>PIN wrong"
                "<tr><td>415-555-0124<td>Rejected<td>ZIP<br>wrong</table>"));
  CHECK(clause_list(notice) == Lines{"field|415-555-0123|Number", "field|Rejected|Status",
                                     "field|PIN wrong|Reason", "field|415-555-0124|Number",
                                     "field|Rejected|Status", "field|ZIP wrong|Reason"});
  CHECK(number_list(notice) == Lines{"+14155550123", "+14155550124"});
  CHECK(notice.clauses[0].group == notice.clauses[2].group);
  CHECK(notice.clauses[0].group != notice.clauses[3].group);
  CHECK(notice.numbers[1].group == notice.clauses[5].group);
}

TEST_CASE("a table of names and values, a definition list and nested layout tables are fields") {
  const Lines wanted = {"field|415-555-0123|Number", "field|PIN wrong|Reason"};
  CHECK(clauses_of("<table><tr><td>Number</td><td>415-555-0123</td></tr>"
                   "<tr><td>Reason</td><td>PIN wrong</td></tr></table>") == wanted);
  CHECK(clauses_of("<dl><dt>Number</dt><dd>415-555-0123</dd><dt>Reason</dt><dd>PIN "
                   "wrong</dd></dl>") == wanted);
  CHECK(clauses_of("<table><tr><td><table><tr><td>Number</td><td>415-555-0123</td></tr>"
                   "<tr><td>Reason</td><td>PIN wrong</td></tr></table></td></tr></table>") ==
        wanted);
}

TEST_CASE("a cell that spans rows belongs to all of them") {
  const Notice notice =
      read(page("<table><tr><th>Number</th><th>Reason</th></tr>"
                "<tr><td>415-555-0123</td><td rowspan=\"2\">PIN wrong</td></tr>"
                "<tr><td>415-555-0124</td></tr></table>"));
  CHECK(number_list(notice) == Lines{"+14155550123", "+14155550124"});
  const auto list = clause_list(notice);
  CHECK(std::count(list.begin(), list.end(), "field|PIN wrong|Reason") == 2);
}

TEST_CASE("mark-up of Word and Outlook is seen through") {
  CHECK(clauses_of("<p class=MsoNormal><span lang=EN-US style='mso-fareast-language:EN-US'>The PIN "
                   "was <span style='color:#C00000'>rej</span>ected.<o:p></o:p></span></p>"
                   "<p class=MsoNormal><o:p>&nbsp;</o:p></p>") == kPin);
  CHECK(clauses_of("<!--[if gte mso 9]><xml><w:WordDocument>ZIP mismatch</w:WordDocument></xml>"
                   "<![endif]--><p>The PIN was rejected.</p>") == kPin);
  CHECK(clauses_of("<!--[if !mso]><!--><p>The PIN was rejected.</p><!--<![endif]-->") == kPin);
}

TEST_CASE("quoted mails in HTML are history") {
  const std::string news = "<p>The PIN was rejected.</p>";
  for (const std::string old :
       {"<div class=\"gmail_quote\"><div>On Tue, Feb 10, 2026 at 9:01 AM Ada wrote:</div>"
        "<blockquote><p>The ZIP does not match, rejected.</p></blockquote></div>",
        "<div><b>From:</b> Ada<br><b>Sent:</b> Tuesday<br><b>To:</b> Bob<br><b>Subject:</b> "
        "Port</div><p>The ZIP does not match, rejected.</p>"}) {
    INFO(old);
    Lines news_only;
    for (const std::string& line : clauses_of(news + old)) {
      if (line.find("ZIP") != line.npos) CHECK(line.starts_with("quoted|"));
      if (line.find("PIN") != line.npos) news_only.push_back(line);
    }
    CHECK(news_only == kPin);
  }
}

TEST_CASE("text struck out no longer holds") {
  const auto list = clauses_of("<p><s>The ZIP is wrong.</s></p><p>The PIN was rejected.</p>");
  for (const std::string& line : list) {
    if (line.find("ZIP") != line.npos) CHECK(line.starts_with("quoted|"));
  }
  CHECK(std::count(list.begin(), list.end(), kPin.front()) == 1);
}

TEST_CASE("broken and hostile pages are read in bounds") {
  const auto many = [](const std::string& piece, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
  };
  const std::string whole = page("<table><tr><td>Number</td><td>415-555-0123</td></tr></table>");
  Lines pages = {
      page(many("<div>", 200'000) + "The PIN was rejected."),
      page(many("<table><tr><td>", 50'000) + "The PIN was rejected."),
      page(many("<b><i>", 20'000) + "The PIN was rejected."),
      page(many("</p>", 300'000)),
      page(many("&amp", 300'000)),
      page("<p " + many("a=\"", 300'000)),
      page("<table>" + many("<tr><td rowspan=65534 colspan=1000>x", 2'000)),
      page("<style>" + many("<!--", 100'000)),
      page("<p style=\"" + many("display:", 100'000) + "\">x"),
  };
  for (std::size_t cut = 6; cut < whole.size(); ++cut) pages.push_back(whole.substr(0, cut));
  for (const std::string& text : pages) {
    const Notice notice = read(text);
    for (const Clause& clause : notice.clauses) {
      if (clause.text.end > notice.text.size() || clause.source > text.size()) {
        FAIL("a clause outside of the notice");
      }
    }
  }
}

}  // namespace
}  // namespace portfix
