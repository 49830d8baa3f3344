#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"
#include "portfix/rule_table.hpp"
#include "portfix/source_text.hpp"

namespace portfix {

/// A piece of the notice that speaks for a finding, as a person reads it.
struct ReportEvidence {
  std::string kind;      ///< "code" or "pattern"
  std::string scheme;    ///< code only
  std::string code;      ///< code only
  std::string label;     ///< code only: what its table says it means; may be ""
  std::string note;      ///< code only: what its table adds for the agent; may be ""
  std::string verified;  ///< code only: "yes", "inferred", "memory"
  std::string text;      ///< the clause of the notice, secrets masked
  Range mark;            ///< into `text`: the words that matched
  Position position;     ///< in the input
};

struct ReportStep {
  std::string text;
  std::string source;  ///< "" unless it comes from a carrier's own page
};

struct ReportAsk {
  std::string field;
  std::string question;  ///< complete in itself
  std::string send =
      {};  ///< for a draft: what is asked for, behind "Please send us:"; or, if that is ""
  std::string act = {};    ///< what is asked to be done, behind "Please:"; may be "" too
  std::string where = {};  ///< for a draft: where it is found at the losing carrier; may be ""
};

struct ReportDeadline {
  std::string text;
  std::string source;
  std::string date = {};  ///< ISO, counted from a date of the notice; "" = cannot be counted
  bool earliest = false;  ///< not before that date, instead of not after it
};

/// A call of the provider's API.
struct ReportCall {
  std::string method;   ///< "PATCH"
  std::string path;     ///< the order's id filled in where the notice has it
  std::string note;     ///< what it is for; may be ""
  std::string body;     ///< JSON text with placeholders; "" = none, or none that is published
  bool is_xml = false;  ///< the call takes the body as XML
};

struct ReportResubmit {
  std::string policy;
  std::string order;  ///< "same", "new", "none"
  std::vector<std::string> change;
  std::vector<std::string> documents;
  std::vector<std::string> steps;
  std::vector<ReportDeadline> deadlines;
  std::string method;  ///< the provider's API call, where it has one: "PATCH"; else ""
  std::string path;
  std::string earliest = {};           ///< ISO; the latest of those that can be counted, or ""
  std::string latest = {};             ///< ISO; the earliest of those that can be counted, or ""
  std::vector<ReportCall> calls = {};  ///< for drafts: all calls of the policy, in their order
  std::string answer_by = {};  ///< for drafts: ISO, early enough before `latest` to act, or ""
};

struct ReportDispute {
  std::string country;
  std::string stance;  ///< "dispute", "comply", "depends"
  std::string text;
  std::string source;
};

struct ReportFinding {
  std::string reason;
  std::string title;
  std::string meaning;
  double confidence = 0;
  std::vector<std::string> numbers;
  std::vector<ReportEvidence> evidence;
  std::string owner;
  std::string stage;  ///< when it is settled in a plan: "lock", "pin", …
  std::string task;   ///< what has to be done, in a few words; may be ""
  std::string told;   ///< for a draft: what stands in the way, for the customer; may be ""
  std::vector<ReportStep> fix;
  std::string prevention;
  std::vector<ReportAsk> ask;
  ReportResubmit resubmit;
  std::vector<ReportDispute> dispute;
  std::vector<std::string> sources;
  std::string fingerprint;  ///< see `fingerprint()`
};

/// What tells one rejection from another, so that a script notices when the same one comes again:
/// 16 lower-case hexadecimal digits, the FNV-1a hash of 64 bits over the UTF-8 bytes of
///
///     <reason> LF <order id, ASCII capitals made small> LF <numbers, sorted, each once, by commas>
///
/// A finding's numbers are those that it concerns; where it names none, those of the whole notice.
/// What is not known is empty: where a notice tells neither order nor number, all findings of a
/// reason share one fingerprint. It depends on nothing else: not on the other rules, the wording of
/// the notice, its masking, or the machine. It is not a secret, and hides none: who knows the
/// numbers can compute it.
std::string fingerprint(std::string_view reason, std::string_view order_id,
                        std::vector<std::string> numbers);

struct ReportNextAction {
  std::string owner;
  std::string policy;
  std::string summary;  ///< one sentence
};

/// One step from the rejection to the request that is sent in again.
struct ReportPlanStep {
  std::string stage;  ///< as ReportFinding::stage; "resubmit" for the last ones
  std::string owner;
  std::string text;                  ///< one sentence
  std::vector<std::string> reasons;  ///< ids of the findings it settles
  std::vector<std::string> numbers;  ///< E.164; empty = all of the order
  std::vector<std::size_t> after;    ///< steps, counted from 1, that have to be done before
  ReportResubmit resubmit;           ///< stage "resubmit" only: all findings taken together
};

/// A value of the notice that has the wrong length for the losing carrier. The value is not told.
struct ReportFormatHint {
  std::string field;                    ///< "pin", "transfer_pin", "account_number"
  std::uint32_t digits = 0;             ///< of the value in the notice
  std::vector<std::uint32_t> expected;  ///< what the carrier uses, in rising order
  std::string text;                     ///< for people
};

/// What becomes of the numbers of an order that do not share one fate; each number of the order is
/// in one of the lists.
struct ReportSplit {
  std::vector<std::string> go_on;        ///< nothing in the notice holds them back
  std::vector<std::string> correct;      ///< go on in the same order, once it is corrected
  std::vector<std::string> new_order;    ///< have to be ordered anew
  std::vector<std::string> cannot_move;  ///< cannot move this way
  bool needed = false;                   ///< the order cannot go on as one
  std::vector<std::string> advice;       ///< sentences
};

/// How far each pattern of a reason got on the notice.
struct ReportWhy {
  std::string reason;
  std::vector<std::string> lines;
};

/// All that a renderer needs to know about one notice; owns everything.
struct Report {
  std::string id_json;  ///< the caller's id of the notice as JSON text; "" = null

