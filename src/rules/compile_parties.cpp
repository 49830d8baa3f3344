#include <algorithm>

#include "rules/table_writer.hpp"

namespace portfix {
namespace {

/// The name of a carrier or provider, which one concept of the lexicon stands for as well.
void add_name(TableWriter& out, std::string_view name, std::uint32_t atom) {
  out.trie.add_text(name, atom);
  if (out.name_atom) out.trie.add_text(name, *out.name_atom);
}

ListRef<std::uint32_t> policies(TableWriter& out, const std::vector<Policy>& values) {
  std::vector<std::uint32_t> rows;
  for (const Policy value : values) rows.push_back(static_cast<std::uint32_t>(value));
  return out.block.add(rows);
}

ListRef<DeadlineRow> deadlines(TableWriter& out, const std::vector<Deadline>& values) {
  std::vector<DeadlineRow> rows;
  for (const Deadline& value : values) {
    const Term& term = value.term;
    rows.push_back({out.text(value.says), out.text(term.from), term.amount, term.unit,
                    term.earliest, 0, policies(out, value.policies),
                    out.refs(value.reasons, out.reasons), out.text(value.confidence),
                    out.source(value.source)});
  }
  return out.block.add(rows);
}

}  // namespace

void add_carriers(TableWriter& out) {
  std::vector<CarrierRow> rows;
  for (const Carrier& carrier : out.rules.carriers) {
    const auto index = static_cast<std::uint32_t>(rows.size());
    CarrierRow row;
    row.id = out.text(carrier.id);
    row.name = out.text(carrier.name);
    row.plain_name = out.text(carrier.plain_name);
    row.country = out.text(carrier.country);
    row.kind = out.text(carrier.kind);
    row.wrong_code = out.text(carrier.wrong_code);
    row.network = out.texts(carrier.network);
    row.keys = out.texts(carrier.keys);
    row.numbers = out.texts(carrier.numbers);
    row.generic = carrier.generic;
    row.file = static_cast<std::uint16_t>(carrier.place.file);
    std::vector<DigitsRow> digits;
    for (const auto& [field, lengths] : carrier.digits) {
      const std::vector<std::uint32_t> values(lengths.begin(), lengths.end());
      digits.push_back({out.text(field), out.block.add(values)});
    }
    row.digits = out.block.add(digits);
    std::vector<CarrierStepRow> steps;
    for (const CarrierStep& step : carrier.steps) {
      steps.push_back({out.text(step.topic), out.text(step.text), out.text(step.format),
                       out.text(step.lifetime), out.text(step.confidence), out.text(step.customer),
                       out.source(step.source)});
    }
    row.steps = out.block.add(steps);
    rows.push_back(row);
    const auto atom = out.trie.add_atom(AtomKind::carrier, index);
    const auto name = carrier.name.substr(0, carrier.name.find(" ("));
    const bool weak_name = std::any_of(carrier.weak_aliases.begin(), carrier.weak_aliases.end(),
                                       [&](const Located& alias) { return alias.text == name; });
    if (!carrier.generic && !weak_name) add_name(out, name, atom);
    for (const Located& alias : carrier.aliases) add_name(out, alias.text, atom);
    for (const Located& word : carrier.words) {  // an atom each: distinct words count
      out.trie.add_text(word.text, out.trie.add_atom(AtomKind::carrier_word, index));
    }
    if (carrier.weak_aliases.empty()) continue;
    const auto weak = out.trie.add_atom(AtomKind::weak_carrier, index);
    for (const Located& alias : carrier.weak_aliases) out.trie.add_text(alias.text, weak);
  }
  out.header.carriers = out.block.add(rows);
}

void add_providers(TableWriter& out) {
  std::vector<ProviderRow> rows;
  std::vector<FieldNameRow> names;
  for (const Provider& provider : out.rules.providers) {
    const auto index = static_cast<std::uint32_t>(rows.size());
    ProviderRow row;
    row.id = out.text(provider.id);
    row.name = out.text(provider.name);
    row.desk = out.text(provider.desk);
    row.domains = out.texts(provider.domains);
    row.keys = out.texts(provider.keys);
    row.order_id_prefixes = out.texts(provider.order_id_prefixes);
    row.schemes = out.refs(provider.schemes, out.schemes);
    row.file = provider.place.file;
    std::vector<FieldRow> fields;
    for (const auto& [fact, paths] : provider.fields) {
      fields.push_back({out.text(fact), out.texts(paths)});
      for (std::uint32_t rank = 0; rank < paths.size(); ++rank) {
        const std::string_view last =
            std::string_view(paths[rank]).substr(paths[rank].rfind('.') + 1);
        out.trie.add_text(
            last, out.trie.add_atom(AtomKind::field, static_cast<std::uint32_t>(names.size())));
        names.push_back({index, out.text(fact), rank});
      }
    }
    row.fields = out.block.add(fields);
    std::vector<ResubmitRow> resubmit;
    for (const ResubmitRule& rule : provider.resubmit) {
      resubmit.push_back({out.texts(rule.change), out.texts(rule.steps), out.text(rule.order),
                          static_cast<std::uint32_t>(rule.policy)});
    }
    row.resubmit = out.block.add(resubmit);
    std::vector<ApiCallRow> api;
    for (const ApiCall& call : provider.api) {
      api.push_back({out.text(call.method), out.text(call.path), out.text(call.note),
                     out.text(call.body), static_cast<std::uint16_t>(call.policy), call.is_xml,
                     call.needs_documents});
    }
    row.api = out.block.add(api);
    row.deadlines = deadlines(out, provider.deadlines);
    rows.push_back(row);
    const auto atom = out.trie.add_atom(AtomKind::provider, index);
    if (provider.id != "generic") add_name(out, provider.name, atom);
    for (const Located& alias : provider.aliases) add_name(out, alias.text, atom);
  }
  out.header.providers = out.block.add(rows);
  out.header.field_names = out.block.add(names);
}

void add_countries(TableWriter& out) {
  std::vector<CountryRow> rows;
  for (const Country& country : out.rules.countries) {
    CountryRow row;
    row.id = out.text(country.id);
    row.name = out.text(country.name);
    row.calling_code = out.text(country.calling_code);
    row.area_codes = out.texts(country.area_codes);
    row.file = country.place.file;
    std::vector<LawRow> law;
    for (const Law& entry : country.law) {
      law.push_back({out.refs(entry.reasons, out.reasons), out.text(entry.stance),
                     out.text(entry.says), out.text(entry.confidence), out.source(entry.source)});
    }
    row.law = out.block.add(law);
    row.deadlines = deadlines(out, country.deadlines);
    std::vector<HolidayRow> holidays;
    for (const Holiday& day : country.holidays) {
      holidays.push_back({static_cast<std::uint8_t>(day.kind), static_cast<std::uint8_t>(day.month),
                          static_cast<std::uint8_t>(day.day), day.weekend, day.number});
    }
    row.holidays = out.block.add(holidays);
    const auto index = static_cast<std::uint32_t>(rows.size());
    for (const Located& mention : country.mentions) {  // an atom each: distinct words count
      out.trie.add_text(mention.text, out.trie.add_atom(AtomKind::country, index));
    }
    rows.push_back(row);
  }
  out.header.countries = out.block.add(rows);
}

}  // namespace portfix
