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

constexpr std::array<FieldName, 9> kFieldNames = {{
    {"pin", "account PIN or passcode"},
    {"transfer_pin", "transfer PIN"},
    {"sim_number", "SIM serial number (ICCID)"},
    {"billing_telephone_number", "billing telephone number (BTN)"},
    {"new_billing_telephone_number", "new billing telephone number (BTN)"},
    {"postal_code", "ZIP or postal code"},
    {"identity_number", "identity or tax number"},
    {"access_token", "key or token of a program"},
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

std::string lower_first(std::string text) {
  // Only a plain word is lowered: "Ask" but not "LOA" or "I".
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

/// "then correct the same order", by policy and by what the provider does with it.
std::string then(const ReportResubmit& resubmit) {
  const bool is_sent = resubmit.policy != name_of(Policy::do_not_resubmit) &&
                       resubmit.policy != name_of(Policy::none_we_hold);
  return (is_sent ? "then " : "and ") + last_step(resubmit);
}

/// "Ask the customer for the account number and the signed LOA; have the lock switched off": what
/// is asked of the customer in a row is asked once.
std::string tasks_in_words(const std::vector<std::string>& tasks) {
  constexpr std::string_view kAsk = "Ask the customer for ";
  std::string out;
  for (std::size_t i = 0; i < tasks.size();) {
    std::size_t end = i + 1;
    std::string text = tasks[i];
    if (text.starts_with(kAsk)) {
      while (end < tasks.size() && tasks[end].starts_with(kAsk)) ++end;
      bool is_plain = end - i == 2;
      for (std::size_t k = i; k < end; ++k) {
        is_plain = is_plain && tasks[k].find(" and ") == std::string::npos;
      }
      for (std::size_t k = i + 1; k < end; ++k) {
        text += k + 1 < end ? ", " : is_plain ? " and " : ", and ";
        text += tasks[k].substr(kAsk.size());
      }
    }
    out += i == 0 ? text : "; " + lower_first(std::move(text));
    i = end;
  }
  return out;
}

std::string provider_in_words(std::string_view name) {
  return std::string(name.empty() || name == "Your provider" ? "the gaining provider" : name);
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

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string last_step(const ReportResubmit& resubmit) {
  switch (from_name<Policy>(resubmit.policy).value_or(Policy::supplement)) {
    case Policy::supplement:
      if (resubmit.order == "new") return "file a new order with the corrected data";
      return resubmit.change.empty() ? "send the same order in again"
                                     : "correct the order and send it in again";
    case Policy::new_order:
      // What changes the list of numbers may end in one order or in several.
      return std::count(resubmit.change.begin(), resubmit.change.end(), "phone_numbers") > 0
                 ? "file anew"
                 : "file a new order";
    case Policy::wait_then_retry:
      return "send the order in again";
    case Policy::dispute:
      return "dispute the rejection";
    case Policy::do_not_resubmit:
      return "do not send the order in again";
    case Policy::none_we_hold:
      return "send nothing in: the order still moves";
  }
  return {};
}

std::string task_of(const ReportFinding& finding, std::string_view provider_name) {
  if (!finding.task.empty()) return finding.task;
  std::vector<std::string> fields;
  for (const ReportAsk& ask : finding.ask) {
    if (std::count(fields.begin(), fields.end(), ask.field) == 0) fields.push_back(ask.field);
  }
  std::replace(fields.begin(), fields.end(), std::string("requested_date"),
               std::string("new port date"));
  switch (from_name<Owner>(finding.owner).value_or(Owner::porting_desk)) {
    case Owner::customer:
      return fields.empty() ? "Ask the customer to settle it"
                            : fmt::format("Ask the customer for the {}", list_in_words(fields));
    case Owner::porting_desk:
      return "Work through the fix on the order";
    case Owner::losing_carrier:
      return "Wait for the losing carrier";
    case Owner::provider:
      return fmt::format("Leave it with {}; nothing in the customer's data has to change",
                         provider_in_words(provider_name));
    case Owner::nobody:
      return "Tell the customer that the number cannot move";
  }
  return {};
}

ReportNextAction next_action_for(const Report& report) {
  constexpr std::size_t most = 3;
  const ReportFinding& first = report.findings.front();
  std::vector<const ReportPlanStep*> tasks;
  std::vector<const ReportPlanStep*> ends;
  for (const ReportPlanStep& step : report.plan) {
    (step.stage == "resubmit" ? ends : tasks).push_back(&step);
  }
  const ReportPlanStep& last = *ends.front();
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < std::min(most, tasks.size()); ++i) {
    texts.push_back(tasks[i]->text.substr(0, tasks[i]->text.size() - 1));
  }
  std::string summary = tasks_in_words(texts);
  if (tasks.size() > most) summary += fmt::format("; {} more", tasks.size() - most);
  const bool is_over = last.resubmit.policy == name_of(Policy::none_we_hold);
  if (ends.size() > 1) {
    summary += "; then each number as the plan says";
  } else if (!is_over) {
    summary += (tasks.size() > 1 ? "; " : ", ") + then(last.resubmit);
  }
  const std::string& owner = tasks.size() == 1 ? first.owner : tasks.front()->owner;
  return {owner, last.resubmit.policy, summary + '.'};
}

std::string numbers_in_words(const std::vector<std::string>& numbers) {
  constexpr std::size_t kMostNumbers = 4;
  const std::size_t shown = numbers.size() > kMostNumbers + 1 ? kMostNumbers : numbers.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) out += (i > 0 ? ", " : "") + numbers[i];
  if (shown < numbers.size()) out += fmt::format(" and {} more", numbers.size() - shown);
  return out;
}

std::vector<std::string> split_in_words(const ReportSplit& split) {
  std::vector<std::string> out;
  const auto say = [&](const std::vector<std::string>& numbers, std::string_view text) {
    if (!numbers.empty()) out.push_back(fmt::format("{}: {}", numbers_in_words(numbers), text));
  };
  say(split.go_on, "can go on; the notice has nothing against that.");
  say(split.correct, "can go on in this order once what is wrong is settled.");
  say(split.new_order, "a new order is needed.");
  say(split.cannot_move, "cannot move this way and must come off the order.");
  if (split.needed) {
    out.emplace_back("The order has to be split: these numbers cannot go on as one order.");
  } else if (split.go_on.empty()) {
    out.emplace_back("The order need not be split: correct all of it and send it in once.");
  } else {
    out.emplace_back(
        "The order need not be split to correct it. If the numbers without a fault should not wait "
        "for the others, ask the porting desk to move them ahead in an order of their own.");
  }
  return out;
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

std::string unknown_carrier() { return "your current phone company"; }

std::string carrier_hint() {
  return "The notice does not name the losing carrier. Look it up on the customer's last bill or "
         "in "
         "the order, then run again with --carrier to get that carrier's own steps.";
}

std::string namesakes_hint(const std::vector<std::string>& ids) {
  std::string which;
  for (const std::string& id : ids) {
    which += fmt::format("{}--carrier {}",
                         which.empty()        ? ""
                         : &id == &ids.back() ? " or "
                                              : ", ",
                         id);
  }
  return fmt::format(
      "Several carriers share the name in the notice. See on the customer's last bill which it is, "
      "then run again with {} to get that carrier's own steps.",
      which);
}

}  // namespace portfix
