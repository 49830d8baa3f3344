#include "rules/pattern.hpp"

#include "base/words.hpp"

namespace portfix {

std::vector<PatternPart> parse_pattern(std::string_view pattern, PatternSyntaxError& error) {
  std::vector<PatternPart> parts;
  Joint joint = Joint::first;
  std::size_t joint_at = 0;
  const auto fail = [&](std::size_t at, std::string message, std::string help) {
    error = {at, std::move(message), std::move(help)};
    return std::vector<PatternPart>{};
  };
  const auto fail_lonely = [&](std::size_t at) {
    return fail(at, std::string("\"") + pattern[at] + "\" needs something on both sides",
                pattern[at] == '*' ? "write it as: word * word" : "write it as: word & word");
  };
  const auto take_joint = [&] {
    const Joint taken = parts.empty() ? Joint::first : joint;
    joint = Joint::adjacent;
    return taken;
  };

  std::size_t at = 0;
  while (at < pattern.size()) {
    const char c = pattern[at];
    if (c == ' ') {
      ++at;
    } else if (c == '*' || c == '&') {
      if (parts.empty() || joint == Joint::gap || joint == Joint::both) return fail_lonely(at);
      joint = c == '*' ? Joint::gap : Joint::both;
      joint_at = at++;
    } else if (c == '<') {
      const auto close = pattern.find_first_of("<>*& ", at + 1);
      if (close == pattern.npos || pattern[close] != '>')
        return fail(at, "\"<\" without \">\"", "write a concept as <concept>");
      const auto id = pattern.substr(at + 1, close - at - 1);
      if (id.empty()) return fail(at, "\"<>\" names no concept", "write a concept as <concept>");
      parts.push_back({take_joint(), std::string(id), {}, at});
      at = close + 1;
    } else if (c == '>') {
      return fail(at, "\">\" without \"<\"", "write a concept as <concept>");
    } else {
      const auto end = std::min(pattern.find_first_of("<>*&", at), pattern.size());
      const auto run = pattern.substr(at, end - at);
      const Words words = split_words(run);
      if (words.size() == 0) {
        return fail(
            at, "\"" + std::string(run.substr(0, run.find_last_not_of(' ') + 1)) + "\" is no word",
            "words are letters and digits");
      }
      PatternPart part{take_joint(), {}, {}, at};
      for (std::size_t i = 0; i < words.size(); ++i) part.words.emplace_back(words[i]);
      parts.push_back(std::move(part));
      at = end;
    }
  }
  if (joint == Joint::gap || joint == Joint::both) return fail_lonely(joint_at);
  if (parts.empty()) return fail(0, "there is nothing in it", "write words, <concept>, or both");
  return parts;
}

}  // namespace portfix
