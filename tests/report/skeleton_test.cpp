#include "report/skeleton.hpp"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "proof/prove.hpp"
#include "render/skeleton.hpp"
#include "support/golden.hpp"

namespace portfix::test {
namespace {

struct Reading {
  bool unmatched = false;
  Skeleton skeleton;
};

Reading read(const std::string& text) {
  const RuleTable rules = RuleTable::builtin();
  const Notice notice = read_notice(SourceText::from_bytes("<test>", text));
  const Findings findings = match_notice(notice, rules);
  return {is_unmatched(findings, rules), skeleton_of(notice, findings, rules)};
}

std::string all(const Skeleton& skeleton) {
  std::string out;
  for (const std::string& sample : skeleton.samples) out += sample + '\n';
  return out;
}

/// A directory that goes away with the object.
class Scratch {
 public:
  Scratch() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "portfix-skeleton-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("only a notice that no rule explains gives a skeleton") {
  CHECK(read("The quux of the line is frobnicated.").unmatched);
  CHECK(read("Port rejected. Reason: the quux of the line is frobnicated.").unmatched);
  CHECK_FALSE(read("Port rejected: the account PIN is incorrect.").unmatched);
  CHECK_FALSE(read("The port order was completed successfully.").unmatched);
}

TEST_CASE("notices that differ in values, case and spacing give the same skeleton") {
  const Skeleton one = read(
                           "Port PO-2231 of 415-555-0123 was turned back on 2026-11-02.\n"
                           "Reason: the quux is frobnicated (code ZQ-77).")
                           .skeleton;
  const Skeleton two = read(
                           "Port PO-990 of (212) 555-0199 was TURNED back on 3 Dec 2026.\n"
                           "Reason: the  quux is frobnicated (code ZQ-77).")
                           .skeleton;
  CHECK(one.id == two.id);
  CHECK(all(one) ==
        "Port XX-0000 of 212-555-0100 was turned back on 2000-01-01.\n"
        "Reason: the quux is frobnicated (code ZQ-77).\n");
  CHECK(read("The quux is melted.").skeleton.id != one.id);
  CHECK(one.id.size() == std::string("unmatched-0123456789abcdef").size());
  CHECK(one.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
}

TEST_CASE("nothing that belongs to a customer's account gets into a skeleton") {
  const std::vector<std::string> notices = {
      "PIN code K7X2 sneezed, account number AB99121.",
      "passcode: swordfish\nThe swordfish gargled.",
      "ssn 123-45-6789 dob 01/02/1980 gargled",
      "Account: 12 34 56 78 gargled, ref 55512345",
      "The PIN 48 gargled",
      R"({"error": "quux gargled", "account_number": "AB-77-112", "pin": "4821"})",
      "<p>Account number <b>AB99121</b> gargled</p>",
      "see https://x.example/?token=K7X2 or mail K7X2@x.example",
      "IBAN DE89370400440532013000 gargled and tax id 12-3456789 too",
      "\xe2\x80\x9cPIN\xe2\x80\x9d \xc3\x9c"
      "4821 gargled"};
  for (const std::string& notice : notices) {
    const std::string samples = all(read(notice).skeleton);
    INFO(samples);
    for (const char* secret : {"K7X2", "AB99121", "swordfish", "6789", "1980", "12 34", "55512345",
                               "48 ", "AB-77", "4821", "DE89", "3456789"}) {
      CHECK(samples.find(secret) == std::string::npos);
    }
  }
}

TEST_CASE("samples are few and short, and cut between words") {
  std::string text;
  for (int i = 0; i < 50; ++i)
    text += "Quux " + std::string(1, static_cast<char>('a' + i % 26)) + " gargled.\n";
  CHECK(read(text).skeleton.samples.size() == 5);
  std::string line;
  for (int i = 0; i < 400; ++i) line += "gargle ";
  for (const std::string& sample : read(line + "PIN 4821").skeleton.samples) {
    CHECK(sample.size() <= 300);
    CHECK(sample.ends_with("gargle"));
  }
  CHECK(read(std::string(100'000, 'x')).skeleton.samples.size() <= 1);
  CHECK(read("").skeleton.samples.empty());
}

TEST_CASE("a skeleton is a reason file that passes once its blanks are filled") {
  const Skeleton skeleton = read("Rejected. Reason: the quux of the line is frobnicated.").skeleton;
  REQUIRE(all(skeleton).find("frobnicated") != std::string::npos);
  const Scratch scratch;
  const std::filesystem::path file = scratch.path() / "reasons" / (skeleton.id + ".json");
  std::filesystem::create_directories(file.parent_path());
  auto rule = nlohmann::ordered_json::parse(skeleton_json(skeleton, 3));
  CHECK(rule["unmatched"]["notices"] == 3);

  write_file(file.string(), rule.dump(2));
  const Diagnostics blanks = check_rules(scratch.path());
  CHECK(has_errors(blanks));
  for (const Diagnostic& blank : blanks) {
    INFO(to_string(blank));
    CHECK(blank.file == file.string());
    CHECK((blank.message.find("is empty") != std::string::npos ||
           blank.message.find("unknown value \"\"") != std::string::npos ||
           blank.message.find("\"\" is not a date") != std::string::npos));
  }

  for (const char* key : {"title", "family", "meaning", "prevention"}) rule[key] = "Quux.";
  rule["owner"] = "customer";
  rule["patterns"] = {"quux * frobnicated"};
  rule["fix"][0]["step"] = "Defrobnicate the quux.";
  rule["resubmit"]["policy"] = "supplement";
  rule["samples"] = {skeleton.samples.back(), "quux is frobnicated",
                     "a frobnicated quux, quux is frobnicated", "Quux frobnicated",
                     "the quux was found frobnicated"};
  rule["counter_samples"] = {"quux is fine", "frobnicated"};
  rule["sources"][0] = {{"url", "https://example.com"}, {"seen", "2026-11-23"}};
  write_file(file.string(), rule.dump(2));
  std::string problems;
  for (const Diagnostic& problem : check_rules(scratch.path())) problems += to_string(problem);
  CHECK(problems.empty());
}

}  // namespace portfix::test
