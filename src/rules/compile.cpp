#include "rules/compile.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "rules/block.hpp"
#include "rules/code_keys.hpp"
#include "rules/load.hpp"
#include "rules/table.hpp"
#include "rules/trie_builder.hpp"
#include "rules/wordings.hpp"

namespace portfix {
namespace {

constexpr std::size_t kShortestLabel = 2;  // words; "Other" says nothing

class Compiler {
 public:
  explicit Compiler(const RuleSet& rules)
      : rules_(rules), expander_(rules.lexicon), trie_(expander_) {
    index(reasons_, rules.reasons);
    index(schemes_, rules.schemes);
    index(providers_, rules.providers);
  }

  std::string run() {
    block_.reserve(sizeof(TableHeader));
    add_lexicon();
    add_reasons();
    add_schemes();
    add_carriers();
    add_providers();
    add_countries();
    add_tickets();
    add_patterns();
    trie_.write(block_, header_);
    add_files();
    return block_.finish(header_);
  }

 private:
  template <class Row>
  static void index(std::map<std::string, std::uint32_t>& out, const std::vector<Row>& rows) {
    for (const Row& row : rows) out.emplace(row.id, static_cast<std::uint32_t>(out.size()));
  }

  TextRef text(std::string_view value) { return block_.add(value); }

  ListRef<TextRef> texts(const std::vector<std::string>& values) {
    std::vector<TextRef> rows;
    for (const std::string& value : values) rows.push_back(text(value));
    return block_.add(rows);
  }

  ListRef<TextRef> texts(const std::vector<Located>& values) {
    std::vector<TextRef> rows;
    for (const Located& value : values) rows.push_back(text(value.text));
    return block_.add(rows);
  }

  ListRef<std::uint32_t> refs(const std::vector<Located>& ids,
                              const std::map<std::string, std::uint32_t>& known) {
    std::vector<std::uint32_t> rows;
    for (const Located& id : ids) rows.push_back(known.at(id.text));
    return block_.add(rows);
  }

  SourceRow source(const SourceRef& value) { return {text(value.url), text(value.seen)}; }

  void add_lexicon() {
    const Lexicon& lexicon = rules_.lexicon;
    for (const Located& word : lexicon.fillers) trie_.flag(word.text, word_flag::filler);
    for (const Located& word : lexicon.connectors) trie_.flag(word.text, word_flag::connector);
    for (const Located& word : lexicon.negators) trie_.flag(word.text, word_flag::negator);
    for (const Located& word : lexicon.contrasts) trie_.flag(word.text, word_flag::contrast);
    for (const Located& word : lexicon.prepositions) trie_.flag(word.text, word_flag::preposition);
    for (const Located& word : lexicon.modals) trie_.flag(word.text, word_flag::modal);
    for (const Located& word : lexicon.pronouns) trie_.flag(word.text, word_flag::pronoun);
    for (const Located& word : lexicon.code_words) trie_.flag(word.text, word_flag::code_word);
    std::vector<ConceptRow> concepts;
    for (const Concept& entry : lexicon.concepts) {
      const auto atom = trie_.add_atom(AtomKind::meaning,
                                       static_cast<std::uint32_t>(concepts.size()), entry.role);
      concept_atoms_.emplace(entry.id, atom);
      if (entry.stands_for == StandsFor::numbers) header_.number_atom = atom;
      if (entry.stands_for == StandsFor::dates) header_.date_atom = atom;
      if (entry.stands_for == StandsFor::carriers) name_atom_ = atom;
      for (const WordRun& run : expander_.runs(entry.id)) trie_.add_run(run, atom);
      concepts.push_back({text(entry.id), text(entry.secret)});
    }
    header_.concepts = block_.add(concepts);
    std::vector<BenignRow> benign;
    for (const Benign& entry : lexicon.benign) {
      benign.push_back({text(entry.id), text(entry.says), entry.standing, {}});
    }
    header_.benign = block_.add(benign);
  }

  void add_reasons() {
    std::vector<ReasonRow> rows;
    for (const Reason& reason : rules_.reasons) {
      ReasonRow row;
      row.id = text(reason.id);
      row.title = text(reason.title);
      row.family = text(reason.family);
      row.meaning = text(reason.meaning);
      row.prevention = text(reason.prevention);
      row.told = text(reason.told);
      row.task = text(reason.task);
      row.stage = reason.stage;
      row.owner = reason.owner;
      row.policy = reason.policy;
      row.last_resort = reason.last_resort;
      row.file = reason.place.file;
      std::vector<StepRow> fix;
      for (const Step& step : reason.fix) fix.push_back({text(step.text), text(step.topic)});
      row.fix = block_.add(fix);
      std::vector<AskRow> ask;
      for (const Ask& entry : reason.ask) {
        ask.push_back({text(entry.field), text(entry.question), text(entry.send), text(entry.act),
                       text(entry.where), text(entry.topic)});
      }
      row.ask = block_.add(ask);
      row.change = texts(reason.change);
      row.documents = texts(reason.documents);
      std::vector<SourceRow> sources;
      for (const SourceRef& entry : reason.sources) sources.push_back(source(entry));
      row.sources = block_.add(sources);
      rows.push_back(row);
    }
    header_.reasons = block_.add(rows);
  }

