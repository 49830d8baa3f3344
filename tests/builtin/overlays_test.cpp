#include <cstdlib>
#include <filesystem>
#include <string>

#include "catch.hpp"
#include "portfix/rule_table.hpp"
#include "proof/prove.hpp"
#include "rules/table.hpp"
#include "support/golden.hpp"

namespace portfix {
namespace {

namespace fs = std::filesystem;

/// A directory of rules that no other run shares, gone with the test.
class Scratch {
 public:
  explicit Scratch(const std::string& name) {
    std::string pattern = (fs::temp_directory_path() / "portfix-overlays-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    root_ = pattern;
    path_ = root_ / name;
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(root_, ignored);
  }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((path_ / name).parent_path());
    test::write_file((path_ / name).string(), text);
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path root_;
  fs::path path_;
};

std::string carrier(const std::string& id, const std::string& name) {
  return R"({"id": ")" + id + R"(", "name": ")" + name +
         R"(", "country": "US", "kind": "wireless", "steps": []})";
}

std::string_view name_of_carrier(const RuleTable& rules, std::string_view id) {
  const CarrierRow* row = rules.view().find(rules.view().carriers(), id);
  return row == nullptr ? std::string_view{} : rules.view().text(row->name);
}

}  // namespace

TEST_CASE("the built-in table is that of the rules directory") {
  Diagnostics problems;
  const auto read = RuleTable::from_directory(fs::path(PORTFIX_SOURCE_DIR) / "rules", problems);
  REQUIRE(read.has_value());
  CHECK(read->digest() == RuleTable::builtin().digest());
  CHECK(read->view().reasons().size() == RuleTable::builtin().view().reasons().size());
}

TEST_CASE("no overlay, an empty one and a needless one change nothing") {
  Diagnostics problems;
  const Scratch empty("empty");
  fs::create_directories(empty.path());
  const Scratch needless("needless");
  needless.write("carriers/never-was.json", R"({"disabled": true})");
  CHECK(RuleTable::with_overlays({}, problems)->digest() == RuleTable::builtin().digest());
  const auto laid = RuleTable::with_overlays({empty.path(), needless.path()}, problems);
  REQUIRE(laid.has_value());
  CHECK(laid->digest() == RuleTable::builtin().digest());
  CHECK(problems.empty());
}

TEST_CASE("overlays add, replace and disable, the last one on top") {
  Diagnostics problems;
  const Scratch below("below");
  below.write("carriers/tiny.json", carrier("tiny", "Tiny"));
  below.write("carriers/verizon-wireless.json", carrier("verizon-wireless", "Verizon one"));
  const Scratch above("above");
  above.write("carriers/verizon-wireless.json", carrier("verizon-wireless", "Verizon two"));
  above.write("carriers/mint.json", R"({"disabled": true})");

  const auto laid = RuleTable::with_overlays({below.path(), above.path()}, problems);
  REQUIRE(laid.has_value());
  CHECK(name_of_carrier(*laid, "tiny") == "Tiny");
  CHECK(name_of_carrier(*laid, "verizon-wireless") == "Verizon two");
  CHECK(name_of_carrier(*laid, "mint").empty());
  CHECK_FALSE(name_of_carrier(RuleTable::builtin(), "mint").empty());
  CHECK(laid->digest() != RuleTable::builtin().digest());

  const CarrierRow* row = laid->view().find(laid->view().carriers(), "tiny");
  CHECK(laid->view().text(laid->view().files()[row->file].name) ==
        (below.path() / "carriers/tiny.json").string());
}

TEST_CASE("an overlay with a fault gives no table, and all its faults") {
  Diagnostics problems;
  const Scratch bad("bad");
  bad.write("carriers/tiny.json", "{");
  bad.write("carriers/small.json", carrier("tiny", "Small"));
  bad.write("carrier/other.json", "{}");
  CHECK_FALSE(RuleTable::with_overlays({bad.path()}, problems).has_value());
  CHECK(problems.size() == 3);
  CHECK(check_rules(bad.path()).size() == 3);
}

}  // namespace portfix
