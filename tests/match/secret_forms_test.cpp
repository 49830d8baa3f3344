#include "match/secret_forms.hpp"

#include <chrono>
#include <string>
#include <vector>

#include "catch.hpp"

namespace portfix {
namespace {

std::vector<std::string> forms(const std::string& text) {
  std::vector<std::string> out;
  for (const SecretForm& form : find_secret_forms(text)) out.emplace_back(form.at.in(text));
  return out;
}

}  // namespace

TEST_CASE("what a mask has left over is a secret, and so is a word that begins like a mask") {
  using Forms = std::vector<std::string>;
  CHECK(forms("SSN xxx-xx-6789") == Forms{"6789"});
  CHECK(forms("card **** **** **** 1881.") == Forms{"1881"});
  CHECK(forms("# xx 12, ***1881") == Forms{"1881"});
  CHECK(forms("NIE X1234567L") == Forms{"X1234567L"});
  CHECK(forms("NIE Y1234567L") == Forms{"Y1234567L"});
  CHECK(forms("axxx1234 xx12 ***12345678").empty());
}

TEST_CASE("signs of a mask without end are read in linear time") {
  for (const std::string piece : {"x", "x ", "*", "x-", "* ", "\xe2\x80\xa2"}) {
    for (const char* const start : {"", "a"}) {
      std::string text = start;
      while (text.size() < 2'000'000) text += piece;
      INFO("many of " << piece);
      const auto begin = std::chrono::steady_clock::now();
      CHECK(forms(text).empty());
      const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
      CHECK(taken.count() < 20);  // seconds; when it was quadratic, hours
    }
  }
}

}  // namespace portfix
