#include "rules/object_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "rules/review.hpp"

namespace portfix {
namespace {

std::string_view kind_in_words(const JsonNode& value) {
  switch (value.kind) {
    case JsonNode::Kind::string:
      return "a text";
    case JsonNode::Kind::array:
      return "a list";
    case JsonNode::Kind::object:
      return "an object";
    default:
      return value.text;
  }
}

}  // namespace

Place ObjectReader::place_of(std::string_view key) const {
  const JsonNode* value = node_.find(key);
  return {problems_.file(), value == nullptr ? node_.at : value->key_at};
}

Place ObjectReader::value_place(std::string_view key) const {
  const JsonNode* value = node_.find(key);
  return {problems_.file(), value == nullptr ? node_.at : value->at};
}

const JsonNode* ObjectReader::take(std::string_view key) {
  taken_.push_back(key);
  return node_.find(key);
}

const JsonNode* ObjectReader::take_required(std::string_view key, std::string_view form) {
  const JsonNode* value = take(key);
  if (value == nullptr && node_.kind == JsonNode::Kind::object) {
    problems_.error(node_.at, fmt::format("missing key \"{}\"", key),
                    fmt::format("add \"{}\": {}", key, form));
  }
  return value;
}

std::string ObjectReader::text(std::string_view key) {
  const JsonNode* value = take_required(key);
  complain_if_empty(value, fmt::format("\"{}\" is empty", key),
                    "write something between the quotes");
  return text_of(value);
}

std::string ObjectReader::optional_text(std::string_view key) {
  const JsonNode* value = take(key);
  complain_if_empty(value, fmt::format("\"{}\" is empty", key),
                    "write something between the quotes, or leave the key out");
  return text_of(value);
}

std::string ObjectReader::item_of(const JsonNode& item, std::string_view key) {
  complain_if_empty(&item, fmt::format("an entry of \"{}\" is empty", key),
                    "write something between the quotes, or drop the entry");
  return text_of(&item);
}

bool ObjectReader::complain_if_empty(const JsonNode* value, std::string message, std::string help) {
  if (value == nullptr || value->kind != JsonNode::Kind::string || !value->text.empty()) {
    return false;
  }
  problems_.error(value->at, std::move(message), std::move(help));
  return true;
}

std::string ObjectReader::text_of(const JsonNode* value) {
  if (value == nullptr) return {};
  if (value->kind == JsonNode::Kind::string) return value->text;
  const bool scalar = value->kind != JsonNode::Kind::array && value->kind != JsonNode::Kind::object;
  wrong_type(*value, "a text", scalar ? fmt::format("put it in quotes: \"{}\"", value->text) : "");
  return {};
}

std::string ObjectReader::date(std::string_view key) {
  const JsonNode* value = take_required(key, "\"YYYY-MM-DD\"");
  std::string day = text_of(value);
  if (complain_if_empty(value, fmt::format("\"{}\" is empty", key),
                        "write a day: \"YYYY-MM-DD\"")) {
    return day;
  }
  if (value != nullptr && value->kind == JsonNode::Kind::string && !is_iso_day(day)) {
    problems_.error(value->at, fmt::format("\"{}\" is not a date", day),
                    "write it as \"YYYY-MM-DD\"");
  }
  return day;
}

bool ObjectReader::optional_flag(std::string_view key) {
  const JsonNode* value = take(key);
  if (value == nullptr) return false;
  if (value->kind != JsonNode::Kind::boolean)
    wrong_type(*value, "true or false", "write it without quotes");
  return value->kind == JsonNode::Kind::boolean && value->text == "true";
}

int ObjectReader::optional_integer(std::string_view key, int fallback) {
  const JsonNode* value = take(key);
  return value == nullptr ? fallback : integer_of(*value);
}

int ObjectReader::integer_of(const JsonNode& value) {
  const bool digits = value.text.find_first_not_of("0123456789") == std::string::npos;
  if (value.kind == JsonNode::Kind::number && digits && value.text.size() < 7) {
    return std::stoi(value.text);
  }
  wrong_type(value, "a whole number from 0 to 999999", "write digits without quotes");
  return 0;
}

std::vector<Located> ObjectReader::located(std::string_view key, Need need) {
  std::vector<Located> out;
  each(key, need, [&](const JsonNode& item) {
    out.push_back({item_of(item, key), {problems_.file(), item.at}});
  });
  return out;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, Need need) {
  std::vector<std::string> out;
  each(key, need, [&](const JsonNode& item) { out.push_back(item_of(item, key)); });
  return out;
}

std::string ObjectReader::word(std::string_view key, const std::vector<std::string_view>& words,
                               Need need) {
  const JsonNode* value = need == Need::optional ? take(key) : take_required(key);
  return value == nullptr ? std::string{} : word_of(*value, words);
}

std::string ObjectReader::word_of(const JsonNode& value,
                                  const std::vector<std::string_view>& words) {
  std::string given = text_of(&value);
  if (value.kind != JsonNode::Kind::string) return given;
  if (std::find(words.begin(), words.end(), given) != words.end()) return given;
  if (complain_if_empty(
          &value,
          value.key.empty() ? "an entry is empty" : fmt::format("\"{}\" is empty", value.key),
          fmt::format("one of: {}", fmt::join(words, ", ")))) {
    return given;
  }
  const std::string meant = did_you_mean(given, words);
  problems_.error(
      value.at, fmt::format("unknown value \"{}\"", given),
      fmt::format("{}{}one of: {}", meant, meant.empty() ? "" : " ", fmt::join(words, ", ")));
  return given;
}

void ObjectReader::each(std::string_view key, Need need,
                        const std::function<void(const JsonNode&)>& take_item) {
  const JsonNode* value = need == Need::optional ? take(key) : take_required(key, "[…]");
  if (value == nullptr) return;
  if (value->kind != JsonNode::Kind::array) {
    wrong_type(*value, "a list", "put it in brackets: [ ]");
    return;
  }
  if (need == Need::some && value->children.empty()) {
    problems_.error(value->at, fmt::format("\"{}\" is empty", key), "it needs at least one entry");
  }
  for (const JsonNode& item : value->children) take_item(item);
}

void ObjectReader::each_member(std::string_view key,
                               const std::function<void(const JsonNode&)>& take_member) {
  const JsonNode* value = take(key);
  if (value == nullptr) return;
  if (value->kind != JsonNode::Kind::object) {
    wrong_type(*value, "an object", "write it as { \"name\": … }");
    return;
  }
  for (const JsonNode& member : value->children) {
    complain_if_double(*value, member);
    if (!is_comment(member.key)) take_member(member);
  }
}

bool ObjectReader::complain_if_double(const JsonNode& object, const JsonNode& member) {
  const JsonNode* first = object.find(member.key);
  if (first == &member) return false;
  problems_.error(member.key_at, fmt::format("key \"{}\" is given twice", member.key),
                  fmt::format("the first one is in line {}; keep one of them",
                              problems_.line_of(first->key_at)));
  return true;
}

void ObjectReader::wrong_type(const JsonNode& value, std::string_view expected, std::string help) {
  problems_.error(value.at, fmt::format("expected {}, not {}", expected, kind_in_words(value)),
                  std::move(help));
}

void ObjectReader::finish() {
  std::vector<std::string_view> known;
  for (const std::string_view key : taken_) {
    if (std::find(known.begin(), known.end(), key) == known.end()) known.push_back(key);
  }
  if (node_.kind != JsonNode::Kind::object) {
    wrong_type(node_, "an object", fmt::format("its keys are: {}", fmt::join(known, ", ")));
    return;
  }
  for (const JsonNode& member : node_.children) {
    if (complain_if_double(node_, member) || member.key == "$schema" || is_comment(member.key) ||
        std::find(known.begin(), known.end(), member.key) != known.end()) {
      continue;
    }
    const std::string meant = did_you_mean(member.key, known);
    problems_.error(member.key_at, fmt::format("unknown key \"{}\"", member.key),
                    meant.empty() ? fmt::format("known here: {}", fmt::join(known, ", ")) : meant);
  }
}

}  // namespace portfix
