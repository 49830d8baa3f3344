#include "render/rules_diff.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "render/json_text.hpp"
#include "render/terminal_text.hpp"

namespace portfix {
namespace {

std::string in_words(const Diagnosis& diagnosis) {
  if (diagnosis.reasons.empty()) return diagnosis.outcome;
  return fmt::format("{}", fmt::join(diagnosis.reasons, ", "));
}

std::string text_header(const ComparedRules&, const ComparedRules&) { return {}; }

std::string text_change(const ChangedNotice& notice, bool) {
  return clean(notice.name) + "\n  - " + clean(in_words(notice.before)) + "\n  + " +
         clean(in_words(notice.after)) + '\n';
}

std::string text_footer(std::uint64_t notices, std::uint64_t changed, std::uint64_t diagnoses) {
  if (changed == 0) {
    return fmt::format("{} {}, no change\n", notices, notices == 1 ? "notice" : "notices");
  }
  return fmt::format("{} of {} notices change: {} in the diagnosis, {} in further reasons\n",
                     changed, notices, diagnoses, changed - diagnoses);
}

Json rules_json(const ComparedRules& rules) {
  return {{"name", rules.name}, {"rules", rules.digest}};
}

Json diagnosis_json(const Diagnosis& diagnosis) {
  return {{"outcome", diagnosis.outcome}, {"reasons", diagnosis.reasons}};
}

std::string json_header(const ComparedRules& before, const ComparedRules& after) {
  std::string text = to_text(Json{{"schema", "portfix-rules-diff/1"},
                                  {"old", rules_json(before)},
                                  {"new", rules_json(after)}},
                             true);
  text.resize(text.size() - 2);  // the closing "\n}"
  return text + ",\n  \"changes\": [";
}

std::string json_change(const ChangedNotice& notice, bool first) {
  const std::string id = notice.id_json.empty() ? "null" : escape_hidden(notice.id_json);
  const std::string rest =
      to_text(Json{{"notice", notice.name},
                   {"changes", notice.changes_diagnosis() ? "diagnosis" : "further_reasons"},
                   {"old", diagnosis_json(notice.before)},
                   {"new", diagnosis_json(notice.after)}},
              false);
  return fmt::format("{}\n    {{\"id\":{},{}", first ? "" : ",", id, rest.substr(1));
}

std::string json_footer(std::uint64_t notices, std::uint64_t changed, std::uint64_t diagnoses) {
  return fmt::format(
      "{}],\n  \"notices\": {},\n  \"changed\": {},\n  \"changed_diagnoses\": {}\n}}\n",
      changed == 0 ? "" : "\n  ", notices, changed, diagnoses);
}

}  // namespace

bool ChangedNotice::changes_diagnosis() const {
  const auto first = [](const Diagnosis& diagnosis) {
    return diagnosis.reasons.empty() ? std::string() : diagnosis.reasons.front();
  };
  return before.outcome != after.outcome || first(before) != first(after);
}

RulesDiffFormat rules_diff_text() { return {text_header, text_change, text_footer}; }

RulesDiffFormat rules_diff_json() { return {json_header, json_change, json_footer}; }

}  // namespace portfix
