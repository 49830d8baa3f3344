#include "render/formats.hpp"
#include "render/note.hpp"

namespace portfix {
namespace {

std::string no_header(const ToolInfo&, const RenderOptions&) { return {}; }

std::string markdown_report(const Report& report, const RenderOptions&) {
  return draft_markdown(note_of(report));
}

}  // namespace

Format markdown_format() {
  return {"markdown", "an internal note for a ticket", no_header, "\n", markdown_report, "", true};
}

}  // namespace portfix
