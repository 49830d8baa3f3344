#pragma once

#include <string>

#include "rules/model.hpp"
#include "rules/object_reader.hpp"

namespace portfix {

/// The JSON document under `key` as text, "" where there is none. Its strings may hold
/// placeholders; one that nobody fills is a problem.
std::string read_body(ObjectReader& reader, std::string_view key);

/// A file of rules/tickets/.
Ticket read_ticket(ObjectReader& reader);

}  // namespace portfix
