#include "cli/lookup.hpp"
#include "cli/rule_choice.hpp"
#include "cli/run.hpp"
#include "render/explanation.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

template <class Rows>
void add(std::vector<ListedRule>& rules, std::string_view kind, const Rows& rows,
         const TableView& view, TextRef std::remove_const_t<typename Rows::element_type>::*title) {
  for (const auto& row : rows) {
    const std::string_view file = view.text(view.files()[row.file].name);
    rules.push_back({std::string(kind), std::string(view.text(row.id)),
                     std::string(view.text(row.*title)), std::string(file)});
  }
}

}  // namespace

std::vector<ListedRule> listed_rules(const RuleTable& rules) {
  const TableView& view = rules.view();
  std::vector<ListedRule> listed;
  add(listed, "reason", view.reasons(), view, &ReasonRow::title);
  add(listed, "scheme", view.schemes(), view, &SchemeRow::name);
  add(listed, "carrier", view.carriers(), view, &CarrierRow::name);
  add(listed, "provider", view.providers(), view, &ProviderRow::name);
  add(listed, "country", view.countries(), view, &CountryRow::name);
  add(listed, "ticket", view.tickets(), view, &TicketRow::name);
  return listed;
}

ExitStatus run_rules_list(const Arguments& arguments, Console& console) {
  const auto rules = load_rules_for(arguments.rules, console);
  if (!rules) return ExitStatus::bad_rules;
  const std::vector<ListedRule> listed = listed_rules(*rules);
  console.out.write(arguments.format == "json" ? rule_list_json(listed, rules->digest())
                                               : rule_list_text(listed, {}));
  return ExitStatus::diagnosed;
}

}  // namespace portfix::cli
