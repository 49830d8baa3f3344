#pragma once

#include <vector>

#include "match/scan.hpp"
#include "portfix/notice.hpp"

namespace portfix {

// How a word that is a password is told from what is said about it.

/// "PIN: incorrect", "password: required": what is the matter with it, not the value.
bool tells_state(const Notice& notice, const ClauseScan& unit);

/// Whether the clause's text is but words that no rule knows: "blue horse".
bool is_all_odd(const Notice& notice, const ClauseScan& unit);

/// `at` with the other characters that a password may have: "L3tMe!n99".
Range whole_password(const Notice& notice, Range at, Range within);

/// The place of a word that stands behind a password's name, which ends at `name_end` before the
/// unit's token `next`, and that is the password: "PIN: Swordfish", "the passphrase is
/// correct-horse-battery". Empty if there is none.
Range password_behind(const Notice& notice, const ClauseScan& unit, std::uint32_t next,
                      std::uint32_t name_end);

/// What stands alone in brackets behind the name and what is the matter with it: "PIN incorrect
/// (7)", "password is wrong (banana)". `next`: the unit's token behind the name. Empty if there is
/// none.
Range code_in_brackets(const Notice& notice, const ClauseScan& unit, std::uint32_t next);

/// What stands between quotation marks and has no word that a rule knows: the one on file is
/// "marlin".
std::vector<Range> quoted_odd_words(const Notice& notice, const ClauseScan& unit);

}  // namespace portfix
