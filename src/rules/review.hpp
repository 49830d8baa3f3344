#pragma once

#include <string_view>

#include "portfix/diagnostic.hpp"
#include "rules/model.hpp"

namespace portfix {

/// A source that was read longer ago than this, in months, wants reading again.
inline constexpr int kOldAfterMonths = 24;

/// Adds warnings about rules that work but want a look: sources read too long ago, without an
/// address that a person can open, or from memory; wordings of the lexicon that say less than they
/// seem to. `today` is an ISO day.
void review_rules(const RuleSet& rules, std::string_view today, Diagnostics& problems);

/// True for "2026-11-23".
bool is_iso_day(std::string_view text);

}  // namespace portfix
