#include "rules/code_keys.hpp"

#include <algorithm>
#include <tuple>

namespace portfix {
namespace {

constexpr std::size_t kMostZeros = 3;   // that may stand in front of a loose number
constexpr std::size_t kMostDigits = 6;  // of the ends of a range

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

CodeRange CodeRange::parse(std::string_view text) {
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) return {};
  const auto first = text.substr(0, dash);
  const auto last = text.substr(dash + 1);
  if (!is_number(first) || !is_number(last) || first.size() > kMostDigits ||
      last.size() > kMostDigits) {
    return {};
  }
  const CodeRange range{std::stoi(std::string(first)), std::stoi(std::string(last))};
  return range.last - range.first < widest ? range : CodeRange{};
}

void CodeKeys::start(const Scheme& scheme) {
  rank_ = scheme.rank;
  loose_zeros_ = scheme.loose_zeros;
  own_.clear();
  for (const Code& code : scheme.codes) own_.insert(code.code.text);
}

void CodeKeys::add(const Code& code, std::uint32_t index) {
  add_spelling(code.code.text, index);
  for (const Located& alias : code.aliases) add_spelling(alias.text, index);
  // A number of the range that has a row of its own keeps it to itself.
  const CodeRange range = CodeRange::parse(code.code.text);
  for (int number = range.first; number <= range.last; ++number) {
    std::string key = std::to_string(number);
    if (!own_.contains(key)) keys_.push_back({std::move(key), rank_, index});
  }
}

void CodeKeys::add_spelling(std::string_view code, std::uint32_t index) {
  if (code.empty()) return;
  keys_.push_back({lower(code), rank_, index});
  if (!loose_zeros_ || !is_number(code)) return;
  const auto significant = code.find_first_not_of('0');
  if (significant == std::string_view::npos) return;
  for (std::size_t zeros = 0; zeros <= kMostZeros; ++zeros) {
    keys_.push_back({std::string(zeros, '0').append(code.substr(significant)), rank_, index});
  }
}

std::vector<CodeKey> CodeKeys::sorted() && {
  std::sort(keys_.begin(), keys_.end(), [](const CodeKey& a, const CodeKey& b) {
    return std::tie(a.text, a.rank, a.code) < std::tie(b.text, b.rank, b.code);
  });
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  return std::move(keys_);
}

}  // namespace portfix
