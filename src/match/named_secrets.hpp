#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/kept_places.hpp"
#include "match/scan.hpp"
#include "match/secret_list.hpp"
#include "match/secret_values.hpp"
#include "rules/table.hpp"

namespace portfix {

/// Finds the values beside what the lexicon marks as the name of a secret.
class NamedSecrets {
 public:
  NamedSecrets(const Notice& notice, const TableView& table, const KeptPlaces& kept,
               SecretList& out)
      : notice_(notice),
        table_(table),
        concepts_(table.list(table.header().concepts)),
        kept_(kept),
        out_(out) {}

  /// Gives the kind of the last name in the unit, "" if there is none. `values`: those of the
  /// unit's clause.
  std::string_view find(const ClauseScan& unit, const std::vector<Value>& values);

  /// The kind of secret whose name is all that the clause has.
  [[nodiscard]] std::string_view name_alone(const ClauseScan& unit) const;

 private:
  [[nodiscard]] std::string_view secret_of(const Occurrence& found) const;

  /// {"id": "ord_881"}, "batch_id", "SV ID 884120337": the id of what the document is about.
  [[nodiscard]] bool is_id_of_document(const ClauseScan& unit, const Occurrence& found) const;

  /// The word that ends one blank or underscore before `at`, in lower case; or "".
  [[nodiscard]] std::string word_before(std::uint32_t at) const;

  /// "Account PIN", "PIN on file": the name is what the label is about.
  [[nodiscard]] bool names_field(const Clause& clause, std::uint32_t name_end) const;

  /// A field of that name holds nothing else: "PIN: swordfish", "Password: blue horse".
  void find_in_field(const ClauseScan& unit, const Clause& clause, std::string_view kind);

  /// "PIN 4821", "the account number we have is 99887766554", "the passphrase is blue-horse-42".
  void find_behind(const ClauseScan& unit, const Clause& clause, std::string_view kind,
                   const Occurrence& found);

  /// `gap`: the linking words before it. `first`: no other value stands between it and the name.
  [[nodiscard]] bool is_value_behind(Range at, std::string_view kind, std::string_view gap,
                                     const Clause& clause, bool first) const;

  /// "PIN: 7", "PIN 42 is wrong": one or two digits that nothing but the name explains.
  [[nodiscard]] bool is_short_code(Range at, std::string_view gap, const Clause& clause) const;

  /// "415-555-0123 7 password wrong": a row of a table that has lost its form.
  void find_in_row(const ClauseScan& unit, std::string_view kind, const Occurrence& found);

  /// Not right beside the name, but in its clause.
  void find_near(const ClauseScan& unit, const Clause& clause, std::string_view kind,
                 const Occurrence& found);

  const Notice& notice_;
  const TableView& table_;
  const std::span<const ConceptRow> concepts_;
  const KeptPlaces& kept_;
  SecretList& out_;
  std::span<const Value> values_;  ///< of the clause that is being read
};

}  // namespace portfix
