#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_tree.hpp"
#include "rules/load.hpp"

namespace portfix {

/// Collects the problems of one rule file.
class FileProblems {
 public:
  FileProblems(const std::vector<RuleFile>& files, std::uint32_t file, Diagnostics& problems)
      : files_(files), file_(file), problems_(problems) {}

  void error(std::uint32_t at, std::string message, std::string help = {}) {
    problems_.push_back(diagnostic_at(files_, {file_, at}, std::move(message), std::move(help)));
  }
  [[nodiscard]] std::uint32_t file() const { return file_; }
  [[nodiscard]] std::uint32_t line_of(std::uint32_t at) const {
    return files_[file_].text.position(at).line;
  }

 private:
  const std::vector<RuleFile>& files_;
  std::uint32_t file_;
  Diagnostics& problems_;
};

/// What a rule file has to say under a key.
enum class Need : std::uint8_t {
  optional,
  required,  ///< may be an empty list
  some,      ///< at least one entry
};

/// True for "$comment", "$comment title": a member that is for people and not read.
inline bool is_comment(std::string_view key) { return key.starts_with("$comment"); }

/// Takes the members of a JSON object one by one, and at the end complains of what nobody took.
/// A value of the wrong type is reported and read as nothing.
class ObjectReader {
 public:
  ObjectReader(const JsonNode& node, FileProblems& problems) : node_(node), problems_(problems) {}
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;
  ~ObjectReader() { finish(); }

  [[nodiscard]] Place place() const { return {problems_.file(), node_.at}; }
  /// Where the member's name stands, or the object if it has no such member.
  [[nodiscard]] Place place_of(std::string_view key) const;
  /// Where the member's value stands, or the object if it has no such member.
  [[nodiscard]] Place value_place(std::string_view key) const;
  FileProblems& problems() { return problems_; }

  /// The member's value, or nullptr if it is missing.
  const JsonNode* take(std::string_view key);
  /// `form` shows the cure of a missing key.
  const JsonNode* take_required(std::string_view key, std::string_view form = "\"…\"");

  /// A required text that is not empty.
  std::string text(std::string_view key);
  std::string text_or_empty(std::string_view key) { return text_of(take_required(key)); }
  /// Not empty either, if it is there.
  std::string optional_text(std::string_view key);
  std::string text_of(const JsonNode* value);
  /// An entry of the list `key`, not empty.
  std::string item_of(const JsonNode& item, std::string_view key);

  /// A required day: "YYYY-MM-DD".
  std::string date(std::string_view key);

  bool optional_flag(std::string_view key);
  int optional_integer(std::string_view key, int fallback);
  int integer_of(const JsonNode& value);

  std::vector<Located> located(std::string_view key, Need need = Need::optional);
  std::vector<std::string> texts(std::string_view key, Need need = Need::optional);

  /// One word of a short list; "" if it is missing.
  std::string word(std::string_view key, const std::vector<std::string_view>& words,
                   Need need = Need::required);

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
    const auto& names = EnumNames<Enum>::names;
    return from_name<Enum>(word_of(value, {names.begin(), names.end()})).value_or(Enum{});
  }

  /// Calls `take_item` with every element of the array `key`.
  void each(std::string_view key, Need need, const std::function<void(const JsonNode&)>& take_item);

  /// Calls `take_member` with every member of the object `key`.
  void each_member(std::string_view key, const std::function<void(const JsonNode&)>& take_member);

 private:
  std::string word_of(const JsonNode& value, const std::vector<std::string_view>& words);
  bool complain_if_empty(const JsonNode* value, std::string message, std::string help);
  bool complain_if_double(const JsonNode& object, const JsonNode& member);
  void wrong_type(const JsonNode& value, std::string_view expected, std::string help);
  void finish();

  const JsonNode& node_;
  FileProblems& problems_;
  std::vector<std::string_view> taken_;
};

}  // namespace portfix
