#include "render/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "render/terminal_text.hpp"

namespace portfix {
namespace {

struct Entry {
  std::string_view name;
  std::string_view words;
};

constexpr Entry kOwners[] = {
    {"customer", "the customer"},
    {"porting_desk", "you, the porting desk"},
    {"losing_carrier", "the losing carrier"},
    {"provider", "the provider"},
    {"nobody", "nobody"},
};

constexpr Entry kPolicies[] = {
    {"supplement", "correct the same order and send it again (supplement, SUP)"},
    {"new_order", "file a new order"},
    {"wait_then_retry", "wait, then send the same request again"},
    {"dispute", "dispute the refusal"},
    {"do_not_resubmit", "do not send this request again"},
    {"none_we_hold", "send nothing: the order is still moving"},
};

constexpr Entry kDates[] = {
    {"foc", "port date (FOC)"},
    {"due", "due"},
    {"notice", "notice of"},
};

constexpr Entry kDocuments[] = {
    {"loa", "letter of authorization (LOA)"},
    {"csr", "customer service record (CSR)"},
    {"bill_copy", "copy of a recent bill"},
};

constexpr Entry kStances[] = {
    {"dispute", "the refusal can be disputed"},
    {"comply", "the refusal is allowed"},
    {"depends", "it depends"},
};

constexpr Entry kStatuses[] = {
    {"rejection", "rejection"},
    {"wait", "not rejected: the order waits"},
    {"not_a_rejection", "not a rejection"},
    {"api_error", "error of the API call, not a carrier's refusal"},
    {"catch_all", "catch-all: the text beside it decides"},
};

constexpr Entry kVerified[] = {
    {"yes", ""},
    {"inferred", "The meaning is inferred, not published by the code's owner."},
    {"memory", "The meaning is from memory: no source could be read."},
};

std::string look_up(std::span<const Entry> entries, std::string_view name) {
  for (const Entry& entry : entries) {
    if (entry.name == name) return std::string(entry.words);
  }
  std::string words = clean(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

}  // namespace

std::string capitalised(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') {
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  }
  return words;
}

std::string owner_in_words(std::string_view owner) { return look_up(kOwners, owner); }

std::string policy_in_words(std::string_view policy, std::string_view order) {
  if (policy == "supplement" && order == "new") return "correct the data and file a new order";
  return look_up(kPolicies, policy);
}

std::string deadline_in_words(const ReportDeadline& deadline) {
  if (deadline.date.empty()) return deadline.text;
  return fmt::format("{} {}. {}", deadline.earliest ? "Not before" : "Not after", deadline.date,
                     deadline.text);
}

std::string date_in_words(std::string_view name) { return look_up(kDates, name); }

std::string document_in_words(std::string_view document) { return look_up(kDocuments, document); }

std::string confidence_in_words(double confidence) {
  const std::string_view words = confidence >= 0.9    ? "almost certain"
                                 : confidence >= 0.75 ? "very likely"
                                 : confidence >= 0.5  ? "likely"
                                                      : "possible";
  return fmt::format("{} ({} %)", words, std::lround(confidence * 100));
}

std::string stance_in_words(std::string_view stance) { return look_up(kStances, stance); }

std::string status_in_words(std::string_view status) { return look_up(kStatuses, status); }

std::string verified_in_words(std::string_view verified) { return look_up(kVerified, verified); }

}  // namespace portfix
