#include "notice/keyed_value.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "notice/ascii.hpp"
#include "notice/json_text.hpp"
#include "notice/phone_scan.hpp"
#include "notice/xml_text.hpp"

namespace portfix {
namespace {

constexpr int kMostInnerDocuments = 3;
constexpr std::size_t kMaxKey = 200;
constexpr std::size_t kMaxPath = 1000;

/// A value that says nothing in words.
bool is_void(std::string_view value) {
  constexpr std::size_t kLongest = 5;
  if (value.size() > kLongest) return false;
  const std::string word = to_lower(value);
  return word.empty() || word == "true" || word == "false" || word == "null" || word == "nil" ||
         word == "none";
}

/// "221" below "onkz" is "0221"; an American area code has no prefix.
void remember_area_code(NoticeBuilder& builder, Range value, const TextPlace& place) {
  constexpr std::size_t kLongestCode = 6;
  const auto digits = trimmed(value.in(builder.notice.text));
  builder.area_code.clear();
  if (digits.empty() || digits.size() > kLongestCode) return;
  const auto key = to_lower(place.label.in(builder.notice.text));
  const bool american = key.find("npa") != key.npos || key.find("area") != key.npos;
  if (!american && digits.front() != '0') builder.area_code = '0';
  builder.area_code += digits;
  builder.area_group = place.group;
}

/// Takes the number whose area code stands in a field of its own beside it.
bool take_split_number(NoticeBuilder& builder, Range value, const TextPlace& place) {
  constexpr std::size_t kLongestPart = 20;
  const auto line = trimmed(value.in(builder.notice.text));
  if (builder.area_group != place.group || builder.area_code.empty() ||
      line.size() > kLongestPart || line.empty() || !is_digit(line.front())) {
    return false;
  }
  const std::string whole = builder.area_code + ' ' + std::string(line);
  std::vector<FoundNumber> found;
  scan_phone_numbers(whole, {0, static_cast<std::uint32_t>(whole.size())},
                     builder.options().country, PhoneTrust::field, found);
  if (found.size() != 1 || found[0].at.end < whole.size()) return false;
  builder.notice.numbers.push_back({std::move(found[0].e164), value, place.group});
  return true;
}

}  // namespace

void add_keyed_value(NoticeBuilder& builder, Range value, KeyUse use, TextPlace place) {
  if (is_void(trimmed(value.in(builder.notice.text)))) return;
  place.field = true;
  place.scan_numbers = use == KeyUse::unknown;
  if (use == KeyUse::area_code) {
    remember_area_code(builder, value, place);
  } else if (use == KeyUse::telephone && take_split_number(builder, value, place)) {
    // both parts together
  } else if (use == KeyUse::telephone || use == KeyUse::billing) {
    std::vector<FoundNumber> found;
    scan_phone_numbers(builder.notice.text, value, builder.options().country, PhoneTrust::field,
                       found);
    for (FoundNumber& number : found) {
      NumberMention mention{std::move(number.e164), number.at, place.group};
      if (use == KeyUse::billing) {
        builder.add_spare_number(std::move(mention));
      } else {
        builder.notice.numbers.push_back(std::move(mention));
      }
    }
  }
  read_text(builder, value, place);
}

bool read_inner_document(NoticeBuilder& builder, std::string_view value,
                         const DocumentPlace& place) {
  if (place.level > kMostInnerDocuments || value.size() < 2) return false;
  if (value.front() == '<') {
    const auto parts = find_xml(value);
    if (parts.empty() || parts.front().at.begin > 0 || parts.back().at.end < value.size()) {
      return false;
    }
    for (const XmlPart& part : parts) {
      read_xml_tree(builder, part.root, place);
    }
    return true;
  }
  const auto root = read_json_document(value);
  if (root) read_json_tree(builder, *root, place);
  return root.has_value();
}

std::string join_path(const std::string& path, std::string_view key) {
  if (path.size() + key.size() >= kMaxPath) return path;
  std::string joined = path;
  if (!joined.empty()) joined += '.';
  return joined += key.substr(0, kMaxKey);
}

}  // namespace portfix
