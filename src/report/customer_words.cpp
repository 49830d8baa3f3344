#include "report/customer_words.hpp"

#include <algorithm>
#include <array>

#include "report/phrases.hpp"

namespace portfix {

std::string carrier_for_customer(const TableView& table, const CarrierRow* carrier) {
  if (carrier == nullptr || carrier->generic) return unknown_carrier();
  if (carrier->plain_name.size > 0) return std::string(table.text(carrier->plain_name));
  const std::string_view name = table.text(carrier->name);
  return std::string(name.substr(0, name.find(" (")));
}

namespace {

constexpr std::string_view kTransferPin = "transfer_pin";

struct Blank {
  std::string_view name;
  std::string_view value;
};

std::string_view postal_code_in(std::string_view country) {
  if (country == "US") return "ZIP code";
  if (country == "CA") return "postal code";
  return country.empty() ? "ZIP code or postcode" : "postcode";
}

/// What the code for leaving is called there.
std::string_view leaving_code_in(std::string_view country) {
  if (country == "US" || country == "CA") return "a transfer PIN or port-out PIN";
  if (country == "GB") return "a PAC";
  if (country == "FR") return "a RIO";
  if (country == "IN") return "a UPC";
  return "often called a transfer PIN or a porting code";
}

std::string words_of(const TableView& table, const CarrierRow& carrier, std::string_view topic) {
  for (const CarrierStepRow& step : table.list(carrier.steps)) {
    if (step.customer.size > 0 && table.text(step.topic) == topic) {
      return std::string(table.text(step.customer));
    }
  }
  return {};
}

}  // namespace

std::string where_at_carrier(const TableView& table, const CarrierRow* carrier,
                             std::string_view country, std::string_view topic) {
  if (topic.empty()) return {};
  if (carrier != nullptr) {
    std::string own = words_of(table, *carrier, topic);
    // A carrier that has no PIN of the account to tell of has one for leaving.
    return own.empty() && topic == "pin" ? words_of(table, *carrier, kTransferPin) : own;
  }
  // Codes for leaving belong to mobile lines, and often to a whole country.
  if (topic != kTransferPin || country.empty()) return {};
  for (const CarrierRow& row : table.carriers()) {
    if (!row.generic || table.text(row.country) != country || table.text(row.kind) != "wireless") {
      continue;
    }
    return words_of(table, row, topic);
  }
  return {};
}

std::string filled_for_customer(std::string_view words, std::string_view carrier,
                                std::string_view country) {
  constexpr std::string_view name_of_carrier = "{carrier}";
  const std::array<Blank, 3> blanks = {{
      {name_of_carrier, carrier},
      {"{postal_code}", postal_code_in(country)},
      {"{leaving_code}", leaving_code_in(country)},
  }};
  const bool begins = words.starts_with(name_of_carrier);
  std::string out;
  while (!words.empty()) {
    const std::size_t at = std::min(words.find('{'), words.size());
    out += words.substr(0, at);
    words.remove_prefix(at);
    if (words.empty()) break;
    const auto blank = std::find_if(blanks.begin(), blanks.end(), [&](const Blank& other) {
      return words.starts_with(other.name);
    });
    const bool is_blank = blank != blanks.end();
    out += is_blank ? blank->value : words.substr(0, 1);
    words.remove_prefix(is_blank ? blank->name.size() : 1);
  }
  return begins ? capital(std::move(out)) : out;
}

}  // namespace portfix
