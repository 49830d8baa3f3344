#include "notice/line_shape.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMaxLabel = 56;  // bytes
constexpr int kMaxLabelWords = 6;
constexpr std::ptrdiff_t kMaxLabelDigits = 5;  // more are an order or a telephone number

constexpr std::array<std::string_view, 14> kBullets = {
    "\xE2\x80\xA2", "\xC2\xB7",     "\xE2\x80\xA3", "\xE2\x96\xAA", "\xE2\x97\x8F",
    "\xE2\x97\xA6", "\xE2\x86\x92", "\xE2\x9C\x97", "\xE2\x9C\x93", "\xE2\x9C\x94",
    "\xE2\x9C\x98", "\xE2\x98\x90", "\xE2\x98\x91", "\xE2\x98\x92"};

std::size_t bullet_size(std::string_view line) {
  const char c = line.front();
  if (is_alnum(c)) return 0;
  for (const auto bullet : kBullets) {
    if (is_wide(c) && line.starts_with(bullet)) return bullet.size();
  }
  if ((c == '-' || c == '*' || c == '+') && line.size() > 1 && line[1] == ' ') return 1;
  if (line.starts_with("\xE2\x80\x93 ") || line.starts_with("\xE2\x80\x94 ")) return 3;
  return 0;
}

/// "[ ]", "[x]"
std::size_t box_size(std::string_view line) {
  return line.size() > 3 && line[0] == '[' && line[2] == ']' &&
                 (line[1] == ' ' || line[1] == 'x' || line[1] == 'X')
             ? 3
             : 0;
}

/// "1.", "12)", "(3)", "a)", "(b)"
std::size_t ordinal_size(std::string_view line) {
  std::size_t at = line.front() == '(' ? 1 : 0;
  const bool bracket = at == 1;
  const std::size_t begin = at;
  while (at < line.size() && at - begin < 2 && is_digit(line[at])) ++at;
  const bool digits = at > begin;
  if (!digits && at < line.size() && is_letter(line[at])) ++at;
  if (at == begin || at + 1 >= line.size() || line[at + 1] != ' ') return 0;
  if (line[at] == ')') return at + 1;
  if (line[at] != '.' || bracket || !digits) return 0;
  std::size_t end = at + 2;  // "14. Dezember"
  while (end < line.size() && (is_letter(line[end]) || is_wide(line[end]))) ++end;
  return month_of(line.substr(at + 2, end - at - 2)) == 0 ? at + 1 : 0;
}

bool is_word_of(std::string_view list, std::string_view word) {
  for (auto at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

/// Words that make a sentence of what stands before a colon.
constexpr std::string_view kVerbs =
    " is are was were has have had be been came come comes says say said told tell tells asked "
    "needs "
    "please wrote got see can could must should will would do does did not they we you i ist wurde "
    "war sind hat fue ha est he because ";

constexpr std::string_view kAddresses = " sip sips http https mailto tel urn ftp ";

bool label_words_fit(std::string_view label) {
  int words = 0;
  bool any_letter = false;
  if (std::count_if(label.begin(), label.end(), is_digit) > kMaxLabelDigits) return false;
  std::size_t at = 0;
  while (at < label.size()) {
    while (at < label.size() && !is_alnum(label[at]) && !is_wide(label[at])) ++at;
    const std::size_t begin = at;
    while (at < label.size() && (is_alnum(label[at]) || is_wide(label[at]))) {
      any_letter = any_letter || !is_digit(label[at]);
      ++at;
    }
    if (at == begin) break;
    if (++words > kMaxLabelWords) return false;
    if (is_word_of(kVerbs, to_lower(label.substr(begin, at - begin)))) return false;
  }
  return words > 0 && (any_letter || label.size() <= 4) && !is_salutation(label);
}

Label make_label(std::string_view line, std::size_t end, std::size_t value) {
  const auto label = without_quotes(line.substr(0, end));
  if (label.empty() || !label_words_fit(label)) return {};
  const auto begin = static_cast<std::size_t>(label.data() - line.data());
  while (value < line.size() && (line[value] == ' ' || line[value] == '\t')) ++value;
  return {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + label.size())},
          static_cast<std::uint32_t>(value)};
}

