#pragma once

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.hpp"

namespace portfix::test {

/// The file's bytes, "" if it is not there.
inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Whether changed texts are to be accepted: PORTFIX_ACCEPT=1.
inline bool accepting() {
  const char* value = std::getenv("PORTFIX_ACCEPT");
  return value != nullptr && std::string(value) == "1";
}

/// `actual` must be what the file below the sources says; with PORTFIX_ACCEPT=1 the file follows.
inline void check_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(PORTFIX_SOURCE_DIR) + "/tests/" + name;
  INFO("expected text: " << path << " (PORTFIX_ACCEPT=1 accepts a reviewed change)");
  if (accepting()) {
    write_file(path, actual);
  } else {
    CHECK(actual == read_file(path));
  }
}

}  // namespace portfix::test
