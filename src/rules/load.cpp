#include "rules/load.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/object_reader.hpp"
#include "rules/read_bodies.hpp"
#include "rules/read_parties.hpp"
#include "rules/read_sources.hpp"

namespace portfix {
namespace {

/// How many notices a skeleton stands for: for people, who may leave it.
void check_unmatched(ObjectReader& reader) {
  const JsonNode* node = reader.take("unmatched");
  if (node == nullptr) return;
  ObjectReader counter(*node, reader.problems());
  const JsonNode* notices = counter.take("notices");
  if (notices != nullptr && notices->kind != JsonNode::Kind::number) counter.integer_of(*notices);
}

Reason read_reason(ObjectReader& reader) {
  Reason reason;
  reason.place = reader.place();
  reason.id = reader.text("id");
  reason.title = reader.text("title");
  reason.family = reader.text("family");
  check_unmatched(reader);
  reason.meaning = reader.text("meaning");
  reason.owner = reader.one_of<Owner>("owner");
  reason.told = reader.optional_text("told");
  reason.task = reader.optional_text("task");
  reason.stage = reader.optional_one_of<Stage>("stage").value_or(Stage::data);
  reason.last_resort = reader.optional_flag("last_resort");
  reason.patterns = reader.located("patterns", Need::required);
  reason.hints = reader.located("hints");
  reason.unless = reader.located("unless");
  reader.each("fix", Need::some, [&](const JsonNode& node) {
    ObjectReader step(node, reader.problems());
    reason.fix.push_back({step.text("step"), step.optional_text("topic")});
  });
  reason.prevention = reader.text("prevention");
  reader.each("ask", Need::required, [&](const JsonNode& node) {
    ObjectReader ask(node, reader.problems());
    reason.ask.push_back({ask.text("field"), ask.text("question"), ask.optional_text("send"),
                          ask.optional_text("do"), ask.optional_text("where"),
                          ask.optional_text("topic")});
  });
  if (const JsonNode* node = reader.take_required("resubmit", "{…}")) {
    ObjectReader resubmit(*node, reader.problems());
    reason.policy = resubmit.one_of<Policy>("policy");
    reason.change = resubmit.texts("change", Need::required);
    reason.documents = resubmit.texts("documents", Need::required);
  }
  reason.samples = reader.located("samples", Need::required);
  reason.samples_at = reader.place_of("samples");
  reason.counter_samples = reader.located("counter_samples", Need::required);
  reason.counter_samples_at = reader.place_of("counter_samples");
  reason.todo_samples = reader.located("todo_samples");
  reason.sources = read_sources(reader);
  return reason;
}

Code read_code(const JsonNode& node, FileProblems& problems, bool has_code) {
  ObjectReader reader(node, problems);
  Code code;
  if (has_code) code.code.text = reader.text("code");
  code.label = reader.text_or_empty("label");
  const JsonNode* name = node.find(has_code ? "code" : "label");
  code.code.place = {problems.file(), name == nullptr ? node.at : name->at};
  code.status = reader.one_of<CodeStatus>("status");
  code.reasons = reader.located("reasons");
  code.owner = reader.optional_one_of<Owner>("owner");
  code.policy = reader.optional_one_of<Policy>("policy");
  code.aliases = reader.located("aliases");
  code.inner_of = reader.texts("inner_of");
  code.same_as = reader.texts("same_as");
  code.note = reader.optional_text("note");
  code.stands = reader.optional_one_of<Stands>("stands");
  code.verified = reader.optional_one_of<Verified>("verified").value_or(Verified::yes);
  const JsonNode* source = reader.take_required("source");
  const auto add_source = [&](const JsonNode& item) {
    code.sources.push_back({reader.item_of(item, "source"), {problems.file(), item.at}});
  };
  if (source != nullptr && source->kind == JsonNode::Kind::array) {
    std::for_each(source->children.begin(), source->children.end(), add_source);
  } else if (source != nullptr) {
    code.sources.push_back({reader.text("source"), {problems.file(), source->at}});
  }
  return code;
}

Scheme read_scheme(ObjectReader& reader) {
  Scheme scheme;
  scheme.place = reader.place();
  scheme.id = reader.text("id");
  scheme.name = reader.text("name");
  scheme.about = reader.text("about");
  scheme.country = reader.optional_text("country");
  scheme.providers = reader.located("providers");
  scheme.stands = reader.one_of<Stands>("stands");
  scheme.context = reader.located("context");
  scheme.loose_zeros = reader.word("leading_zeros", {"strict", "loose"}, Need::optional) == "loose";
  scheme.rank = reader.optional_integer("rank", 50);
  scheme.elsewhere = reader.optional_one_of<Verified>("elsewhere").value_or(Verified::yes);
  reader.each("sources", Need::some, [&](const JsonNode& node) {
    std::string id;
    SourceRef source = read_source(node, reader.problems(), &id);
    scheme.sources.emplace_back(std::move(id), std::move(source));
  });
  reader.each("codes", Need::optional, [&](const JsonNode& node) {
    scheme.codes.push_back(read_code(node, reader.problems(), true));
  });
  reader.each("texts", Need::optional, [&](const JsonNode& node) {
    scheme.codes.push_back(read_code(node, reader.problems(), false));
  });
  return scheme;
}

Lexicon read_lexicon(ObjectReader& reader) {
  Lexicon lexicon;
  reader.take("id");
  lexicon.fillers = reader.located("fillers", Need::required);
  lexicon.connectors = reader.located("connectors", Need::required);
  lexicon.negators = reader.located("negators", Need::required);
  lexicon.contrasts = reader.located("contrasts", Need::required);
  lexicon.prepositions = reader.located("prepositions", Need::required);
  lexicon.modals = reader.located("modals", Need::optional);
  lexicon.pronouns = reader.located("pronouns", Need::optional);
  lexicon.own_words = reader.located("own_words", Need::optional);
  lexicon.alternatives = reader.located("alternatives", Need::optional);
  lexicon.code_words = reader.located("code_words", Need::required);
  lexicon.code_verbs = reader.located("code_verbs", Need::optional);
  reader.each_member("spellings", [&](const JsonNode& member) {
    lexicon.spellings.push_back(
        {{member.key, {reader.problems().file(), member.key_at}},
         {reader.item_of(member, "spellings"), {reader.problems().file(), member.at}}});
  });
  reader.each_member("concepts", [&](const JsonNode& member) {
    ObjectReader node(member, reader.problems());
    Concept entry;
    entry.id = member.key;
    entry.place = {reader.problems().file(), member.key_at};
    entry.role = node.optional_one_of<Role>("role").value_or(Role::plain);
    entry.stands_for = node.optional_one_of<StandsFor>("stands_for").value_or(StandsFor::nothing);
    entry.secret = node.optional_text("secret");
    entry.wordings = node.located("wordings", Need::some);
    lexicon.concepts.push_back(std::move(entry));
  });
  reader.each_member("not_a_rejection", [&](const JsonNode& member) {
    ObjectReader node(member, reader.problems());
    Benign entry;
    entry.id = member.key;
    entry.place = {reader.problems().file(), member.key_at};
    entry.says = node.text("says");
    entry.standing = node.optional_one_of<Standing>("standing").value_or(Standing::open);
    entry.patterns = node.located("patterns", Need::some);
    entry.samples = node.located("samples", Need::some);
    lexicon.benign.push_back(std::move(entry));
  });
  return lexicon;
}

/// The id inside must be the file's name, so that a file is found by the id a report names.
void check_id(const RuleFile& file, const std::string& id, ObjectReader& reader) {
  const JsonNode* node = reader.take("id");
  if (node == nullptr || id.empty() || id == file.id) return;
  const bool same_letters =
      std::equal(id.begin(), id.end(), file.id.begin(), file.id.end(),
                 [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
  if (file.kind == "countries" && same_letters) return;
  reader.problems().error(node->at,
                          fmt::format("id \"{}\" is not the file's name \"{}\"", id, file.id),
                          fmt::format("write \"{}\", or rename the file to {}.json", file.id, id));
}

void read_file(RuleSet& rules, std::uint32_t index, Diagnostics& problems) {
  const RuleFile& file = rules.files[index];
  FileProblems file_problems(rules.files, index, problems);
  JsonError error;
  // Where the text ends too early, the last line that says something is shown.
  const auto end = file.text.text().find_last_not_of(" \t\n") + 1;
  const auto tree = parse_json(file.text.text(), error);
  if (!tree && end == 0) {
    file_problems.error(0, "the file is empty", "a rule file holds one JSON object");
    return;
  }
  if (!tree) {
    file_problems.error(static_cast<std::uint32_t>(std::min(error.at, end)), error.message,
                        "look for a comma, quote or bracket too few or too many before this place");
    return;
  }
  ObjectReader reader(*tree, file_problems);
  const auto keep = [&](auto& rows, auto row) {
    check_id(file, row.id, reader);
    rows.push_back(std::move(row));
  };
  if (file.kind == "reasons") keep(rules.reasons, read_reason(reader));
  if (file.kind == "codes") keep(rules.schemes, read_scheme(reader));
  if (file.kind == "carriers") keep(rules.carriers, read_carrier(reader));
  if (file.kind == "providers") keep(rules.providers, read_provider(reader));
  if (file.kind == "countries") keep(rules.countries, read_country(reader));
  if (file.kind == "tickets") keep(rules.tickets, read_ticket(reader));
  if (file.kind == "lexicon") rules.lexicon = read_lexicon(reader);
}

}  // namespace

Diagnostic diagnostic_at(const std::vector<RuleFile>& files, Place place, std::string message,
                         std::string help) {
  const RuleFile& file = files[place.file];
  return {Severity::error,
          file.name,
          file.text.position(place.at),
          std::move(message),
          std::string(file.text.line_at(place.at)),
          std::move(help)};
}

RuleSet load_rules(std::vector<RuleFile> files, Diagnostics& problems) {
  RuleSet rules;
  rules.files = std::move(files);
  for (std::uint32_t i = 0; i < rules.files.size(); ++i) read_file(rules, i, problems);
  return rules;
}

}  // namespace portfix
