#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "rules/enums.hpp"
#include "rules/pattern.hpp"

namespace portfix {

// The layout of a compiled rule table: one block of bytes in which everything is addressed by
// offset from its start. It is linked into the program and used in place; nothing is parsed or
// relocated.

/// A text inside the block.
struct TextRef {
  std::uint32_t at = 0;
  std::uint32_t size = 0;
};

/// A list of rows inside the block; aligned to 4 bytes.
template <class Row>
struct ListRef {
  std::uint32_t at = 0;
  std::uint32_t count = 0;
};

/// A slot of the word hash table; id 0 = empty.
struct WordSlot {
  std::uint32_t hash = 0;
  std::uint32_t id = 0;
  TextRef text;
  std::uint32_t flags = 0;
};

namespace word_flag {
inline constexpr std::uint32_t filler = 1;
inline constexpr std::uint32_t connector = 2;
inline constexpr std::uint32_t negator = 4;
inline constexpr std::uint32_t contrast = 8;
inline constexpr std::uint32_t preposition = 16;
inline constexpr std::uint32_t code_word = 32;
inline constexpr std::uint32_t modal = 64;
inline constexpr std::uint32_t pronoun = 128;
}  // namespace word_flag

/// By `word` to the node `next`.
struct TrieEdge {
  std::uint32_t word = 0;
  std::uint32_t next = 0;
};

/// A node of the trie; 0 is the root. Equal subtrees are one: it is an acyclic automaton.
struct TrieNode {
  ListRef<TrieEdge> edges;       ///< by word; the root's are in TableHeader::roots
  ListRef<std::uint32_t> atoms;  ///< that end here
};

/// What the trie recognises.
enum class AtomKind : std::uint8_t {
  meaning,  ///< a concept of the lexicon; ref = index of concepts
  phrase,   ///< words of a pattern
  label,    ///< the label of a code; ref = index of codes
  carrier,  ///< a name of a carrier; ref = index of carriers
  weak_carrier,
  carrier_word,  ///< tells a carrier from another of the same name; ref = index of carriers
  provider,      ///< a name of a provider; ref = index of providers
  scheme,        ///< a context word of a scheme; ref = index of schemes
  field,         ///< words of a provider's field path; ref = index of field_names
  country,       ///< words that tell of a country; ref = index of countries
};

struct AtomRow {
  AtomKind kind = AtomKind::phrase;
  Role role = Role::plain;
  std::uint16_t unused = 0;
  std::uint32_t ref = 0;
  ListRef<std::uint32_t> patterns;  ///< whose rarest part is this atom
};

struct PartRow {
  std::uint32_t atom = 0;
  Joint joint = Joint::first;
  std::uint8_t unused[3] = {0, 0, 0};
};

enum class PatternUse : std::uint8_t { assertion, hint, unless, benign };

struct PatternRow {
  PatternUse use = PatternUse::assertion;
  std::uint8_t anchor = 0;  ///< index of the part under which AtomRow::patterns lists it
  std::uint16_t unused = 0;
  std::uint32_t ref = 0;  ///< index of reasons, or of benign kinds
  ListRef<PartRow> parts;
  TextRef text;
};

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

struct TableHeader {
  static constexpr std::uint32_t current_version = 4;

  char magic[8] = {'p', 'o', 'r', 't', 'f', 'i', 'x', '\n'};
  std::uint32_t version = current_version;
  std::uint32_t bytes = 0;
  TextRef digest;
  ListRef<WordSlot> words;       ///< power of two
  ListRef<std::uint32_t> roots;  ///< by word id: the node behind the root, or 0
  ListRef<TrieNode> nodes;
  ListRef<AtomRow> atoms;
  std::uint32_t number_atom = 0xffffffffU;  ///< of the concept that telephone numbers stand for
  std::uint32_t date_atom = 0xffffffffU;    ///< of the concept that dates stand for
  ListRef<PatternRow> patterns;
  ListRef<ConceptRow> concepts;
  ListRef<ReasonRow> reasons;
  ListRef<BenignRow> benign;
  ListRef<SchemeRow> schemes;
  ListRef<CodeRow> codes;
  ListRef<CodeKeyRow> code_keys;
  ListRef<CarrierRow> carriers;
  ListRef<ProviderRow> providers;
  ListRef<FieldNameRow> field_names;
  ListRef<CountryRow> countries;
  ListRef<TicketRow> tickets;
  ListRef<FileRow> files;
};

std::uint32_t hash_word(std::string_view word);

/// Reads a compiled table in place. The bytes must outlive the view and be aligned to 4.
class TableView {
 public:
  explicit TableView(std::string_view bytes) : bytes_(bytes) {}

  /// True if the bytes are a table of this version, whole and aligned.
  [[nodiscard]] static bool is_table(std::string_view bytes);

  [[nodiscard]] const TableHeader& header() const {
    return *reinterpret_cast<const TableHeader*>(bytes_.data());
  }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  [[nodiscard]] std::string_view text(TextRef ref) const { return bytes_.substr(ref.at, ref.size); }
  template <class Row>
  [[nodiscard]] std::span<const Row> list(ListRef<Row> ref) const {
    return {reinterpret_cast<const Row*>(bytes_.data() + ref.at), ref.count};
  }

  [[nodiscard]] std::span<const ReasonRow> reasons() const { return list(header().reasons); }
  [[nodiscard]] std::span<const CodeRow> codes() const { return list(header().codes); }
  [[nodiscard]] std::span<const SchemeRow> schemes() const { return list(header().schemes); }
  [[nodiscard]] std::span<const CarrierRow> carriers() const { return list(header().carriers); }
  [[nodiscard]] std::span<const ProviderRow> providers() const { return list(header().providers); }
  [[nodiscard]] std::span<const FieldNameRow> field_names() const {
    return list(header().field_names);
  }
  [[nodiscard]] std::span<const CountryRow> countries() const { return list(header().countries); }
  [[nodiscard]] std::span<const TicketRow> tickets() const { return list(header().tickets); }
  [[nodiscard]] std::span<const AtomRow> atoms() const { return list(header().atoms); }
  [[nodiscard]] std::span<const PatternRow> patterns() const { return list(header().patterns); }
  [[nodiscard]] std::span<const BenignRow> benign() const { return list(header().benign); }
  [[nodiscard]] std::span<const FileRow> files() const { return list(header().files); }

  /// The slot of a folded word, or nullptr if no rule uses the word.
  [[nodiscard]] const WordSlot* find_word(std::string_view folded) const;
  /// The node behind `node` by `word`, or 0.
  [[nodiscard]] std::uint32_t next_node(std::uint32_t node, std::uint32_t word) const;
  /// All rows with that code or alias in any letter case; in order of scheme rank.
  [[nodiscard]] std::span<const CodeKeyRow> find_code(std::string_view code) const;

  /// Index of the row with that id, or `rows.size()`.
  template <class Row>
  [[nodiscard]] std::size_t index_of(std::span<const Row> rows, std::string_view id) const {
    std::size_t i = 0;
    while (i < rows.size() && text(rows[i].id) != id) ++i;
    return i;
  }
  template <class Row>
  [[nodiscard]] const Row* find(std::span<const Row> rows, std::string_view id) const {
    const auto i = index_of(rows, id);
    return i < rows.size() ? &rows[i] : nullptr;
  }

 private:
  std::string_view bytes_;
};

}  // namespace portfix
