#include "rules/read_bodies.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_write.hpp"
#include "base/placeholders.hpp"
#include "base/suggest.hpp"

namespace portfix {
namespace {

void check_name(const JsonNode& value, const std::string& name, FileProblems& problems) {
  const auto known = placeholder_names();
  const bool is_field = name.starts_with(kChangePrefix) && name.size() > kChangePrefix.size();
  if (is_field || std::find(known.begin(), known.end(), name) != known.end()) return;
  const auto meant = did_you_mean(name, {known.begin(), known.end()});
  problems.error(value.at, fmt::format("unknown placeholder {{{}}}", name),
                 meant.empty()
                     ? fmt::format("known are {{{}}}; a brace of your own is written {{{{",
                                   fmt::join(known, "}, {"))
                     : meant);
}

void check_placeholders(const JsonNode& value, FileProblems& problems) {
  if (value.kind == JsonNode::Kind::string) {
    for (const TextPiece& piece : take_apart(value.text)) {
      if (piece.is_name) check_name(value, piece.text, problems);
    }
  }
  for (const JsonNode& child : value.children) check_placeholders(child, problems);
}

TicketForm read_form(const JsonNode& node, FileProblems& problems) {
  ObjectReader reader(node, problems);
  TicketForm form;
  form.method = reader.word("method", {"POST", "PUT", "PATCH"});
  form.path = reader.text("path");
  if (node.find("body") == nullptr) reader.take_required("body", "{…}");
  form.body = read_body(reader, "body");
  return form;
}

}  // namespace

std::string read_body(ObjectReader& reader, std::string_view key) {
  const JsonNode* node = reader.take(key);
  if (node == nullptr) return {};
  check_placeholders(*node, reader.problems());
  return json_text(*node);
}

Ticket read_ticket(ObjectReader& reader) {
  Ticket ticket;
  ticket.place = reader.place();
  ticket.id = reader.text("id");
  ticket.name = reader.text("name");
  ticket.about = reader.optional_text("about");
  if (const JsonNode* node = reader.take_required("internal", "{…}")) {
    ticket.internal = read_form(*node, reader.problems());
  }
  if (const JsonNode* node = reader.take_required("public", "{…}")) {
    ticket.to_customer = read_form(*node, reader.problems());
  }
  reader.each("sources", Need::some, [&](const JsonNode& node) {
    ObjectReader source(node, reader.problems());
    source.text("url");
    source.date("seen");
  });
  return ticket;
}

}  // namespace portfix
