// The same words in another dress must give the same reasons.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"
#include "portfix/diagnose.hpp"

namespace portfix {
namespace {

std::vector<std::string> reasons_of(const std::string& text) {
  const Report report = diagnose(SourceText::from_bytes("test", text), RuleTable::builtin());
  std::vector<std::string> out;
  for (const ReportFinding& finding : report.findings) out.push_back(finding.reason);
  return out;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  });
  return text;
}

std::string replace_line_ends(const std::string& text, const std::string& with,
                              const std::string& before = "") {
  std::string out = before;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\n') {
      out += text[i];
      continue;
    }
    out += with;
    if (i + 1 < text.size()) out += before;
  }
  return out;
}

std::string wrapped(const std::string& line, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (column > 0 && column + 1 + end - at > width) {
      out += '\n';
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += line.substr(at, end - at);
    column += end - at;
    at = end + 1;
  }
  return out + '\n';
}

std::string camel_case(const std::string& text) {
  std::string out;
  bool next_upper = false;
  for (const char c : text) {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalnum(letter) == 0) {
      next_upper = !out.empty();
    } else {
      out += static_cast<char>(next_upper ? std::toupper(letter) : std::tolower(letter));
      next_upper = false;
    }
  }
  return out;
}

std::string snake_case(std::string text) {
  std::replace_if(
      text.begin(), text.end(),
      [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return upper(text);
}

const std::vector<std::string>& sentences() {
  static const std::vector<std::string> all = {
      "The losing carrier rejected the request because the account number does not match its "
      "records.",
      "Port rejected: the service address on the order differs from the customer service record.",
      "The telephone number is not active with the current provider, so the request was declined.",
      "Your order was returned by the carrier because there is an outstanding balance on the "
      "account.",
      "The number transfer PIN has expired and the request was rejected.",
      "The letter of authorization was not signed by the authorized person on the account.",
      "Rejected, there is a pending order on the account at the losing carrier.",
      "The ZIP code provided is incorrect.",
  };
  return all;
}

TEST_CASE("letter case, line ends and quoting do not change the reasons") {
  for (const std::string& sentence : sentences()) {
    INFO(sentence);
    const auto reasons = reasons_of(sentence + "\n");
    REQUIRE_FALSE(reasons.empty());
    CHECK(reasons_of(upper(sentence) + "\n") == reasons);
    CHECK(reasons_of(replace_line_ends(sentence + "\n", "\r\n")) == reasons);
    CHECK(reasons_of(replace_line_ends(sentence + "\n", "\r")) == reasons);
    CHECK(reasons_of(replace_line_ends(sentence + "\n", "\n", "> ")) == reasons);
  }
}

TEST_CASE("where a paragraph is wrapped does not change the reasons") {
  for (const std::string& sentence : sentences()) {
    for (const std::size_t width : {30U, 40U, 60U, 72U}) {
      INFO(width << ": " << sentence);
      CHECK(reasons_of(wrapped(sentence, width)) == reasons_of(sentence + "\n"));
    }
  }
}

TEST_CASE("camelCase and SNAKE_CASE read as words") {
  for (const std::string text :
       {"account number mismatch", "pin missing", "zip code invalid", "number not portable",
        "address mismatch", "account number required", "invalid billing telephone number"}) {
    INFO(text);
    const auto reasons = reasons_of(text);
    REQUIRE_FALSE(reasons.empty());
    CHECK(reasons_of(camel_case(text)) == reasons);
    CHECK(reasons_of(snake_case(text)) == reasons);
  }
}

TEST_CASE("whole notices keep their reasons in capitals and with CR LF") {
  const std::filesystem::path directory =
      std::filesystem::path(PORTFIX_SOURCE_DIR) / "tests" / "corpus" / "plain";
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    INFO(entry.path().filename().string());
    if (text.find('\r') == std::string::npos) {
      CHECK(reasons_of(replace_line_ends(text, "\r\n")) == reasons_of(text));
    }
    ++count;
  }
  REQUIRE(count > 0);
}

}  // namespace
}  // namespace portfix
