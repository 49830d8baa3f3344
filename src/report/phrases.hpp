#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/report.hpp"

namespace portfix {

// The sentences of a report that no rule file holds, all in one place.

/// "billing telephone number (BTN)" for "billing_telephone_number".
std::string field_in_words(std::string_view field);

/// With a capital at the start.
std::string capital(std::string text);

/// "correct the order and send it in again".
std::string last_step(const ReportResubmit& resubmit);

/// What has to be done about a finding before the request goes in again: a clause that begins with
/// a capital and has no full stop.
std::string task_of(const ReportFinding& finding, std::string_view provider_name);

/// What to do next about a report with findings and a plan, in one sentence.
ReportNextAction next_action_for(const Report& report);

/// Which numbers can go on and which cannot, a sentence each.
std::vector<std::string> split_in_words(const ReportSplit& split);

/// "+14155550123, +14155550124 and 7 more"
std::string numbers_in_words(const std::vector<std::string>& numbers);

/// What to do with a notice that gave no finding.
ReportNextAction next_action_without_finding(Outcome outcome);

/// What a code says that is no rejection. Empty parts are left out.
std::string describe_code(std::string_view scheme_name, std::string_view code,
                          std::string_view label, std::string_view note, bool api_error);

/// What a customer's carrier is called where it is not known.
std::string unknown_carrier();

/// How to find out which carrier loses the number.
std::string carrier_hint();

/// The same where the notice has a name that several carriers share; `ids` are theirs.
std::string namesakes_hint(const std::vector<std::string>& ids);

}  // namespace portfix
