// A program of somebody else's, built on an installed portfix.

#include <iostream>

#include "portfix/diagnose.hpp"
#include "portfix/version.hpp"

int main() {
  const auto rules = portfix::RuleTable::builtin();
  const auto source =
      portfix::SourceText::from_bytes("<paste>", "Port rejected: account number does not match");
  const auto report = portfix::diagnose(source, rules);
  if (report.findings.empty()) return 1;
  std::cout << portfix::kVersion << ": " << report.findings.front().reason << '\n';
}
