#include "cli/choices.hpp"

#include "cli/schemas.hpp"
#include "cli/stubs.hpp"
#include "portfix/render.hpp"
#include "portfix/rule_table.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

template <class Row>
std::vector<std::string_view> ids(const TableView& view, std::span<const Row> rows) {
  std::vector<std::string_view> out;
  for (const Row& row : rows) out.push_back(view.text(row.id));
  return out;
}

}  // namespace

std::vector<std::string_view> words_of(Choice choice, const Command& command,
                                       const RuleTable* rules) {
  std::vector<std::string_view> words;
  switch (choice) {
    case Choice::format:
      words.assign(command.formats.begin(), command.formats.end());
      if (!words.empty()) return words;
      for (const Format& format : formats()) words.push_back(format.name);
      return words;
    case Choice::input:
      return {"auto", "text", "json", "xml", "table", "mail", "html", "jsonl", "mbox"};
    case Choice::color:
      return {"auto", "always", "never"};
    case Choice::summary:
      return {"text", "json", "html"};
    case Choice::schema:
      for (const Schema& schema : schemas()) words.push_back(schema.name);
      return words;
    case Choice::rule_kind:
      for (const Stub& stub : stubs()) words.push_back(stub.kind);
      return words;
    case Choice::scheme:
      return rules == nullptr ? words : ids(rules->view(), rules->view().schemes());
    case Choice::reason:
      return rules == nullptr ? words : ids(rules->view(), rules->view().reasons());
    case Choice::provider:
      return rules == nullptr ? words : ids(rules->view(), rules->view().providers());
    case Choice::carrier:
      return rules == nullptr ? words : ids(rules->view(), rules->view().carriers());
    case Choice::language:
      return {"en"};
    case Choice::ticket:
      return rules == nullptr ? words : ids(rules->view(), rules->view().tickets());
    case Choice::shell:
      return {"bash", "zsh", "fish"};
    case Choice::country:
    case Choice::rule:
    case Choice::lookup:
    case Choice::table:
    case Choice::path:
    case Choice::anything:
    case Choice::file:
    case Choice::directory:
      break;
  }
  return words;
}

}  // namespace portfix::cli
