#include "rules/read_sources.hpp"

namespace portfix {

std::string read_confidence(ObjectReader& reader, Need need) {
  return reader.word("confidence", {"high", "medium", "low"}, need);
}

SourceRef read_source(const JsonNode& node, FileProblems& problems, std::string* id) {
  ObjectReader reader(node, problems);
  if (id == nullptr) {
    reader.take("id");
  } else {
    *id = reader.text("id");
  }
  const JsonNode* url = node.find("url");
  return {reader.text("url"),
          reader.date("seen"),
          {problems.file(), url == nullptr ? node.at : url->at}};
}

std::vector<SourceRef> read_sources(ObjectReader& reader) {
  std::vector<SourceRef> sources;
  reader.each("sources", Need::some, [&](const JsonNode& node) {
    sources.push_back(read_source(node, reader.problems()));
  });
  return sources;
}

SourceRef read_inline_source(ObjectReader& reader) {
  return {reader.text("source"), reader.date("seen"), reader.value_place("source")};
}

}  // namespace portfix