  CodeRow code_row(const Scheme& scheme, std::uint32_t scheme_index, const Code& code) {
    CodeRow row;
    row.scheme = scheme_index;
    row.code = text(code.code.text);
    row.label = text(code.label);
    row.note = text(code.note);
    row.reasons = refs(code.reasons, reasons_);
    row.inner_of = texts(code.inner_of);
    row.same_as = texts(code.same_as);
    std::vector<SourceRow> sources;
    for (const auto& known : scheme.sources) {
      const bool named = std::any_of(code.sources.begin(), code.sources.end(),
                                     [&](const Located& id) { return id.text == known.first; });
      if (named) sources.push_back(source(known.second));
    }
    row.sources = block_.add(sources);
    row.status = code.status;
    row.verified = code.verified;
    row.stands = code.stands.value_or(scheme.stands);
    if (code.owner) row.owner = static_cast<std::uint8_t>(*code.owner);
    if (code.policy) row.policy = static_cast<std::uint8_t>(*code.policy);
    return row;
  }

  /// "SPID [%s] is wrong" has its longest fixed part matched.
  void add_label(const Code& code, std::uint32_t index) {
    std::string_view best;
    std::string_view rest = code.label;
    while (!rest.empty()) {
      const auto cut = std::min(rest.find('%'), rest.size());
      if (cut > best.size()) best = rest.substr(0, cut);
      rest.remove_prefix(std::min(cut + 2, rest.size()));
    }
    trie_.add_text(best, trie_.add_atom(AtomKind::label, index), kShortestLabel);
  }

  void add_schemes() {
    std::vector<SchemeRow> rows;
    std::vector<CodeRow> codes;
    CodeKeys keys;
    for (const Scheme& scheme : rules_.schemes) {
      keys.start(scheme);
      const auto index = static_cast<std::uint32_t>(rows.size());
      SchemeRow row;
      row.id = text(scheme.id);
      row.name = text(scheme.name);
      row.about = text(scheme.about);
      row.country = text(scheme.country);
      row.providers = refs(scheme.providers, providers_);
      row.rank = scheme.rank;
      row.stands = scheme.stands;
      row.loose_zeros = scheme.loose_zeros;
      row.elsewhere = scheme.elsewhere;
      row.file = static_cast<std::uint16_t>(scheme.place.file);
      rows.push_back(row);
      const auto atom = trie_.add_atom(AtomKind::scheme, index);
      for (const Located& context : scheme.context) trie_.add_text(context.text, atom);
      for (const Code& code : scheme.codes) {
        const auto code_index = static_cast<std::uint32_t>(codes.size());
        keys.add(code, code_index);
        add_label(code, code_index);
        codes.push_back(code_row(scheme, index, code));
      }
    }
    std::vector<CodeKeyRow> key_rows;
    for (const CodeKey& key : std::move(keys).sorted()) {
      key_rows.push_back({text(key.text), key.code});
    }
    header_.schemes = block_.add(rows);
    header_.codes = block_.add(codes);
    header_.code_keys = block_.add(key_rows);
  }

  /// The name of a carrier or provider, which one concept of the lexicon stands for as well.
  void add_name(std::string_view name, std::uint32_t atom) {
    trie_.add_text(name, atom);
    if (name_atom_) trie_.add_text(name, *name_atom_);
  }

