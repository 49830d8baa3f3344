#pragma once

#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"

namespace portfix {

/// The places of a notice that are no secret, as far as they are known: telephone numbers, dates,
/// codes, the order's id. Which dates are those of a birth.
class KeptPlaces {
 public:
  KeptPlaces(const Notice& notice, const Findings& findings);

  /// A telephone number, a date of the order or its id stands there.
  [[nodiscard]] bool has(Range at) const { return overlap(kept_, at); }
  /// As before, and the value has nothing beyond it: "05 78 006" of a longer number is no reason to
  /// keep that.
  [[nodiscard]] bool has_whole(Range at) const;
  [[nodiscard]] bool has_phone(Range at) const { return overlap(phones_, at); }
  [[nodiscard]] bool has_date(Range at) const { return overlap(dates_, at); }
  /// A code stands there, or a word that is one elsewhere in the notice.
  [[nodiscard]] bool has_code(Range at) const {
    return overlap(codes_, at) || code_words_.contains(notice_.at(at));
  }
  /// The digits are those of a telephone number of the notice, or its last ones.
  [[nodiscard]] bool has_phone_of(Range at) const;
  /// Nothing tells what the value is, neither its place nor the words beside it in `within`.
  [[nodiscard]] bool is_open(Range at, Range within) const;
  [[nodiscard]] const std::vector<Range>& births() const { return births_; }

 private:
  static void sort(std::vector<Range>& ranges);
  static bool overlap(const std::vector<Range>& ranges, Range at);
  void keep_order_id(const Findings& findings);
  [[nodiscard]] bool is_birth(const DateMention& date) const;

  const Notice& notice_;
  // By position, without overlap.
  std::vector<Range> phones_;
  std::vector<Range> dates_;
  std::vector<Range> births_;
  std::vector<Range> codes_;
  std::vector<Range> kept_;
  std::set<std::string_view> code_words_;
  /// Last four digits of a telephone number and its index; sorted.
  std::vector<std::pair<std::string_view, std::size_t>> phone_ends_;
};

/// The clause of the notice that a place is in or behind, or none.
std::uint32_t clause_at(const Notice& notice, std::uint32_t at);

}  // namespace portfix
