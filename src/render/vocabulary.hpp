#pragma once

#include <string>
#include <string_view>

#include "portfix/report.hpp"

namespace portfix {

// The words of the frame in which results stand, in one place (those of fields:
// report/phrases.hpp). Each takes a name of the JSON report and gives what a person reads; a name
// that is not known comes back with spaces for underscores.

/// With a capital at the start, where that is an ASCII letter.
std::string capitalised(std::string words);

/// "customer" → "the customer".
std::string owner_in_words(std::string_view owner);

/// "supplement" → "correct the same order and send it again (supplement, SUP)". `order` is "same",
/// "new", "none" or "".
std::string policy_in_words(std::string_view policy, std::string_view order);

/// "foc" → "port date (FOC)".
/// What a deadline says, behind the day that was counted for it.
std::string deadline_in_words(const ReportDeadline& deadline);
std::string date_in_words(std::string_view name);

/// "loa" → "letter of authorization (LOA)".
std::string document_in_words(std::string_view document);

/// 0.97 → "almost certain (97 %)".
std::string confidence_in_words(double confidence);

/// "dispute" → "the refusal can be disputed".
std::string stance_in_words(std::string_view stance);

/// "api_error" → "error of the API call, not of the port".
std::string status_in_words(std::string_view status);

/// "inferred" → "inferred …"; "" for "yes".
std::string verified_in_words(std::string_view verified);

}  // namespace portfix
