#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "portfix/notice.hpp"

namespace portfix {

/// Collects a notice while it is read and keeps it within bounds: of what is beyond them a remark
/// tells.
class NoticeBuilder {
 public:
  static constexpr std::size_t kMaxClauses = 100'000;

  explicit NoticeBuilder(const ReadOptions& options) : options_(options) {
    notice.groups.emplace_back();
  }

  [[nodiscard]] const ReadOptions& options() const { return options_; }

  /// Adds `value` to the text as a line of its own and tells where it stands.
  Range append(std::string_view value);

  std::uint32_t add_group(std::uint32_t parent);
  void add_clause(Clause clause);
  /// A number that is the order's only if there is no other.
  void add_spare_number(NumberMention number) { spare_.push_back(std::move(number)); }
  /// Says once that the notice is longer than what was read.
  void note_limit();
  [[nodiscard]] bool full() const { return notice.clauses.size() >= kMaxClauses; }

  /// The notice, complete: with its dates, and with the spare numbers where there are no others.
  Notice finish();

  Notice notice;

  /// The area code that was read last in a field of its own, and the group it stands in.
  std::string area_code;
  std::uint32_t area_group = none;

 private:
  void settle_spare_numbers();

  const ReadOptions& options_;
  std::vector<NumberMention> spare_;
  bool limit_noted_ = false;
};

}  // namespace portfix
