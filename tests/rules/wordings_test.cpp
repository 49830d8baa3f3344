#include "rules/wordings.hpp"

#include <string>

#include "catch.hpp"

namespace portfix {
namespace {

struct Words {
  const char* id;
  std::vector<const char*> wordings;
};

Lexicon lexicon_of(const std::vector<Words>& concepts) {
  Lexicon lexicon;
  for (const char* filler : {"the", "is", "your"}) lexicon.fillers.push_back({filler, {}});
  for (const Words& words : concepts) {
    Concept entry;
    entry.id = words.id;
    for (const char* wording : words.wordings) entry.wordings.push_back({wording, {}});
    lexicon.concepts.push_back(std::move(entry));
  }
  return lexicon;
}

std::string joined(const WordRun& run) {
  std::string out;
  for (const std::string& word : run) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> runs_of(const Lexicon& lexicon, const std::string& id) {
  WordingExpander expander(lexicon);
  std::vector<std::string> out;
  for (const WordRun& run : expander.runs(id)) out.push_back(joined(run));
  return out;
}

using Runs = std::vector<std::string>;

}  // namespace

TEST_CASE("wordings are spelled out with the concepts they name, sorted, each once") {
  const Lexicon lexicon = lexicon_of({
      {"account", {"account", "acct"}},
      {"number-word", {"number", "#", "Numbers"}},
      {"account-number", {"<account> <number-word>", "BAN", "account number"}},
      {"wrong-account-number", {"wrong <account-number>"}},
  });
  CHECK(runs_of(lexicon, "number-word") == Runs{"#", "number"});
  CHECK(runs_of(lexicon, "account-number") ==
        Runs{"account #", "account number", "acct #", "acct number", "ban"});
  CHECK(runs_of(lexicon, "wrong-account-number") == Runs{"wrong account #", "wrong account number",
                                                         "wrong acct #", "wrong acct number",
                                                         "wrong ban"});
  CHECK(runs_of(lexicon, "no-such-concept").empty());
}

TEST_CASE("fillers are dropped from wordings wherever they stand") {
  const Lexicon lexicon = lexicon_of({
      {"pin", {"PIN"}},
      {"a", {"number is the wrong one"}},
      {"b", {"the <pin> is <pin> is"}},
      {"c", {"is the", "wrong"}},
  });
  CHECK(runs_of(lexicon, "a") == Runs{"number wrong one"});
  CHECK(runs_of(lexicon, "b") == Runs{"pin pin"});
  CHECK(runs_of(lexicon, "c") == Runs{"wrong"});
}

TEST_CASE("fillers are dropped from patterns and what stands between the others stays") {
  struct Case {
    const char* pattern;
    std::vector<Joint> joints;
  };
  const Lexicon lexicon = lexicon_of({});
  const WordingExpander expander(lexicon);
  const Case cases[] = {
      {"the is", {}},
      {"the <a>", {Joint::first}},
      {"<a> is <b>", {Joint::first, Joint::adjacent}},
      {"<a> * the <b>", {Joint::first, Joint::gap}},
      {"<a> the * <b>", {Joint::first, Joint::gap}},
      {"<a> & the <b>", {Joint::first, Joint::both}},
      {"the & <b>", {Joint::first}},
      {"<a> & the", {Joint::first}},
  };
  for (const Case& c : cases) {
    PatternSyntaxError error;
    std::vector<Joint> joints;
    for (const PatternPart& part : expander.strip(parse_pattern(c.pattern, error))) {
      joints.push_back(part.joint);
    }
    INFO(c.pattern);
    CHECK(joints == c.joints);
  }
}

TEST_CASE("a circle of concepts is found from each of its members and ends the expansion") {
  const Lexicon lexicon = lexicon_of({
      {"a", {"one", "<b> two"}},
      {"b", {"three", "<c>"}},
      {"c", {"<a>", "<self>"}},
      {"self", {"four", "<self> five"}},
      {"leads-into-one", {"<a>"}},
      {"free", {"six"}},
  });
  const WordingExpander expander(lexicon);
  CHECK(expander.circle("a") == Runs{"a", "b", "c", "a"});
  CHECK(expander.circle("c") == Runs{"c", "a", "b", "c"});
  CHECK(expander.circle("self") == Runs{"self", "self"});
  CHECK(expander.circle("leads-into-one").empty());
  CHECK(expander.circle("free").empty());
  CHECK(runs_of(lexicon, "self") == Runs{"four"});
  CHECK(runs_of(lexicon, "a") == Runs{"four two", "one", "three two"});
}

TEST_CASE("a concept may have as many runs as the limit and not one more") {
  std::vector<Words> concepts = {
      {"ten", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}},
      {"two", {"a", "b"}},
      {"limit", {"<two> <ten> <ten> <ten> <ten>"}},
      {"one-more", {"<two> <ten> <ten> <ten> <ten>", "c"}},
      {"far-more", {"<limit> <limit> <limit>"}},
      {"names-a-large-one", {"<one-more>", "d"}},
  };
  const Lexicon lexicon = lexicon_of(concepts);
  WordingExpander expander(lexicon);
  CHECK(expander.runs("limit").size() == WordingExpander::max_runs);
  CHECK_FALSE(expander.has_too_many_runs("limit"));
  for (const char* large : {"one-more", "far-more"}) {
    CHECK(expander.has_too_many_runs(large));
    CHECK(expander.runs(large).empty());
  }
  CHECK_FALSE(expander.has_too_many_runs("names-a-large-one"));
}

}  // namespace portfix
