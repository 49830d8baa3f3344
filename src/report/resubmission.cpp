#include "report/resubmission.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/calendar.hpp"

namespace portfix {
namespace {

/// Business days between the customer's answer and a deadline, in which the desk can act.
constexpr int kDaysToAct = 2;

/// An order id comes from the notice: in a path it must not be more than a segment.
std::string as_segment(std::string_view id) {
  std::string out;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || c == '~';
    out += plain ? std::string(1, c)
                 : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

std::string filled_path(std::string path, std::string_view order_id) {
  constexpr std::string_view blank = "{order_id}";
  const auto at = path.find(blank);
  if (at != std::string::npos && !order_id.empty()) {
    path.replace(at, blank.size(), as_segment(order_id));
  }
  return path;
}

}  // namespace

ReportResubmit ResubmissionAdviser::advise(std::uint32_t reason, Policy policy) const {
  const ReasonRow& row = table_.reasons()[reason];
  ReportResubmit out;
  out.policy = name_of(policy);
  out.change = texts(row.change);
  out.documents = texts(row.documents);
  if (provider_ != nullptr) {
    if (const ResubmitRow* rule = rule_for(policy, out.change)) {
      out.order = table_.text(rule->order);
      out.steps = texts(rule->steps);
    }
    add_calls(policy, out);
    add_deadlines(provider_->deadlines, policy, reason, out);
  }
  if (country_ != nullptr) add_deadlines(country_->deadlines, policy, reason, out);
  const bool goes_on = policy != Policy::do_not_resubmit && policy != Policy::none_we_hold;
  if (!told_.empty() && goes_on) {
    out.deadlines.insert(out.deadlines.begin(), {"The notice wants an answer by then.", "", told_});
  }
  for (const ReportDeadline& deadline : out.deadlines) {
    if (deadline.date.empty()) continue;
    std::string& end = deadline.earliest ? out.earliest : out.latest;
    const bool is_tighter = deadline.earliest ? deadline.date > end : deadline.date < end;
    if (end.empty() || is_tighter) end = deadline.date;
  }
  if (drafts_ && !out.latest.empty()) {
    out.answer_by = add_business_days(out.latest, -kDaysToAct, holidays());
  }
  return out;
}

std::vector<std::string> ResubmissionAdviser::texts(ListRef<TextRef> refs) const {
  std::vector<std::string> out;
  for (const TextRef ref : table_.list(refs)) out.emplace_back(table_.text(ref));
  return out;
}

/// The provider's first rule for the policy that is meant for one of the fields, or for any.
const ResubmitRow* ResubmissionAdviser::rule_for(Policy policy,
                                                 const std::vector<std::string>& change) const {
  for (const ResubmitRow& rule : table_.list(provider_->resubmit)) {
    if (rule.policy != static_cast<std::uint32_t>(policy)) continue;
    const auto fields = table_.list(rule.change);
    const bool meant = fields.empty() || std::any_of(fields.begin(), fields.end(), [&](TextRef f) {
                         return std::count(change.begin(), change.end(), table_.text(f)) > 0;
                       });
    if (meant) return &rule;
  }
  return nullptr;
}

void ResubmissionAdviser::add_calls(Policy policy, ReportResubmit& out) const {
  for (const ApiCallRow& call : table_.list(provider_->api)) {
    if (call.policy != static_cast<std::uint32_t>(policy)) continue;
    if (out.method.empty()) {
      out.method = table_.text(call.method);
      out.path = table_.text(call.path);
    }
    if (!drafts_) return;
    if (call.needs_documents && out.documents.empty()) continue;
    out.calls.push_back({std::string(table_.text(call.method)),
                         filled_path(std::string(table_.text(call.path)), findings_.order_id),
                         std::string(table_.text(call.note)), std::string(table_.text(call.body)),
                         call.is_xml});
  }
}

void ResubmissionAdviser::add_deadlines(ListRef<DeadlineRow> rows, Policy policy,
                                        std::uint32_t reason, ReportResubmit& out) const {
  for (const DeadlineRow& row : table_.list(rows)) {
    const auto policies = table_.list(row.policies);
    const auto reasons = table_.list(row.reasons);
    const bool meant = (policies.empty() || std::count(policies.begin(), policies.end(),
                                                       static_cast<std::uint32_t>(policy)) > 0) &&
                       (reasons.empty() || std::count(reasons.begin(), reasons.end(), reason) > 0);
    if (!meant) continue;
    const bool is_double = std::any_of(
        out.deadlines.begin(), out.deadlines.end(),
        [&](const ReportDeadline& other) { return other.text.starts_with(table_.text(row.says)); });
    if (is_double) continue;  // said of several policies
    std::string date = date_of(row);
    std::string says(table_.text(row.says));
    if (!date.empty() && row.unit == TermUnit::business_days) says += how_counted();
    out.deadlines.push_back(
        {std::move(says), std::string(table_.text(row.source.url)), std::move(date), row.earliest});
  }
}

std::span<const HolidayRow> ResubmissionAdviser::holidays() const {
  if (country_ == nullptr) return {};
  return table_.list(country_->holidays);
}

std::string ResubmissionAdviser::how_counted() const {
  if (holidays().empty()) return " Counted from Monday to Friday; public holidays are not known.";
  return fmt::format(
      " Counted from Monday to Friday without the nationwide public holidays ({}); days off of a "
      "region or a carrier are not known.",
      table_.text(country_->name));
}

/// "" where the notice does not have the date from which the deadline counts.
std::string ResubmissionAdviser::date_of(const DeadlineRow& row) const {
  if (row.from.size == 0) return {};
  const auto date = std::find_if(
      findings_.dates.begin(), findings_.dates.end(),
      [&](const NamedDate& candidate) { return candidate.name == table_.text(row.from); });
  if (date == findings_.dates.end()) return {};
  switch (row.unit) {
    case TermUnit::days:
      return add_days(date->iso, row.amount);
    case TermUnit::business_days:
      return add_business_days(date->iso, row.amount, holidays());
    case TermUnit::hours:  // a notice names days: a begun one counts as a whole, to be safe
      return add_days(date->iso, row.amount < 0 ? (row.amount - 23) / 24 : row.amount / 24);
  }
  return {};
}

}  // namespace portfix
