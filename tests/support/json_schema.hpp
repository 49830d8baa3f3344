#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace portfix::test {

using Json = nlohmann::json;

/// Checks a document against the part of JSON Schema (2020-12) that rules/schema/ uses. A keyword
/// that it does not know is a problem too, so that nothing is skipped in silence.
class SchemaCheck {
 public:
  explicit SchemaCheck(const Json& schema) : root_(schema) {}

  /// What is wrong, one line each; empty = valid.
  std::vector<std::string> operator()(const Json& document) {
    problems_.clear();
    check(root_, document, "$");
    return problems_;
  }

 private:
  static bool has_type(const Json& value, const std::string& type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    return type == "null" && value.is_null();
  }

  void problem(const std::string& at, const std::string& what) {
    problems_.push_back(at + ": " + what);
  }

  void check(const Json& schema, const Json& value, const std::string& at) {
    for (const auto& [keyword, rule] : schema.items()) {
      check_keyword(keyword, rule, schema, value, at);
    }
  }

  void check_keyword(const std::string& keyword, const Json& rule, const Json& schema,
                     const Json& value, const std::string& at) {
    if (keyword == "type") {
      check_type(rule, value, at);
    } else if (keyword == "enum") {
      const bool listed = std::find(rule.begin(), rule.end(), value) != rule.end();
      if (!listed) problem(at, value.dump() + " is not in " + rule.dump());
    } else if (keyword == "const") {
      if (value != rule) problem(at, value.dump() + " is not " + rule.dump());
    } else if (keyword == "$ref") {
      check(root_.at(Json::json_pointer(rule.get<std::string>().substr(1))), value, at);
    } else if (keyword == "anyOf") {
      check_any(rule, value, at);
    } else if (keyword == "required") {
      for (const auto& key : rule) {
        if (value.is_object() && !value.contains(key.get<std::string>())) {
          problem(at, "misses " + key.dump());
        }
      }
    } else if (keyword == "properties" || keyword == "additionalProperties" ||
               keyword == "patternProperties") {
      if (value.is_object()) check_members(keyword, rule, schema, value, at);
    } else if (keyword == "items") {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i) {
        check(rule, value[i], at + '[' + std::to_string(i) + ']');
      }
    } else if (keyword == "minItems") {
      if (value.is_array() && value.size() < rule.get<std::size_t>())
        problem(at, "has too few items");
    } else if (keyword == "minimum") {
      if (value.is_number() && value < rule) problem(at, value.dump() + " is too small");
    } else if (keyword == "maximum") {
      if (value.is_number() && value > rule) problem(at, value.dump() + " is too large");
    } else if (keyword != "$schema" && keyword != "$id" && keyword != "$defs" &&
               keyword != "title" && keyword != "description") {
      problem(at, "the test does not know the keyword " + keyword);
    }
  }

  void check_type(const Json& rule, const Json& value, const std::string& at) {
    const bool fits = rule.is_array()
                          ? std::any_of(rule.begin(), rule.end(),
                                        [&](const Json& type) { return has_type(value, type); })
                          : has_type(value, rule);
    if (!fits) problem(at, value.dump() + " is no " + rule.dump());
  }

  void check_any(const Json& rule, const Json& value, const std::string& at) {
    const std::vector<std::string> before = problems_;
    std::vector<std::string> first;
    for (const Json& choice : rule) {
      problems_.clear();
      check(choice, value, at);
      if (problems_.empty()) {
        problems_ = before;
        return;
      }
      if (first.empty()) first = problems_;
    }
    problems_ = before;
    problems_.insert(problems_.end(), first.begin(), first.end());
  }

  void check_members(const std::string& keyword, const Json& rule, const Json& schema,
                     const Json& value, const std::string& at) {
    const Json none = Json::object();
    const Json& known = schema.contains("properties") ? schema["properties"] : none;
    for (const auto& [key, member] : value.items()) {
      const std::string where = at + '.' + key;
      const Json* pattern = pattern_of(schema, key);
      if (keyword == "patternProperties") {
        if (pattern != nullptr) check(*pattern, member, where);
      } else if (keyword == "properties") {
        if (known.contains(key)) check(known[key], member, where);
      } else if (!known.contains(key) && pattern == nullptr) {
        if (rule == false) problem(where, "is not known");
        if (rule.is_object()) check(rule, member, where);
      }
    }
  }

  /// The schema of the first pattern that fits, which can only be "^" and the name's beginning.
  static const Json* pattern_of(const Json& schema, const std::string& key) {
    if (!schema.contains("patternProperties")) return nullptr;
    for (const auto& [pattern, rule] : schema["patternProperties"].items()) {
      std::string start = pattern.substr(1);
      start.erase(std::remove(start.begin(), start.end(), '\\'), start.end());
      if (key.starts_with(start)) return &rule;
    }
    return nullptr;
  }

  const Json& root_;
  std::vector<std::string> problems_;
};

}  // namespace portfix::test
