#pragma once

#include <cstdint>

#include "rules/enums.hpp"
#include "rules/table_refs.hpp"

namespace portfix {

// What a compiled table has of each rule file.

struct ConceptRow {
  TextRef id;
  TextRef secret;
};

struct StepRow {
  TextRef text;
  TextRef topic;
};

struct AskRow {
  TextRef field;
  TextRef question;
  TextRef send;
  TextRef act;
  TextRef where;
  TextRef topic;
};

struct SourceRow {
  TextRef url;
  TextRef seen;
};

struct ReasonRow {
  TextRef id;
  TextRef title;
  TextRef family;
  TextRef meaning;
  TextRef prevention;
  TextRef told;
  TextRef task;
  Owner owner = Owner::porting_desk;
  Policy policy = Policy::supplement;
  bool last_resort = false;
  Stage stage = Stage::data;
  std::uint32_t file = 0;
  ListRef<StepRow> fix;
  ListRef<AskRow> ask;
  ListRef<TextRef> change;
  ListRef<TextRef> documents;
  ListRef<SourceRow> sources;
};

struct BenignRow {
  TextRef id;
  TextRef says;
  Standing standing = Standing::open;
  std::uint8_t unused[3] = {};
};

struct SchemeRow {
  TextRef id;
  TextRef name;
  TextRef about;
  TextRef country;
  ListRef<std::uint32_t> providers;
  std::int32_t rank = 50;
  Stands stands = Stands::code_position;
  bool loose_zeros = false;
  std::uint16_t file = 0;
  Verified elsewhere = Verified::yes;  ///< how sure its codes are where nothing names the scheme
  std::uint8_t unused[3] = {0, 0, 0};
};

inline constexpr std::uint8_t no_override = 0xff;

struct CodeRow {
  std::uint32_t scheme = 0;
  TextRef code;
  TextRef label;
  TextRef note;
  ListRef<std::uint32_t> reasons;
  ListRef<TextRef> inner_of;
  ListRef<TextRef> same_as;
  ListRef<SourceRow> sources;
  CodeStatus status = CodeStatus::rejection;
  Verified verified = Verified::yes;
  std::uint8_t owner = no_override;
  std::uint8_t policy = no_override;
  Stands stands = Stands::code_position;
  std::uint8_t unused[3] = {0, 0, 0};
};

/// Sorted by key; a key is a code or an alias in ASCII lower case.
struct CodeKeyRow {
  TextRef key;
  std::uint32_t code = 0;
};

struct CarrierStepRow {
  TextRef topic;
  TextRef text;
  TextRef format;
  TextRef lifetime;
  TextRef confidence;
  TextRef customer;
  SourceRow source;
};

struct DigitsRow {
  TextRef field;
  ListRef<std::uint32_t> lengths;
};

struct CarrierRow {
  TextRef id;
  TextRef name;
  TextRef plain_name;
  TextRef country;
  TextRef kind;
  TextRef wrong_code;
  ListRef<TextRef> network;
  ListRef<TextRef> keys;
  ListRef<TextRef> numbers;
  ListRef<DigitsRow> digits;
  ListRef<CarrierStepRow> steps;
  bool generic = false;
  std::uint8_t unused = 0;
  std::uint16_t file = 0;
};

struct DeadlineRow {
  TextRef says;
  TextRef from;             ///< date of the notice from which it counts; empty = cannot be counted
  std::int32_t amount = 0;  ///< before that date if negative
  TermUnit unit = TermUnit::days;
  bool earliest = false;
  std::uint16_t unused = 0;
  ListRef<std::uint32_t> policies;  ///< values of Policy; empty = all
  ListRef<std::uint32_t> reasons;   ///< empty = all
  TextRef confidence;
  SourceRow source;
};

struct ResubmitRow {
  ListRef<TextRef> change;
  ListRef<TextRef> steps;
  TextRef order;
  std::uint32_t policy = 0;
};

struct ApiCallRow {
  TextRef method;
  TextRef path;
  TextRef note;
  TextRef body;  ///< JSON text with placeholders
  std::uint16_t policy = 0;
  bool is_xml = false;
  bool needs_documents = false;
};

struct FieldRow {
  TextRef fact;
  ListRef<TextRef> paths;
};

/// What words like "Order ID" name: a fact at one provider. Its rank is the place among the paths.
struct FieldNameRow {
  std::uint32_t provider = 0;
  TextRef fact;
  std::uint32_t rank = 0;
};

struct ProviderRow {
  TextRef id;
  TextRef name;
  TextRef desk;
  ListRef<TextRef> domains;
  ListRef<TextRef> keys;
  ListRef<TextRef> order_id_prefixes;
  ListRef<FieldRow> fields;
  ListRef<std::uint32_t> schemes;
  ListRef<ResubmitRow> resubmit;
  ListRef<ApiCallRow> api;
  ListRef<DeadlineRow> deadlines;
  std::uint32_t file = 0;
};

struct LawRow {
  ListRef<std::uint32_t> reasons;
  TextRef stance;
  TextRef says;
  TextRef confidence;
  SourceRow source;
};

struct HolidayRow {
  std::uint8_t kind = 0;  ///< Holiday::Kind
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  WeekendRule weekend = WeekendRule::stays;
  std::int32_t number = 0;
};

struct CountryRow {
  TextRef id;
  TextRef name;
  TextRef calling_code;
  ListRef<TextRef> area_codes;
  ListRef<LawRow> law;
  ListRef<DeadlineRow> deadlines;
  ListRef<HolidayRow> holidays;
  std::uint32_t file = 0;
};

struct TicketFormRow {
  TextRef method;
  TextRef path;
  TextRef body;  ///< JSON text with placeholders
};

struct TicketRow {
  TextRef id;
  TextRef name;
  TextRef about;
  TicketFormRow internal;
  TicketFormRow to_customer;
  std::uint32_t file = 0;
};

/// A rule file as it was read.
struct FileRow {
  TextRef name;
  TextRef kind;
  TextRef id;
  TextRef text;
};

}  // namespace portfix
