#pragma once

#include <string>
#include <string_view>

#include "rules/table.hpp"

namespace portfix {

// Words for the customer, who knows no jargon: they come from rule files, never from the notice.

/// The name by which customers know the losing carrier, or words for a carrier that is not known.
std::string carrier_for_customer(const TableView& table, const CarrierRow* carrier);

/// Where a thing is found at that carrier, or at the mobile carriers of the country where the
/// carrier is not known (null); or "".
std::string where_at_carrier(const TableView& table, const CarrierRow* carrier,
                             std::string_view country, std::string_view topic);

/// `words` with the carrier's name for "{carrier}", and what people of the country ("US"; "" if not
/// known) say for "{postal_code}" and "{leaving_code}"; a capital at the start of what was a
/// sentence.
std::string filled_for_customer(std::string_view words, std::string_view carrier,
                                std::string_view country);

}  // namespace portfix
