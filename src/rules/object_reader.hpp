#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_tree.hpp"
#include "base/suggest.hpp"
#include "rules/load.hpp"

namespace portfix {

/// Collects the problems of one rule file.
class FileProblems {
 public:
  FileProblems(const std::vector<RuleFile>& files, std::uint32_t file, Diagnostics& problems)
      : files_(files), file_(file), problems_(problems) {}

  void error(std::uint32_t at, std::string message, std::string help = {}) {
    problems_.push_back(
        diagnostic_at(files_, {file_, at}, std::move(message), std::move(help)));
  }
  [[nodiscard]] std::uint32_t file() const { return file_; }

 private:
  const std::vector<RuleFile>& files_;
  std::uint32_t file_;
  Diagnostics& problems_;
};

/// Takes the members of a JSON object one by one, and at the end complains of what nobody took.
class ObjectReader {
 public:
  ObjectReader(const JsonNode& node, FileProblems& problems) : node_(node), problems_(problems) {
    if (node.kind != JsonNode::Kind::object) problems.error(node.at, "expected an object here");
  }
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;
  ~ObjectReader() { finish(); }

  [[nodiscard]] Place place() const { return {problems_.file(), node_.at}; }
  FileProblems& problems() { return problems_; }

  /// The member's value, or nullptr if it is missing.
  const JsonNode* take(std::string_view key) {
    taken_.push_back(key);
    return node_.find(key);
  }

  const JsonNode* take_required(std::string_view key) {
    const JsonNode* value = take(key);
    if (value == nullptr && node_.kind == JsonNode::Kind::object) {
      problems_.error(node_.at, "missing key \"" + std::string(key) + "\"");
    }
    return value;
  }

  std::string text(std::string_view key) { return text_of(take_required(key)); }
  std::string optional_text(std::string_view key) { return text_of(take(key)); }

  bool optional_flag(std::string_view key) {
    const JsonNode* value = take(key);
    if (value == nullptr) return false;
    if (value->kind != JsonNode::Kind::boolean) problems_.error(value->at, "expected true or false");
    return value->text == "true";
  }

  int optional_integer(std::string_view key, int fallback) {
    const JsonNode* value = take(key);
    return value == nullptr ? fallback : integer_of(*value);
  }

  int integer_of(const JsonNode& value) {
    const bool digits = value.text.find_first_not_of("0123456789") == std::string::npos;
    if (value.kind == JsonNode::Kind::number && digits && value.text.size() < 7) {
      return std::stoi(value.text);
    }
    problems_.error(value.at, "expected a whole number from 0 to 999999");
    return 0;
  }

  std::vector<Located> located(std::string_view key, bool required = false) {
    std::vector<Located> out;
    each(key, required, [&](const JsonNode& item) {
      out.push_back({text_of(&item), {problems_.file(), item.at}});
    });
    return out;
  }

  std::vector<std::string> texts(std::string_view key, bool required = false) {
    std::vector<std::string> out;
    each(key, required, [&](const JsonNode& item) { out.push_back(text_of(&item)); });
    return out;
  }

  template <class Enum>
  Enum one_of(std::string_view key) {
    const JsonNode* value = take_required(key);
    return value == nullptr ? Enum{} : enum_of<Enum>(*value);
  }

  template <class Enum>
  std::optional<Enum> optional_one_of(std::string_view key) {
    const JsonNode* value = take(key);
    if (value == nullptr) return std::nullopt;
    return enum_of<Enum>(*value);
  }

  template <class Enum>
  Enum enum_of(const JsonNode& value) {
    const std::string word = text_of(&value);
    if (const auto found = from_name<Enum>(word)) return *found;
    if (value.kind == JsonNode::Kind::string) {
      const auto& names = EnumNames<Enum>::names;
      std::string all;
      for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
      problems_.error(value.at, "unknown value \"" + word + "\"", "one of: " + all);
    }
    return Enum{};
  }

  /// Calls `take_item` with every element of the array `key`.
  void each(std::string_view key, bool required,
            const std::function<void(const JsonNode&)>& take_item) {
    const JsonNode* value = required ? take_required(key) : take(key);
    if (value == nullptr) return;
    if (value->kind != JsonNode::Kind::array) {
      problems_.error(value->at, "expected a list for \"" + std::string(key) + "\"");
      return;
    }
    for (const JsonNode& item : value->children) take_item(item);
  }

  /// Calls `take_member` with every member of the object `key`.
  void each_member(std::string_view key, const std::function<void(const JsonNode&)>& take_member) {
    const JsonNode* value = take(key);
    if (value == nullptr) return;
    if (value->kind != JsonNode::Kind::object) {
      problems_.error(value->at, "expected an object for \"" + std::string(key) + "\"");
      return;
    }
    for (const JsonNode& member : value->children) take_member(member);
  }

  std::string text_of(const JsonNode* value) {
    if (value == nullptr) return {};
    if (value->kind != JsonNode::Kind::string) {
      problems_.error(value->at, "expected a text in quotes");
      return {};
    }
    return value->text;
  }

 private:
  void finish() {
    if (node_.kind != JsonNode::Kind::object) return;
    for (std::size_t i = 0; i < node_.children.size(); ++i) {
      const JsonNode& member = node_.children[i];
      if (node_.find(member.key) != &member) {
        problems_.error(member.key_at, "key \"" + member.key + "\" is given twice");
      } else if (member.key != "$schema" &&
                 std::find(taken_.begin(), taken_.end(), member.key) == taken_.end()) {
        problems_.error(member.key_at, "unknown key \"" + member.key + "\"",
                        did_you_mean(member.key, taken_));
      }
    }
  }

  const JsonNode& node_;
  FileProblems& problems_;
  std::vector<std::string_view> taken_;
};

}  // namespace portfix
