#include "rules/compile.hpp"

#include <algorithm>
#include <map>

#include "rules/load.hpp"
#include "rules/table_writer.hpp"

namespace portfix {
namespace {

class Compiler {
 public:
  explicit Compiler(const RuleSet& rules) : rules_(rules), out_(rules) {}

  std::string run() {
    add_lexicon();
    add_reasons();
    add_schemes(out_);
    add_carriers(out_);
    add_providers(out_);
    add_countries(out_);
    add_tickets();
    add_patterns();
    out_.trie.write(out_.block, out_.header);
    add_files();
    return out_.block.finish(out_.header);
  }

 private:
  void add_lexicon() {
    const Lexicon& lexicon = rules_.lexicon;
    for (const Located& word : lexicon.fillers) out_.trie.flag(word.text, word_flag::filler);
    for (const Located& word : lexicon.connectors) out_.trie.flag(word.text, word_flag::connector);
    for (const Located& word : lexicon.negators) out_.trie.flag(word.text, word_flag::negator);
    for (const Located& word : lexicon.contrasts) out_.trie.flag(word.text, word_flag::contrast);
    for (const Located& word : lexicon.prepositions)
      out_.trie.flag(word.text, word_flag::preposition);
    for (const Located& word : lexicon.modals) out_.trie.flag(word.text, word_flag::modal);
    for (const Located& word : lexicon.pronouns) out_.trie.flag(word.text, word_flag::pronoun);
    for (const Located& word : lexicon.own_words) out_.trie.flag(word.text, word_flag::own_word);
    for (const Located& word : lexicon.alternatives)
      out_.trie.flag(word.text, word_flag::alternative);
    for (const Located& word : lexicon.code_words) out_.trie.flag(word.text, word_flag::code_word);
    for (const Located& word : lexicon.code_verbs) out_.trie.flag(word.text, word_flag::code_verb);
    std::vector<ConceptRow> concepts;
    for (const Concept& entry : lexicon.concepts) {
      const auto atom = out_.trie.add_atom(AtomKind::meaning,
                                           static_cast<std::uint32_t>(concepts.size()), entry.role);
      concept_atoms_.emplace(entry.id, atom);
      if (entry.stands_for == StandsFor::numbers) out_.header.number_atom = atom;
      if (entry.stands_for == StandsFor::dates) out_.header.date_atom = atom;
      if (entry.stands_for == StandsFor::carriers) out_.name_atom = atom;
      for (const WordRun& run : out_.expander.runs(entry.id)) out_.trie.add_run(run, atom);
      concepts.push_back({out_.text(entry.id), out_.text(entry.secret)});
    }
    out_.header.concepts = out_.block.add(concepts);
    std::vector<BenignRow> benign;
    for (const Benign& entry : lexicon.benign) {
      benign.push_back({out_.text(entry.id), out_.text(entry.says), entry.standing, {}});
    }
    out_.header.benign = out_.block.add(benign);
  }

  void add_reasons() {
    std::vector<ReasonRow> rows;
    for (const Reason& reason : rules_.reasons) {
      ReasonRow row;
      row.id = out_.text(reason.id);
      row.title = out_.text(reason.title);
      row.family = out_.text(reason.family);
      row.meaning = out_.text(reason.meaning);
      row.prevention = out_.text(reason.prevention);
      row.told = out_.text(reason.told);
      row.task = out_.text(reason.task);
      row.stage = reason.stage;
      row.owner = reason.owner;
      row.policy = reason.policy;
      row.last_resort = reason.last_resort;
      row.file = reason.place.file;
      std::vector<StepRow> fix;
      for (const Step& step : reason.fix)
        fix.push_back({out_.text(step.text), out_.text(step.topic)});
      row.fix = out_.block.add(fix);
      std::vector<AskRow> ask;
      for (const Ask& entry : reason.ask) {
        ask.push_back({out_.text(entry.field), out_.text(entry.question), out_.text(entry.send),
                       out_.text(entry.act), out_.text(entry.where), out_.text(entry.topic)});
      }
      row.ask = out_.block.add(ask);
      row.change = out_.texts(reason.change);
      row.documents = out_.texts(reason.documents);
      std::vector<SourceRow> sources;
      for (const SourceRef& entry : reason.sources) sources.push_back(out_.source(entry));
      row.sources = out_.block.add(sources);
      rows.push_back(row);
    }
    out_.header.reasons = out_.block.add(rows);
  }

  TicketFormRow form(const TicketForm& value) {
    return {out_.text(value.method), out_.text(value.path), out_.text(value.body)};
  }

  void add_tickets() {
    std::vector<TicketRow> rows;
    for (const Ticket& ticket : rules_.tickets) {
      rows.push_back({out_.text(ticket.id), out_.text(ticket.name), out_.text(ticket.about),
                      form(ticket.internal), form(ticket.to_customer), ticket.place.file});
    }
    out_.header.tickets = out_.block.add(rows);
  }

  std::uint32_t atom_of(const PatternPart& part) {
    if (!part.concept_id.empty()) return concept_atoms_.at(part.concept_id);
    return out_.trie.phrase(part.words);
  }

  void add_pattern(PatternUse use, std::uint32_t ref, const Located& pattern) {
    PatternSyntaxError error;
    std::vector<PartRow> parts;
    for (const PatternPart& part : out_.expander.strip(parse_pattern(pattern.text, error))) {
      parts.push_back({atom_of(part), part.joint, {}});
    }
    PatternRow row;
    row.use = use;
    row.ref = ref;
    row.parts = out_.block.add(parts);
    row.text = out_.text(pattern.text);
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
      out_.trie.patterns_of(rarest->atom).push_back(i);
    }
    out_.header.patterns = out_.block.add(pattern_rows_);
  }

  /// The files come last: they are read by `rules show` and by overlays only.
  void add_files() {
    out_.header.digest = out_.text(digest_of(rules_.files));
    std::vector<FileRow> rows;  // in the order of the indices that other rows hold
    for (const RuleFile& file : rules_.files) {
      rows.push_back({out_.text(file.name), out_.text(file.kind), out_.text(file.id),
                      out_.text(file.text.text())});
    }
    out_.header.files = out_.block.add(rows);
  }

  const RuleSet& rules_;
  TableWriter out_;
  std::map<std::string, std::uint32_t> concept_atoms_;
  std::vector<PatternRow> pattern_rows_;
  std::vector<std::vector<PartRow>> pattern_parts_;
};

}  // namespace

std::string compile_rules(const RuleSet& rules) { return Compiler(rules).run(); }

}  // namespace portfix
