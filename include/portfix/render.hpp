#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/report.hpp"

namespace portfix {

struct RenderOptions {
  bool color = false;       ///< ANSI colours, in formats that people read
  std::size_t width = 80;   ///< columns, in formats that people read; at least 40
  bool quiet = false;       ///< text: verdict and next action only
  bool name_input = false;  ///< text: say which input each report is about, for batches
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
};

/// All formats, in the order in which --help lists them; the first is the default.
std::span<const Format> formats();

/// The format of that name, or nullptr.
const Format* find_format(std::string_view name);

}  // namespace portfix
