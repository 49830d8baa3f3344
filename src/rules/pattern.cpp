#include "rules/pattern.hpp"

#include "base/words.hpp"

namespace portfix {

std::vector<PatternPart> parse_pattern(std::string_view pattern, PatternSyntaxError& error) {
  std::vector<PatternPart> parts;
  Joint joint = Joint::first;
  std::size_t joint_at = 0;
  const auto fail = [&](std::size_t at, std::string message) {
    error = {at, std::move(message)};
    return std::vector<PatternPart>{};
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
      if (parts.empty() || joint == Joint::gap || joint == Joint::both) {
        return fail(at, std::string("\"") + c + "\" needs something on both sides");
      }
      joint = c == '*' ? Joint::gap : Joint::both;
      joint_at = at++;
    } else if (c == '<') {
      const auto close = pattern.find('>', at);
      if (close == pattern.npos) return fail(at, "\"<\" without \">\"");
      const auto id = pattern.substr(at + 1, close - at - 1);
      if (id.empty()) return fail(at, "\"<>\" names no concept");
      parts.push_back({take_joint(), std::string(id), {}, at});
      at = close + 1;
    } else {
      const auto end = std::min(pattern.find_first_of("<*&", at), pattern.size());
      const Words words = split_words(pattern.substr(at, end - at));
      if (words.size() == 0) return fail(at, "no word here");
      PatternPart part{take_joint(), {}, {}, at};
      for (std::size_t i = 0; i < words.size(); ++i) part.words.emplace_back(words[i]);
      parts.push_back(std::move(part));
      at = end;
    }
  }
  if (joint == Joint::gap || joint == Joint::both) {
    return fail(joint_at, std::string("\"") + (joint == Joint::gap ? '*' : '&') +
                              "\" needs something on both sides");
  }
  if (parts.empty()) return fail(0, "an empty pattern matches nothing");
  return parts;
}

}  // namespace portfix