  void add_carriers() {
    std::vector<CarrierRow> rows;
    for (const Carrier& carrier : rules_.carriers) {
      const auto index = static_cast<std::uint32_t>(rows.size());
      CarrierRow row;
      row.id = text(carrier.id);
      row.name = text(carrier.name);
      row.plain_name = text(carrier.plain_name);
      row.country = text(carrier.country);
      row.kind = text(carrier.kind);
      row.wrong_code = text(carrier.wrong_code);
      row.network = texts(carrier.network);
      row.keys = texts(carrier.keys);
      row.numbers = texts(carrier.numbers);
      row.generic = carrier.generic;
      row.file = static_cast<std::uint16_t>(carrier.place.file);
      std::vector<DigitsRow> digits;
      for (const auto& [field, lengths] : carrier.digits) {
        const std::vector<std::uint32_t> values(lengths.begin(), lengths.end());
        digits.push_back({text(field), block_.add(values)});
      }
      row.digits = block_.add(digits);
      std::vector<CarrierStepRow> steps;
      for (const CarrierStep& step : carrier.steps) {
        steps.push_back({text(step.topic), text(step.text), text(step.format), text(step.lifetime),
                         text(step.confidence), text(step.customer), source(step.source)});
      }
      row.steps = block_.add(steps);
      rows.push_back(row);
      const auto atom = trie_.add_atom(AtomKind::carrier, index);
      const auto name = carrier.name.substr(0, carrier.name.find(" ("));
      const bool weak_name = std::any_of(carrier.weak_aliases.begin(), carrier.weak_aliases.end(),
                                         [&](const Located& alias) { return alias.text == name; });
      if (!carrier.generic && !weak_name) add_name(name, atom);
      for (const Located& alias : carrier.aliases) add_name(alias.text, atom);
      for (const Located& word : carrier.words) {  // an atom each: distinct words count
        trie_.add_text(word.text, trie_.add_atom(AtomKind::carrier_word, index));
      }
      if (carrier.weak_aliases.empty()) continue;
      const auto weak = trie_.add_atom(AtomKind::weak_carrier, index);
      for (const Located& alias : carrier.weak_aliases) trie_.add_text(alias.text, weak);
    }
    header_.carriers = block_.add(rows);
  }

  ListRef<std::uint32_t> policies(const std::vector<Policy>& values) {
    std::vector<std::uint32_t> rows;
    for (const Policy value : values) rows.push_back(static_cast<std::uint32_t>(value));
    return block_.add(rows);
  }

  ListRef<DeadlineRow> deadlines(const std::vector<Deadline>& values) {
    std::vector<DeadlineRow> rows;
    for (const Deadline& value : values) {
      const Term& term = value.term;
      rows.push_back({text(value.says), text(term.from), term.amount, term.unit, term.earliest, 0,
                      policies(value.policies), refs(value.reasons, reasons_),
                      text(value.confidence), source(value.source)});
    }
    return block_.add(rows);
  }

  void add_providers() {
    std::vector<ProviderRow> rows;
    std::vector<FieldNameRow> names;
    for (const Provider& provider : rules_.providers) {
      const auto index = static_cast<std::uint32_t>(rows.size());
      ProviderRow row;
      row.id = text(provider.id);
      row.name = text(provider.name);
      row.desk = text(provider.desk);
      row.domains = texts(provider.domains);
      row.keys = texts(provider.keys);
      row.order_id_prefixes = texts(provider.order_id_prefixes);
      row.schemes = refs(provider.schemes, schemes_);
      row.file = provider.place.file;
      std::vector<FieldRow> fields;
      for (const auto& [fact, paths] : provider.fields) {
        fields.push_back({text(fact), texts(paths)});
        for (std::uint32_t rank = 0; rank < paths.size(); ++rank) {
          const std::string_view last =
              std::string_view(paths[rank]).substr(paths[rank].rfind('.') + 1);
          trie_.add_text(last,
                         trie_.add_atom(AtomKind::field, static_cast<std::uint32_t>(names.size())));
          names.push_back({index, text(fact), rank});
        }
      }
      row.fields = block_.add(fields);
      std::vector<ResubmitRow> resubmit;
      for (const ResubmitRule& rule : provider.resubmit) {
        resubmit.push_back({texts(rule.change), texts(rule.steps), text(rule.order),
                            static_cast<std::uint32_t>(rule.policy)});
      }
      row.resubmit = block_.add(resubmit);
      std::vector<ApiCallRow> api;
      for (const ApiCall& call : provider.api) {
        api.push_back({text(call.method), text(call.path), text(call.note), text(call.body),
                       static_cast<std::uint16_t>(call.policy), call.is_xml, call.needs_documents});
      }
      row.api = block_.add(api);
      row.deadlines = deadlines(provider.deadlines);
      rows.push_back(row);
      const auto atom = trie_.add_atom(AtomKind::provider, index);
      if (provider.id != "generic") add_name(provider.name, atom);
      for (const Located& alias : provider.aliases) add_name(alias.text, atom);
    }
    header_.providers = block_.add(rows);
    header_.field_names = block_.add(names);
  }

