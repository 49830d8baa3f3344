#include "report/format_hints.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/phrases.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostHints = 4;

/// How many digits the value has; 0 if it is not made of digits, blanks and hyphens.
std::uint32_t count_digits(std::string_view value) {
  std::uint32_t digits = 0;
  for (const char c : value) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c != '-' && c != ' ') {
      return 0;
    }
  }
  return digits;
}

std::vector<std::uint32_t> lengths_of(const TableView& table, const CarrierRow& carrier,
                                      std::string_view field) {
  std::vector<std::uint32_t> out;
  for (const DigitsRow& row : table.list(carrier.digits)) {
    if (table.text(row.field) != field) continue;
    const auto lengths = table.list(row.lengths);
    out.insert(out.end(), lengths.begin(), lengths.end());
  }
  return out;
}

/// Notices call both kinds of PIN a PIN: a value may be either.
std::vector<std::uint32_t> expected_lengths(const TableView& table, const CarrierRow& carrier,
                                            std::string_view field) {
  std::vector<std::uint32_t> out = lengths_of(table, carrier, field);
  if (field == "pin" && !out.empty()) {
    const auto more = lengths_of(table, carrier, "transfer_pin");
    out.insert(out.end(), more.begin(), more.end());
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// "4", "4 or 6", "4 to 15".
std::string in_words(const std::vector<std::uint32_t>& lengths) {
  const bool run = lengths.size() > 2 && lengths.back() - lengths.front() + 1 == lengths.size();
  if (run) return fmt::format("{} to {}", lengths.front(), lengths.back());
  std::string out;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (i > 0) out += i + 1 == lengths.size() ? " or " : ", ";
    out += std::to_string(lengths[i]);
  }
  return out;
}

}  // namespace

std::vector<ReportFormatHint> format_hints(const Notice& notice, const Findings& findings,
                                           const TableView& table, const CarrierRow* carrier) {
  std::vector<ReportFormatHint> out;
  if (carrier == nullptr || carrier->digits.count == 0) return out;
  for (const Secret& secret : findings.secrets) {
    if (!secret.named || out.size() >= kMostHints) continue;
    const std::uint32_t digits = count_digits(notice.at(secret.at));
    const auto expected = expected_lengths(table, *carrier, secret.kind);
    if (digits == 0 || expected.empty() ||
        std::find(expected.begin(), expected.end(), digits) != expected.end()) {
      continue;
    }
    const bool said = std::any_of(out.begin(), out.end(), [&](const ReportFormatHint& other) {
      return other.field == secret.kind && other.digits == digits;
    });
    if (said) continue;
    out.push_back({secret.kind, digits, expected,
                   fmt::format("The {} in the notice has {} digits; at {} it has {}. Check it with "
                               "the customer before anything else.",
                               field_in_words(secret.kind), digits, table.text(carrier->name),
                               in_words(expected))});
  }
  return out;
}

}  // namespace portfix
