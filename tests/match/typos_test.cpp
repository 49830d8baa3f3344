// Words that were typed or scanned badly.

#include <string>
#include <vector>

#include "catch.hpp"
#include "match/diagnosed.hpp"

namespace portfix {
namespace {

using Reasons = std::vector<std::string>;

TEST_CASE("what a scanner of paper has damaged is read") {
  CHECK(reasons_of("Y0UR LSR HAS BEEN REJECTED\n1. lNVALlD ACCT NBR - N0T F0UND\n") ==
        Reasons{"account-number-mismatch"});
  CHECK(reasons_of("P0RT REQUEST RETURNED\nL0A was n0t slgned by the end user\n") ==
        Reasons{"signature-missing"});
  CHECK(
      reasons_of("The request f0r 207-555-0153 was rejected. End user narne does not rnatch CSR") ==
      Reasons{"name-mismatch"});
}

TEST_CASE("letters that changed places are read, inside a short word too") {
  CHECK(reasons_of("Port rejected: wrong nmae") == Reasons{"name-mismatch"});
  CHECK(reasons_of("Rejected: the lien does not match").empty());  // no "line"
}

TEST_CASE("codes with digits are not mended into words") {
  CHECK(reasons_of("Carrier code 8A: account number required or incorrect") ==
        Reasons{"account-number-mismatch", "account-number-missing"});
}

}  // namespace
}  // namespace portfix
