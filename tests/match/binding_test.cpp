// What is said of which subject.

#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

TEST_CASE("a list of predicates speaks of each subject of the list that follows") {
  CHECK(
      reasons_of("Incorrect/Missing Account Number/PIN") ==
      Reasons{"account-number-mismatch", "pin-mismatch", "account-number-missing", "pin-missing"});
  CHECK(
      reasons_of("Missing or invalid account number or PIN") ==
      Reasons{"account-number-missing", "pin-missing", "account-number-mismatch", "pin-mismatch"});
}

TEST_CASE("\"and/or\" joins one list") {
  CHECK(reasons_of("LOA missing and/or incomplete") == Reasons{"loa-missing", "loa-invalid"});
}

TEST_CASE("the \"no\" of a list reaches across \"or\", not across a comma alone") {
  CHECK(reasons_of("No outstanding balance or pending orders").empty());
  CHECK(reasons_of("No balance due, wrong account number") == Reasons{"account-number-mismatch"});
  CHECK(reasons_of("Rejected: no account number or wrong PIN").front() == "account-number-missing");
}

TEST_CASE("a subject with a predicate of its own keeps to it") {
  CHECK(reasons_of("Invalid name, missing account number, PIN") ==
        Reasons{"name-mismatch", "account-number-missing", "pin-missing"});
}

TEST_CASE("a refusal is not about a subject that is said to be well") {
  CHECK(reasons_of("Account number accepted, PIN rejected") == Reasons{"pin-mismatch"});
}

}  // namespace
}  // namespace portfix
