#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/report.hpp"

namespace portfix {

struct RenderOptions {
  bool color = false;                ///< ANSI colours, in formats that people read
  std::size_t width = 80;            ///< columns, in formats that people read; at least 40
  bool quiet = false;                ///< text: verdict and next action only
  bool name_input = false;           ///< text: say which input each report is about, for batches
  std::string_view language = "en";  ///< of drafts
  std::string_view ticket_body;      ///< ticket: the tool's body (RuleTable::ticket_body)
};

/// What a document says about its maker.
struct ToolInfo {
  std::string_view version;
  std::string_view rules_digest;
};

/// An output format. A document is `header` + each report, joined by `separator`, + `footer`, so
/// that a batch is written as it is read. All parts are valid UTF-8 without control characters
/// other than line feed (and ANSI colours, where asked for), whatever the notice held.
///
///     const auto* format = portfix::find_format("json");
///     std::cout << format->header({portfix::kVersion, rules.digest()}, {})
///               << format->report(report, {}) << format->footer;
struct Format {
  std::string_view name;
  std::string_view help;  ///< one line, for --help
  std::string (*header)(const ToolInfo&, const RenderOptions&);
  std::string_view separator;
  std::string (*report)(const Report&, const RenderOptions&);
  std::string_view footer;
  bool drafts = false;  ///< needs reports made with AdviceOptions::drafts
};

/// All formats, in the order in which --help lists them; the first is the default.
std::span<const Format> formats();

/// The format of that name, or nullptr. "ticket:" and any name is the format "ticket:NAME".
const Format* find_format(std::string_view name);

/// What stands before the name of a ticket tool in the name of a format.
inline constexpr std::string_view kTicketPrefix = "ticket:";

/// The values at `paths` of the report as the JSON report has it, such as
/// "findings.0.resubmit.policy": a text as it is, anything else as JSON on one line, "" where there
/// is no such element or it is null.
std::vector<std::string> values_at(const Report& report, const std::vector<std::string>& paths,
                                   const RenderOptions& options);

/// What is wrong with a path, one sentence, or "". Elements that a report may lack are right.
std::string problem_with_path(std::string_view path);

}  // namespace portfix
