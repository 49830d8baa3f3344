#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "portfix/source_text.hpp"
#include "rules/enums.hpp"

namespace portfix {

/// Where a piece of a rule file stands: file index of RuleSet::files and byte offset.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t at = 0;
};

/// A text of a rule file and its place, for messages about it.
struct Located {
  std::string text;
  Place place;
};

struct SourceRef {
  std::string url;
  std::string seen;  ///< ISO date
  Place place = {};  ///< of the address
};

struct Step {
  std::string text;
  std::string topic;  ///< of a carrier's steps; "" = none
};

struct Ask {
  std::string field;
  std::string question;  ///< complete in itself
  std::string send;      ///< what is asked for, behind "Please send us:"; or
  std::string act;       ///< what is asked to be done, behind "Please:"
  std::string where;     ///< where it is found, where the carrier has no words of its own
  std::string topic;     ///< of the carrier's words; "" = none
};

struct Reason {
  std::string id;
  Place place;
  std::string title;
  std::string family;
  std::string meaning;
  Owner owner = Owner::porting_desk;
  std::vector<Located> patterns;
  std::vector<Located> hints;   ///< patterns that count only where nothing stronger is found
  std::vector<Located> unless;  ///< patterns that keep the rule silent in a clause
  std::vector<Step> fix;
  std::string prevention;
  std::vector<Ask> ask;
  std::string told;  ///< what stands in the way, in one sentence for the customer
  std::string task;  ///< what has to be done, in a few words for the agent
  Stage stage = Stage::data;
  bool last_resort = false;  ///< reported only where no other reason is
  Policy policy = Policy::supplement;
  std::vector<std::string> change;
  std::vector<std::string> documents;
  std::vector<Located> samples;
  Place samples_at;
  std::vector<Located> counter_samples;
  Place counter_samples_at;
  std::vector<Located> todo_samples;
  std::vector<SourceRef> sources;
};

struct Code {
  Located code;  ///< empty text: the provider has words only
  std::string label;
  CodeStatus status = CodeStatus::rejection;
  std::vector<Located> reasons;
  std::optional<Owner> owner;
  std::optional<Policy> policy;
  std::vector<Located> aliases;
  std::vector<std::string> inner_of;
  std::vector<std::string> same_as;
  std::string note;
  std::optional<Stands> stands;  ///< where it differs from the scheme's
  Verified verified = Verified::yes;
  std::vector<Located> sources;  ///< ids of Scheme::sources
};

struct Scheme {
  std::string id;
  Place place;
  std::string name;
  std::string about;
  std::string country;
  std::vector<Located> providers;
  Stands stands = Stands::code_position;
  std::vector<Located> context;
  bool loose_zeros = false;
  int rank = 50;
  Verified elsewhere = Verified::yes;  ///< how sure the codes are where nothing names the scheme
  std::vector<std::pair<std::string, SourceRef>> sources;
  std::vector<Code> codes;
};

struct CarrierStep {
  std::string topic;
  std::string text;
  std::string format;
  std::string lifetime;
  std::string confidence;
  std::string customer;  ///< the same in words for the customer; "" = none
  SourceRef source;
};

struct Carrier {
  std::string id;
  Place place;
  std::string name;
  std::string plain_name;  ///< what its customers call it, where that differs; "" = the name
  std::vector<Located> aliases;
  std::vector<Located> weak_aliases;  ///< ordinary words: count only in a carrier field
  std::vector<Located> words;         ///< tell it from another carrier of the same name
  std::vector<std::string> numbers;   ///< so its numbers begin: E.164 without plus sign
  std::vector<std::string> keys;      ///< of JSON or XML that only its own answers use
  std::string country;
  std::string kind;
  bool generic = false;
  std::vector<Located> network;
  std::string wrong_code;
  std::map<std::string, std::vector<int>> digits;  ///< allowed lengths by field
  std::vector<CarrierStep> steps;
};

struct ResubmitRule {
  Policy policy = Policy::supplement;
  std::vector<std::string> change;  ///< fields it is meant for; empty = any
  std::string order;                ///< same | new | none
  std::vector<std::string> steps;
};

/// A deadline that can be counted from a date of the notice.
struct Term {
  std::string from;  ///< "notice", "foc", "due"; "" = cannot be counted
  int amount = 0;    ///< before the date if negative
  TermUnit unit = TermUnit::days;
  bool earliest = false;  ///< not before it, instead of not after it
};

struct Deadline {
  std::string says;
  Term term;
  std::vector<Policy> policies;
  std::vector<Located> reasons;
  std::string confidence;
  SourceRef source;
};

