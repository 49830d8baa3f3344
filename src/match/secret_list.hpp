#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "portfix/finding.hpp"
#include "portfix/notice.hpp"

namespace portfix {

/// How sure it is what the value is; the surest tells its kind.
enum Rank : std::uint32_t {
  rank_birth,
  rank_in_field,
  rank_behind_name,
  rank_announced,
  rank_near_name = 16,  // and the distance in words
  rank_form = 64,
  rank_bare,
};

/// Whether it is a word or number that people choose or are given, so that letters can be in it.
inline bool is_code_kind(std::string_view kind) { return kind == "pin" || kind == "transfer_pin"; }

/// The secrets of a notice as they are found, in several ways each.
class SecretList {
 public:
  explicit SecretList(const Notice& notice) : notice_(notice) {}

  /// `named`: the value stands right beside its name. `kind` must outlive the list.
  void add(Range at, std::string_view kind, std::uint32_t rank, bool named = false);

  /// Overlapping ones are one secret, of the kind that is surest. By position; empties the list.
  std::vector<Secret> merged();

 private:
  struct Found {
    Range at;
    std::string_view kind;
    std::uint32_t rank;
    bool named;
  };

  const Notice& notice_;
  std::vector<Found> found_;
};

}  // namespace portfix
