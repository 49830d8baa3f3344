#pragma once

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <string>
#include <vector>

#include "catch.hpp"
#include "support/golden.hpp"

namespace portfix::test {

/// A notice of tests/planted. There ⟪…⟫ stands around what nobody may see, ⟦…⟧ around what looks
/// like it and has to stay; `text` is without these marks.
struct Planted {
  std::string name;
  std::string text;
  std::vector<std::string> secrets;
  std::vector<std::string> kept;
};

inline Planted read_planted(std::string name, const std::string& marked) {
  Planted out{std::move(name), {}, {}, {}};
  std::string value;
  bool inside = false;
  for (std::size_t at = 0; at < marked.size();) {
    const std::string here = marked.substr(at, 3);
    if (here == "⟪" || here == "⟦") {
      inside = true;
      value.clear();
      at += 3;
    } else if (here == "⟫" || here == "⟧") {
      (here == "⟫" ? out.secrets : out.kept).push_back(value);
      inside = false;
      at += 3;
    } else {
      if (inside) value += marked[at];
      out.text += marked[at++];
    }
  }
  return out;
}

inline std::vector<Planted> planted_notices() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(PORTFIX_SOURCE_DIR "/tests/planted")) {
    paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  REQUIRE(paths.size() > 40);
  std::vector<Planted> out;
  for (const auto& path : paths) {
    out.push_back(read_planted(path.filename().string(), read_file(path.string())));
    REQUIRE(out.back().secrets.size() + out.back().kept.size() > 0);
  }
  return out;
}

/// Whether the secret stands in the text as a word of its own: "4821" is no part of "948210".
inline bool shows(const std::string& text, const std::string& secret) {
  const auto inner = [&](std::size_t at) {
    return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
  };
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + 1)) {
    if ((at == 0 || !inner(at - 1)) && !inner(at + secret.size())) return true;
  }
  return false;
}

}  // namespace portfix::test
