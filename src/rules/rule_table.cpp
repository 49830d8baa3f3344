#include "portfix/rule_table.hpp"

#include <stdexcept>

#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/table.hpp"

namespace portfix {
namespace {

/// A table and the bytes that it lies in.
struct OwnedTable {
  explicit OwnedTable(std::string given) : bytes(std::move(given)), view(bytes) {}

  std::string bytes;
  TableView view;
};

}  // namespace

std::string_view RuleTable::ticket_body(std::string_view tool, bool to_customer) const {
  const TicketRow* row = view_->find(view_->tickets(), tool);
  if (row == nullptr) return {};
  return view_->text((to_customer ? row->to_customer : row->internal).body);
}

std::string_view RuleTable::digest() const { return view_->text(view_->header().digest); }

RuleTable RuleTable::from_bytes(std::string bytes) {
  if (!TableView::is_table(bytes)) {
    throw std::invalid_argument("not a compiled rule table of this version");
  }
  auto owned = std::make_shared<const OwnedTable>(std::move(bytes));
  RuleTable table;
  table.view_ = std::shared_ptr<const TableView>(owned, &owned->view);
  return table;
}

std::optional<RuleTable> RuleTable::from_directory(const std::filesystem::path& directory,
                                                   Diagnostics& problems) {
  return build_table(read_rule_files(directory, problems), problems);
}

std::optional<RuleSet> read_rules(std::vector<RuleFile> files, Diagnostics& problems) {
  RuleSet rules = load_rules(std::move(files), problems);
  check_references(rules, problems);
  if (has_errors(problems)) return std::nullopt;
  return rules;
}

std::optional<RuleTable> build_table(std::vector<RuleFile> files, Diagnostics& problems) {
  const auto rules = read_rules(std::move(files), problems);
  if (!rules) return std::nullopt;
  return RuleTable::from_bytes(compile_rules(*rules));
}

}  // namespace portfix
