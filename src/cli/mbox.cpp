#include "cli/mbox.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace portfix::cli {
namespace {

constexpr std::string_view kFrom = "From ";
constexpr std::size_t kLongestFrom = 1000;              // bytes of a line "From …"
constexpr std::size_t kPiece = std::size_t{64} * 1024;  // of a line that is longer

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view next_word(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const auto word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

/// "Tue Feb 10 09:01:00 2026", also with a zone before or behind the year.
bool begins_date(std::string_view rest) {
  static constexpr std::array<std::string_view, 7> kDays = {"Mon", "Tue", "Wed", "Thu",
                                                            "Fri", "Sat", "Sun"};
  static constexpr std::array<std::string_view, 12> kMonths = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!is_one_of(next_word(rest), kDays) || !is_one_of(next_word(rest), kMonths)) return false;
  const auto day = next_word(rest);
  const auto time = next_word(rest);
  return !day.empty() && day.size() <= 2 && std::all_of(day.begin(), day.end(), is_digit) &&
         time.size() >= 4 && is_digit(time.front()) && time.find(':') != time.npos &&
         !next_word(rest).empty();
}

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_separator(std::string_view line) {
  line = without_line_end(line);
  if (!line.starts_with(kFrom) || line.size() > kLongestFrom) return false;
  for (auto at = line.find(' '); at != line.npos; at = line.find(' ', at + 1)) {
    if (begins_date(line.substr(at))) return true;
  }
  return false;
}

/// "Subject: …", or another writer's ">From ada@example.org …".
bool is_header(std::string_view line) {
  std::size_t name = 0;
  while (name < line.size() && line[name] > ' ' && line[name] < 127 && line[name] != ':') ++name;
  return (name > 0 && name < line.size() && line[name] == ':') || line.starts_with(">From ");
}

/// ">From ", ">>From ": written so because a message must not have a line "From ".
bool is_quoted_from(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
  return marks > 0 && line.substr(marks).starts_with(kFrom);
}

}  // namespace

bool begins_mbox(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end != bytes.npos && is_separator(bytes.substr(0, end)) &&
         is_header(bytes.substr(end + 1));
}

MboxReader::MboxReader(Input& input, std::string begin, std::size_t limit,
                       std::function<void()> before_reading)
    : input_(input),
      buffer_(std::move(begin)),
      limit_(limit),
      before_reading_(std::move(before_reading)) {}

std::optional<MboxReader::Line> MboxReader::next_line() {
  std::size_t seen = 0;
  for (;;) {
    const std::size_t end = buffer_.find('\n', at_ + seen);
    const std::size_t left = buffer_.size() - at_;
    if (end != buffer_.npos || left >= kPiece || (ended_ && left > 0)) {
      const std::size_t size = end != buffer_.npos ? end + 1 - at_ : left;
      const Line line{std::string_view(buffer_).substr(at_, size), !in_line_};
      at_ += size;
      in_line_ = end == buffer_.npos;
      return line;
    }
    if (ended_) return std::nullopt;
    buffer_.erase(0, at_);
    at_ = 0;
    seen = left;
    before_reading_();
    ended_ = !input_.read_more(buffer_);
  }
}

void MboxReader::add(Message& message, std::string_view text, std::size_t limit) {
  message.total += text.size();
  if (message.bytes.size() <= limit) {
    message.bytes += text.substr(0, limit + 1 - message.bytes.size());
  }
}

std::optional<MboxReader::Message> MboxReader::next() {
  Message message;
  bool blank = true;  // the line before is empty, or there is none
  while (const auto line = next_line()) {
    if (line->begins && blank && is_separator(line->text)) {
      const bool first = !std::exchange(open_, true);
      if (!first || message.total > 0) return message;
      continue;
    }
    std::string_view text = line->text;
    if (line->begins && is_quoted_from(text)) text.remove_prefix(1);
    blank = line->begins && without_line_end(text).empty();
    if (open_ || !blank) {
      open_ = true;
      add(message, text, limit_);
    }
  }
  if (!input_.ok() || !std::exchange(open_, false)) return std::nullopt;
  return message;
}

}  // namespace portfix::cli
