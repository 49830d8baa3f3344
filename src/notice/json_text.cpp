#include "notice/json_text.hpp"

#include <algorithm>
#include <utility>

#include "base/byte_set.hpp"
#include "notice/ascii.hpp"
#include "notice/history.hpp"
#include "notice/phone_scan.hpp"

namespace portfix {
namespace {

constexpr JsonLimits kLimits = {64, 300'000};
constexpr std::size_t kMaxDocuments = 20'000;

/// Where the bracket at `at` is closed, outside strings: the offset behind it, or 0. `budget` is
/// how many bytes may be read.
std::size_t closing_bracket(std::string_view text, std::size_t at, std::size_t& budget) {
  std::size_t depth = 0;
  bool in_string = false;
  for (; at < text.size() && budget > 0; ++at, --budget) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') {
        ++at;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

/// What stands behind the bracket may be JSON with names in it.
bool may_begin_json(std::string_view text, std::size_t at) {
  std::size_t next = at + 1;
  const std::size_t most = std::min(text.size(), at + 200);
  while (next < most && is_space(text[next])) ++next;
  if (next >= most) return false;
  return text[next] == '"' || (text[at] == '[' && (text[next] == '{' || text[next] == '[')) ||
         (text[at] == '{' && text[next] == '}');
}

class TreeReader {
 public:
  TreeReader(NoticeBuilder& builder, const DocumentPlace& place)
      : builder_(builder), place_(place), key_text_(place.key) {}

  void read(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    switch (node.kind) {
      case JsonNode::Kind::object:
        read_object(node, builder_.add_group(group), path, use);
        return;
      case JsonNode::Kind::array:
        read_array(node, builder_.add_group(group), path, use);
        return;
      case JsonNode::Kind::string:
        read_string(node, group, path, use);
        return;
      case JsonNode::Kind::number:
        add_value(node, group, path, may_be_digits(use) ? use : KeyUse::other_number);
        return;
      case JsonNode::Kind::null:
      case JsonNode::Kind::boolean:
        return;
    }
  }

 private:
  static bool may_be_digits(KeyUse use) {
    return use == KeyUse::telephone || use == KeyUse::billing;
  }

  void read_object(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    for (const JsonNode& child : node.children) {
      if (builder_.full()) return;
      key_text_ = child.key;
      if (is_number_key(child, group)) {
        read(child, mentions_.back(), path, use);
        mentions_.pop_back();
        continue;
      }
      const KeyUse outer = use == KeyUse::contact ? use : KeyUse::unknown;
      const std::size_t first = builder_.notice.clauses.size();
      read(child, group, join_path(path, child.key), use_of_key(child.key, outer));
      if (names_the_past(child.key)) set_aside(builder_, {first, builder_.notice.clauses.size()});
    }
  }

  /// {"+14155550123": {…}}: the key is a number and names a group of its own.
  bool is_number_key(const JsonNode& child, std::uint32_t group) {
    const auto& key = child.key;
    if (key.size() < 7 || key.size() > 24 || !(is_digit(key[0]) || key[0] == '+' || key[0] == '('))
      return false;
    std::vector<FoundNumber> found;
    scan_phone_numbers(key, {0, static_cast<std::uint32_t>(key.size())}, builder_.options().country,
                       PhoneTrust::field, found);
    if (found.size() != 1 || found[0].at.size() + 1 < key.size()) return false;
    const Range at = builder_.append(key);
    mentions_.push_back(builder_.add_group(group));
    builder_.notice.numbers.push_back({std::move(found[0].e164), at, mentions_.back()});
    return true;
  }

  void read_array(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    const std::string key = key_text_;
    std::vector<EntryClauses> entries;
    for (const JsonNode& child : node.children) {
      if (builder_.full()) return;
      key_text_ = key;
      const std::size_t first = builder_.notice.clauses.size();
      read(child, group, path + "[]", use);
      entries.push_back({first, builder_.notice.clauses.size()});
    }
    if (names_history(key)) settle_history(builder_, entries);
  }

  void read_string(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    const auto text = trimmed(node.text);
    if (text.empty()) return;
    DocumentPlace inner;
    inner.group = group;
    inner.path = path;
    inner.key = key_text_;
    inner.source = place_.source_of(node.at);
    inner.exact = false;
    inner.level = place_.level + 1;
    if (!read_inner_document(builder_, text, inner)) add_value(node, group, path, use);
  }

  void add_value(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    TextPlace place;
    place.group = group;
    place.path = path;
    place.source = place_.source_of(node.at);
    if (!key_text_.empty()) place.label = builder_.append(key_text_);
    add_keyed_value(builder_, builder_.append(node.text), use, std::move(place));
  }

  NoticeBuilder& builder_;
  const DocumentPlace& place_;
  std::string key_text_;
  std::vector<std::uint32_t> mentions_;
};

}  // namespace

std::vector<JsonPart> find_json(std::string_view text) {
  std::vector<JsonPart> parts;
  std::size_t budget = 3 * text.size();
  constexpr ByteSet kOpening("{[");
  for (std::size_t at = kOpening.find_in(text);
       at < text.size() && budget > 0 && parts.size() < kMaxDocuments;
       at = kOpening.find_in(text, at + 1)) {
    if (may_begin_json(text, at)) {
      if (const auto end = closing_bracket(text, at, budget); end > 0) {
        JsonError error;
        auto tree = parse_json(text.substr(at, end - at), error, kLimits);
        budget -= std::min(budget, end - at);
        if (tree) {
          parts.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                           std::move(*tree)});
          at = end - 1;
        }
      }
    }
  }
  return parts;
}

std::optional<JsonNode> read_json_document(std::string_view text) {
  if ((text.front() != '{' && text.front() != '[') || !may_begin_json(text, 0)) return std::nullopt;
  JsonError error;
  return parse_json(text, error, kLimits);
}

void read_json_tree(NoticeBuilder& builder, const JsonNode& root, const DocumentPlace& place) {
  TreeReader(builder, place)
      .read(root, place.group, place.path, use_of_key(place.key, KeyUse::unknown));
}

}  // namespace portfix
