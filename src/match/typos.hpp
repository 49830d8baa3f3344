#pragma once

#include <string_view>

#include "rules/table.hpp"

namespace portfix {

/// The word of the table that `folded` most likely was meant to be: one letter wrong, missing, too
/// many or swapped in a word of five letters or more, or look-alike characters of optical
/// recognition ("lnvalid", "PlN", "acc0unt"). nullptr if none, or if the word has no letter.
const WordSlot* find_misspelt(const TableView& table, std::string_view folded);

/// The same for a word that a scanner of paper has damaged: digits inside of letters ("acc0unt"),
/// or a small l among capitals ("PlN"). `raw` is how it is written, `folded` as the table spells
/// it.
const WordSlot* find_misread(const TableView& table, std::string_view raw, std::string_view folded);

}  // namespace portfix
