#pragma once

#include <optional>

#include "cli/arguments.hpp"
#include "cli/console.hpp"
#include "portfix/render.hpp"
#include "render/summary.hpp"

namespace portfix::cli {

/// Counts what a run of `diagnose` finds, where --summary asks for it, and writes the counts at its
/// end: alone, unless --format is given too. Behind reports they go to standard output if they are
/// of one kind with them (text behind text, JSON as the last line of jsonl), else to standard
/// error, so that a document stays one.
class SummaryWriter {
 public:
  explicit SummaryWriter(const Arguments& arguments);

  /// False if the counts stand in for the reports.
  [[nodiscard]] bool wants_reports() const { return !summary_ || arguments_.format_given; }

  void add(const Report& report);
  void write(const ToolInfo& tool, const RenderOptions& options, Console& console) const;

 private:
  const Arguments& arguments_;
  std::optional<Summary> summary_;
};

}  // namespace portfix::cli
