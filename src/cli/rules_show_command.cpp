#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/rule_choice.hpp"
#include "cli/run.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

/// "pin-missing", or "reasons/pin-missing" where one id stands for several files.
bool is_meant(const FileRow& file, std::string_view wanted, const TableView& view) {
  const std::string_view id = view.text(file.id);
  return same_letters(id, wanted) ||
         same_letters(std::string(view.text(file.kind)) + '/' + std::string(id), wanted);
}

}  // namespace

ExitStatus run_rules_show(const Arguments& arguments, Console& console) {
  const auto rules = load_rules_for(arguments.rules, console);
  if (!rules) return ExitStatus::bad_rules;
  const TableView& view = rules->view();
  const std::string& wanted = arguments.operands.front();
  std::vector<const FileRow*> found;
  std::vector<std::string_view> ids;
  std::string several;
  for (const FileRow& file : view.files()) {
    ids.push_back(view.text(file.id));
    if (!is_meant(file, wanted, view)) continue;
    found.push_back(&file);
    several += fmt::format("{}{}/{}", several.empty() ? "" : ", ", view.text(file.kind),
                           view.text(file.id));
  }
  if (found.empty()) {
    std::string help = did_you_mean(wanted, ids);
    if (help.empty()) help = "portfix rules list shows them all";
    console.error(fmt::format("no rule file has the id \"{}\"", wanted), help);
    return ExitStatus::usage;
  }
  if (found.size() > 1) {
    console.error(fmt::format("\"{}\" is the id of several rule files", wanted),
                  "say which: " + several);
    return ExitStatus::usage;
  }
  console.err.write(fmt::format("portfix: from {}\n", view.text(found.front()->name)));
  console.out.write(view.text(found.front()->text));
  return ExitStatus::diagnosed;
}

}  // namespace portfix::cli
