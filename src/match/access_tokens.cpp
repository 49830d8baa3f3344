#include "match/access_tokens.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

constexpr std::string_view kKind = "access_token";
constexpr std::size_t kShortest = 6;  // bytes
constexpr std::size_t kLong = 16;     // bytes of what needs no digit

// Endings of a name, without signs between its words and in small letters.
constexpr std::array<std::string_view, 12> kNames = {
    "apikey",       "token",     "secret",        "secretkey",  "accesskey", "privatekey",
    "clientsecret", "signature", "authorization", "credential", "sessionid", "credentials"};
constexpr std::array<std::string_view, 16> kHeads = {
    "sk_live_", "sk_test_", "rk_live_", "pk_live_", "whsec_", "tok_",  "ghp_",  "gho_",
    "xoxb-",    "xoxp-",    "AKIA",     "sk-proj-", "sk-ant", "glpat", "eyJhb", "eyJ0e"};

bool is_token_char(char c) {
  return is_alnum(c) || std::string_view("_-.~+/=%:").find(c) != std::string_view::npos;
}

bool is_name_char(char c) { return is_alnum(c) || c == '_' || c == '-'; }

bool is_gap(char c) { return std::string_view(" \t:=\"'`*>|#").find(c) != std::string_view::npos; }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

bool has_letter(std::string_view text) { return std::any_of(text.begin(), text.end(), is_letter); }

class TokenFinder {
 public:
  explicit TokenFinder(std::string_view text) : text_(text) {}

  std::vector<SecretForm> run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!is_name_char(text_[at])) {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < text_.size() && is_name_char(text_[end])) ++end;
      at = std::max(end, after_word(at, end));
    }
    return std::move(out_);
  }

 private:
  /// The end of what was found at the word [begin, end), or 0.
  std::size_t after_word(std::size_t begin, std::size_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    for (const std::string_view head : kHeads) {
      if (word.starts_with(head) && word.size() > head.size() + 3) return note(begin);
    }
    const char next = end < text_.size() ? text_[end] : ' ';
    if ((word == "-u" || word == "--user") && (next == ' ' || next == '=')) return login(end + 1);
    const std::string low = to_lower(word);
    if (low == "bearer" || low == "basic") {
      const std::size_t value = end + 1;
      return next == ' ' && is_access_token(run_at(value)) ? note(value) : 0;
    }
    return names_access_token(word) ? behind_name(end) : 0;
  }

  /// "token": "…", token=…, token …, token is …, token Bearer …
  std::size_t behind_name(std::size_t end) {
    constexpr std::size_t kMostSigns = 6;
    std::size_t value = end;
    while (value < text_.size() && value - end < kMostSigns && is_gap(text_[value])) ++value;
    for (const std::string_view link : {"is ", "was ", "key ", "Bearer ", "Basic ", "sha256="}) {
      if (text_.substr(value).starts_with(link)) value += link.size();
    }
    const std::string_view run = run_at(value);
    const std::string_view gap = text_.substr(end, value - end);
    const bool is_set_off = gap.find_first_of(":=\"'") != gap.npos;
    const bool fits =
        is_access_token(run) &&
        (is_set_off || (has_digit(run) && has_letter(run) && run.find('/') == run.npos));
    return value > end && fits ? note(value) : 0;
  }

  /// "user:password" at `begin`.
  std::size_t login(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && !is_space(text_[end])) ++end;
    const std::size_t colon = text_.substr(0, end).find(':', begin);
    if (colon == text_.npos || colon + 1 >= end || text_.substr(colon).starts_with("://")) return 0;
    out_.push_back(
        {{static_cast<std::uint32_t>(colon + 1), static_cast<std::uint32_t>(end)}, "pin"});
    return end;
  }

  [[nodiscard]] std::string_view run_at(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size() && is_token_char(text_[end])) ++end;
    while (end > begin && std::string_view(".:").find(text_[end - 1]) != std::string_view::npos) {
      --end;
    }
    return text_.substr(std::min(begin, text_.size()), end - begin);
  }

  std::size_t note(std::size_t begin) {
    const std::size_t end = begin + run_at(begin).size();
    out_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kKind});
    return end;
  }

  std::string_view text_;
  std::vector<SecretForm> out_;
};

}  // namespace

std::vector<SecretForm> find_access_tokens(std::string_view text) {
  return TokenFinder(text).run();
}

bool names_access_token(std::string_view label) {
  std::string name;
  for (const char c : label) {
    if (is_alnum(c)) name += to_lower(c);
  }
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_access_token(std::string_view value) {
  if (value.size() < kShortest || value.find(' ') != value.npos) return false;
  return has_digit(value) ||
         (value.size() >= kLong && has_letter(value) && value.find("://") == value.npos);
}

}  // namespace portfix
