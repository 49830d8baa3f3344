#include "portfix/phone_number.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "notice/ascii.hpp"
#include "notice/dates.hpp"
#include "notice/phone_context.hpp"
#include "notice/phone_digits.hpp"
#include "notice/phone_plans.hpp"
#include "notice/phone_scan.hpp"

namespace portfix {
namespace {

constexpr unsigned long kMaxRange = 1000;

struct Match {
  std::string e164;
  std::size_t end = 0;        // behind the last digit
  bool plain_digits = false;  // written without any separator or plus sign
  bool spare = false;         // see FoundNumber
};

/// "Numbers UK\n0333 555 0142": a number below a name, or behind it. The text begins at `from`.
bool ends_short_line(std::string_view text, std::size_t from, Range number) {
  constexpr std::size_t kShort = 48;
  if (number.end < text.size() && text[number.end] != '\n') return false;
  const auto line = text.rfind('\n', number.begin == 0 ? 0 : number.begin - 1);
  return number.begin - (line == text.npos ? from : std::max(line + 1, from)) <= kShort;
}

class Scanner {
 public:
  Scanner(std::string_view text, Range range, std::string_view country, PhoneTrust trust,
          std::vector<FoundNumber>& out)
      : text_(text.substr(0, range.end)),
        at_(range.begin),
        begin_(range.begin),
        north_american_(is_north_american(country)),
        plan_(find_plan(country)),
        trust_(trust),
        out_(out) {}

  void run() {
    while (at_ < text_.size() && out_.size() < kMaxPhoneNumbers) {
      const char c = text_[at_];
      if (is_digit(c)) {
        step();
      } else if ((c == '(' || c == '+') && at_ + 1 < text_.size() &&
                 (is_digit(text_[at_ + 1]) || text_[at_ + 1] == '+' || text_[at_ + 1] == ' ')) {
        step();
      } else {
        ++at_;
      }
    }
  }

 private:
  void step() {
    if (trust_ == PhoneTrust::running) {
      if (const auto ordinal = ordinal_at(text_, begin_, at_); ordinal > 0) {
        at_ += ordinal;
        return;
      }
    }
    const DigitGroups groups = collect_digits(text_, at_);
    if (groups.size == 0) {
      skip_token_digits();
      return;
    }
    if (const auto date = date_at(text_, groups.groups[0].begin); date > 0) {
      at_ = date;
      return;
    }
    auto match = free_before(groups) ? read(groups) : std::nullopt;
    if (!match || !free_behind(match->end) || is_foreign(groups.begin, *match)) {
      at_ = match ? match->end : end_of_nothing(groups);
      return;
    }
    add(groups, *match);
  }

  /// Of something international or national that is no number, no part is one either.
  static std::size_t end_of_nothing(const DigitGroups& groups) {
    std::size_t last = 0;
    if (groups.plus || groups.digits[0] == '0') {
      while (last + 1 < groups.size && !groups.groups[last + 1].loose) ++last;
    }
    return groups.groups[last].end;
  }

  void skip_token_digits() {
    ++at_;
    while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
  }

  /// The digits do not continue a token that begins before them.
  [[nodiscard]] bool free_before(const DigitGroups& groups) const {
    const std::size_t at = groups.begin;
    if (at == begin_) return true;
    const char c = text_[at - 1];
    if (is_alnum(c) || c == '_' || c == '@' || c == '$' || c == '+' || c == '%' || c == '\\' ||
        (c == '.' && at >= 2 && text_[at - 2] != '.' && text_[at - 2] != ' ')) {
      return false;
    }
    if (text_.substr(begin_, at - begin_).ends_with("\xE2\x82\xAC")) return false;  // euro sign
    if (is_wide(c)) return true;
    if (c == '-' || c == '/' || c == ':' || c == '=' || c == '&' || c == '?') return free_token(at);
    return true;
  }

