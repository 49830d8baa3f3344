#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

TEST_CASE("an account is named by its number") {
  CHECK(reasons_of("ACCT 55512 NOT FOUND UNDER BTN 309-555-0147") ==
        Reasons{"account-number-mismatch"});
  CHECK(reasons_of("Losing carrier knows no account 40921.") == Reasons{"account-number-mismatch"});
  CHECK(reasons_of("Account 55512 is suspended, the number cannot be ported.") ==
        Reasons{"number-inactive"});
}

TEST_CASE("AN in capitals is a field where it is no article") {
  for (const char* text : {"AN: 55512 INVALID", "AN 30118872 NOT VALID FOR THIS BTN", "AN INVALID",
                           "INVALID AN", "AN DOES NOT MATCH CSR"}) {
    CAPTURE(text);
    CHECK(reasons_of(text) == Reasons{"account-number-mismatch"});
  }
  CHECK(reasons_of("AN MISSING ON LSR") == Reasons{"account-number-missing"});
  CHECK(reasons_of("AN LSR WAS SENT FOR AN OPEN ACCOUNT").empty());
  CHECK(reasons_of("an invalid number").empty() == reasons_of("AN INVALID NUMBER").empty());
}

TEST_CASE("what is denied behind a subject is not lacking") {
  CHECK(reasons_of("No ZIP mismatch was found.").empty());
  CHECK(reasons_of("The order was checked: no name mismatch.").empty());
  CHECK(reasons_of("No ZIP was given.") == Reasons{"postal-code-mismatch"});
}

TEST_CASE("a word is read in all its spellings") {
  CHECK(reasons_of("svc addr is diff on the CSR") == reasons_of("service address is different on "
                                                                "the CSR"));
  CHECK(reasons_of("Signer is not authorised") == reasons_of("Signer is not authorized"));
}

}  // namespace
}  // namespace portfix
