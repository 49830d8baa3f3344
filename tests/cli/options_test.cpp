#include "cli/options.hpp"

#include <algorithm>

#include "catch.hpp"
#include "cli/choices.hpp"
#include "portfix/render.hpp"

namespace portfix::cli {
namespace {

using Words = std::vector<std::string>;

Call call(const Words& words) {
  const auto parsed = parse_command_line(words);
  if (const auto* error = std::get_if<UsageError>(&parsed)) FAIL(error->message);
  return std::get<Call>(parsed);
}

}  // namespace

TEST_CASE("every option of diagnose reaches its argument") {
  const Call parsed = call({"diagnose",
                            "--format",
                            "json",
                            "-i",
                            "jsonl",
                            "--provider=twilio",
                            "--carrier",
                            "cricket",
                            "--country",
                            "US",
                            "--rules",
                            "a",
                            "--rules",
                            "b",
                            "--all",
                            "--why",
                            "pin-missing",
                            "--color",
                            "never",
                            "-q",
                            "--show-secrets",
                            "one.txt",
                            "-"});
  const Arguments& arguments = parsed.arguments;
  CHECK(parsed.command->name == "diagnose");
  CHECK(arguments.format == "json");
  CHECK(arguments.input == "jsonl");
  CHECK(arguments.provider == "twilio");
  CHECK(arguments.carrier == "cricket");
  CHECK(arguments.country == "US");
  CHECK(arguments.rules == Words{"a", "b"});
  CHECK(arguments.all);
  CHECK(arguments.why == "pin-missing");
  CHECK(arguments.color == "never");
  CHECK(arguments.quiet);
  CHECK(arguments.show_secrets);
  CHECK(arguments.operands == Words{"one.txt", "-"});
}

TEST_CASE("options and operands may mix") {
  struct Row {
    Words words;
    Words operands;
  };
  const std::vector<Row> rows = {
      {{"diagnose"}, {}},
      {{"diagnose", "a", "-q", "b"}, {"a", "b"}},
      {{"diagnose", "--", "-q"}, {"-q"}},
      {{"diagnose", "-"}, {"-"}},
      {{"diagnose", "--rules", "r", "a"}, {"a"}},
      {{"explain", "wrong", "pin"}, {"wrong", "pin"}},
      {{"rules", "show", "pin-missing"}, {"pin-missing"}},
  };
  for (const Row& row : rows) CHECK(call(row.words).arguments.operands == row.operands);
  CHECK(call({"diagnose", "--format", "json", "--format", "text"}).arguments.format == "text");
}

TEST_CASE("a wrong command line says what is wrong and what was meant") {
  struct Row {
    Words words;
    std::string message;
    std::string help;
  };
  const std::vector<Row> rows = {
      {{}, "no command given", "portfix --help lists the commands"},
      {{"diagose"}, "unknown command \"diagose\"", "did you mean diagnose?"},
      {{"notice.txt"},
       "unknown command \"notice.txt\"",
       "to diagnose a file: portfix diagnose notice.txt"},
      {{"zzzzzz"}, "unknown command \"zzzzzz\"", "portfix --help lists the commands"},
      {{"--format", "json"},
       "a command must come before --format",
       "portfix --help lists the commands"},
      {{"rules"}, "portfix rules needs a command", "portfix rules --help lists them"},
      {{"rules", "lsit"}, "unknown command \"rules lsit\"", "did you mean rules list?"},
      {{"diagnose", "--formt", "json"}, "unknown option --formt", "did you mean --format?"},
      {{"diagnose", "--xyzzy=1"},
       "unknown option --xyzzy",
       "portfix diagnose --help lists the options"},
      {{"diagnose", "--format", "jsn"}, "unknown format \"jsn\"", "did you mean json?"},
      {{"diagnose", "--format", "pdf"},
       "unknown format \"pdf\"",
       "one of: text, json, jsonl, markdown, tsv, reply, resubmit, ticket:NAME"},
      {{"explain", "8A", "--format", "jsonl"}, "unknown format \"jsonl\"", "did you mean json?"},
      {{"diagnose", "--input", "docx"},
       "unknown input \"docx\"",
       "one of: auto, text, json, xml, table, mail, html, jsonl, mbox"},
      {{"diagnose", "--color", "alway"}, "unknown color \"alway\"", "did you mean always?"},
      {{"diagnose", "--format"},
       "--format needs a value: --format NAME",
       "portfix diagnose --help tells more"},
      {{"diagnose", "a", "--rules"},
       "--rules needs a value: --rules DIR",
       "portfix diagnose --help tells more"},
      {{"explain"}, "portfix explain needs WHAT...", "usage: portfix explain WHAT..."},
      {{"rules", "list", "x"}, "unexpected argument \"x\"", "usage: portfix rules list"},
      {{"rules", "show", "a", "b"}, "unexpected argument \"b\"", "usage: portfix rules show ID"},
      {{"version", "--all"}, "unknown option --all", "portfix version --help lists the options"},
  };
  for (const Row& row : rows) {
    const auto parsed = parse_command_line(row.words);
    INFO(row.message);
    REQUIRE(std::holds_alternative<UsageError>(parsed));
    CHECK(std::get<UsageError>(parsed).message == row.message);
    CHECK(std::get<UsageError>(parsed).help == row.help);
  }
}

TEST_CASE("every command has help that names its options and formats") {
  for (const Command& command : commands()) {
    Words words;
    std::string name(command.name);
    if (const auto space = name.find(' '); space != std::string::npos) {
      words.push_back(name.substr(0, space));
      name = name.substr(space + 1);
    }
    words.push_back(name);
    words.emplace_back("--help");
    const auto parsed = parse_command_line(words);
    REQUIRE(std::holds_alternative<HelpText>(parsed));
    const std::string& text = std::get<HelpText>(parsed).text;
    for (const std::string_view option : command.options) {
      CHECK(text.find(option) != std::string::npos);
    }
    for (const std::string_view word : words_of(Choice::format, command)) {
      const bool takes_format = text.find("--format") != std::string::npos;
      if (takes_format) CHECK(text.find(word) != std::string::npos);
    }
    CHECK(std::get<HelpText>(parse_command_line({"--help"}))
              .text.find(command.summary.substr(0, 30)) != std::string::npos);
    CHECK(command.run != nullptr);
  }
}

TEST_CASE("every option that a command names exists, and every option is used") {
  for (const Command& command : commands()) {
    for (const std::string_view name : command.options) {
      const auto all = options();
      CHECK(std::any_of(all.begin(), all.end(),
                        [&](const Option& option) { return option.names.ends_with(name); }));
    }
  }
  for (const Option& option : options()) {
    const auto all = commands();
    CHECK(std::any_of(all.begin(), all.end(), [&](const Command& command) {
      return std::any_of(command.options.begin(), command.options.end(),
                         [&](std::string_view name) { return option.names.ends_with(name); });
    }));
  }
}

TEST_CASE("help and version are found in all their spellings") {
  CHECK(std::holds_alternative<VersionWanted>(parse_command_line({"--version"})));
  CHECK(std::holds_alternative<VersionWanted>(parse_command_line({"-V"})));
  for (const Words& words : {Words{"--help"},
                             {"-h"},
                             {"help"},
                             {"help", "diagnose"},
                             {"diagnose", "-h"},
                             {"rules", "--help"},
                             {"help", "rules"},
                             {"help", "rules", "show"},
                             {"rules", "show", "--help"}}) {
    CHECK(std::holds_alternative<HelpText>(parse_command_line(words)));
  }
}

}  // namespace portfix::cli