struct ApiCall {
  Policy policy = Policy::supplement;
  std::string method;
  std::string path;
  std::string note;
  std::string body;  ///< JSON text with placeholders; "" = none
  bool is_xml = false;
  bool needs_documents = false;  ///< made only where there are documents to send
};

struct Provider {
  std::string id;
  Place place;
  std::string name;
  std::vector<Located> aliases;
  std::vector<Located> schemes;
  std::string desk;
  std::vector<std::string> domains;
  std::vector<std::string> keys;
  std::vector<std::string> order_id_prefixes;
  std::map<std::string, std::vector<std::string>> fields;  ///< fact → paths
  std::vector<ResubmitRule> resubmit;
  Place resubmit_at;
  std::vector<ApiCall> api;
  std::vector<Deadline> deadlines;
  std::vector<SourceRef> sources;
};

struct Law {
  std::vector<Located> reasons;
  std::string stance;  ///< dispute | comply | depends
  std::string says;
  std::string confidence;
  SourceRef source;
};

/// A day of each year on which the whole country rests.
struct Holiday {
  enum class Kind : std::uint8_t {
    fixed,    ///< `month` and `day`
    weekday,  ///< the first `number`, 1 = Monday, on or after `month` and `day`
    easter,   ///< `number` days after Easter Sunday
  };
  Kind kind = Kind::fixed;
  int month = 0;
  int day = 0;
  int number = 0;
  WeekendRule weekend = WeekendRule::stays;
};

struct Country {
  std::string id;
  Place place;
  std::string name;
  std::string calling_code;
  std::vector<std::string> area_codes;  ///< where a calling code is shared: those of this country
  std::vector<Located> mentions;        ///< words in a notice that tell of this country
  std::vector<Law> law;
  std::vector<Deadline> deadlines;
  std::vector<Holiday> holidays;
  std::optional<SourceRef> holiday_source;
};

/// One call of a ticket tool.
struct TicketForm {
  std::string method;
  std::string path;  ///< for people: which call the body is for
  std::string body;  ///< JSON text with placeholders
};

struct Ticket {
  std::string id;
  Place place;
  std::string name;
  std::string about;
  TicketForm internal;
  TicketForm to_customer;
};

struct Concept {
  std::string id;
  Place place;
  Role role = Role::plain;
  StandsFor stands_for = StandsFor::nothing;
  std::string secret;  ///< kind of secret that values beside it are: "pin"; "" = none
  std::vector<Located> wordings;
};

/// A kind of notice that is not a rejection: an FOC, a progress report.
struct Benign {
  std::string id;
  Place place;
  std::string says;
  Standing standing = Standing::open;
  std::vector<Located> patterns;
  std::vector<Located> samples;
};

/// Another way to write a word: "diff" for "different". Read as that word everywhere.
struct Spelling {
  Located written;
  Located word;
};

struct Lexicon {
  std::vector<Located> fillers;       ///< words that carry nothing: articles, copulas
  std::vector<Located> connectors;    ///< "and", "or"
  std::vector<Located> negators;      ///< "not", "no"
  std::vector<Located> contrasts;     ///< "but", "however": a new clause
  std::vector<Located> prepositions;  ///< "on", "for": what follows describes what went before
  std::vector<Located> modals;        ///< "will", "may": what follows is not stated as a fact
  std::vector<Located> pronouns;      ///< "it", "that": the subject stands before
  std::vector<Located> own_words;     ///< "I", "my": the writer speaks of himself
  std::vector<Located> alternatives;  ///< connectors a "no" reaches across: "or", "nor"
  std::vector<Located> code_words;    ///< "code", "reason", "error": a code may follow
  std::vector<Located> code_verbs;    ///< "got", "back": a named provider's code may follow
  std::vector<Spelling> spellings;
  std::vector<Concept> concepts;
  std::vector<Benign> benign;
};

/// A rule file as it was read; kept so that messages can show its lines and `rules show` its text.
struct RuleFile {
  std::string name;  ///< as messages write it, such as "rules/reasons/pin-missing.json"
  std::string kind;  ///< reasons | codes | … | lexicon: see rule_kinds()
  std::string id;    ///< stem of the file's name
  SourceText text;
};

/// All rules, as plain values, before they are compiled.
struct RuleSet {
  std::vector<RuleFile> files;
  Lexicon lexicon;
  std::vector<Reason> reasons;
  std::vector<Scheme> schemes;
  std::vector<Carrier> carriers;
  std::vector<Provider> providers;
  std::vector<Country> countries;
  std::vector<Ticket> tickets;
};

}  // namespace portfix