  /// Behind a mark without a blank: only a word that means a telephone number may stand before it.
  [[nodiscard]] bool free_token(std::size_t at) const {
    const char mark = text_[at - 1];
    const char before = at >= begin_ + 2 ? text_[at - 2] : ' ';
    if (is_digit(before) && (mark == '-' || mark == '/')) {  // 4155550100/4155550101
      return mark == '/' && !out_.empty() && out_.back().at.end == at - 1;
    }
    std::size_t start = at - 1;
    const std::size_t least = at > begin_ + 64 ? at - 64 : begin_;
    while (start > least && !is_space(text_[start - 1])) --start;
    const auto token = text_.substr(start, at - 1 - start);
    if (token.find("://") != token.npos || token.find('@') != token.npos ||
        starts_with_folded(token, "www.") || starts_with_folded(token, "sip:") ||
        starts_with_folded(token, "tel:")) {
      return false;
    }
    if (token.empty() || !is_alnum(token.back())) return true;
    if (mark == ':' || mark == '=') return true;
    std::string word;
    for (std::size_t i = token.size(); i > 0 && is_letter(token[i - 1]); --i) {
      word.insert(word.begin(), to_lower(token[i - 1]));
    }
    for (const std::string_view known :
         {"tn", "tns", "btn", "wtn", "mdn", "msisdn", "did", "dids", "number", "phone", "cli"}) {
      if (word == known) return true;
    }
    return false;
  }

  /// The number does not go on as a longer token.
  [[nodiscard]] bool free_behind(std::size_t end) const {
    const auto at = [&](std::size_t i) { return i < text_.size() ? text_[i] : ' '; };
    const char c = at(end);
    if (is_digit(c) || c == '_' || c == '@' || c == '%') return false;
    if (is_letter(c)) return extension_end(text_, end) > end;
    if ((c == '.' || c == ':') && is_digit(at(end + 1))) return false;
    if (c == ',' && is_digit(at(end + 1)) && !is_digit(at(end + 3))) return false;  // an amount
    if (c == '-' && is_alnum(at(end + 1))) {
      if (is_digit(at(end + 1))) return range_digits(end) > 0 || starts_number(end + 1);
      std::size_t letters = end + 1;
      while (is_letter(at(letters))) ++letters;
      return letters - end > 3 && !is_digit(at(letters));
    }
    return true;
  }

  [[nodiscard]] bool starts_number(std::size_t at) const {
    const auto next = collect_digits(text_, at);
    return next.size > 0 && read(next).has_value();
  }

  /// True if the digits are no number of the order, by what stands around them.
  [[nodiscard]] bool is_foreign(std::size_t begin, Match& match) {
    if (trust_ == PhoneTrust::field) return false;
    if (std::find(examples_.begin(), examples_.end(), match.e164) != examples_.end()) return true;
    match.spare =
        follows_spare(begin) ||
        (is_service_number(match.e164) && ends_short_line(text_, begin_,
                                                          {static_cast<std::uint32_t>(begin),
                                                           static_cast<std::uint32_t>(match.end)}));
    const auto end = std::max(match.end, extension_end(text_, match.end));
    switch (phone_context(text_.substr(begin_), begin - begin_, end - begin_)) {
      case PhoneContext::neutral:
        return false;
      case PhoneContext::spare:
        match.spare = true;
        return false;
      case PhoneContext::doubtful:
        return match.plain_digits;
      case PhoneContext::example:
        examples_.push_back(match.e164);
        return true;
      case PhoneContext::foreign:
        return true;
    }
    return false;
  }

  /// ", " or " and " alone stands between this number and one that is spare for its words.
  [[nodiscard]] bool follows_spare(std::size_t begin) const {
    if (out_.empty() || !out_.back().spare || out_.back().at.end > begin) return false;
    const auto between = text_.substr(out_.back().at.end, begin - out_.back().at.end);
    return between == ", " || between == " and " || between == ", and " || between == " & " ||
           between == "/";
  }

  [[nodiscard]] std::optional<Match> read(const DigitGroups& groups) const {
    const auto digits = groups.all();
    if (groups.plus) return international(groups, 0);
    if (north_american_) {
      if (auto match = north_american(groups, digits.front() == '1' ? 1 : 0, true)) return match;
    }
    if (north_american_ && digits.starts_with("011") && stands_alone(groups, 3)) {
      return international(groups, 3);
    }
    if (digits.starts_with("00") && stands_alone(groups, 2)) return international(groups, 2);
    if (plan_ == nullptr) return std::nullopt;
    auto match = national(groups);
    const bool bare = (trust_ == PhoneTrust::field || follows_msisdn(text_, groups.begin)) &&
                      digits.starts_with(plan_->calling_code);
    return match || !bare ? match : international(groups, 0);  // "34655501234" as an MSISDN
  }

