#include "report/customer_words.hpp"

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

std::string with_carrier(std::string_view words, std::string_view carrier) {
  constexpr std::string_view blank = "{carrier}";
  const bool begins = words.starts_with(blank);
  std::string out;
  while (!words.empty()) {
    const std::size_t at = std::min(words.find(blank), words.size());
    out += words.substr(0, at);
    words.remove_prefix(at);
    if (words.empty()) break;
    out += carrier;
    words.remove_prefix(blank.size());
  }
  return begins ? capital(std::move(out)) : out;
}

}  // namespace portfix
