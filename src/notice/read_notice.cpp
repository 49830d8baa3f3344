#include <array>

#include "notice/reader.hpp"
#include "portfix/notice.hpp"

namespace portfix {
namespace {

/// Tried in this order; the last one reads anything.
const std::array kReaders = {&kMailReader, &kHtmlReader, &kPlainReader};

/// What the reader is for, where the caller says how to read.
bool is_chosen(const Reader& reader, InputShape shape) {
  return (shape == InputShape::mail && reader.shape == Shape::mail) ||
         (shape == InputShape::html && reader.shape == Shape::html);
}

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
    const bool chosen = is_chosen(*reader, options.shape);
    if (options.shape != InputShape::automatic && !chosen && reader->shape != Shape::plain)
      continue;
    if (!chosen && !reader->looks_like(source.text())) continue;
    if (auto notice = reader->read(source.text(), options)) return std::move(*notice);
  }
  return {};
}

}  // namespace portfix
