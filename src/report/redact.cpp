#include "report/redact.hpp"

#include <algorithm>
#include <cctype>
#include <set>

#include "base/fnv.hpp"

namespace portfix {
namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

/// True if no word character touches text[at, at + size) from outside.
bool stands_alone(std::string_view text, std::size_t at, std::size_t size) {
  return (at == 0 || !is_word(text[at - 1])) &&
         (at + size >= text.size() || !is_word(text[at + size]));
}

/// Whether the word at `at` is the name of a file: "rejections/20261123.txt".
bool is_in_path(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && text[begin - 1] != ' ') --begin;
  const auto word = text.substr(begin, std::min(text.find(' ', at), text.size()) - begin);
  if (word.find('/') != word.npos) return true;
  const auto dot = word.rfind('.');
  return dot != word.npos && dot > 0 && dot + 1 < word.size() &&
         std::isalpha(static_cast<unsigned char>(word[dot + 1])) != 0;
}

}  // namespace

std::vector<std::string> without_secret_numbers(std::vector<std::string> numbers,
                                                const Notice& notice,
                                                const std::vector<Secret>& secrets) {
  std::set<std::string_view> open;
  std::set<std::string_view> secret;
  for (const NumberMention& mention : notice.numbers) {
    const auto after = std::lower_bound(
        secrets.begin(), secrets.end(), mention.at.end,
        [](const Secret& other, std::uint32_t end) { return other.at.begin < end; });
    const bool inside = after != secrets.begin() && std::prev(after)->at.end > mention.at.begin;
    (inside ? secret : open).insert(mention.e164);
  }
  std::erase_if(numbers, [&](const std::string& number) {
    return secret.contains(number) && !open.contains(number);
  });
  return numbers;
}

std::string starred(std::string_view text, const RuleTable& rules) {
  ReadOptions as_text;
  as_text.shape = InputShape::text;
  const Notice notice = read_notice(SourceText::from_bytes("", text), as_text);
  std::string out(text);
  for (const Secret& secret : match_notice(notice, rules).secrets) {
    const std::string_view value = notice.at(secret.at);
    for (auto at = text.find(value); at != text.npos; at = text.find(value, at + value.size())) {
      if (!stands_alone(text, at, value.size()) || is_in_path(text, at)) continue;
      for (std::size_t i = at; i < at + value.size(); ++i) {
        if (is_word(out[i])) out[i] = '*';
      }
    }
  }
  return out;
}

Redactor::Redactor(const Notice& notice, const std::vector<Secret>& secrets, bool show,
                   SecretNames* names)
    : notice_(notice), names_(names == nullptr ? &own_names_ : names) {
  if (show) return;
  for (const Secret& secret : secrets) {
    values_.try_emplace(std::string(notice.at(secret.at)), Token{secret.kind, {}});
    places_.push_back(secret.at);
  }
}

std::string Redactor::token(std::string_view value) {
  Token& token = values_.find(value)->second;
  if (token.name.empty()) {
    token.name = names_->name_of(token.kind, value);
    ++counts_[token.kind];
  }
  return token.name;
}

std::vector<Redactor::Hit> Redactor::hits_in(std::string_view text) const {
  std::vector<Hit> hits;
  for (const auto& [value, token] : values_) {
    for (auto at = text.find(value); at != text.npos; at = text.find(value, at + value.size())) {
      if (stands_alone(text, at, value.size())) hits.push_back({at, value});
    }
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return a.at != b.at ? a.at < b.at : a.value.size() > b.value.size();
  });
  return hits;
}

std::string Redactor::mask_part(Range range) {
  for (const Range& place : places_) {
    if (place.begin >= range.end || range.begin >= place.end) continue;
    range.begin = std::min(range.begin, place.begin);
    range.end = std::max(range.end, place.end);
  }
  return mask(range).text;
}

std::string Redactor::mask(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Hit& hit : hits_in(text)) {
    if (hit.at < at) continue;  // inside one that was masked
    out += text.substr(at, hit.at - at);
    out += token(hit.value);
    at = hit.at + hit.value.size();
  }
  return out.append(text.substr(at));
}

Redactor::Masked Redactor::mask(Range range, Range mark) {
  const std::string_view text = notice_.at(range);
  auto hits = hits_in(text);
  // "7" is a secret where it is one, but not in "step 7".
  std::erase_if(hits, [&](const Hit& hit) {
    const std::size_t at = range.begin + hit.at;
    return hit.value.size() == 1 &&
           std::none_of(places_.begin(), places_.end(),
                        [&](const Range& place) { return place.begin <= at && at < place.end; });
  });
  Masked out;
  std::size_t at = 0;
  const auto moved = [&](std::uint32_t edge, std::uint32_t& result) {
    const std::size_t inside = std::clamp(edge, range.begin, range.end) - range.begin;
    if (inside >= at) result = static_cast<std::uint32_t>(out.text.size() + inside - at);
  };
  const auto place_mark = [&] {
    if (mark.empty()) return;
    moved(mark.begin, out.mark.begin);
    moved(mark.end, out.mark.end);
  };
  place_mark();
  for (const Hit& hit : hits) {
    if (hit.at < at) continue;  // inside one that was masked
    out.text += text.substr(at, hit.at - at);
    at = hit.at;
    place_mark();
    out.text += token(hit.value);
    at += hit.value.size();
    place_mark();
  }
  out.text += text.substr(at);
  return out;
}

std::string SecretNames::name_of(std::string_view kind, std::string_view value) {
  Fnv hash;
  hash.add(kind);
  hash.add(value);
  std::uint64_t number = 0;
  const auto known = numbers_.find(hash.value());
  if (known != numbers_.end()) {
    number = known->second;
  } else {
    const auto last = last_.try_emplace(std::string(kind), 0).first;
    number = ++last->second;
    if (numbers_.size() < kMost) numbers_.emplace(hash.value(), number);
  }
  return '[' + std::string(kind) + ' ' + std::to_string(number) + ']';
}

std::map<std::string, int> Redactor::counts() const { return counts_; }

}  // namespace portfix
