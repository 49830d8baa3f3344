// Every code of the built-in tables, where its scheme puts it.

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/lookup.hpp"
#include "portfix/diagnose.hpp"
#include "rules/table.hpp"

namespace portfix {
namespace {

using nlohmann::json;

/// `code` at a path such as "phone_numbers[].rejection_reason_code", `label` beside it.
json at_path(std::string_view path, const std::string& code, const std::string& label) {
  const auto dot = path.find('.');
  std::string key(path.substr(0, dot));
  const bool list = key.ends_with("[]");
  if (list) key.resize(key.size() - 2);
  if (dot == path.npos) {
    json object = {{key, list ? json::array({code}) : json(code)}};
    if (!label.empty()) object["description"] = label;
    return object;
  }
  const json inner = at_path(path.substr(dot + 1), code, label);
  return {{key, list ? json::array({inner}) : inner}};
}

/// A code of a table, and all that a minimal notice needs.
struct CodeCase {
  std::string scheme;
  std::string code;
  std::string label;
  CodeStatus status = CodeStatus::rejection;
  std::vector<std::string> reasons;
  std::string provider;
  std::string country;
  std::string context;   ///< words that name the scheme, where no provider does
  std::string path;      ///< of the provider's field for codes
  bool several = false;  ///< the code has other rows
};

class Tables {
 public:
  Tables() : rules_(RuleTable::builtin()), view_(rules_.view()) {}

  [[nodiscard]] std::vector<CodeCase> cases() const {
    std::vector<CodeCase> out;
    for (const CodeRow& row : view_.codes()) {
      const SchemeRow& scheme = view_.schemes()[row.scheme];
      if (row.code.size == 0 || is_range(view_.text(row.code))) continue;
      CodeCase found;
      found.scheme = view_.text(scheme.id);
      found.code = view_.text(row.code);
      found.label = view_.text(row.label);
      found.status = row.status;
      for (const std::uint32_t reason : view_.list(row.reasons)) {
        found.reasons.emplace_back(view_.text(view_.reasons()[reason].id));
      }
      if (view_.text(scheme.country) != "US") found.country = view_.text(scheme.country);
      name_scheme(scheme, found);
      found.several =
          std::count_if(view_.codes().begin(), view_.codes().end(), [&](const CodeRow& other) {
            return other.scheme == row.scheme && view_.text(other.code) == view_.text(row.code);
          }) > 1;
      out.push_back(std::move(found));
    }
    return out;
  }

  [[nodiscard]] const RuleTable& rules() const { return rules_; }

 private:
  static bool is_range(std::string_view code) {
    return code.find('-') != code.npos &&
           code.find_first_not_of("0123456789-") == std::string_view::npos;
  }

  void name_scheme(const SchemeRow& scheme, CodeCase& out) const {
    const auto providers = view_.list(scheme.providers);
    if (providers.empty()) {
      const auto file = json::parse(view_.text(view_.files()[scheme.file].text));
      if (file.contains("context")) out.context = file["context"][0];
      return;
    }
    const ProviderRow& provider = view_.providers()[providers.front()];
    out.provider = view_.text(provider.id);
    for (const FieldRow& field : view_.list(provider.fields)) {
      if (view_.text(field.fact) == "code") out.path = view_.text(view_.list(field.paths).front());
    }
  }

