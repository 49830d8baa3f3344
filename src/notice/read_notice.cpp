#include <array>

#include "notice/reader.hpp"
#include "portfix/notice.hpp"

namespace portfix {
namespace {

/// Tried in this order; the last one reads anything.
const std::array kReaders = {&kPlainReader};

}  // namespace

std::string_view to_string(Shape shape) {
  switch (shape) {
    case Shape::plain:
      return "plain";
    case Shape::mail:
      return "mail";
    case Shape::html:
      return "html";
    case Shape::json:
      return "json";
    case Shape::xml:
      return "xml";
    case Shape::table:
      return "table";
  }
  return "plain";
}

Notice read_notice(const SourceText& source, const ReadOptions& options) {
  for (const Reader* reader : kReaders) {
    if (options.shape == InputShape::text && reader->shape != Shape::plain) continue;
    if (!reader->looks_like(source.text())) continue;
    if (auto notice = reader->read(source.text(), options)) return std::move(*notice);
  }
  return {};
}

}  // namespace portfix
