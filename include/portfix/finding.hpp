#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/notice.hpp"
#include "portfix/rule_table.hpp"

namespace portfix {

/// What became of a notice. The names are those of the JSON report.
enum class Outcome : std::uint8_t {
  diagnosed,        ///< at least one reason that portfix would defend
  unrecognized,     ///< perhaps a rejection, but no rule explains it
  not_a_rejection,  ///< good news, progress, or an error of another kind
};

std::string_view to_string(Outcome outcome);

/// What in the notice speaks for a finding.
struct Evidence {
  enum class Kind : std::uint8_t { code, pattern };

  Kind kind = Kind::pattern;
  std::string scheme;        ///< code: its scheme id
  std::string code;          ///< code: as the table writes it; "" = the table has words only
  std::string verified;      ///< code: how sure its meaning is here: "yes", "inferred", "memory"
  std::uint32_t row = none;  ///< code: index of its row in the table
  std::string rule;          ///< pattern: its text in the rule file
  Range at;                  ///< into Notice::text: the matching words
  std::uint32_t clause = 0;  ///< index into Notice::clauses
};

/// A reason that the notice gives. Indices refer to the RuleTable that was used.
struct Finding {
  std::uint32_t reason = 0;
  double confidence = 0;             ///< 0 to 1
  std::vector<Evidence> evidence;    ///< best first; never empty
  std::vector<std::string> numbers;  ///< E.164, those it concerns; empty = not known
  std::uint32_t code = none;  ///< index of the code row that decides owner and policy, or none
};

/// Code and text say different things, or two codes do.
struct Conflict {
  std::string text;  ///< for people, one sentence
  Range at = {};     ///< into Notice::text: words of the notice that the sentence repeats, if any
};

/// A code that no table knows.
struct UnknownCode {
  std::string code;
  Range at;  ///< into Notice::text
};

struct NamedDate {
  std::string name;  ///< "foc", "due", "notice"
  std::string iso;
};

/// A value that must not leave portfix unmasked: an account number, a PIN, an SSN.
struct Secret {
  Range at;            ///< into Notice::text
  std::string kind;    ///< "account_number", "pin", …
  bool named = false;  ///< it stands right behind its name, or in a field of that name
};

/// What the rules see in a notice.
struct Findings {
  Outcome outcome = Outcome::unrecognized;
  std::vector<Finding> reasons;  ///< best first
  std::vector<Finding> weaker;   ///< not worth defending; shown on demand
  std::vector<Conflict> conflicts;
  std::vector<UnknownCode> unknown_codes;
  std::uint32_t benign = none;       ///< index of the kind of notice that is no rejection, or none
  std::uint32_t benign_code = none;  ///< index of the code that says so, or none
  std::vector<std::string> numbers;  ///< E.164, the order's numbers, in order of appearance
  std::string order_id;              ///< "" = not found
  std::string status;                ///< the order's status word in the notice, or ""
  std::uint32_t provider = none;     ///< index; the gaining provider
  bool provider_assumed = false;     ///< nothing tells which; the general one stands in
  std::uint32_t carrier = none;      ///< index; the losing carrier
  std::vector<std::uint32_t> carriers_of_name;  ///< indices; where the notice's name fits several
  std::string country;                          ///< ISO 3166-1 alpha-2, or ""
  Range sender;      ///< into Notice::text; who wrote the notice, or empty
  std::string sent;  ///< when, ISO 8601 as far as it is told; or ""
  std::vector<NamedDate> dates;
  std::vector<Secret> secrets;  ///< by position, without overlap
};

/// What the caller knows beyond the notice.
struct MatchOptions {
  std::string provider;  ///< id, "" = look in the notice
  std::string carrier;
  std::string country;
};

/// Applies the rules. Pure; linear in the length of the notice.
Findings match_notice(const Notice& notice, const RuleTable& rules,
                      const MatchOptions& options = {});

/// How far one pattern got on a notice.
struct PatternTrace {
  std::string use;      ///< "pattern", "hint", "unless"
  std::string pattern;  ///< as the rule file has it
  std::size_t parts = 0;
  std::size_t parts_found = 0;  ///< in the clause where it got furthest
  bool matched = false;
  std::uint32_t clause = none;  ///< index of that clause, or none
};

/// How far each pattern of a reason got, in the order of its file; empty for an unknown reason.
std::vector<PatternTrace> trace_patterns(const Notice& notice, const RuleTable& rules,
                                         std::string_view reason_id);

}  // namespace portfix
