#include <fmt/format.h>

#include "base/suggest.hpp"
#include "cli/choices.hpp"
#include "cli/lookup.hpp"
#include "cli/rule_choice.hpp"
#include "cli/run.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

void count(const CodeRow& row, const TableView& view, SchemeCoverage& scheme) {
  ++(row.code.size == 0 ? scheme.texts : scheme.codes);
  switch (row.status) {
    case CodeStatus::rejection:
      ++scheme.rejection;
      break;
    case CodeStatus::wait:
      ++scheme.wait;
      break;
    case CodeStatus::not_a_rejection:
      ++scheme.not_a_rejection;
      break;
    case CodeStatus::api_error:
      ++scheme.api_error;
      break;
    case CodeStatus::catch_all:
      ++scheme.catch_all;
      break;
  }
  const CoverageRow entry{std::string(view.text(row.code)), std::string(view.text(row.label)),
                          std::string(name_of(row.status)), std::string(name_of(row.verified))};
  if (row.reasons.count == 0) {
    scheme.unmapped.push_back(entry);
  } else {
    ++scheme.mapped;
  }
  if (row.verified != Verified::yes) scheme.unverified.push_back(entry);
}

}  // namespace

std::vector<SchemeCoverage> coverage_of(const RuleTable& rules) {
  const TableView& view = rules.view();
  std::vector<SchemeCoverage> schemes;
  for (const SchemeRow& row : view.schemes()) {
    schemes.emplace_back();
    schemes.back().id = view.text(row.id);
    schemes.back().name = view.text(row.name);
  }
  for (const CodeRow& row : view.codes()) count(row, view, schemes[row.scheme]);
  return schemes;
}

ExitStatus run_rules_coverage(const Arguments& arguments, Console& console) {
  const auto rules = load_rules_for(arguments.rules, console);
  if (!rules) return ExitStatus::bad_rules;
  std::vector<SchemeCoverage> schemes = coverage_of(*rules);
  if (!arguments.operands.empty()) {
    const std::string& wanted = arguments.operands.front();
    std::erase_if(schemes,
                  [&](const SchemeCoverage& scheme) { return !same_letters(scheme.id, wanted); });
    if (schemes.empty()) {
      std::vector<std::string_view> ids;
      const TableView& view = rules->view();
      for (const SchemeRow& row : view.schemes()) ids.push_back(view.text(row.id));
      std::string help = did_you_mean(wanted, ids);
      if (help.empty()) help = "portfix rules coverage lists the schemes";
      console.error(fmt::format("no code scheme has the id \"{}\"", wanted), help);
      return ExitStatus::usage;
    }
  }
  if (arguments.format == "json") {
    console.out.write(coverage_json(schemes, rules->digest()));
  } else {
    RenderOptions options;
    options.color = wants_color(arguments.color, console.out);
    options.width = text_width(console.out);
    console.out.write(coverage_text(schemes, !arguments.operands.empty(), options));
  }
  return ExitStatus::diagnosed;
}

}  // namespace portfix::cli
