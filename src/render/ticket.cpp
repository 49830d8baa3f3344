#include <nlohmann/json.hpp>

#include "render/blanks.hpp"
#include "render/formats.hpp"

namespace portfix {
namespace {

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

std::string ticket_report(const Report& report, const RenderOptions& options) {
  static const ReportResubmit none_planned;
  const ReportResubmit& resubmit = report.plan.empty() ? none_planned : report.plan.back().resubmit;
  const Json body = fill_body(options.ticket_body, blanks_of(report, resubmit, options.language));
  return body.is_discarded() ? std::string{} : to_text(body, false) + '\n';
}

}  // namespace

Format ticket_format() {
  return {"ticket:NAME", "the request body of a ticket tool, one a line; internal unless --public",
          no_header,     "",
          ticket_report, "",
          true};
}

}  // namespace portfix
