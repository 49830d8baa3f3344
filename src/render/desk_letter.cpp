#include "render/desk_letter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/frame.hpp"
#include "render/terminal_text.hpp"
#include "render/text_sections.hpp"
#include "render/vocabulary.hpp"
#include "report/phrases.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

constexpr std::size_t kLongestQuote = 200;  // columns

template <class... Values>
std::string fill(std::string_view words, const Values&... values) {
  return fmt::format(fmt::runtime(words), values...);
}

/// The fields that get another value; which documents go along is told by themselves.
std::vector<std::string> changes_of(const ReportResubmit& resubmit) {
  std::vector<std::string> fields = resubmit.change;
  if (!resubmit.documents.empty()) std::erase(fields, "documents");
  return fields;
}

std::string_view request_of(const ReportResubmit& resubmit, const Frame& frame) {
  if (resubmit.policy == "new_order") return frame.desk_new_order;
  if (resubmit.policy == "wait_then_retry") return frame.desk_wait;
  if (resubmit.policy == "dispute") return frame.desk_dispute;
  if (resubmit.policy == "do_not_resubmit") return frame.desk_stop;
  if (resubmit.policy == "none_we_hold") return frame.desk_none;
  if (resubmit.order == "new") return frame.desk_new_order;
  if (!changes_of(resubmit).empty()) return frame.desk_supplement;
  return resubmit.documents.empty() ? frame.desk_wait : frame.desk_add_documents;
}

/// What the customer settles with the losing carrier, so that the request itself stays as it is: a
/// balance, a lock, an open order.
bool is_settled_elsewhere(const ReportFinding& finding) {
  const bool blocks = finding.stage == "account" || finding.stage == "lock";
  return blocks && finding.owner == "customer" && finding.resubmit.change.empty() &&
         finding.resubmit.policy != "dispute" && finding.resubmit.policy != "do_not_resubmit";
}

/// What the losing carrier said, each thing once.
std::vector<std::string> quotes_of(const Report& report) {
  std::vector<std::string> quotes;
  for (const ReportFinding& finding : report.findings) {
    if (finding.evidence.empty()) continue;
    const ReportEvidence& evidence = finding.evidence.front();
    std::string text = clean(evidence.text);
    if (display_width(text) > kLongestQuote) {
      text = std::string(fit_start(text, kLongestQuote)) + "...";
    }
    // A wording of a code table has no code, and many a line names its code itself.
    const bool has_code = !evidence.code.empty() && text.find(evidence.code) == std::string::npos;
    if (has_code) text = fmt::format("{}: {}", evidence.code, text);
    const auto said = std::find_if(quotes.begin(), quotes.end(), [&](const std::string& quote) {
      return quote.find(text) != std::string::npos || text.find(quote) != std::string::npos;
    });
    if (said == quotes.end()) {
      quotes.push_back(std::move(text));
    } else if (said->size() < text.size()) {
      *said = std::move(text);
    }
  }
  return quotes;
}

/// The law without what its text says to the agent alone: "Ask the porting desk to dispute it."
std::string for_carrier(std::string_view law) {
  std::string out;
  for (std::size_t at = 0; at < law.size();) {
    const std::size_t stop = law.find(". ", at);
    const std::size_t end = stop == law.npos ? law.size() : stop + 1;
    const std::string_view sentence = law.substr(at, end - at);
    bool is_for_agent = false;
    for (const std::string_view begin :
         {"Ask ", "Dispute ", "Have ", "If ", "Not checked", "The source", "Get "}) {
      is_for_agent = is_for_agent || sentence.starts_with(begin);
    }
    if (!is_for_agent) out.append(out.empty() ? "" : " ").append(sentence);
    at = stop == law.npos ? end : end + 1;
  }
  return out.empty() ? std::string(law) : out;
}

}  // namespace

Draft desk_letter(const Report& report, const ReportResubmit& resubmit, std::string_view language) {
  const Frame& frame = frame_of(language);
  Draft out;
  const auto add = [&](Kind kind, std::string text, std::string label = {}) {
    out.push_back({kind, std::move(text), std::move(label), 0});
  };
  add(Kind::paragraph, std::string(frame.greeting));
  const std::string numbers =
      report.numbers.empty() ? "" : fmt::format(" ({})", in_words(report.numbers));
  add(Kind::paragraph, report.order_id.empty() ? fill(frame.desk_no_order, numbers)
                                               : fill(frame.desk_order, report.order_id, numbers));
  std::vector<std::string> quotes = quotes_of(report);
  if (!quotes.empty()) add(Kind::paragraph, std::string(frame.desk_refused));
  for (std::string& quote : quotes) add(Kind::bullet, std::move(quote));
  std::vector<std::string> settled;
  for (const ReportFinding& finding : report.findings) {
    if (is_settled_elsewhere(finding)) settled.push_back(fill(frame.desk_since, finding.title));
  }
  if (!settled.empty() && resubmit.policy != "dispute") {
    add(Kind::paragraph, std::string(frame.desk_settled));
    for (std::string& title : settled) add(Kind::bullet, std::move(title));
  }
  const std::vector<std::string> changes = changes_of(resubmit);
  if (!changes.empty() && resubmit.policy != "dispute") {
    add(Kind::paragraph, std::string(frame.desk_changes));
    for (const std::string& field : changes) {
      add(Kind::bullet, fill(frame.desk_change, capital(field_in_words(field))));
    }
  }
  if (!resubmit.documents.empty()) {
    add(Kind::paragraph, std::string(frame.desk_attached));
    for (const std::string& document : resubmit.documents) {
      add(Kind::bullet, capital(document_in_words(document)));
    }
  }
  add(Kind::paragraph, std::string(request_of(resubmit, frame)));
  if (resubmit.policy == "dispute") {
    for (const ReportFinding& finding : report.findings) {
      for (const ReportDispute& law : finding.dispute) {
        if (law.stance == "dispute") add(Kind::bullet, for_carrier(law.text));
      }
    }
  }
  add(Kind::paragraph, std::string(frame.desk_thanks));
  return out;
}

std::string desk_subject(const Report& report, std::string_view language) {
  const Frame& frame = frame_of(language);
  const std::string order = single_spaced(clean(report.order_id));
  return order.empty() ? std::string(frame.desk_subject_bare) : fill(frame.desk_subject, order);
}

}  // namespace portfix
