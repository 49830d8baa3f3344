#include "cli/lookup.hpp"

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/rule_choice.hpp"
#include "portfix/diagnose.hpp"
#include "report/redact.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

/// Turns rows of the table into matches that own their texts.
class Describer {
 public:
  explicit Describer(const TableView& view) : view_(view) {}

  /// `anybodys`: nobody has said whose code it is.
  [[nodiscard]] ExplainedMatch code(const CodeRow& row, bool anybodys) const {
    const SchemeRow& scheme = view_.schemes()[row.scheme];
    ExplainedMatch match;
    match.kind = "code";
    match.scheme = text(scheme.id);
    match.code = text(row.code);
    match.id = match.scheme + ':' + match.code;
    match.label = text(row.label);
    match.text = text(row.note);
    match.status = name_of(row.status);
    match.verified = name_of(anybodys ? std::max(row.verified, scheme.elsewhere) : row.verified);
    for (const std::uint32_t index : view_.list(row.reasons)) {
      match.reasons.push_back(text(view_.reasons()[index].id));
    }
    const auto reasons = view_.list(row.reasons);
    if (!reasons.empty()) {
      const ReasonRow& reason = view_.reasons()[reasons.front()];
      match.owner = name_of(reason.owner);
      match.policy = name_of(reason.policy);
    }
    if (row.owner != no_override) match.owner = name_of(static_cast<Owner>(row.owner));
    if (row.policy != no_override) match.policy = name_of(static_cast<Policy>(row.policy));
    match.sources = sources(row.sources);
    return match;
  }

  [[nodiscard]] ExplainedMatch reason(std::uint32_t index) const {
    const ReasonRow& row = view_.reasons()[index];
    ExplainedMatch match;
    match.kind = "reason";
    match.id = text(row.id);
    match.label = text(row.title);
    match.text = text(row.meaning);
    match.reasons = {match.id};
    match.owner = name_of(row.owner);
    match.policy = name_of(row.policy);
    for (const StepRow& step : view_.list(row.fix)) {
      match.steps.push_back({text(step.topic), text(step.text), ""});
    }
    for (const AskRow& ask : view_.list(row.ask)) {
      match.ask.push_back({text(ask.field), text(ask.question)});
    }
    match.change = texts(row.change);
    match.documents = texts(row.documents);
    match.prevention = text(row.prevention);
    for (const CodeRow& code : view_.codes()) {
      const auto reasons = view_.list(code.reasons);
      const bool leads_here = std::find(reasons.begin(), reasons.end(), index) != reasons.end();
      if (leads_here) add_code(match.codes, code);
    }
    match.sources = sources(row.sources);
    return match;
  }

  [[nodiscard]] ExplainedMatch carrier(const CarrierRow& row) const {
    ExplainedMatch match;
    match.kind = "carrier";
    match.id = text(row.id);
    match.label = text(row.name);
    match.text = text(row.wrong_code);
    for (const CarrierStepRow& step : view_.list(row.steps)) {
      match.steps.push_back({text(step.topic), text(step.text), text(step.source.url),
                             text(step.source.seen), text(step.confidence), text(step.lifetime)});
      add_once(match.sources, text(step.source.url));
    }
    return match;
  }

  [[nodiscard]] ExplainedMatch provider(const ProviderRow& row) const {
    ExplainedMatch match;
    match.kind = "provider";
    match.id = text(row.id);
    match.label = text(row.name);
    if (row.desk.size > 0) match.text = "Porting desk: " + text(row.desk);
    for (const ResubmitRow& rule : view_.list(row.resubmit)) {
      for (const TextRef step : view_.list(rule.steps)) {
        match.steps.push_back(
            {std::string(name_of(static_cast<Policy>(rule.policy))), text(step), ""});
      }
    }
    for (const std::uint32_t index : view_.list(row.schemes)) {
      match.codes.push_back(text(view_.schemes()[index].id));
    }
    for (const DeadlineRow& deadline : view_.list(row.deadlines)) {
      add_once(match.sources, text(deadline.source.url));
    }
    return match;
  }

  [[nodiscard]] ExplainedMatch scheme(std::uint32_t index) const {
    const SchemeRow& row = view_.schemes()[index];
    ExplainedMatch match;
    match.kind = "scheme";
    match.id = text(row.id);
    match.scheme = match.id;
    match.label = text(row.name);
    match.text = text(row.about);
    for (const CodeRow& code : view_.codes()) {
      if (code.scheme != index) continue;
      add_code(match.codes, code);
      for (const std::string& source : sources(code.sources)) add_once(match.sources, source);
    }
    return match;
  }

 private:
  [[nodiscard]] std::string text(TextRef ref) const { return std::string(view_.text(ref)); }

