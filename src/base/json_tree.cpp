#include "base/json_tree.hpp"

#include <iterator>
#include <nlohmann/json.hpp>

namespace portfix {
namespace {

/// Reads bytes for the parser and tells how far it has come.
class TellingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TellingIterator(const char* at, const char** told) : at_(at), told_(told) {}
  reference operator*() const { return *at_; }
  TellingIterator& operator++() {
    ++at_;
    if (told_ != nullptr) *told_ = at_;
    return *this;
  }
  friend bool operator==(const TellingIterator& a, const TellingIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const TellingIterator& a, const TellingIterator& b) { return !(a == b); }

 private:
  const char* at_;
  const char** told_;
};

/// Builds the tree from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  TreeBuilder(std::string_view text, const char*& told, JsonLimits limits)
      : text_(text), told_(told), limits_(limits) {}

  bool null() override { return add(JsonNode::Kind::null, "null", 4); }
  bool boolean(bool value) override {
    return value ? add(JsonNode::Kind::boolean, "true", 4)
                 : add(JsonNode::Kind::boolean, "false", 5);
  }
  bool number_integer(number_integer_t) override { return add_number(); }
  bool number_unsigned(number_unsigned_t) override { return add_number(); }
  bool number_float(number_float_t, const string_t&) override { return add_number(); }
  bool string(string_t& value) override {
    return add_at(JsonNode::Kind::string, std::move(value), opening_quote());
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonNode::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonNode::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& value) override {
    key_ = std::move(value);
    key_at_ = opening_quote();
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::json::exception& problem) override {
    error.at = position > 0 ? position - 1 : 0;
    const std::string_view what = problem.what();
    const auto colon = what.rfind(": ", what.find(" - "));
    error.message = "not valid JSON" + (colon == what.npos ? "" : std::string(what.substr(colon)));
    return false;
  }

  JsonNode root;
  JsonError error;

 private:
  [[nodiscard]] std::size_t offset() const {
    return static_cast<std::size_t>(told_ - text_.data());
  }

  /// The parser has just passed the closing quote of a string; finds the opening one.
  [[nodiscard]] std::uint32_t opening_quote() const {
    std::size_t at = offset();
    at = at >= 2 ? at - 2 : 0;
    while (at > 0) {
      if (text_[at] == '"') {
        std::size_t slashes = 0;
        while (slashes < at && text_[at - 1 - slashes] == '\\') ++slashes;
        if (slashes % 2 == 0) break;
      }
      --at;
    }
    return static_cast<std::uint32_t>(at);
  }

  /// A number ends at a byte that the parser has read and put back; finds its beginning.
  bool add_number() {
    const auto numeric = [&](std::size_t at) {
      const char c = text_[at];
      return (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.' || c == 'e' || c == 'E';
    };
    std::size_t end = std::min(offset(), text_.size());
    while (end > 0 && !numeric(end - 1)) --end;
    std::size_t begin = end;
    while (begin > 0 && numeric(begin - 1)) --begin;
    return add_at(JsonNode::Kind::number, std::string(text_.substr(begin, end - begin)),
                  static_cast<std::uint32_t>(begin));
  }

  bool add(JsonNode::Kind kind, std::string_view literal, std::size_t size) {
    const auto end = offset();
    return add_at(kind, std::string(literal),
                  static_cast<std::uint32_t>(end >= size ? end - size : 0));
  }

  bool add_at(JsonNode::Kind kind, std::string text, std::uint32_t at) {
    if (++count_ > limits_.nodes) return refuse("too many values");
    JsonNode& node = place();
    node.kind = kind;
    node.text = std::move(text);
    node.at = at;
    return true;
  }

  JsonNode& place() {
    if (open_.empty()) return root;
    JsonNode& parent = *open_.back();
    JsonNode& node = parent.children.emplace_back();
    if (parent.kind == JsonNode::Kind::object) {
      node.key = std::move(key_);
      node.key_at = key_at_;
    }
    return node;
  }

  bool open(JsonNode::Kind kind) {
    if (open_.size() >= limits_.depth) return refuse("nested too deeply");
    if (++count_ > limits_.nodes) return refuse("too many values");
    JsonNode& node = place();
    node.kind = kind;
    node.at = static_cast<std::uint32_t>(offset() - 1);
    open_.push_back(&node);  // stays valid: a node grows children only while it is the last one
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool refuse(const char* why) {
    error.at = offset();
    error.message = why;
    return false;
  }

  std::string_view text_;
  const char*& told_;
  JsonLimits limits_;
  std::vector<JsonNode*> open_;
  std::string key_;
  std::uint32_t key_at_ = 0;
  std::size_t count_ = 0;
};

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const {
  for (const JsonNode& child : children) {
    if (child.key == name) return &child;
  }
  return nullptr;
}

std::optional<JsonNode> parse_json(std::string_view text, JsonError& error, JsonLimits limits) {
  const char* told = text.data();
  TreeBuilder builder(text, told, limits);
  const char* begin = text.data();
  const bool done = nlohmann::json::sax_parse(
      TellingIterator(begin, &told), TellingIterator(begin + text.size(), nullptr), &builder);
  if (done) return std::move(builder.root);
  error = std::move(builder.error);
  return std::nullopt;
}

}  // namespace portfix