  void add_countries() {
    std::vector<CountryRow> rows;
    for (const Country& country : rules_.countries) {
      CountryRow row;
      row.id = text(country.id);
      row.name = text(country.name);
      row.calling_code = text(country.calling_code);
      row.area_codes = texts(country.area_codes);
      row.file = country.place.file;
      std::vector<LawRow> law;
      for (const Law& entry : country.law) {
        law.push_back({refs(entry.reasons, reasons_), text(entry.stance), text(entry.says),
                       text(entry.confidence), source(entry.source)});
      }
      row.law = block_.add(law);
      row.deadlines = deadlines(country.deadlines);
      std::vector<HolidayRow> holidays;
      for (const Holiday& day : country.holidays) {
        holidays.push_back({static_cast<std::uint8_t>(day.kind),
                            static_cast<std::uint8_t>(day.month),
                            static_cast<std::uint8_t>(day.day), day.weekend, day.number});
      }
      row.holidays = block_.add(holidays);
      const auto index = static_cast<std::uint32_t>(rows.size());
      for (const Located& mention : country.mentions) {  // an atom each: distinct words count
        trie_.add_text(mention.text, trie_.add_atom(AtomKind::country, index));
      }
      rows.push_back(row);
    }
    header_.countries = block_.add(rows);
  }

  TicketFormRow form(const TicketForm& value) {
    return {text(value.method), text(value.path), text(value.body)};
  }

  void add_tickets() {
    std::vector<TicketRow> rows;
    for (const Ticket& ticket : rules_.tickets) {
      rows.push_back({text(ticket.id), text(ticket.name), text(ticket.about), form(ticket.internal),
                      form(ticket.to_customer), ticket.place.file});
    }
    header_.tickets = block_.add(rows);
  }

  std::uint32_t atom_of(const PatternPart& part) {
    if (!part.concept_id.empty()) return concept_atoms_.at(part.concept_id);
    return trie_.phrase(part.words);
  }

  void add_pattern(PatternUse use, std::uint32_t ref, const Located& pattern) {
    PatternSyntaxError error;
    std::vector<PartRow> parts;
    for (const PatternPart& part : expander_.strip(parse_pattern(pattern.text, error))) {
      parts.push_back({atom_of(part), part.joint, {}});
    }
    PatternRow row;
    row.use = use;
    row.ref = ref;
    row.parts = block_.add(parts);
    row.text = text(pattern.text);
    pattern_rows_.push_back(row);
    pattern_parts_.push_back(std::move(parts));
  }

  void add_patterns() {
    for (std::uint32_t i = 0; i < rules_.reasons.size(); ++i) {
      const Reason& reason = rules_.reasons[i];
      for (const Located& p : reason.patterns) add_pattern(PatternUse::assertion, i, p);
      for (const Located& p : reason.hints) add_pattern(PatternUse::hint, i, p);
      for (const Located& p : reason.unless) add_pattern(PatternUse::unless, i, p);
    }
    for (std::uint32_t i = 0; i < rules_.lexicon.benign.size(); ++i) {
      for (const Located& p : rules_.lexicon.benign[i].patterns) {
        add_pattern(PatternUse::benign, i, p);
      }
    }
    // A pattern is looked at where its rarest part occurs, so that common words cost nothing.
    std::map<std::uint32_t, std::size_t> uses;
    for (const auto& parts : pattern_parts_) {
      for (const PartRow& part : parts) ++uses[part.atom];
    }
    for (std::uint32_t i = 0; i < pattern_rows_.size(); ++i) {
      const auto& parts = pattern_parts_[i];
      const auto rarest = std::min_element(
          parts.begin(), parts.end(),
          [&](const PartRow& a, const PartRow& b) { return uses[a.atom] < uses[b.atom]; });
      pattern_rows_[i].anchor = static_cast<std::uint8_t>(rarest - parts.begin());
      trie_.patterns_of(rarest->atom).push_back(i);
    }
    header_.patterns = block_.add(pattern_rows_);
  }

  /// The files come last: they are read by `rules show` and by overlays only.
  void add_files() {
    header_.digest = text(digest_of(rules_.files));
    std::vector<FileRow> rows;  // in the order of the indices that other rows hold
    for (const RuleFile& file : rules_.files) {
      rows.push_back({text(file.name), text(file.kind), text(file.id), text(file.text.text())});
    }
    header_.files = block_.add(rows);
  }

  const RuleSet& rules_;
  WordingExpander expander_;
  TrieBuilder trie_;
  Block block_;
  TableHeader header_;
  std::map<std::string, std::uint32_t> reasons_;
  std::map<std::string, std::uint32_t> schemes_;
  std::map<std::string, std::uint32_t> providers_;
  std::map<std::string, std::uint32_t> concept_atoms_;
  std::optional<std::uint32_t> name_atom_;  ///< of the concept that names of carriers stand for
  std::vector<PatternRow> pattern_rows_;
  std::vector<std::vector<PartRow>> pattern_parts_;
};

}  // namespace

std::string compile_rules(const RuleSet& rules) { return Compiler(rules).run(); }

}  // namespace portfix
