#include <algorithm>
#include <utility>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"
#include "notice/json_text.hpp"
#include "notice/plain_text.hpp"
#include "notice/reader.hpp"

namespace portfix {
namespace {

bool looks_like_json(std::string_view text) { return text.find_first_of("{[") != text.npos; }

std::size_t ink(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_space(c); }));
}

/// Reads documents and what stands between them. The shape is JSON if most of the text is; else it
/// is a text in which somebody has pasted some.
std::optional<Notice> read_json(std::string_view text, const ReadOptions& options) {
  const auto parts = find_json(text);
  if (parts.empty()) return std::nullopt;
  std::size_t inside = 0;
  for (const auto& part : parts) inside += ink(part.at.in(text));
  const bool mostly = inside * 10 >= ink(text) * 6;

  NoticeBuilder builder(options);
  Notice& notice = builder.notice;
  notice.shape = mostly ? Shape::json : Shape::plain;
  if (!mostly) notice.text = text;
  std::uint32_t at = 0;
  const auto read_between = [&](std::uint32_t end) {
    const Range between{at, end};
    if (trimmed(between.in(text)).empty()) return;
    TextPlace place;
    Range range = between;
    if (mostly) {
      range = builder.append(between.in(text));
      place.shift = static_cast<std::int64_t>(between.begin) - range.begin;
    }
    read_text(builder, range, place);
  };
  for (const auto& part : parts) {
    read_between(part.at.begin);
    read_json_tree(builder, part.root, part.at.begin);
    at = part.at.end;
  }
  read_between(static_cast<std::uint32_t>(text.size()));
  notice.dates = find_dates(notice.text, options.country);
  return std::move(notice);
}

}  // namespace

const Reader kJsonReader = {Shape::json, looks_like_json, read_json};

}  // namespace portfix
