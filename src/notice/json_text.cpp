#include "notice/json_text.hpp"

#include <algorithm>
#include <utility>

#include "notice/ascii.hpp"
#include "notice/json_keys.hpp"
#include "notice/phone_scan.hpp"
#include "notice/plain_text.hpp"

namespace portfix {
namespace {

constexpr JsonLimits kLimits = {64, 300'000};
constexpr int kMaxNestedDocuments = 3;
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
  TreeReader(NoticeBuilder& builder, std::uint32_t base) : builder_(builder), base_(base) {}

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
        add_value(node, group, path, use == KeyUse::telephone ? use : KeyUse::other_number);
        return;
      case JsonNode::Kind::null:
      case JsonNode::Kind::boolean:
        return;
    }
  }

 private:
  void read_object(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    for (const JsonNode& child : node.children) {
      if (builder_.full()) return;
      key_text_ = child.key;
      if (is_number_key(child, group)) {
        read(child, mentions_.back(), path, use);
        mentions_.pop_back();
        continue;
      }
      std::string inner = path;
      if (!inner.empty()) inner += '.';
      inner += child.key.substr(0, kMaxKey);
      if (inner.size() > kMaxPath) inner = path;
      const KeyUse outer = use == KeyUse::contact ? use : KeyUse::unknown;
      read(child, group, inner, use_of_key(child.key, outer));
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
    const std::string inner = path.size() < kMaxPath ? path + "[]" : path;
    const std::string key = key_text_;
    for (const JsonNode& child : node.children) {
      if (builder_.full()) return;
      key_text_ = key;
      read(child, group, inner, use);
    }
  }

  void read_string(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    const auto text = trimmed(node.text);
    if (nested_ < kMaxNestedDocuments && text.size() > 1 &&
        (text.front() == '{' || text.front() == '[') && may_begin_json(text, 0)) {
      JsonError error;
      if (const auto tree = parse_json(text, error, kLimits)) {
        TreeReader inner(builder_, base_);
        inner.nested_ = nested_ + 1;
        inner.fixed_ = fixed_.value_or(node.at);
        inner.key_text_ = key_text_;
        inner.read(*tree, group, path, use);
        return;
      }
    }
    if (!text.empty()) add_value(node, group, path, use);
  }

  void add_value(const JsonNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    TextPlace place;
    place.group = group;
    place.path = path;
    place.field = true;
    place.source = base_ + fixed_.value_or(node.at);
    place.scan_numbers = use == KeyUse::unknown;
    if (!key_text_.empty()) place.label = builder_.append(key_text_);
    const Range value = builder_.append(node.text);
    if (use == KeyUse::telephone) {
      std::vector<FoundNumber> found;
      scan_phone_numbers(builder_.notice.text, value, builder_.options().country, PhoneTrust::field,
                         found);
      for (auto& number : found) {
        builder_.notice.numbers.push_back({std::move(number.e164), number.at, group});
      }
    }
    read_text(builder_, value, place);
  }

  static constexpr std::size_t kMaxKey = 200;
  static constexpr std::size_t kMaxPath = 1000;

  NoticeBuilder& builder_;
  std::uint32_t base_;
  std::optional<std::uint32_t> fixed_;  // inside a string: where the string stands
  int nested_ = 0;
  std::string key_text_;
  std::vector<std::uint32_t> mentions_;
};

}  // namespace

std::vector<JsonPart> find_json(std::string_view text) {
  std::vector<JsonPart> parts;
  std::size_t budget = 3 * text.size();
  std::size_t at = 0;
  while (budget > 0 && parts.size() < kMaxDocuments &&
         (at = text.find_first_of("{[", at)) != text.npos) {
    if (may_begin_json(text, at)) {
      if (const auto end = closing_bracket(text, at, budget); end > 0) {
        JsonError error;
        auto tree = parse_json(text.substr(at, end - at), error, kLimits);
        budget -= std::min(budget, end - at);
        if (tree) {
          parts.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
                           std::move(*tree)});
          at = end;
          continue;
        }
      }
    }
    ++at;
  }
  return parts;
}

void read_json_tree(NoticeBuilder& builder, const JsonNode& root, std::uint32_t base) {
  TreeReader(builder, base).read(root, 0, {}, KeyUse::unknown);
}

}  // namespace portfix
