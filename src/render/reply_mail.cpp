#include "render/formats.hpp"
#include "render/reply.hpp"

namespace portfix {
namespace {

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

std::string reply_report(const Report& report, const RenderOptions& options) {
  return draft_text(reply_of(report, options.language));
}

}  // namespace

Format reply_format() {
  return {"reply", "the draft of a mail to the customer", no_header, "\n", reply_report, "", true};
}

}  // namespace portfix
