#include "report/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "rules/enums.hpp"

namespace portfix {
namespace {

struct FieldName {
  std::string_view id;
  std::string_view words;
};

constexpr std::array<FieldName, 8> kFieldNames = {{
    {"pin", "account PIN or passcode"},
    {"transfer_pin", "transfer PIN"},
    {"sim_number", "SIM serial number (ICCID)"},
    {"billing_telephone_number", "billing telephone number (BTN)"},
    {"new_billing_telephone_number", "new billing telephone number (BTN)"},
    {"postal_code", "ZIP or postal code"},
    {"identity_number", "identity or tax number"},
    {"authorized_person", "name of the authorized person"},
}};

std::string list_in_words(const std::vector<std::string>& fields) {
  std::string out;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) out += i + 1 == fields.size() ? " and " : ", ";
    out += field_in_words(fields[i]);
  }
  return out;
}

/// "then correct the same order", by policy and by what the provider does with it.
std::string then(const ReportResubmit& resubmit) {
  const auto policy = from_name<Policy>(resubmit.policy).value_or(Policy::supplement);
  switch (policy) {
    case Policy::supplement:
      return resubmit.order == "new" ? "then file a new order with the corrected data"
                                     : "then correct the order and send it in again";
    case Policy::new_order:
      return "then file a new order";
    case Policy::wait_then_retry:
      return "then send the order in again";
    case Policy::dispute:
      return "then dispute the rejection";
    case Policy::do_not_resubmit:
      return "and do not send the order in again";
    case Policy::none_we_hold:
      return "nothing has to be sent in";
  }
  return {};
}

}  // namespace

std::string field_in_words(std::string_view field) {
  for (const FieldName& name : kFieldNames) {
    if (name.id == field) return std::string(name.words);
  }
  std::string out(field);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

ReportNextAction next_action_for(const ReportFinding& finding, std::string_view provider_name) {
  std::vector<std::string> fields;
  for (const ReportAsk& ask : finding.ask) {
    if (std::count(fields.begin(), fields.end(), ask.field) == 0) fields.push_back(ask.field);
  }
  const std::string what = list_in_words(fields);
  const auto owner = from_name<Owner>(finding.owner).value_or(Owner::porting_desk);
  std::string summary;
  switch (owner) {
    case Owner::customer:
      summary = what.empty()
                    ? fmt::format("Ask the customer to settle it, {}.", then(finding.resubmit))
                    : fmt::format("Ask the customer for the {}, {}.", what, then(finding.resubmit));
      break;
    case Owner::porting_desk:
      summary = fmt::format("Work through the fix on the order, {}.", then(finding.resubmit));
      break;
    case Owner::losing_carrier:
      summary = fmt::format("Wait for the losing carrier, {}.", then(finding.resubmit));
      break;
    case Owner::provider:
      summary = fmt::format("Leave it with {}; nothing in the customer's data has to change.",
                            provider_name.empty() || provider_name == "Your provider"
                                ? "the gaining provider"
                                : provider_name);
      break;
    case Owner::nobody:
      summary =
          "Tell the customer that the number cannot move, and do not send the order in again.";
      break;
  }
  return {finding.owner, finding.resubmit.policy, std::move(summary)};
}

ReportNextAction next_action_without_finding(Outcome outcome) {
  if (outcome == Outcome::not_a_rejection) {
    return {std::string(name_of(Owner::nobody)), std::string(name_of(Policy::none_we_hold)),
            "Nothing was rejected; carry on with the order."};
  }
  return {
      std::string(name_of(Owner::porting_desk)), "",
      "Read the notice yourself, or ask the provider's porting desk for the carrier's own words."};
}

std::string describe_code(std::string_view scheme_name, std::string_view code,
                          std::string_view label, std::string_view note, bool api_error) {
  std::string out =
      code.empty() ? std::string(scheme_name) : fmt::format("{} {}", scheme_name, code);
  if (!label.empty()) out += fmt::format(": {}", label);
  if (!out.ends_with('.')) out += '.';
  if (api_error) {
    out +=
        " The request to the provider's API or portal was wrong; no carrier has rejected anything.";
  }
  if (!note.empty()) out += fmt::format(" {}", note);
  return out;
}

std::string carrier_hint() {
  return "The notice does not name the losing carrier. Look it up on the customer's last bill or "
         "in "
         "the order, then run again with --carrier to get that carrier's own steps.";
}

}  // namespace portfix
