#include "notice/xml_tree.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <utility>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostLevels = 64;
constexpr std::size_t kMostNodes = 300'000;

/// Copies the parser's tree into ours, as far as the limits go.
class TreeCopy {
 public:
  explicit TreeCopy(const char* buffer) : buffer_(buffer) {}

  bool copy(const pugi::xml_node& from, XmlNode& to, std::size_t level = 0) {
    if (level >= kMostLevels) return false;
    to.name = local_name(from.name());
    to.at = offset(from.name());
    for (const pugi::xml_attribute& attribute : from.attributes()) {
      if (std::string_view(attribute.name()).starts_with("xmlns")) continue;
      if (++nodes_ > kMostNodes) return false;
      const std::string_view value = attribute.value();
      to.children.push_back({local_name(attribute.name()),
                             std::string(value),
                             offset(value.empty() ? attribute.name() : value.data()),
                             {}});
    }
    bool text = false;
    for (const pugi::xml_node& child : from.children()) {
      if (++nodes_ > kMostNodes) return false;
      if (child.type() == pugi::node_element) {
        if (!copy(child, to.children.emplace_back(), level + 1)) return false;
      } else if (const auto piece = trimmed(child.value()); !piece.empty()) {
        if (!text) to.at = offset(piece.data());
        if (text) to.text += ' ';
        to.text += piece;
        text = true;
      }
    }
    if (!text) take_value(to);
    return true;
  }

 private:
  /// <TN value="…"/> says what <TN>…</TN> says, and <field name="TN" value="…"/> as well.
  static void take_value(XmlNode& node) {
    const auto child = [&](std::string_view name) {
      return std::find_if(node.children.begin(), node.children.end(), [&](const XmlNode& other) {
        return other.children.empty() && equal_folded(other.name, name);
      });
    };
    const auto value = child("value");
    if (value == node.children.end()) return;
    node.text = std::move(value->text);
    node.at = value->at;
    node.children.erase(value);
    for (const std::string_view key : {"name", "key"}) {
      const auto name = child(key);
      if (name == node.children.end() || !is_name(name->text)) continue;
      node.name = std::move(name->text);
      node.children.erase(name);
      return;
    }
  }

  static bool equal_folded(std::string_view a, std::string_view b) {
    return a.size() == b.size() && starts_with_folded(a, b);
  }

  static bool is_name(std::string_view text) {
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
      return is_letter(c) || is_digit(c) || c == '_' || c == '-';
    });
  }

  [[nodiscard]] std::uint32_t offset(const char* place) const {
    return static_cast<std::uint32_t>(place - buffer_);
  }

  static std::string local_name(std::string_view name) {
    return std::string(name.substr(name.find(':') == name.npos ? 0 : name.find(':') + 1));
  }

  const char* buffer_;
  std::size_t nodes_ = 0;
};

}  // namespace

std::optional<XmlNode> parse_xml(std::string_view text) {
  std::string buffer(text);  // names and values of the parser's tree stand in it
  pugi::xml_document document;
  constexpr unsigned int kOptions =
      pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_wconv_attribute;
  const auto result =
      document.load_buffer_inplace(buffer.data(), buffer.size(), kOptions, pugi::encoding_utf8);
  const bool cut_off = result.status == pugi::status_end_element_mismatch &&
                       static_cast<std::size_t>(result.offset) + 1 >= text.size();
  const pugi::xml_node root = document.document_element();
  if ((!result && !cut_off) || !root) return std::nullopt;
  XmlNode tree;
  if (!TreeCopy(buffer.data()).copy(root, tree)) return std::nullopt;
  return tree;
}

}  // namespace portfix
