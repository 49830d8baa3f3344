#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/notice.hpp"
#include "portfix/source_text.hpp"

namespace portfix {

inline Notice read(std::string_view text, const ReadOptions& options = {}) {
  return read_notice(SourceText::from_bytes("test", text), options);
}

/// White space becomes one space.
inline std::string on_one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

inline std::string_view name_of(ClauseKind kind) {
  switch (kind) {
    case ClauseKind::sentence:
      return "sentence";
    case ClauseKind::heading:
      return "heading";
    case ClauseKind::item:
      return "item";
    case ClauseKind::field:
      return "field";
    case ClauseKind::subject:
      return "subject";
    case ClauseKind::header:
      return "header";
    case ClauseKind::quoted:
      return "quoted";
    case ClauseKind::signature:
      return "signature";
  }
  return "?";
}

/// "kind|text|label|path" of each clause, without empty parts at the end.
inline std::vector<std::string> clause_list(const Notice& notice) {
  std::vector<std::string> list;
  for (const auto& clause : notice.clauses) {
    std::string line =
        std::string(name_of(clause.kind)) + "|" + on_one_line(notice.at(clause.text));
    if (!clause.label.empty() || !clause.path.empty()) {
      line += "|" + on_one_line(notice.at(clause.label));
    }
    if (!clause.path.empty()) line += "|" + clause.path;
    list.push_back(std::move(line));
  }
  return list;
}

/// The same in capitals, with the number of the group.
inline std::vector<std::string> folded_clause_list(const Notice& notice) {
  auto list = clause_list(notice);
  for (std::size_t i = 0; i < list.size(); ++i) {
    for (char& c : list[i]) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    list[i] += "|" + std::to_string(notice.clauses[i].group);
  }
  return list;
}

inline std::vector<std::string> number_list(const Notice& notice) {
  std::vector<std::string> list;
  for (const auto& number : notice.numbers) list.push_back(number.e164);
  return list;
}

}  // namespace portfix
