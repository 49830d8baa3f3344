#include <fmt/format.h>

#include <algorithm>

#include "portfix/report.hpp"
#include "report/customer_words.hpp"
#include "report/format_hints.hpp"
#include "report/not_before.hpp"
#include "report/phrases.hpp"
#include "report/plan.hpp"
#include "report/redact.hpp"
#include "report/resubmission.hpp"
#include "report/split.hpp"
#include "report/told_deadline.hpp"
#include "rules/table.hpp"

namespace portfix {
namespace {

class Adviser {
 public:
  Adviser(const SourceText& source, const Notice& notice, const Findings& findings,
          const RuleTable& rules, const AdviceOptions& options)
      : source_(source),
        notice_(notice),
        findings_(findings),
        table_(rules.view()),
        redactor_(notice, findings.secrets, options.show_secrets, options.names),
        show_secrets_(options.show_secrets),
        not_before_(not_before(notice)),
        drafts_(options.drafts),
        provider_(findings.provider == none ? nullptr : &table_.providers()[findings.provider]),
        carrier_(findings.carrier == none ? nullptr : &table_.carriers()[findings.carrier]),
        country_(table_.find(table_.countries(), findings.country)),
        resubmission_(table_, findings, provider_, country_,
                      told_deadline(notice, findings.dates, holidays()), options.drafts) {
    report_.rules_digest = rules.digest();
  }

  Report run(bool weaker) {
    add_input();
    add_facts();
    for (const Finding& finding : findings_.reasons) report_.findings.push_back(advise_on(finding));
    report_.split = plan_split(report_);
    if (weaker) {
      for (const Finding& finding : findings_.weaker) report_.weaker.push_back(advise_on(finding));
    }
    for (const Conflict& conflict : findings_.conflicts) {
      report_.conflicts.push_back(redactor_.mask(conflict.text));
    }
    for (const UnknownCode& code : findings_.unknown_codes) {
      report_.unknown_codes.push_back(redactor_.mask_part(code.at));
    }
    add_not_a_rejection();
    add_next_action();
    add_carrier_hint();
    report_.status = redactor_.mask(report_.status);
    for (std::string& remark : report_.remarks) remark = redactor_.mask(remark);
    report_.format_hints = format_hints(notice_, findings_, table_, carrier_);
    report_.redactions = redactor_.counts();
    return std::move(report_);
  }

 private:
  [[nodiscard]] std::span<const HolidayRow> holidays() const {
    if (country_ == nullptr) return {};
    return table_.list(country_->holidays);
  }

  [[nodiscard]] std::string text(TextRef ref) const { return std::string(table_.text(ref)); }

  [[nodiscard]] std::vector<std::string> texts(ListRef<TextRef> refs) const {
    std::vector<std::string> out;
    for (const TextRef ref : table_.list(refs)) out.push_back(text(ref));
    return out;
  }

  void add_input() {
    report_.input_name = source_.name();
    report_.shape = notice_.shape;
    report_.bytes = source_.bytes();
    report_.truncated = source_.truncated();
    report_.remarks = notice_.remarks;
    if (source_.truncated()) {
      report_.remarks.push_back(
          fmt::format("Only the first {} MiB were read.", SourceText::max_bytes / 1024 / 1024));
    }
    report_.outcome = findings_.outcome;
  }

  void add_facts() {
    report_.numbers = public_numbers(findings_.numbers);
    report_.order_id = redactor_.mask(findings_.order_id);
    report_.status = findings_.status;
    report_.country = findings_.country;
    report_.sender = redactor_.mask(findings_.sender).text;
    report_.sent = findings_.sent;
    for (const NamedDate& date : findings_.dates) report_.dates[date.name] = date.iso;
    if (provider_ != nullptr) {
      if (!findings_.provider_assumed) report_.provider = text(provider_->id);
      report_.provider_name = text(provider_->name);
      report_.provider_desk = text(provider_->desk);
    }
    if (drafts_) report_.carrier_for_customer = carrier_for_customer(table_, carrier_);
    if (carrier_ != nullptr) {
      report_.losing_carrier = text(carrier_->id);
      report_.losing_carrier_name = text(carrier_->name);
    }
  }

  [[nodiscard]] std::vector<std::string> public_numbers(std::vector<std::string> numbers) const {
    if (show_secrets_) return numbers;
    return without_secret_numbers(std::move(numbers), notice_, findings_.secrets);
  }