  /// A prefix for calls abroad is a group of its own, or one with the calling code or the number.
  static bool stands_alone(const DigitGroups& groups, std::size_t prefix) {
    const std::size_t first = groups.groups[0].digits;
    return first == prefix || groups.size == 1 || (prefix == 2 && first <= 5);
  }

  /// Ten digits behind `skip` others; written as three, three and four, if separated.
  [[nodiscard]] std::optional<Match> north_american(const DigitGroups& groups, std::size_t skip,
                                                    bool strict) const {
    for (std::size_t i = 0; i < groups.size; ++i) {
      const std::size_t digits = groups.groups[i].digits;
      if (digits < skip) continue;
      if (digits > skip + 10) return std::nullopt;
      if (digits == skip + 10) {
        const auto ten = groups.all().substr(skip, 10);
        if (!is_north_american_number(ten)) return std::nullopt;
        return Match{"+1" + std::string(ten), groups.groups[i].end, i == 0 && !groups.plus};
      }
      if (strict && digits != skip && digits != skip + 3 && digits != skip + 6) return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Match> international(const DigitGroups& groups,
                                                   std::size_t skip) const {
    const auto digits = groups.all().substr(std::min(skip, groups.total()));
    const std::size_t code = calling_code_size(digits);
    if (code == 0) return std::nullopt;
    if (digits.front() == '1') return north_american(groups, skip + 1, false);
    const auto* const plan = find_plan_by_code(digits.substr(0, code));
    std::size_t trunk = 0;  // "+44 (0)20 …"
    if (plan != nullptr && plan->trunk == "0" && digits.substr(code).starts_with('0')) trunk = 1;
    const auto national = digits.substr(code + trunk);
    std::uint32_t lengths = (2U << (15 - code)) - (1U << 7U);
    if (plan != nullptr) lengths = plan->lengths(national);
    return take(groups, skip + code + trunk, lengths, digits.substr(0, code));
  }

  [[nodiscard]] std::optional<Match> national(const DigitGroups& groups) const {
    const auto digits = groups.all();
    const bool trunk = !plan_->trunk.empty() && digits.starts_with(plan_->trunk);
    if (!plan_->trunk.empty() && !trunk && !plan_->trunk_optional) return std::nullopt;
    const std::size_t skip = trunk ? plan_->trunk.size() : 0;
    return take(groups, skip, plan_->lengths(digits.substr(skip)), plan_->calling_code);
  }

  /// The longest number of a permitted length; what stands behind a loose separator belongs to it
  /// only if there is none without it.
  static std::optional<Match> take(const DigitGroups& groups, std::size_t skip,
                                   std::uint32_t lengths, std::string_view code) {
    std::size_t best = groups.size;
    for (std::size_t i = 0; i < groups.size; ++i) {
      if (groups.groups[i].loose && best < groups.size) break;
      const std::size_t digits = groups.groups[i].digits;
      if (digits <= skip) continue;
      if (digits - skip < 31 && ((lengths >> (digits - skip)) & 1U) != 0) best = i;
    }
    if (best == groups.size) return std::nullopt;
    const auto national = groups.all().substr(skip, groups.groups[best].digits - skip);
    std::string e164 = "+";
    e164 += code;
    e164 += national;
    return Match{std::move(e164), groups.groups[best].end, best == 0 && !groups.plus};
  }

  /// How many digits the other end of a range has behind a number (2 to 4, or more for a whole
  /// number), or 0. `tail_` says where they begin.
  [[nodiscard]] std::size_t range_digits(std::size_t end) const {
    const RangeTail tail = range_tail(text_, end);
    tail_ = tail.begin;
    return tail.spaced && starts_number(tail.begin) ? 5 : tail.digits;
  }

  void add(const DigitGroups& groups, const Match& match) {
    std::size_t begin = groups.begin;
    const auto written = text_.substr(begin, match.end - begin);
    if (written.front() == '(' && written.find(')') == written.npos) ++begin;
    push(match.e164, begin, match.end, match.spare);
    at_ = match.end;
    if (const auto digits = range_digits(match.end); digits > 0) {
      add_range(match, begin, digits);
    } else {
      at_ = std::max(at_, extension_end(text_, match.end));
    }
    if (match.e164.starts_with("+1")) add_endings(match);
  }

  /// "415-555-0100, 0101 & 0102"
  void add_endings(const Match& first) {
    for (std::size_t end = 0; (end = ending_behind(text_, at_)) > 0; at_ = end) {
      std::string other = first.e164.substr(0, first.e164.size() - 4);
      other += text_.substr(end - 4, 4);
      push(std::move(other), end - 4, end, first.spare);
    }
  }

  void add_range(const Match& start, std::size_t begin, std::size_t digits) {
    const std::string& first = start.e164;
    std::string last = first;
    std::size_t end = tail_ + digits;
    if (const auto local = local_digits(digits); local > 0 && local < first.size() - 3) {
      last.replace(last.size() - local, local, text_.substr(tail_, local));
      end = tail_ + local;
    } else if (digits <= 4) {
      last.replace(last.size() - digits, digits, text_.substr(tail_, digits));
    } else {
      const auto groups = collect_digits(text_, tail_);
      const auto match = groups.size > 0 ? read(groups) : std::nullopt;
      if (!match || match->e164.size() != first.size() || !free_behind_simple(match->end)) return;
      last = match->e164;
      end = match->end;
    }
    const auto fixed = first.size() - 4;
    if (last.compare(0, fixed, first, 0, fixed) != 0) return;
    const auto from = std::stoul(first.substr(fixed));
    const auto to = std::stoul(last.substr(fixed));
    if (to <= from || to - from >= kMaxRange) return;
    out_.back().at.end = static_cast<std::uint32_t>(end);
    for (auto value = from + 1; value <= to; ++value) {
      const auto tail = std::to_string(value);
      push(first.substr(0, first.size() - tail.size()) + tail, begin, end, start.spare);
    }
    at_ = end;
  }

  /// "01632 960180 - 960185": the other end is written without its area code.
  [[nodiscard]] std::size_t local_digits(std::size_t digits) const {
    if (digits <= 4) return 0;
    std::size_t size = 0;
    while (tail_ + size < text_.size() && is_digit(text_[tail_ + size])) ++size;
    const bool local = size >= 5 && size <= 8 && text_[tail_] != '0' && free_behind(tail_ + size);
    return local ? size : 0;
  }

  [[nodiscard]] bool free_behind_simple(std::size_t end) const {
    return end >= text_.size() || !is_alnum(text_[end]);
  }

  void push(std::string e164, std::size_t begin, std::size_t end, bool spare) {
    if (out_.size() >= kMaxPhoneNumbers) return;
    const Range at{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    out_.push_back({std::move(e164), at, spare});
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  bool north_american_;
  const NumberPlan* plan_;
  PhoneTrust trust_;
  std::vector<FoundNumber>& out_;
  std::vector<std::string> examples_;  // numbers that the text gives as such
  mutable std::size_t tail_ = 0;
};

}  // namespace

void scan_phone_numbers(std::string_view text, Range range, std::string_view country,
                        PhoneTrust trust, std::vector<FoundNumber>& out) {
  Scanner(text, range, country, trust, out).run();
}

std::vector<FoundNumber> find_phone_numbers(std::string_view text, std::string_view country) {
  std::vector<FoundNumber> found;
  scan_phone_numbers(text, {0, static_cast<std::uint32_t>(text.size())}, country,
                     PhoneTrust::running, found);
  return found;
}

std::string pretty_phone_number(std::string_view e164) {
  if (e164.size() == 12 && e164.starts_with("+1")) {
    return "(" + std::string(e164.substr(2, 3)) + ") " + std::string(e164.substr(5, 3)) + "-" +
           std::string(e164.substr(8));
  }
  const std::size_t code = e164.starts_with('+') ? calling_code_size(e164.substr(1)) : 0;
  if (code == 0) return std::string(e164);
  return std::string(e164.substr(0, code + 1)) + " " + std::string(e164.substr(code + 1));
}

}  // namespace portfix
