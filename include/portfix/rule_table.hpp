#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/diagnostic.hpp"

namespace portfix {

class TableView;  // src/rules/table.hpp

/// The knowledge of portfix, checked and compiled: an immutable flat block of bytes, cheap to copy,
/// safe to use from several threads.
class RuleTable {
 public:
  /// The table that was compiled into the program. Costs nothing: it is used where it lies.
  static RuleTable builtin();

  /// The built-in rules with the rule files of `directories` laid over them, the last one on top: a
  /// file of the same kind and id replaces, a new one adds, `"disabled": true` removes. Problems go
  /// to `problems`; with an error among them there is no table.
  static std::optional<RuleTable> with_overlays(
      const std::vector<std::filesystem::path>& directories, Diagnostics& problems);

  /// The rules of one directory alone, without the built-in ones.
  static std::optional<RuleTable> from_directory(const std::filesystem::path& directory,
                                                 Diagnostics& problems);

  /// A digest of all rules: equal tables have equal digests. 16 hexadecimal digits.
  [[nodiscard]] std::string_view digest() const;

  /// The request body of a ticket tool (a file of rules/tickets/) as JSON text whose strings hold
  /// placeholders: for an internal note, or for what the customer sees. "" = no such tool. Valid
  /// as long as the table.
  [[nodiscard]] std::string_view ticket_body(std::string_view tool, bool to_customer) const;

  /// For the stages of the library.
  [[nodiscard]] const TableView& view() const { return *view_; }

  /// Takes over a compiled table; `bytes` are owned. Throws std::invalid_argument if they are not a
  /// table of this version.
  static RuleTable from_bytes(std::string bytes);

 private:
  std::shared_ptr<const TableView> view_;
};

}  // namespace portfix