bool is_colon_of_label(std::string_view line, std::size_t at) {
  const char next = at + 1 < line.size() ? line[at + 1] : ' ';
  if (next == '/' || next == ':' || next == '\\') return false;
  if (at > 0 && is_digit(line[at - 1]) && is_digit(next)) return false;  // 10:30
  return is_space(next) || !is_word_of(kAddresses, to_lower(line.substr(0, at)));
}

}  // namespace

std::size_t list_mark(std::string_view line) {
  if (line.empty()) return 0;
  std::size_t at = bullet_size(line);
  if (at == 0) at = ordinal_size(line);
  const auto rest = [&] {
    while (at < line.size() && line[at] == ' ') ++at;
    return line.substr(at);
  };
  if (at > 0 && rest().empty()) return 0;
  if (const auto box = box_size(rest()); box > 0) {
    at += box;
    (void)rest();
  }
  return at >= line.size() ? 0 : at;
}

Label find_label(std::string_view line, bool aligned) {
  const std::size_t most = std::min(line.size(), kMaxLabel);
  for (std::size_t at = 0; at < most; ++at) {
    const char c = line[at];
    if (is_alnum(c)) continue;
    const char next = at + 1 < line.size() ? line[at + 1] : ' ';
    if (c == ':' && at > 0 && is_colon_of_label(line, at)) return make_label(line, at, at + 1);
    if (c == '=' && at > 0) {
      if (next == '=' || next == '>' || line[at - 1] == '<' || line[at - 1] == '!') return {};
      if (line.find('=', at + 1) != line.npos) return {};
      return make_label(line, at, at + 1);
    }
    if (c == '.' && line.substr(at).starts_with("...")) {
      std::size_t value = at;
      while (value < line.size() && (line[value] == '.' || line[value] == ' ')) ++value;
      if (value < line.size() && line[value] == ':') ++value;
      return at > 0 && value < line.size() ? make_label(line, at, value) : Label{};
    }
    if (c == '?' || c == '!' || c == ';' || (c == ',' && is_space(next)) || c == '\n') return {};
    if (c == '.' && is_space(next) && at > 3) return {};
    if (!aligned || at == 0) continue;
    if (c == '\t' || (c == ' ' && next == ' ')) {
      std::size_t value = at;
      while (value < line.size() && (line[value] == ' ' || line[value] == '\t')) ++value;
      if (value < line.size() && (line[value] == ':' || line[value] == '=')) {
        at = value - 1;
        continue;
      }
      const auto words =
          std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(at), ' ');
      return words < 3 && line.find("  ", value) == line.npos && line.find('\t', value) == line.npos
                 ? make_label(line, at, value)
                 : Label{};
    }
  }
  return {};
}

std::vector<Range> find_cells(std::string_view line) {
  std::vector<Range> cells;
  std::size_t begin = 0;
  bool split = false;
  const auto add = [&](std::size_t end) {
    const auto cell = trimmed(line.substr(begin, end - begin));
    if (cell.empty()) return;
    const auto at = static_cast<std::uint32_t>(cell.data() - line.data());
    cells.push_back({at, at + static_cast<std::uint32_t>(cell.size())});
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c != '|' && c != '\t' && c != ' ') continue;
    const bool bar =
        c == '|' && (at == 0 || at + 1 == line.size() || is_space(line[at - 1]) ||
                     is_space(line[at + 1]) || line.find('|', at + 1) != line.npos || split);
    if (bar || c == '\t' || line.substr(at, 3) == "   ") {
      add(at);
      split = true;
      while (at + 1 < line.size() && (line[at + 1] == ' ' || line[at + 1] == '\t')) ++at;
      begin = at + 1;
    }
  }
  add(line.size());
  if (cells.size() < 2) cells.clear();
  return cells;
}

