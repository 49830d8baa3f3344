#pragma once

#include <cstdint>
#include <vector>

#include "match/scan.hpp"

namespace portfix {

/// Looks for the carrier that loses the number. Indices are those of the table, or `none`.
class LosingCarrier {
 public:
  LosingCarrier(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
                std::uint32_t provider)
      : notice_(notice), units_(units), table_(table), provider_(provider) {}

  /// In a field for it, a name that is an ordinary word counts too.
  [[nodiscard]] std::uint32_t in_fields() const;

  /// What acts as a carrier does comes before what is but named; who is to get the number is none;
  /// history, the sender and the signature are asked last.
  [[nodiscard]] std::uint32_t in_text() const;

  /// Of the name that was found last: the carriers that share it, where nothing tells them apart.
  [[nodiscard]] const std::vector<std::uint32_t>& namesakes() const { return namesakes_; }

 private:
  enum class Named : std::uint8_t { acting, anyhow };

  [[nodiscard]] std::uint32_t first_of(const ClauseScan& unit, Named how) const;
  [[nodiscard]] bool is_whole_name(const ClauseScan& unit, const Occurrence& found) const;
  [[nodiscard]] bool acts(const ClauseScan& unit, const Occurrence& found) const;
  [[nodiscard]] bool is_gaining(const ClauseScan& unit, const Occurrence& found) const;
  [[nodiscard]] bool follows_field(const ClauseScan& unit, const Occurrence& found,
                                   std::string_view fact) const;
  [[nodiscard]] bool stands_alone(Range name) const;
  [[nodiscard]] std::uint32_t resolve(const ClauseScan& unit, const Occurrence& found) const;
  [[nodiscard]] int fitness(std::uint32_t carrier) const;
  [[nodiscard]] std::uint32_t sending() const;
  [[nodiscard]] std::uint32_t signing() const;
  [[nodiscard]] std::uint32_t network_at_start(const ClauseScan& unit) const;

  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const std::uint32_t provider_;
  mutable std::vector<std::uint32_t> namesakes_;
};

}  // namespace portfix
