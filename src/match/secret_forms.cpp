#include "match/secret_forms.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "notice/ascii.hpp"

namespace portfix {
namespace {

/// A form: 9 stands for a digit, A for a capital, X for either; other characters for themselves.
struct Form {
  std::string_view kind;
  std::string_view form;
};

constexpr std::array<Form, 10> kForms = {{
    {"identity_number", "999.9999.9999.99"},  // AVS
    {"identity_number", "999-99-9999"},
    {"identity_number", "999.999.999-99"},      // CPF
    {"identity_number", "99.999.999/9999-99"},  // CNPJ
    {"identity_number", "AAAAAA99A99A999A"},    // codice fiscale
    {"identity_number", "AAAAA9999A"},          // PAN of an Indian taxpayer
    {"identity_number", "99999999A"},           // DNI
    {"identity_number", "A9999999A"},           // NIE
    {"transfer_pin", "99A999999XXX"},           // RIO
    {"bank_account", "AA99AAAA99999999999999"},
}};

bool fits(char c, char form) {
  if (form == '9') return is_digit(c);
  if (form == 'A') return is_upper(c);
  if (form == 'X') return is_digit(c) || is_upper(c);
  return c == form;
}

constexpr auto kInner = ByteSet::of([](char c) { return is_alnum(c) || is_wide(c) || c == '_'; });
bool is_inner(char c) { return kInner.has(c); }

/// What a form, a mask or the login of a link begins with; the first byte of "•" among it.
constexpr auto kFirst = ByteSet::of(
    [](char c) { return is_alnum(c) || c == '*' || c == '#' || c == ':' || c == '\xE2'; });

/// Whether the last digit is the one that the others ask for.
bool passes_luhn(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    int digit = digits[digits.size() - 1 - i] - '0';
    if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 == 0;
}

class FormFinder {
 public:
  explicit FormFinder(std::string_view text) : text_(text) {}

  std::vector<SecretForm> run() {
    for (std::size_t at = kFirst.find_in(text_); at < text_.size();
         at = kFirst.find_in(text_, at)) {
      const char c = text_[at];
      if (is_lower(c) && c != 'x') {  // as most words begin
        at = end_of_word(at);
      } else if (c == '*' || c == 'x' || c == 'X' || c == '#' || text_.substr(at, 3) == "•") {
        at = after_mask(at);
      } else if (c == ':' && text_.substr(at, 3) == "://") {
        at = after_login(at + 3);
      } else if (is_alnum(c) && (at == 0 || !is_inner(text_[at - 1]))) {
        at = after_word(at);
      } else {
        ++at;
      }
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] char at(std::size_t i) const { return i < text_.size() ? text_[i] : ' '; }

  void note(std::size_t begin, std::size_t end, std::string_view kind) {
    out_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, kind});
  }

  /// "xxx-xx-6789", "****1881": what a mask has left over.
  std::size_t after_mask(std::size_t begin) {
    constexpr std::size_t kLeast = 3;  // signs of a mask
    constexpr std::size_t kMostLeft = 6;
    if (begin > 0 && is_inner(text_[begin - 1])) return begin + 1;
    std::size_t signs = 0;
    std::size_t end = begin;
    for (;;) {
      if (at(end) == '*' || at(end) == 'x' || at(end) == 'X' || at(end) == '#') {
        ++signs;
        ++end;
      } else if (text_.substr(end, 3) == "•") {
        ++signs;
        end += 3;
      } else if (signs > 0 && (at(end) == '-' || at(end) == ' ') && end < text_.size()) {
        ++end;
      } else {
        break;
      }
    }
    const std::size_t digits = end;
    while (is_digit(at(end))) ++end;
    const bool left = end - digits >= 3 && end - digits <= kMostLeft && !is_inner(at(end));
    if (signs >= kLeast && left) {
      note(digits, end, "identity_number");
      return end;
    }
    // The rest of these signs is no mask either, but "X1234567L" is a word.
    return is_alnum(text_[begin]) ? std::max(after_word(begin), digits) : digits;
  }

  /// "user:hunter2@" of a link.
  std::size_t after_login(std::size_t begin) {
    constexpr std::size_t kLongest = 256;
    std::size_t colon = 0;
    std::size_t end = begin;
    while (end < text_.size() && end - begin < kLongest && !is_space(text_[end]) &&
           text_[end] != '/' && text_[end] != '@' && text_[end] != '"') {
      if (text_[end] == ':' && colon == 0) colon = end;
      ++end;
    }
    if (at(end) == '@' && colon != 0) note(colon + 1, end, "pin");
    return begin;
  }

  std::size_t after_word(std::size_t begin) {
    for (const Form& form : kForms) {
      if (!fits(text_[begin], form.form[0]) || begin + form.form.size() > text_.size()) continue;
      std::size_t i = 1;
      while (i < form.form.size() && fits(text_[begin + i], form.form[i])) ++i;
      const std::size_t end = begin + i;
      if (i < form.form.size() || is_inner(at(end))) continue;
      // A part of something longer: an order's id, a UUID.
      if ((at(end) == '-' && is_inner(at(end + 1))) || (begin > 0 && text_[begin - 1] == '-'))
        continue;
      note(begin, end, form.kind);
      return end;
    }
    if (is_digit(text_[begin])) {
      if (const std::size_t end = card_end(begin); end > begin) {
        note(begin, end, "card_number");
        return end;
      }
    }
    return end_of_word(begin);
  }

  [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
    while (at < text_.size() && is_inner(text_[at])) ++at;
    return at;
  }

  /// The end of a payment card's number: 13 to 19 digits in groups, with the right last digit.
  [[nodiscard]] std::size_t card_end(std::size_t begin) const {
    std::string digits;
    std::size_t end = begin;
    for (std::size_t i = begin; i < text_.size() && digits.size() < 20; ++i) {
      if (is_digit(text_[i])) {
        digits += text_[i];
        end = i + 1;
      } else if ((text_[i] != ' ' && text_[i] != '-') || !is_digit(at(i + 1))) {
        break;
      }
    }
    const bool fits = digits.size() >= 13 && digits.size() <= 19 && !is_inner(at(end));
    return fits && digits[0] != '0' && passes_luhn(digits) ? end : begin;
  }

  std::string_view text_;
  std::vector<SecretForm> out_;
};

}  // namespace

std::vector<SecretForm> find_secret_forms(std::string_view text) { return FormFinder(text).run(); }

}  // namespace portfix