bool is_rule(std::string_view line) {
  return std::none_of(line.begin(), line.end(), [](char c) { return is_alnum(c) || is_wide(c); }) ||
         (line.size() >= 3 && std::all_of(line.begin(), line.end(), [](char c) {
            return c == '\xE2' || c == '\x94' || c == '\x80' || c == '\x95' || c == '\x90' ||
                   c == ' ';
          }));
}

bool is_coded_row(std::string_view line) {
  std::size_t at = 0;
  bool digit = false;
  while (at < line.size() && (is_alnum(line[at]) || line[at] == '_' || line[at] == '.')) {
    digit = digit || is_digit(line[at]);
    ++at;
  }
  if (!digit || at > 12) return false;
  for (const std::string_view mark :
       {" - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " / ", " | "}) {
    if (line.substr(at).starts_with(mark)) return true;
  }
  return false;
}

bool is_salutation(std::string_view line) {
  for (const std::string_view start : {"hi",
                                       "hello",
                                       "dear",
                                       "hey",
                                       "hallo",
                                       "liebe",
                                       "sehr geehrte",
                                       "guten tag",
                                       "guten morgen",
                                       "good morning",
                                       "good afternoon",
                                       "estimad",
                                       "hola",
                                       "buenos",
                                       "bonjour",
                                       "madame",
                                       "monsieur",
                                       "beste",
                                       "geachte",
                                       "szanowni",
                                       "dzie",
                                       "to whom it may concern"}) {
    if (!starts_with_folded(line, start)) continue;
    const char next = line.size() > start.size() ? line[start.size()] : ' ';
    if (!is_letter(next) || start.size() > 4) return true;
  }
  return false;
}

std::string_view without_quotes(std::string_view text) {
  constexpr std::array<std::string_view, 14> kOpening = {
      "\"",       "'",        "`", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xE2\x80\x98",
      "\xC2\xAB", "\xC2\xBB", "*", "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94", "|"};
  constexpr std::array<std::string_view, 13> kClosing = {"\"",
                                                         "'",
                                                         "`",
                                                         "\xE2\x80\x9C",
                                                         "\xE2\x80\x9D",
                                                         "\xE2\x80\x99",
                                                         "\xE2\x80\x98",
                                                         "\xC2\xAB",
                                                         "\xC2\xBB",
                                                         "*",
                                                         "|",
                                                         ",",
                                                         ";"};
  text = trimmed(text);
  if (!text.empty() && is_alnum(text.front()) && is_alnum(text.back())) return text;
  // A mark whose partner stands inside belongs to the text: "PIN" invalid.
  const auto alone = [&](std::string_view mark, std::string_view rest) {
    if (mark == "*" || mark == "|" || mark == "," || mark == ";") return true;
    return rest.find(mark) == rest.npos && rest.find("\xE2\x80\x9D") == rest.npos;
  };
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const auto mark : kOpening) {
      if (!text.starts_with(mark)) continue;
      auto inner = text.substr(mark.size());
      for (const auto close : kClosing) {
        if (close.size() >= mark.size() && inner.ends_with(close) && close != "," && close != ";" &&
            alone(mark, inner.substr(0, inner.size() - close.size()))) {
          inner.remove_suffix(close.size());
          text = trimmed(inner);
          again = true;
          break;
        }
      }
      if (!again && alone(mark, inner)) {
        text = trimmed(inner);
        again = true;
      }
      if (again) break;
    }
    if (again || text.empty()) continue;
    for (const auto mark : kClosing) {
      if (!text.ends_with(mark)) continue;
      const auto inner = text.substr(0, text.size() - mark.size());
      const bool pairs = mark == "\"" || mark == "'" || mark == "`";
      const bool opened = pairs ? inner.find(mark) != inner.npos
                                : mark.size() > 1 && (inner.find('\xE2') != inner.npos ||
                                                      inner.find("\xC2\xAB") != inner.npos);
      if (opened) continue;
      text = trimmed(inner);
      again = true;
      break;
    }
  }
  return text;
}

}  // namespace portfix
