#include <chrono>
#include <string>
#include <vector>

#include "catch.hpp"
#include "notice/clause_list.hpp"
#include "portfix/notice.hpp"

namespace portfix {
namespace {

constexpr double kPatience = 20;  // seconds after which a text counts as hanging

std::string filled(std::string_view piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  text.resize(size);
  return text;
}

/// Reads many of `piece`. A second is ample in a release build; other builds need their share.
void check_bounds(std::string_view piece, std::size_t size) {
  const auto text = filled(piece, size);
  const auto start = std::chrono::steady_clock::now();
  const auto notice = read(text);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  INFO("many of " << piece);
  CHECK(taken.count() < kPatience);
  CHECK(notice.clauses.size() <= 100'000);
  CHECK(notice.groups.size() <= 100'000);
  CHECK(notice.numbers.size() <= 200'000);
  for (const auto& clause : notice.clauses) {
    if (clause.text.end > notice.text.size() || clause.group >= notice.groups.size()) {
      FAIL("a clause outside of the notice");
    }
  }
}

TEST_CASE("the longest notice of nothing in particular is read in time") {
  for (const std::string_view piece : {"(", "4", "\n", "1-", "a\n\n", "a: b\n", "{\"a\":\"b\"},"}) {
    check_bounds(piece, SourceText::max_bytes);
  }
}

TEST_CASE("a megabyte of anything is read in linear time and bounded memory") {
  for (const std::string_view piece : {"+",
                                       "1 ",
                                       "415 555 ",
                                       "415-555-0000-0999 ",
                                       "{",
                                       "[",
                                       "{\"",
                                       "[1,",
                                       "{\"a\":",
                                       "\"",
                                       ">",
                                       "> \n",
                                       "a\n",
                                       "a. ",
                                       ".",
                                       ":",
                                       ";",
                                       "|",
                                       "a\t",
                                       "-",
                                       "--\n",
                                       "On \n",
                                       "From: a\nSubject: b\n\n",
                                       "- a\n",
                                       "a:\n",
                                       "\\",
                                       "regards\n",
                                       "\xC3\xBC",
                                       "*",
                                       "reject account ",
                                       "Nov 30 ",
                                       "Fax: ",
                                       "a | ",
                                       "3.",
                                       "1. \n"}) {
    check_bounds(piece, std::size_t{1} << 20U);
  }
}

TEST_CASE("a notice that is too long says so") {
  const auto notice = read(filled("a\n\n", SourceText::max_bytes));
  CHECK(notice.remarks ==
        std::vector<std::string>{"the notice is too long; only its beginning was read"});
  CHECK(read("a\n\n").remarks.empty());
}

}  // namespace
}  // namespace portfix
