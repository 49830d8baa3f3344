#include "notice/text_parts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

Range moved(Range range, std::uint32_t by) { return {range.begin + by, range.end + by}; }

void find_json_parts(std::string_view text, Range range, std::vector<TextPart>& out) {
  for (JsonPart& part : find_json(range.in(text))) {
    out.push_back({moved(part.at, range.begin), Shape::json, std::move(part.root)});
  }
}

void find_xml_parts(std::string_view text, Range range, std::vector<TextPart>& out) {
  for (XmlPart& part : find_xml(range.in(text))) {
    out.push_back({moved(part.at, range.begin), Shape::xml, std::move(part)});
  }
}

void find_table_parts(std::string_view text, Range range, std::vector<TextPart>& out) {
  for (Table& table : find_tables(text, range)) {
    out.push_back({table.at, Shape::table, std::move(table)});
  }
}

/// What is looked for in a text.
struct PartKind {
  InputShape shape;
  void (*find)(std::string_view text, Range range, std::vector<TextPart>& out);
};
constexpr std::array kDocuments = {PartKind{InputShape::json, find_json_parts},
                                   PartKind{InputShape::xml, find_xml_parts}};
constexpr PartKind kTables = {InputShape::table, find_table_parts};

void keep_first_of_overlapping(std::vector<TextPart>& parts) {
  std::stable_sort(parts.begin(), parts.end(),
                   [](const TextPart& a, const TextPart& b) { return a.at.begin < b.at.begin; });
  std::uint32_t end = 0;
  std::erase_if(parts, [&](const TextPart& part) {
    if (part.at.begin < end) return true;
    end = part.at.end;
    return false;
  });
}

bool is_wanted(const PartKind& kind, InputShape wanted) {
  return wanted == InputShape::automatic || wanted == kind.shape;
}

std::size_t ink(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_space(c); }));
}

}  // namespace

std::vector<TextPart> find_text_parts(std::string_view text, Range range, InputShape wanted,
                                      const std::vector<Table>* known) {
  std::vector<TextPart> parts;
  if (known != nullptr) {
    for (const Table& table : *known) parts.push_back({table.at, Shape::table, table});
  }
  for (const PartKind& kind : kDocuments) {
    if (is_wanted(kind, wanted)) kind.find(text, range, parts);
  }
  keep_first_of_overlapping(parts);
  if (!is_wanted(kTables, wanted)) return parts;
  const std::size_t documents = parts.size();
  std::uint32_t at = range.begin;
  for (std::size_t i = 0; i <= documents; ++i) {  // tables stand between the documents
    const std::uint32_t end = i < documents ? parts[i].at.begin : range.end;
    const std::uint32_t next = i < documents ? parts[i].at.end : range.end;
    kTables.find(text, {at, end}, parts);
    at = next;
  }
  keep_first_of_overlapping(parts);
  return parts;
}

void read_text_part(NoticeBuilder& builder, const TextPart& part, const TextPlace& place) {
  if (const auto* table = std::get_if<Table>(&part.content)) {
    read_table(builder, *table, place);
    return;
  }
  DocumentPlace document;
  document.group = place.group;
  document.exact = !place.source;
  const auto source_of = [&](std::uint32_t at) {
    return place.source.value_or(static_cast<std::uint32_t>(std::int64_t{at} + place.shift));
  };
  if (const auto* json = std::get_if<JsonNode>(&part.content)) {
    document.source = source_of(part.at.begin);
    read_json_tree(builder, *json, document);
  } else if (const auto* xml = std::get_if<XmlPart>(&part.content)) {
    document.source = source_of(part.at.begin + xml->base - xml->at.begin);
    read_xml_tree(builder, xml->root, document);
  }
}

Shape shape_of_text(std::string_view text, Range range, const std::vector<TextPart>& parts) {
  if (parts.empty()) return Shape::plain;
  const std::size_t all = ink(range.in(text));
  for (const Shape shape : {Shape::json, Shape::xml, Shape::table}) {
    std::size_t inside = 0;
    for (const TextPart& part : parts) {
      if (part.shape == shape) inside += ink(part.at.in(text));
    }
    if (inside * 10 >= all * 6) return shape;
  }
  return Shape::plain;
}

}  // namespace portfix
