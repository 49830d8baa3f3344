#include "base/charsets.hpp"
#include "notice/ascii.hpp"
#include "notice/html_text.hpp"
#include "notice/reader.hpp"

namespace portfix {
namespace {

constexpr std::string_view kTags[] = {
    "html", "body", "div", "p",    "table", "br",  "span", "ul",      "ol",   "h1",      "h2",
    "h3",   "head", "dl",  "meta", "main",  "pre", "tr",   "section", "font", "article", "center"};

/// A tag of HTML begins the text, or several stand in it and are closed.
bool looks_like_html(std::string_view text) {
  constexpr std::size_t near = 200;  // bytes
  const auto start = trimmed(text.substr(0, 4000));
  if (start.starts_with('{') || start.starts_with('[') || text.find('<') > near) return false;
  if (starts_with_folded(start, "<!doctype html") || starts_with_folded(start, "<html"))
    return true;
  const bool first = start.starts_with('<');
  int tags = 0;
  int ends = 0;
  std::size_t looked = 0;
  for (auto at = text.find('<'); at != text.npos && looked < 4000; at = text.find('<', at + 1)) {
    ++looked;
    const bool closes = text.substr(at + 1, 1) == "/";
    const std::string name = to_lower(text.substr(at + (closes ? 2 : 1), 12));
    for (const std::string_view tag : kTags) {
      if (!name.starts_with(tag)) continue;
      const char next = name.size() > tag.size() ? name[tag.size()] : '>';
      if (next != '>' && next != ' ' && next != '/' && next != '\n' && next != '\t') continue;
      ++(closes ? ends : tags);
      break;
    }
    if (first && tags > 0 && at < 2000) return true;
    if (tags > 2 && ends > 1) return true;
  }
  return false;
}

std::optional<Notice> read_html(std::string_view text, const ReadOptions& options) {
  ReadOptions inner = options;
  inner.shape = InputShape::automatic;  // of what stands in the page
  NoticeBuilder builder(inner);
  builder.notice.shape = Shape::html;
  read_html_text(builder, text, 0);
  return builder.finish();
}

}  // namespace

const Reader kHtmlReader = {Shape::html, looks_like_html, read_html};

}  // namespace portfix
