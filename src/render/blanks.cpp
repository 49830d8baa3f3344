#include "render/blanks.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/placeholders.hpp"
#include "render/desk_letter.hpp"
#include "render/note.hpp"
#include "render/reply.hpp"
#include "render/terminal_text.hpp"
#include "report/phrases.hpp"

namespace portfix {
namespace {

/// The text of one line that came from the notice.
std::string line(std::string_view text) { return single_spaced(clean(text)); }

Json lines(const std::vector<std::string>& texts) {
  Json out = Json::array();
  for (const std::string& text : texts) out.push_back(line(text));
  return out;
}

Json reasons_of(const Report& report) {
  Json out = Json::array();
  for (const ReportFinding& finding : report.findings) out.push_back(finding.reason);
  return out;
}

/// What a ticket can be filtered by.
Json tags_of(const Report& report) {
  Json out = reasons_of(report);
  const auto add = [&](std::string_view tag) {
    if (!tag.empty() && std::find(out.begin(), out.end(), tag) == out.end()) out.push_back(tag);
  };
  add(report.outcome == Outcome::diagnosed ? "port-rejected" : to_string(report.outcome));
  add(report.next_action.owner);
  add(report.next_action.policy);
  add(report.provider);
  add(report.losing_carrier);
  return out;
}

std::string code_of(const Report& report) {
  for (const ReportFinding& finding : report.findings) {
    for (const ReportEvidence& evidence : finding.evidence) {
      if (evidence.kind == "code") return evidence.code;
    }
  }
  return {};
}

Json value_of(const std::string& name, const Report& report, const ReportResubmit& resubmit,
              std::string_view language) {
  if (name == "note") return draft_text(note_of(report));
  if (name == "note.html") return draft_html(note_of(report));
  if (name == "note.markdown") return draft_markdown(note_of(report));
  if (name == "note.adf") return draft_adf(note_of(report));
  if (name == "reply") return draft_text(reply_of(report, language));
  if (name == "reply.html") return draft_html(reply_of(report, language));
  if (name == "reply.markdown") return draft_markdown(reply_of(report, language));
  if (name == "reply.adf") return draft_adf(reply_of(report, language));
  if (name == "message") return draft_text(desk_letter(report, resubmit, language));
  if (name == "subject") return reply_subject(report, language);
  if (name == "title") return report.findings.empty() ? "" : report.findings.front().title;
  if (name == "next_action") return line(report.next_action.summary);
  if (name == "reason") return report.findings.empty() ? "" : report.findings.front().reason;
  if (name == "reasons") return reasons_of(report);
  if (name == "code") return line(code_of(report));
  if (name == "owner") return report.next_action.owner;
  if (name == "policy") return report.next_action.policy;
  if (name == "order") return resubmit.order;
  if (name == "outcome") return std::string(to_string(report.outcome));
  if (name == "confidence") {
    return report.findings.empty() ? Json(0) : Json(report.findings.front().confidence);
  }
  if (name == "provider") return report.provider;
  if (name == "provider.name") return report.provider.empty() ? "" : report.provider_name;
  if (name == "carrier") return report.losing_carrier;
  if (name == "carrier.name") return line(report.losing_carrier_name);
  if (name == "country") return report.country;
  if (name == "order_id") return line(report.order_id);
  if (name == "number") return report.numbers.empty() ? "" : line(report.numbers.front());
  if (name == "numbers") return lines(report.numbers);
  if (name == "tags") return tags_of(report);
  if (name == "earliest") return resubmit.earliest;
  if (name == "deadline") return resubmit.latest;
  if (name == "id")
    return Json::parse(report.id_json, nullptr, false).is_discarded()
               ? Json(nullptr)
               : Json::parse(report.id_json, nullptr, false);
  if (name == "input") return line(report.input_name);
  if (!name.starts_with(kChangePrefix)) return Json(nullptr);
  const std::string field = name.substr(kChangePrefix.size());
  const auto& change = resubmit.change;
  const auto changes = [&](std::string_view wanted) {
    return std::find(change.begin(), change.end(), wanted) != change.end();
  };
  if (changes(field)) return fmt::format("[{}]", field_in_words(field));
  // Orders have one field for the account's PIN and the one for leaving.
  if (field == "pin" && changes("transfer_pin")) {
    return fmt::format("[{}]", field_in_words("transfer_pin"));
  }
  return Json(Json::value_t::discarded);
}

}  // namespace

Blanks blanks_of(const Report& report, const ReportResubmit& resubmit, std::string_view language) {
  return [&report, &resubmit, language](const std::string& name) {
    return value_of(name, report, resubmit, language);
  };
}

}  // namespace portfix
