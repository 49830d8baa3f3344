// A skeleton tells its blanks; filled in, it is a rule.

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "catch.hpp"
#include "cli/schemas.hpp"
#include "cli/stubs.hpp"
#include "proof/prove.hpp"
#include "support/golden.hpp"
#include "support/json_schema.hpp"

namespace portfix::test {
namespace {

namespace fs = std::filesystem;

/// What a person writes into the blanks, by JSON pointer.
using Answers = std::map<std::string, Json>;

const std::map<std::string, Answers>& answers() {
  static const Json sources =
      Json::parse(R"([{"url": "https://example.com/porting", "seen": "2026-11-23"}])");
  static const std::map<std::string, Answers> all = {
      {"reason",
       {{"/title", "Flux capacitor drained"},
        {"/family", "other"},
        {"/meaning", "The losing carrier wants a charged flux capacitor."},
        {"/owner", "customer"},
        {"/patterns", {"flux capacitor drained"}},
        {"/fix/0/step", "Have the customer charge it."},
        {"/prevention", "Charge it before you submit."},
        {"/resubmit/policy", "supplement"},
        {"/samples",
         {"Flux capacitor drained", "Rejected: the flux capacitor is drained.",
          "FLUX_CAPACITOR_DRAINED", "flux capacitor drained - try again",
          "Port refused. Flux capacitor was drained."}},
        {"/counter_samples", {"The flux capacitor is full.", "A capacitor costs two dollars."}},
        {"/sources", sources}}},
      {"code-scheme",
       {{"/name", "Acme codes"},
        {"/about", "Codes in Acme's mails."},
        {"/stands", "code-position"},
        {"/sources/0/id", "guide"},
        {"/sources/0/url", "https://example.com/codes"},
        {"/sources/0/seen", "2026-11-23"},
        {"/codes/0/code", "AX77"},
        {"/codes/0/label", "Passcode is not right"},
        {"/codes/0/status", "rejection"},
        {"/codes/0/reasons", {"pin-mismatch"}},
        {"/codes/0/source", "guide"}}},
      {"carrier",
       {{"/name", "Acme Mobile"},
        {"/country", "US"},
        {"/kind", "wireless"},
        {"/steps/0/topic", "pin"},
        {"/steps/0/step", "Have the customer open Account in the Acme app."},
        {"/steps/0/confidence", "high"},
        {"/steps/0/source", "https://example.com/pin"},
        {"/steps/0/seen", "2026-11-23"}}},
      {"provider", {{"/name", "Acme Voice"}, {"/sources", sources}}},
      {"country",
       {{"/name", "Japan"},
        {"/calling_code", "81"},
        {"/law/0/reasons", {"unpaid-balance"}},
        {"/law/0/stance", "depends"},
        {"/law/0/says", "Ask the losing carrier for the rule it relies on."},
        {"/law/0/confidence", "low"},
        {"/law/0/source", "https://example.com/law"},
        {"/law/0/seen", "2026-11-23"}}}};
  return all;
}

/// A directory of rule files that is gone with the test.
class Rules {
 public:
  Rules() {
    std::string pattern = (fs::temp_directory_path() / "portfix-stub-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;
  ~Rules() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  void write(const cli::Stub& stub, const std::string& text) const {
    fs::create_directories(path_ / stub.folder);
    write_file(file_of(stub), text);
  }
  [[nodiscard]] std::string file_of(const cli::Stub& stub) const {
    return (path_ / stub.folder / (id_of(stub) + ".json")).string();
  }
  static std::string id_of(const cli::Stub& stub) {
    return stub.kind == "country" ? "jp" : "acme-test";
  }
  /// Proves all rules there are, which takes its time.
  [[nodiscard]] Diagnostics check() const { return check_rules(path_, {"2026-11-23"}); }

 private:
  fs::path path_;
};

std::size_t count_blanks(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().empty() ? 1 : 0;
  std::size_t blanks = 0;
  if (value.is_structured()) {
    for (const Json& child : value) blanks += count_blanks(child);
  }
  return blanks;
}

Json fill_in(const cli::Stub& stub, Json document) {
  for (const auto& [pointer, answer] : answers().at(std::string(stub.kind))) {
    document.at(Json::json_pointer(pointer)) = answer;
  }
  if (stub.kind == "provider") {
    for (Json& rule : document["resubmit"]) {
      rule["order"] = "same";
      rule["steps"] = {"Answer Acme's mail."};
    }
  }
  return document;
}

Json schema_for(const cli::Stub& stub) {
  const std::string name = stub.kind == "code-scheme" ? "codes" : std::string(stub.kind);
  for (const cli::Schema& schema : cli::schemas()) {
    if (schema.name == name) return Json::parse(schema.text);
  }
  FAIL("no schema is named " << name);
  return {};
}

}  // namespace

TEST_CASE("a skeleton tells exactly what is blank, and is a rule once that is filled in") {
  const Rules rules;
  std::map<std::string, Json> skeletons;  // by file
  std::size_t all_blanks = 0;
  for (const cli::Stub& stub : cli::stubs()) {
    const std::string id = Rules::id_of(stub);
    const std::string text = cli::filled_in(stub, stub.kind == "country" ? "JP" : id);
    rules.write(stub, text);
    skeletons[rules.file_of(stub)] = Json::parse(text);
  }
  const Diagnostics problems = rules.check();
  for (const cli::Stub& stub : cli::stubs()) {
    INFO(stub.kind);
    const std::string file = rules.file_of(stub);
    std::size_t blanks = count_blanks(skeletons.at(file));
    if (stub.kind == "code-scheme") --blanks;  // a label may be
    CHECK(static_cast<std::size_t>(std::count_if(
              problems.begin(), problems.end(),
              [&](const Diagnostic& problem) { return problem.file == file; })) == blanks);
    all_blanks += blanks;
  }
  CHECK(problems.size() == all_blanks);
  for (const Diagnostic& problem : problems) {
    CHECK(problem.message.find("empty") != std::string::npos);
    CHECK_FALSE(problem.help.empty());
  }

  for (const cli::Stub& stub : cli::stubs()) {
    INFO(stub.kind);
    const Json filled = fill_in(stub, skeletons.at(rules.file_of(stub)));
    rules.write(stub, filled.dump(2));
    CHECK(SchemaCheck(schema_for(stub))(filled) == std::vector<std::string>{});
  }
  std::string said;
  for (const Diagnostic& problem : rules.check()) said += to_string(problem);
  CHECK(said == "");
}

}  // namespace portfix::test
