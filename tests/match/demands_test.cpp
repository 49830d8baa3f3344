// What a refusal waits for has not happened.

#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

TEST_CASE("what a refusal waits for is its reason") {
  CHECK(reasons_of("The port cannot be completed until the port-out lock is removed.") ==
        Reasons{"port-protection"});
  CHECK(reasons_of("They will not release the number until the account is unlocked.") ==
        Reasons{"port-protection"});
  CHECK(reasons_of("The number will not be released until the pending order is completed.") ==
        Reasons{"pending-order"});
  CHECK(reasons_of("Cannot be ported until the number is active again.") ==
        Reasons{"number-inactive"});
  CHECK(reasons_of("Unless the freeze is lifted, the port can't go ahead.") ==
        Reasons{"port-protection"});
}

TEST_CASE("who waits without a refusal gives no reason") {
  for (const std::string text :
       {"Do not cancel your service until the port has completed.",
        "Please don't disconnect your account until your number is active.",
        "You will not be charged until the port is completed.",
        "The FOC date is not final until the losing carrier confirms it."}) {
    INFO(text);
    CHECK(reasons_of(text).empty());
  }
}

TEST_CASE("only what stands beside the condition is denied") {
  CHECK(reasons_of("The request cannot be worked until the open order completes or is cancelled by "
                   "the customer.") == Reasons{"pending-order"});
}

}  // namespace
}  // namespace portfix
