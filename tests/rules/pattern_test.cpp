#include "rules/pattern.hpp"

#include <string>

#include "catch.hpp"

namespace portfix {
namespace {

/// The parts with their joints: ". " first, "" adjacent, "* " gap, "& " both.
std::string shown(const std::vector<PatternPart>& parts) {
  std::string out;
  for (const PatternPart& part : parts) {
    if (!out.empty()) out += ' ';
    if (part.joint == Joint::gap) out += "* ";
    if (part.joint == Joint::both) out += "& ";
    if (part.joint == Joint::first) out += ". ";
    if (!part.concept_id.empty()) out += "<" + part.concept_id + ">";
    for (std::size_t i = 0; i < part.words.size(); ++i) out += (i > 0 ? "_" : "") + part.words[i];
    out += "@" + std::to_string(part.at);
  }
  return out;
}

}  // namespace

TEST_CASE("a pattern is read into parts, joints and places") {
  struct Case {
    const char* pattern;
    const char* parts;
  };
  const Case cases[] = {
      {"mismatch", ". mismatch@0"},
      {"google voice", ". google_voice@0"},
      {"<pin>", ". <pin>@0"},
      {"  <pin>  ", ". <pin>@2"},
      {"<account-number> & <mismatch>", ". <account-number>@0 & <mismatch>@19"},
      {"<pin>&<missing>", ". <pin>@0 & <missing>@6"},
      {"port * denied", ". port@0 * denied@7"},
      {"not <pin>", ". not@0 <pin>@4"},
      {"<losing-carrier> freeze", ". <losing-carrier>@0 freeze@17"},
      {"<a><b>", ". <a>@0 <b>@3"},
      {"<a> * <b> & c d", ". <a>@0 * <b>@6 & c_d@12"},
  };
  for (const Case& c : cases) {
    PatternSyntaxError error;
    INFO(c.pattern);
    CHECK(shown(parse_pattern(c.pattern, error)) == c.parts);
    CHECK(error.message.empty());
  }
}

TEST_CASE("words of a pattern are folded as those of a notice are") {
  struct Case {
    const char* pattern;
    const char* parts;
  };
  const Case cases[] = {
      {"Numbers", ". number@0"},
      {"accountNumber", ". account_number@0"},
      {"isn't valid", ". is_not_valid@0"},
      {"ungültig", ". ungultig@0"},
      {"a/c #", ". a/c_#@0"},
      {"PIN_REQUIRED", ". pin_required@0"},
  };
  for (const Case& c : cases) {
    PatternSyntaxError error;
    INFO(c.pattern);
    CHECK(shown(parse_pattern(c.pattern, error)) == c.parts);
  }
}

TEST_CASE("a faulty pattern has no parts and tells where the fault is") {
  struct Case {
    const char* pattern;
    std::size_t at;
    const char* message;
  };
  const Case cases[] = {
      {"", 0, "there is nothing in it"},
      {"   ", 0, "there is nothing in it"},
      {"*", 0, "\"*\" needs something on both sides"},
      {"&", 0, "\"&\" needs something on both sides"},
      {"* <a>", 0, "\"*\" needs something on both sides"},
      {"<a> *", 4, "\"*\" needs something on both sides"},
      {"<a> & ", 4, "\"&\" needs something on both sides"},
      {"<a> & & <b>", 6, "\"&\" needs something on both sides"},
      {"<a> * & <b>", 6, "\"&\" needs something on both sides"},
      {"<>", 0, "\"<>\" names no concept"},
      {"word <>", 5, "\"<>\" names no concept"},
      {"<a", 0, "\"<\" without \">\""},
      {"<a & <b>", 0, "\"<\" without \">\""},
      {"<a <b>", 0, "\"<\" without \">\""},
      {"a>", 1, "\">\" without \"<\""},
      {"<a> ...", 4, "\"...\" is no word"},
      {"<a> - <b>", 4, "\"-\" is no word"},
  };
  for (const Case& c : cases) {
    PatternSyntaxError error;
    INFO(c.pattern);
    CHECK(parse_pattern(c.pattern, error).empty());
    CHECK(error.at == c.at);
    CHECK(error.message == c.message);
    CHECK_FALSE(error.help.empty());
  }
}

}  // namespace portfix
