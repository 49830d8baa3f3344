#pragma once

#include <string>
#include <vector>

#include "rules/model.hpp"
#include "rules/object_reader.hpp"

namespace portfix {

/// "high", "medium" or "low"; "" where it may be left out and is.
std::string read_confidence(ObjectReader& reader, Need need = Need::required);

/// An entry of "sources". `id` is filled, and then required, where codes refer to it.
SourceRef read_source(const JsonNode& node, FileProblems& problems, std::string* id = nullptr);

/// "sources", of which there must be some.
std::vector<SourceRef> read_sources(ObjectReader& reader);

/// `source` and `seen` as they stand in steps, laws and deadlines.
SourceRef read_inline_source(ObjectReader& reader);

}  // namespace portfix
