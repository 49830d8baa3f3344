#include "cli/complete.hpp"

#include <algorithm>

#include "catch.hpp"
#include "cli/command.hpp"
#include "cli/manual.hpp"
#include "portfix/render.hpp"
#include "portfix/rule_table.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

using Words = std::vector<std::string>;

Words offered(const Words& words) {
  Words out;
  for (const auto& candidate : complete(words).candidates) out.push_back(candidate.word);
  return out;
}

bool offers(const Words& words, std::string_view word) {
  const Words all = offered(words);
  return std::find(all.begin(), all.end(), word) != all.end();
}

/// "rules list" and a word behind it.
Words behind(const Command& command, const std::string& last) {
  Words words;
  std::string_view rest = command.name;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    words.emplace_back(word);
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
  }
  words.push_back(last);
  return words;
}

}  // namespace

TEST_CASE("every command and each of its options is offered") {
  for (const Command& command : commands()) {
    Words words = behind(command, "");
    words.pop_back();
    const std::string last = words.back();
    words.back() = "";
    CHECK(offers(words, last));
    for (const std::string_view option : command.options) {
      CHECK(offers(behind(command, "-"), option));
      CHECK(offers(behind(command, std::string(option)), option));
    }
    CHECK(offers(behind(command, "--"), "--help"));
  }
  CHECK(offers({"-"}, "--version"));
  CHECK(offers({}, "diagnose"));
}

TEST_CASE("every reason, carrier, provider, country, code, format and ticket is offered") {
  const RuleTable rules = RuleTable::builtin();
  const TableView& view = rules.view();
  const auto check = [&](const auto& rows, const Words& words) {
    Words all = offered(words);
    CHECK_FALSE(rows.empty());
    for (const auto& row : rows) {
      CHECK(std::find(all.begin(), all.end(), view.text(row.id)) != all.end());
    }
  };
  check(view.reasons(), {"explain", ""});
  check(view.schemes(), {"explain", ""});
  check(view.reasons(), {"rules", "show", ""});
  check(view.countries(), {"rules", "show", ""});
  check(view.carriers(), {"diagnose", "--carrier", ""});
  check(view.providers(), {"diagnose", "--provider", ""});
  check(view.countries(), {"diagnose", "--country", ""});
  check(view.reasons(), {"diagnose", "--why", ""});
  for (const CodeRow& row : view.codes()) {
    if (row.code.size == 0) continue;
    const std::string scheme(view.text(view.schemes()[row.scheme].id));
    const std::string code(view.text(row.code));
    if (row.scheme == 0) CHECK(offers({"explain", scheme + ":"}, scheme + ':' + code));
  }
  for (const Format& format : formats()) {
    if (!format.name.starts_with(kTicketPrefix)) {
      CHECK(offers({"diagnose", "--format", ""}, format.name));
    }
  }
  CHECK(offers({"diagnose", "--format", "ticket:"}, "ticket:zendesk"));
}

TEST_CASE("values are offered behind a space and behind an equals sign") {
  CHECK(offered({"explain", "--format", ""}) == Words{"text", "json", "markdown"});
  CHECK(offered({"explain", "-f", "j"}) == Words{"json"});
  CHECK(offered({"explain", "--format=j"}) == Words{"--format=json"});
  CHECK(offered({"diagnose", "--summary="}) ==
        Words{"--summary=text", "--summary=json", "--summary=html"});
  CHECK(offered({"diagnose", "--all="}).empty());
}

TEST_CASE("a value that an option need not have is not the next word") {
  CHECK(complete({"diagnose", "--summary", ""}).files);
  CHECK(complete({"diagnose", "--all", ""}).files);
  CHECK_FALSE(complete({"diagnose", "--provider", ""}).files);
  CHECK(complete({"diagnose", "--rules", ""}).directories);
}

TEST_CASE("no more operands are offered than the command takes") {
  CHECK(offered({"rules", "show", "pin-missing", ""}).empty());
  CHECK(offered({"version", ""}).empty());
  CHECK(complete({"rules", "diff", ""}).directories);
  CHECK(offers({"rules", "diff", "x", ""}, "builtin"));
  CHECK(complete({"rules", "diff", "builtin", "x", ""}).files);
  CHECK(offered({"rules", "diff", "builtin", "x", ""}).empty());
  CHECK(complete({"diagnose", "--", "-"}).files);
  CHECK(offered({"diagnose", "--", "-"}).empty());
}

TEST_CASE("what is no command offers nothing") {
  CHECK(offered({"nonsense", ""}).empty());
  CHECK(offered({"explain", "no such thing"}).empty());
}

TEST_CASE("scripts get a line for each candidate, with its help") {
  CHECK(completion_lines(complete({"rules", "sh"})) ==
        "words\nshow\tshow a rule file and where it came from\n");
  CHECK(completion_lines(complete({"diagnose", "x"})) == "files\n");
  CHECK(completion_lines(complete({"rules", "check", ""})) == "directories\n");
}

TEST_CASE("the manual page names every command, option, format and exit status") {
  const std::string page = manual_page();
  const auto in_page = [](std::string_view text) {
    std::string out;
    for (const char c : text) out += c == '-' ? "\\-" : std::string(1, c);
    return out;
  };
  for (const Command& command : commands()) {
    CHECK(page.find(".SS portfix " + in_page(command.name)) != std::string::npos);
    for (const std::string_view option : command.options) {
      CHECK(page.find("\\fB" + in_page(option) + "\\fR") != std::string::npos);
    }
  }
  for (const Format& format : formats()) {
    CHECK(page.find("\\fB" + in_page(format.name) + "\\fR") != std::string::npos);
  }
  for (const char* status : {"0", "1", "2", "3", "4", "70"}) {
    CHECK(page.find(".TP\n\\fB" + std::string(status) + "\\fR\n") != std::string::npos);
  }
}

}  // namespace portfix::cli
