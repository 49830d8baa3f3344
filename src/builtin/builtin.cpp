#include <memory>
#include <string_view>

#include "portfix/rule_table.hpp"
#include "rules/table.hpp"

// Defined by rules.S.
extern "C" {
extern const char portfix_builtin_rules_begin[];
extern const char portfix_builtin_rules_end[];
}

namespace portfix {

RuleTable RuleTable::builtin() {
  static const TableView view(std::string_view(
      portfix_builtin_rules_begin,
      static_cast<std::size_t>(portfix_builtin_rules_end - portfix_builtin_rules_begin)));
  RuleTable table;
  table.view_ = std::shared_ptr<const TableView>(std::shared_ptr<const TableView>(), &view);
  return table;
}

}  // namespace portfix
