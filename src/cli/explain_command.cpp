#include <fmt/format.h>

#include "cli/lookup.hpp"
#include "cli/rule_choice.hpp"
#include "cli/run.hpp"

namespace portfix::cli {

ExitStatus run_explain(const Arguments& arguments, Console& console) {
  const auto rules = load_rules_for(arguments.rules, console);
  if (!rules) return ExitStatus::bad_rules;
  const std::string query = fmt::format("{}", fmt::join(arguments.operands, " "));
  const Explanation explanation = look_up(query, *rules);
  if (arguments.format == "json") {
    console.out.write(explanation_json(explanation));
  } else if (arguments.format == "markdown") {
    console.out.write(explanation_markdown(explanation));
  } else {
    RenderOptions options;
    options.color = wants_color(arguments.color, console.out);
    options.width = text_width(console.out);
    console.out.write(explanation_text(explanation, options));
  }
  if (!explanation.matches.empty()) return ExitStatus::diagnosed;
  std::string help = suggestion_for(query, *rules);
  if (help.empty()) help = "portfix rules list shows reasons, schemes, carriers and providers";
  console.error(fmt::format("nothing is known about \"{}\"", query), help);
  return ExitStatus::not_diagnosed;
}

}  // namespace portfix::cli
