#include "cli/summary_writer.hpp"

#include <unistd.h>

namespace portfix::cli {
namespace {

/// Whether the terminal behind `out` shows block characters.
bool shows_blocks(const Output& out) {
  if (isatty(out.descriptor()) != 1) return false;
  std::string locale = environment("LC_ALL");
  if (locale.empty()) locale = environment("LC_CTYPE");
  if (locale.empty()) locale = environment("LANG");
  return locale.find("UTF-8") != std::string::npos || locale.find("utf8") != std::string::npos;
}

}  // namespace

SummaryWriter::SummaryWriter(const Arguments& arguments) : arguments_(arguments) {
  if (!arguments.summary.empty()) summary_.emplace();
}

void SummaryWriter::add(const Report& report) {
  if (summary_) summary_->add(report);
}

void SummaryWriter::write(const ToolInfo& tool, const RenderOptions& options,
                          Console& console) const {
  if (!summary_) return;
  const std::string& kind = arguments_.summary;
  const bool one_kind =
      kind == arguments_.format || (kind == "json" && arguments_.format == "jsonl");
  const bool behind_reports = wants_reports();
  Output& out =
      behind_reports && (!one_kind || arguments_.format == "json") ? console.err : console.out;
  console.out.flush();
  if (kind == "json") {
    out.write(summary_json(*summary_, tool, !behind_reports));
  } else if (kind == "html") {
    out.write(summary_html(*summary_, tool));
  } else {
    RenderOptions here = options;
    here.color = wants_color(arguments_.color, out);
    here.width = text_width(out);
    if (behind_reports && one_kind) out.write("\n");
    out.write(summary_text(*summary_, here, shows_blocks(out)));
  }
}

}  // namespace portfix::cli
