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

}  // namespace

void add_keyed_value(NoticeBuilder& builder, Range value, KeyUse use, TextPlace place) {
  if (is_void(trimmed(value.in(builder.notice.text)))) return;
  place.field = true;
  place.scan_numbers = use == KeyUse::unknown;
  if (use == KeyUse::telephone || use == KeyUse::billing) {
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
