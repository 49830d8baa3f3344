#include "base/suggest.hpp"

#include "catch.hpp"

namespace portfix {
namespace {

TEST_CASE("edit distance counts changes and swaps") {
  CHECK(edit_distance("pin", "pin", 3) == 0);
  CHECK(edit_distance("pin", "pni", 3) == 1);
  CHECK(edit_distance("acount", "account", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("", "abc", 2) == 3);
  CHECK(edit_distance("", "", 0) == 0);
}

TEST_CASE("the nearest candidate is suggested, if it is near") {
  const std::vector<std::string_view> names = {"diagnose", "explain", "rules", "account-number"};
  CHECK(nearest("diagnoze", names) == "diagnose");
  CHECK(nearest("rulse", names) == "rules");
  CHECK(nearest("account", names) == "account-number");
  CHECK(nearest("zzz", names) == "");
  CHECK(nearest("", names) == "");
  CHECK(nearest("x", {}) == "");
  CHECK(did_you_mean("explian", names) == "did you mean explain?");
  CHECK(did_you_mean("qqqqqq", names) == "");
}

}  // namespace
}  // namespace portfix
