#include "base/json_write.hpp"

#include <fmt/format.h>

namespace portfix {
namespace {

void write_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

void write(const JsonNode& value, std::string& out) {
  switch (value.kind) {
    case JsonNode::Kind::null:
      out += "null";
      return;
    case JsonNode::Kind::boolean:
    case JsonNode::Kind::number:
      out += value.text;
      return;
    case JsonNode::Kind::string:
      write_string(value.text, out);
      return;
    case JsonNode::Kind::array:
    case JsonNode::Kind::object:
      break;
  }
  const bool is_object = value.kind == JsonNode::Kind::object;
  out += is_object ? '{' : '[';
  bool first = true;
  for (const JsonNode& child : value.children) {
    if (!first) out += ',';
    first = false;
    if (is_object) {
      write_string(child.key, out);
      out += ':';
    }
    write(child, out);
  }
  out += is_object ? '}' : ']';
}

}  // namespace

std::string json_text(const JsonNode& value) {
  std::string out;
  write(value, out);
  return out;
}

}  // namespace portfix
