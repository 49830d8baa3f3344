#include "base/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

#include "catch.hpp"

namespace portfix {
namespace {

TEST_CASE("words are folded") {
  struct Case {
    std::string_view text, folded;
  };
  const Case cases[] = {
      {"Account NUMBER", "account number"},
      {"ACCOUNT_NUMBER_MISMATCH", "account number mismatch"},
      {"accountNumberInvalid", "account number invalid"},
      {"PINInvalid BTNs", "pin invalid btn"},
      {"PENDlNG lNCORRECT PlN", "pendlng lncorrect pln"},  // a scanner's I
      {"emailLOA SQLlog", "email loa sq llog"},
      {"carrier's customers' names", "carrier customer name"},
      {"doesn\xE2\x80\x99t isn't can't cannot", "doe not is not can not can not"},
      {"you'll we've", "you we"},
      {"l'adresse", "l adresse"},
      {"policies addresses boxes matches", "policy address box match"},
      {"status bus analysis address", "status bus analysis address"},
      {"a/c no. n/a", "a/c no n/a"},
      {"acct # 8A lnp102J", "acct # 8a lnp102j"},
      {"Gr\xC3\xB6\xC3\x9F"
       "e N\xC3\x9AMERO",
       "grosse numero"},
      {"\xEF\xBC\xB0\xEF\xBC\xA9\xEF\xBC\xAE", "pin"},
      {"mis-match, e-mail", "mis match e mail"},
      {"zero\xE2\x80\x8Bwidth", "zerowidth"},
      {"... --- !!!", ""},
      {"", ""},
  };
  for (const auto& test : cases) {
    INFO(test.text);
    CHECK(fold(test.text) == test.folded);
  }
}

TEST_CASE("words know what stands before them and where they are") {
  const std::string_view text = "acct-number, PIN: wrong (8A)";
  const Words words = split_words(text);
  REQUIRE(words.size() == 5);
  CHECK(words.words[0].gap == Gap::tight);
  CHECK(words.words[1].gap == Gap::space);
  CHECK(words.words[2].gap == Gap::soft);
  CHECK(words.words[3].gap == Gap::hard);
  CHECK(words.words[4].gap == Gap::soft);
  CHECK(words.words[2].at.in(text) == "PIN");
  CHECK(split_words("accountNumber").words.at(1).gap == Gap::tight);
}

TEST_CASE("only the range is split and the result is reused") {
  Words words;
  split_words("one two three", {4, 7}, words);
  REQUIRE(words.size() == 1);
  CHECK(words[0] == "two");
  CHECK(words.words[0].at == Range{4, 7});
  split_words("x", {0, 1}, words);
  CHECK(words.size() == 1);
}

TEST_CASE("words of ill-formed text are harmless") {
  CHECK(fold("a\xFF"
             "b\xE2\x82") == "a b");
}

TEST_CASE("every character is taken, alone and between letters") {
  for (std::uint32_t c = 0x80; c < 0x3000; ++c) {
    std::string text = c < 0x800 ? std::string{static_cast<char>(0xC0U | c >> 6U)}
                                 : std::string{static_cast<char>(0xE0U | c >> 12U),
                                               static_cast<char>(0x80U | (c >> 6U & 0x3FU))};
    text += static_cast<char>(0x80U | (c & 0x3FU));
    CHECK(split_words(text).size() <= 2);
    CHECK(split_words("a" + text + "lo").size() >= 1);
  }
  CHECK(fold("ma\u02BClumot mos kelmaydi") == fold("ma lumot mos kelmaydi"));
}

}  // namespace
}  // namespace portfix