  RuleTable rules_;
  const TableView& view_;
};

Report diagnose_as(const CodeCase& row, const std::string& notice, const RuleTable& rules) {
  DiagnoseOptions options;
  options.match.provider = row.provider;
  options.match.country = row.country;
  return diagnose(SourceText::from_bytes("test", notice), rules, options);
}

/// In a field of the provider, or of any API.
std::string in_field(const CodeCase& row) {
  json notice = at_path(row.path.empty() ? "code" : row.path, row.code,
                        row.several ? row.label : std::string());
  if (!row.context.empty()) notice["source"] = row.context;
  return notice.dump();
}

/// As a person quotes it.
std::string in_words(const CodeCase& row) {
  std::string text = row.context.empty() ? "" : row.context + "\n";
  text += "Code: " + row.code;
  return row.label.empty() ? text : text + " - " + row.label;
}

std::string check(const CodeCase& row, const Report& report) {
  const bool rejects = row.status == CodeStatus::rejection || row.status == CodeStatus::wait;
  if (!rejects) {
    return report.outcome == Outcome::not_a_rejection
               ? ""
               : "is " + std::string(to_string(report.outcome)) + "; ";
  }
  std::string wrong;
  for (const std::string& reason : row.reasons) {
    const bool given =
        std::any_of(report.findings.begin(), report.findings.end(),
                    [&](const ReportFinding& finding) { return finding.reason == reason; });
    if (!given) wrong += "no " + reason + "; ";
  }
  if (wrong.empty() && report.findings.front().reason != row.reasons.front()) {
    wrong = "first is " + report.findings.front().reason + "; ";
  }
  return wrong;
}

}  // namespace

TEST_CASE("explain names the reasons of every code") {
  const Tables tables;
  const auto cases = tables.cases();
  REQUIRE(cases.size() > 1000);
  for (const CodeCase& row : cases) {
    const auto explanation = cli::look_up(row.scheme + ':' + row.code, tables.rules());
    const bool named = std::any_of(
        explanation.matches.begin(), explanation.matches.end(), [&](const ExplainedMatch& match) {
          return match.scheme == row.scheme && match.code == row.code && match.label == row.label &&
                 match.reasons == row.reasons;
        });
    if (!named) FAIL_CHECK(row.scheme << ':' << row.code << " \"" << row.label << '"');
  }
}

TEST_CASE("every code is diagnosed in the field where its scheme puts it") {
  const Tables tables;
  for (const CodeCase& row : tables.cases()) {
    if (row.status == CodeStatus::catch_all || (row.several && row.label.empty())) continue;
    const std::string notice = in_field(row);
    const std::string wrong = check(row, diagnose_as(row, notice, tables.rules()));
    if (!wrong.empty()) FAIL_CHECK(row.scheme << ": " << wrong << notice);
  }
}

TEST_CASE("every code is diagnosed as people quote it, with its label") {
  const Tables tables;
  for (const CodeCase& row : tables.cases()) {
    if (row.status == CodeStatus::catch_all || (row.several && row.label.empty())) continue;
    const std::string notice = in_words(row);
    const std::string wrong = check(row, diagnose_as(row, notice, tables.rules()));
    if (!wrong.empty()) FAIL_CHECK(row.scheme << ": " << wrong << notice);
  }
}

namespace {

/// At most three digits: such a number needs a code's place.
bool is_small(const std::string& code) {
  return code.size() <= 3 && code.find_first_not_of("0123456789") == code.npos;
}

/// Words of an order, not an answer to it: they stand in rejections too.
bool tells_of_an_order(const CodeCase& row) {
  return row.scheme == "lsr-sup" || row.scheme == "lsr-npdi";
}

}  // namespace

TEST_CASE("every code is diagnosed behind the words of a rejection") {
  const Tables tables;
  for (const CodeCase& row : tables.cases()) {
    if (row.status == CodeStatus::catch_all || row.several || is_small(row.code)) continue;
    if (tells_of_an_order(row) || row.code == "6.14") continue;
    for (const char* words :
         {"The port was rejected with ", "They rejected the port with ", "Port-in rejected, ",
          "The port came back with ", "They rejected it, we keep getting "}) {
      const std::string notice =
          (row.context.empty() ? "" : row.context + "\n\n") + words + row.code;
      const std::string wrong = check(row, diagnose_as(row, notice, tables.rules()));
      if (!wrong.empty()) FAIL_CHECK(row.scheme << ": " << wrong << notice);
    }
  }
}

TEST_CASE("a code that denies a rejection outweighs words that only say that there is one") {
  const Tables tables;
  for (const CodeCase& row : tables.cases()) {
    const bool denies =
        row.status == CodeStatus::not_a_rejection || row.status == CodeStatus::api_error;
    if (!denies || row.several || tells_of_an_order(row)) continue;
    const std::string notice = (row.context.empty() ? "" : row.context + "\n\n") +
                               "Your port request was rejected.\nCode: " + row.code;
    const std::string wrong = check(row, diagnose_as(row, notice, tables.rules()));
    if (!wrong.empty()) FAIL_CHECK(row.scheme << ": " << wrong << notice);
  }
}

TEST_CASE("a code that denies a rejection does not outweigh a reason") {
  CodeCase row;
  row.provider = "bandwidth";
  row.reasons = {"pin-mismatch"};
  const RuleTable rules = RuleTable::builtin();
  CHECK(check(row, diagnose_as(row, "Rejected. The PIN is wrong.\nCode: 7201", rules)) == "");
  row.reasons = {"address-mismatch"};
  CHECK(check(row, diagnose_as(row, "{\"errors\":[{\"code\":7201},{\"code\":7402}]}", rules)) ==
        "");
  row.reasons = {"other"};
  CHECK(check(row, diagnose_as(row, "Port order rejected.\nSUP type: 3", rules)) == "");
}

}  // namespace portfix
