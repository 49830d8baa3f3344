#include "match/typos.hpp"

#include <algorithm>
#include <string>

namespace portfix {
namespace {

constexpr std::size_t kShortest = 5;  // of a word in which a letter may be wrong
constexpr std::size_t kLongest = 24;

char look_alike(char c) {
  switch (c) {
    case 'l':
    case '1':
    case '|':
      return 'i';
    case '0':
      return 'o';
    case '5':
      return 's';
    default:
      return c;
  }
}

/// "pln" for "pin": each look-alike alone, then all of them.
const WordSlot* find_look_alike(const TableView& table, std::string_view folded) {
  std::string word(folded);
  for (char& c : word) {
    const char kept = c;
    c = look_alike(c);
    if (c == kept) continue;
    if (const WordSlot* slot = table.find_word(word)) return slot;
    c = kept;
  }
  std::transform(word.begin(), word.end(), word.begin(), look_alike);
  if (word == folded) return nullptr;
  if (const WordSlot* slot = table.find_word(word)) return slot;
  word.assign(folded);  // "bi11ing"
  std::replace(word.begin(), word.end(), '1', 'l');
  std::replace(word.begin(), word.end(), '0', 'o');
  return table.find_word(word);
}

}  // namespace

const WordSlot* find_misspelt(const TableView& table, std::string_view folded) {
  if (folded.size() < 3 || folded.size() > kLongest) return nullptr;
  const auto letters =
      std::count_if(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (static_cast<std::size_t>(letters) + 2 < folded.size() || letters < 2) return nullptr;
  if (const WordSlot* slot = find_look_alike(table, folded)) return slot;
  if (const auto rn = folded.find("rn"); rn != folded.npos) {  // "narne" for "name"
    std::string joined(folded);
    if (const WordSlot* slot = table.find_word(joined.replace(rn, 2, "m"))) return slot;
  }
  if (folded.size() + 1 == kShortest) {  // "nmae" for "name"; "lien" is no "line"
    std::string inner(folded);
    std::swap(inner[1], inner[2]);
    return table.find_word(inner);
  }
  if (folded.size() < kShortest) return nullptr;

  std::string word(folded);
  for (std::size_t i = 0; i + 1 < word.size(); ++i) {  // swapped
    std::swap(word[i], word[i + 1]);
    if (const WordSlot* slot = table.find_word(word)) return slot;
    std::swap(word[i], word[i + 1]);
  }
  for (std::size_t i = 0; i < folded.size(); ++i) {  // too many
    word.assign(folded);
    word.erase(i, 1);
    if (word.size() >= kShortest - 1) {
      if (const WordSlot* slot = table.find_word(word)) return slot;
    }
  }
  word.assign(folded);
  for (std::size_t i = 1; i < word.size(); ++i) {  // wrong; the first letter seldom is
    const char kept = word[i];
    for (char c = 'a'; c <= 'z'; ++c) {
      word[i] = c;
      if (const WordSlot* slot = table.find_word(word)) return slot;
    }
    word[i] = kept;
  }
  for (std::size_t i = 1; i <= folded.size(); ++i) {  // missing
    word.assign(folded);
    word.insert(i, 1, 'a');
    for (char c = 'a'; c <= 'z'; ++c) {
      word[i] = c;
      if (const WordSlot* slot = table.find_word(word)) return slot;
    }
  }
  return nullptr;
}

const WordSlot* find_misread(const TableView& table, std::string_view raw,
                             std::string_view folded) {
  if (folded.size() < 3 || folded.size() > kLongest) return nullptr;
  std::size_t small = 0;
  std::size_t capital = 0;
  std::size_t small_l = 0;
  std::size_t digits = 0;
  for (const char c : raw) {
    small += c >= 'a' && c <= 'z' ? 1U : 0U;
    capital += c >= 'A' && c <= 'Z' ? 1U : 0U;
    small_l += c == 'l' ? 1U : 0U;
    if (c < '0' || c > '9') continue;
    if (c != '0' && c != '1') return nullptr;
    ++digits;
  }
  const bool mixed = digits > 0 && raw.front() != '1' && small + capital >= 2 * digits;
  const bool among_capitals = small_l > 0 && small == small_l && capital >= 2;
  return mixed || among_capitals ? find_look_alike(table, folded) : nullptr;
}

}  // namespace portfix
