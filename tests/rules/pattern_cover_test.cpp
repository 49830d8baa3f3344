#include "rules/pattern_cover.hpp"

#include <string>

#include "catch.hpp"

namespace portfix {
namespace {

using Texts = std::vector<std::string>;

std::vector<Located> located(const Texts& texts) {
  std::vector<Located> out;
  for (const std::string& text : texts) out.push_back({text, {}});
  return out;
}

/// "useless < other", or "useless = other" where it repeats it.
Texts useless_of(const Texts& patterns, const Texts& of_another_reason = {}) {
  RuleSet rules;
  rules.lexicon.fillers = located({"the", "is"});
  rules.reasons.resize(2);
  rules.reasons[0].patterns = located(patterns);
  rules.reasons[1].patterns = located(of_another_reason);
  const WordingExpander expander(rules.lexicon);
  Texts out;
  for (const UselessPattern& found : PatternCover(rules, expander).useless()) {
    out.push_back(found.pattern->text + (found.repeats ? " = " : " < ") + found.other->text);
  }
  return out;
}

}  // namespace

TEST_CASE("a pattern is useless where another one needs only some of its groups") {
  struct Case {
    Texts patterns;
    Texts useless;
  };
  const Case cases[] = {
      {{"<a> & <b>", "<a> & <c>"}, {}},
      {{"<a> & <b>", "<a> & <b> & order"}, {"<a> & <b> & order < <a> & <b>"}},
      {{"order & <b> & <a>", "<a> & <b>"}, {"order & <b> & <a> < <a> & <b>"}},
      {{"<a>", "<a> & <b>", "<a> & <b> & <c>"}, {"<a> & <b> < <a>", "<a> & <b> & <c> < <a>"}},
      {{"<a> & <b>", "<a> <b>"}, {}},
      {{"<a> * <b>", "<a> & <b>"}, {}},
      {{"<a> * <b>", "<c> & <a> * <b>"}, {"<c> & <a> * <b> < <a> * <b>"}},
      {{"voice", "google voice"}, {}},
      {{"<a>", "<a> & <a>"}, {"<a> & <a> < <a>"}},
  };
  for (const Case& c : cases) {
    INFO(c.patterns.front());
    CHECK(useless_of(c.patterns) == c.useless);
  }
}

TEST_CASE("a pattern that says what another one says repeats it") {
  CHECK(useless_of({"<a> & <b>", "<b> & <a>"}) == Texts{"<b> & <a> = <a> & <b>"});
  CHECK(useless_of({"port denied", "The port is Denied"}) ==
        Texts{"The port is Denied = port denied"});
  CHECK(useless_of({"<a>"}, {"<a>"}).empty());
}

TEST_CASE("a longer pattern that decides between reasons is kept") {
  const Texts own = {"<a> & <b>", "<a> & <b> & <c>"};
  CHECK(useless_of(own, {"<x> & <y>"}) == Texts{"<a> & <b> & <c> < <a> & <b>"});
  // It is told apart from the other reason's shorter pattern …
  CHECK(useless_of(own, {"<b> & <c>"}).empty());
  CHECK(useless_of(own, {"<c>"}).empty());
  // … or escapes the other reason's longer one.
  CHECK(useless_of(own, {"<a> & <b> & <d>"}).empty());
  // Both of these are treated alike.
  CHECK_FALSE(useless_of(own, {"<a>"}).empty());
  CHECK_FALSE(useless_of(own, {"<a> & <b> & <c> & <d>"}).empty());
}

TEST_CASE("exceptions have no rivals") {
  RuleSet rules;
  rules.reasons.resize(2);
  rules.reasons[0].unless = located({"<a>", "<a> & <c>"});
  rules.reasons[1].unless = located({"<c>"});
  rules.reasons[1].patterns = located({"<c>"});
  const WordingExpander expander(rules.lexicon);
  CHECK(PatternCover(rules, expander).useless().size() == 1);
}

}  // namespace portfix