  ReportFinding advise_on(const Finding& finding) {
    const ReasonRow& reason = table_.reasons()[finding.reason];
    const CodeRow* code = finding.code == none ? nullptr : &table_.codes()[finding.code];
    ReportFinding out;
    out.reason = text(reason.id);
    out.title = text(reason.title);
    out.meaning = text(reason.meaning);
    out.prevention = text(reason.prevention);
    out.confidence = finding.confidence;
    out.numbers = public_numbers(finding.numbers);
    out.fingerprint = fingerprint(out.reason, findings_.order_id,
                                  out.numbers.empty() ? report_.numbers : out.numbers);
    for (const Evidence& evidence : finding.evidence) out.evidence.push_back(show(evidence));

    // What a code says of owner and policy holds for the reason that it names first.
    const bool decides = code != nullptr && !table_.list(code->reasons).empty() &&
                         table_.list(code->reasons).front() == finding.reason;
    const Owner owner =
        decides && code->owner != no_override ? static_cast<Owner>(code->owner) : reason.owner;
    const Policy policy =
        decides && code->policy != no_override ? static_cast<Policy>(code->policy) : reason.policy;
    out.owner = name_of(owner);
    out.stage = name_of(reason.stage);
    // Where a code gives the move to somebody else, the reason's own task and questions are moot.
    const bool is_usual = owner == reason.owner;
    if (is_usual) out.task = text(reason.task);
    add_fix(reason, out);
    const bool asks = owner == Owner::customer || (is_usual && owner != Owner::provider);
    if (asks) add_questions(reason, out);
    if (drafts_) out.told = for_customer(table_.text(reason.told));
    out.resubmit = resubmission_.advise(finding.reason, policy);
    out.resubmit.earliest = std::max(out.resubmit.earliest, not_before_);
    add_dispute(finding.reason, out);
    for (const SourceRow& source : table_.list(reason.sources)) {
      out.sources.push_back(text(source.url));
    }
    if (code != nullptr) {
      for (const SourceRow& source : table_.list(code->sources)) {
        const std::string url = text(source.url);
        if (std::count(out.sources.begin(), out.sources.end(), url) == 0)
          out.sources.push_back(url);
      }
    }
    return out;
  }

  [[nodiscard]] std::string for_customer(std::string_view words) const {
    return filled_for_customer(words, report_.carrier_for_customer, findings_.country);
  }

  void add_questions(const ReasonRow& reason, ReportFinding& out) const {
    for (const AskRow& ask : table_.list(reason.ask)) {
      ReportAsk question;
      question.field = table_.text(ask.field);
      question.question = table_.text(ask.question);
      if (drafts_) {
        question.send = for_customer(table_.text(ask.send));
        question.act = for_customer(table_.text(ask.act));
        question.where =
            where_at_carrier(table_, carrier_, findings_.country, table_.text(ask.topic));
        if (question.where.empty()) question.where = table_.text(ask.where);
        question.where = for_customer(question.where);
      }
      out.ask.push_back(std::move(question));
    }
  }

  /// A label on a line of its own, which may be that of a whole list, only where it was read too.
  [[nodiscard]] bool shows_label(const Clause& clause, const Evidence& evidence) const {
    if (clause.label.empty() || clause.label.begin > clause.text.begin) return false;
    if (evidence.at.begin < clause.text.begin) return true;
    const Range between{clause.label.end, clause.text.begin};
    return between.in(notice_.text).find('\n') == std::string_view::npos;
  }

  ReportEvidence show(const Evidence& evidence) {
    const Clause& clause = notice_.clauses[evidence.clause];
    const Range shown{shows_label(clause, evidence) ? clause.label.begin : clause.text.begin,
                      clause.text.end};
    ReportEvidence out;
    out.kind = evidence.kind == Evidence::Kind::code ? "code" : "pattern";
    out.scheme = evidence.scheme;
    out.code = evidence.code;
    if (evidence.kind == Evidence::Kind::code) add_code_facts(evidence, out);
    Redactor::Masked masked = redactor_.mask(shown, evidence.at);
    out.text = std::move(masked.text);
    out.mark = masked.mark;
    const std::uint32_t into =
        evidence.at.begin >= clause.text.begin ? evidence.at.begin - clause.text.begin : 0;
    out.position = source_.position(clause.source + into);
    return out;
  }

  void add_code_facts(const Evidence& evidence, ReportEvidence& out) const {
    const CodeRow& row = table_.codes()[evidence.row];
    out.label = table_.text(row.label);
    out.note = table_.text(row.note);
    out.verified = evidence.verified;
  }

  /// The losing carrier's own steps stand in for the general sentence.
  void add_fix(const ReasonRow& reason, ReportFinding& out) const {
    for (const StepRow& step : table_.list(reason.fix)) {
      const auto own = carrier_steps(table_.text(step.topic));
      if (own.empty()) {
        out.fix.push_back({text(step.text), ""});
      } else {
        out.fix.insert(out.fix.end(), own.begin(), own.end());
      }
    }
  }