  std::string input_name;
  Shape shape = Shape::plain;
  std::size_t bytes = 0;
  bool truncated = false;
  std::vector<std::string> remarks;
  std::string error;  ///< why there is no notice to speak of (a broken line of a batch); "" = none

  Outcome outcome = Outcome::unrecognized;
  std::string not_a_rejection;  ///< what it is instead, one sentence; "" = not known

  std::vector<std::string> numbers;
  std::string order_id;
  std::string status;
  std::string provider;  ///< id; "" = nothing tells which
  std::string provider_name;
  std::string provider_desk;   ///< where questions go; may be ""
  std::string losing_carrier;  ///< id
  std::string losing_carrier_name;
  std::string carrier_for_customer;  ///< for drafts: the name its customers use, or other words
  std::string carrier_hint;  ///< how to find out which carrier it is, where that would help; or ""
  std::string country;
  std::string sender;  ///< who wrote the notice, as its mail says, secrets masked; or ""
  std::string sent;    ///< when, ISO 8601 as far as it is told; or ""
  std::map<std::string, std::string> dates;

  std::vector<ReportFinding> findings;
  std::vector<ReportFinding> weaker;
  std::optional<ReportSplit> split;  ///< only where the numbers do not share one fate
  std::optional<ReportWhy> why;      ///< only where it was asked for
  std::vector<std::string> conflicts;
  std::vector<std::string> unknown_codes;
  std::vector<ReportFormatHint> format_hints;
  std::vector<ReportPlanStep> plan;  ///< of all findings, in the order in which they are settled
  ReportNextAction next_action;
  std::map<std::string, int> redactions;  ///< field → how many were masked

  std::string rules_digest;
};

/// The names under which secrets appear: "[pin 1]". The same value has the same name for as long as
/// this lives, so that two mentions can be told to be one; no other value gets that name. It holds
/// no secret, only hashes, and a bounded number of those: past it, a value that comes again gets a
/// new name.
class SecretNames {
 public:
  /// The name of a value of that kind.
  std::string name_of(std::string_view kind, std::string_view value);

 private:
  static constexpr std::size_t kMost = 100'000;

  std::unordered_map<std::uint64_t, std::uint64_t> numbers_;  ///< hash of kind and value → number
  std::map<std::string, std::uint64_t, std::less<>> last_;    ///< by kind
};

/// Composes the advice: reason × carrier × provider × country. `source` is where line and column
/// come from. Text of the notice is masked here, on its way out, unless `show_secrets`.
struct AdviceOptions {
  bool show_secrets = false;
  bool weaker = false;           ///< include the findings not worth defending
  SecretNames* names = nullptr;  ///< shared by the notices of one run; null = this notice alone
  bool drafts = true;  ///< include what only drafts need: words for the customer, API calls
};
Report advise(const SourceText& source, const Notice& notice, const Findings& findings,
              const RuleTable& rules, const AdviceOptions& options = {});

/// How far each pattern of one reason got on the notice, for `--why`: one line a pattern, for
/// people.
std::string explain_patterns(const Notice& notice, const Findings& findings, const RuleTable& rules,
                             std::string_view reason_id, const AdviceOptions& options = {});

}  // namespace portfix