  [[nodiscard]] std::vector<std::string> texts(ListRef<TextRef> list) const {
    std::vector<std::string> out;
    for (const TextRef ref : view_.list(list)) out.push_back(text(ref));
    return out;
  }

  [[nodiscard]] std::vector<std::string> sources(ListRef<SourceRow> list) const {
    std::vector<std::string> out;
    for (const SourceRow& source : view_.list(list)) add_once(out, text(source.url));
    return out;
  }

  static void add_once(std::vector<std::string>& list, std::string item) {
    if (item.empty() || std::find(list.begin(), list.end(), item) != list.end()) return;
    list.push_back(std::move(item));
  }

  void add_code(std::vector<std::string>& codes, const CodeRow& code) const {
    if (code.code.size == 0) return;
    add_once(codes, text(view_.schemes()[code.scheme].id) + ':' + text(code.code));
  }

  const TableView& view_;
};

void add_codes(Explanation& out, std::string_view scheme, std::string_view code,
               const TableView& view, const Describer& describe) {
  for (const CodeKeyRow& key : view.find_code(code)) {
    const CodeRow& row = view.codes()[key.code];
    if (!scheme.empty() && !same_letters(view.text(view.schemes()[row.scheme].id), scheme))
      continue;
    out.matches.push_back(describe.code(row, scheme.empty()));
  }
}

template <class Row>
bool is_named(const Row& row, std::string_view query, const TableView& view) {
  return same_letters(view.text(row.id), query) || same_letters(view.text(row.name), query);
}

void add_named(Explanation& out, std::string_view query, const RuleTable& rules,
               const Describer& describe) {
  const TableView& view = rules.view();
  for (std::uint32_t i = 0; i < view.reasons().size(); ++i) {
    const ReasonRow& row = view.reasons()[i];
    if (same_letters(view.text(row.id), query) || same_letters(view.text(row.title), query)) {
      out.matches.push_back(describe.reason(i));
    }
  }
  for (const std::string& id : carriers_named(query, rules)) {
    out.matches.push_back(describe.carrier(*view.find(view.carriers(), id)));
  }
  for (const std::string& id : providers_named(query, rules)) {
    out.matches.push_back(describe.provider(*view.find(view.providers(), id)));
  }
  for (std::uint32_t i = 0; i < view.schemes().size(); ++i) {
    if (is_named(view.schemes()[i], query, view)) out.matches.push_back(describe.scheme(i));
  }
}

/// The details of the reasons that the matching codes name.
void add_reasons(Explanation& out, const TableView& view, const Describer& describe) {
  for (std::uint32_t i = 0; i < view.reasons().size(); ++i) {
    const std::string_view id = view.text(view.reasons()[i].id);
    const bool named =
        std::any_of(out.matches.begin(), out.matches.end(), [&](const ExplainedMatch& match) {
          return match.kind == "code" &&
                 std::find(match.reasons.begin(), match.reasons.end(), id) != match.reasons.end();
        });
    if (named) out.reasons.push_back(describe.reason(i));
  }
}

void add_diagnosis(Explanation& out, const RuleTable& rules, const Describer& describe) {
  const TableView& view = rules.view();
  const Report report = diagnose(SourceText::from_bytes("<query>", out.query), rules);
  for (const ReportFinding& finding : report.findings) {
    const auto index = view.index_of(view.reasons(), finding.reason);
    out.matches.push_back(describe.reason(static_cast<std::uint32_t>(index)));
  }
}

}  // namespace

Explanation look_up(std::string_view query, const RuleTable& rules) {
  const TableView& view = rules.view();
  const Describer describe(view);
  Explanation out;
  out.query = query;
  add_codes(out, "", query, view, describe);
  const auto colon = query.find(':');
  if (colon != std::string_view::npos && colon > 0) {
    add_codes(out, query.substr(0, colon), query.substr(colon + 1), view, describe);
  }
  add_named(out, query, rules, describe);
  if (out.matches.empty()) {  // words of a notice, perhaps
    add_diagnosis(out, rules, describe);
    out.query = starred(query, rules);
  }
  add_reasons(out, view, describe);
  return out;
}

std::string suggestion_for(std::string_view query, const RuleTable& rules) {
  const TableView& view = rules.view();
  std::vector<std::string_view> names;
  const auto add = [&](const auto& rows) {
    for (const auto& row : rows) names.push_back(view.text(row.id));
  };
  add(view.reasons());
  add(view.schemes());
  add(view.providers());
  add(view.carriers());
  for (const CodeRow& row : view.codes()) names.push_back(view.text(row.code));
  const auto colon = query.find(':');
  if (colon != std::string_view::npos) return did_you_mean(query.substr(0, colon), names);
  return did_you_mean(query, names);
}

}  // namespace portfix::cli