  [[nodiscard]] std::vector<ReportStep> carrier_steps(std::string_view topic) const {
    std::vector<ReportStep> out;
    if (carrier_ == nullptr || topic.empty()) return out;
    for (const CarrierStepRow& step : table_.list(carrier_->steps)) {
      if (table_.text(step.topic) != topic) continue;
      std::string line = fmt::format("{}: {}", table_.text(carrier_->name), table_.text(step.text));
      if (step.format.size > 0) line += fmt::format(" Format: {}.", table_.text(step.format));
      if (step.lifetime.size > 0) line += fmt::format(" Valid: {}.", table_.text(step.lifetime));
      out.push_back({std::move(line), text(step.source.url)});
    }
    return out;
  }

  void add_dispute(std::uint32_t reason, ReportFinding& out) const {
    if (country_ == nullptr) return;
    for (const LawRow& law : table_.list(country_->law)) {
      const auto reasons = table_.list(law.reasons);
      if (std::count(reasons.begin(), reasons.end(), reason) == 0) continue;
      out.dispute.push_back(
          {text(country_->id), text(law.stance), text(law.says), text(law.source.url)});
    }
  }

  void add_not_a_rejection() {
    if (report_.outcome != Outcome::not_a_rejection) return;
    if (findings_.benign_code != none) {
      const CodeRow& row = table_.codes()[findings_.benign_code];
      report_.not_a_rejection = describe_code(
          table_.text(table_.schemes()[row.scheme].name), table_.text(row.code),
          table_.text(row.label), table_.text(row.note), row.status == CodeStatus::api_error);
    } else if (findings_.benign != none) {
      report_.not_a_rejection = text(table_.benign()[findings_.benign].says);
    }
  }

  void add_next_action() {
    if (report_.findings.empty()) {
      report_.next_action = next_action_without_finding(report_.outcome);
    } else {
      report_.plan = make_plan(report_);
      report_.next_action = next_action_for(report_);
    }
  }

  /// Worth saying only where a step depends on the carrier.
  void add_carrier_hint() {
    if (carrier_ != nullptr) return;
    const bool helps = std::any_of(
        findings_.reasons.begin(), findings_.reasons.end(), [&](const Finding& finding) {
          const auto fix = table_.list(table_.reasons()[finding.reason].fix);
          return std::any_of(fix.begin(), fix.end(),
                             [](const StepRow& step) { return step.topic.size > 0; });
        });
    if (!helps) return;
    std::vector<std::string> namesakes;
    for (const std::uint32_t carrier : findings_.carriers_of_name) {
      namesakes.push_back(text(table_.carriers()[carrier].id));
    }
    report_.carrier_hint = namesakes.empty() ? carrier_hint() : namesakes_hint(namesakes);
  }

  const SourceText& source_;
  const Notice& notice_;
  const Findings& findings_;
  const TableView& table_;
  Redactor redactor_;
  bool show_secrets_;
  std::string not_before_;  ///< the first day that the notice allows, or ""
  bool drafts_;
  const ProviderRow* provider_;
  const CarrierRow* carrier_;
  const CountryRow* country_;
  ResubmissionAdviser resubmission_;
  Report report_;
};

}  // namespace

Report advise(const SourceText& source, const Notice& notice, const Findings& findings,
              const RuleTable& rules, const AdviceOptions& options) {
  return Adviser(source, notice, findings, rules, options).run(options.weaker);
}

std::string explain_patterns(const Notice& notice, const Findings& findings, const RuleTable& rules,
                             std::string_view reason_id, const AdviceOptions& options) {
  Redactor redactor(notice, findings.secrets, options.show_secrets, options.names);
  std::string out;
  for (const PatternTrace& trace : trace_patterns(notice, rules, reason_id)) {
    out += trace.use == "pattern" ? trace.pattern : trace.use + " " + trace.pattern;
    if (trace.matched) {
      out += ": matches";
    } else if (trace.parts_found == 0) {
      out += ": nothing of it occurs";
    } else if (trace.parts_found == trace.parts) {
      out += ": all parts occur, but do not belong together";
    } else {
      out += fmt::format(": {} of {} parts occur together", trace.parts_found, trace.parts);
    }
    if (trace.clause != none) {
      out += fmt::format(" in \"{}\"", redactor.mask(notice.clauses[trace.clause].text).text);
    }
    out += '\n';
  }
  return out;
}

}  // namespace portfix
