#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// A telephone number found in a text.
struct FoundNumber {
  std::string e164;  ///< ITU-T E.164 with plus sign: "+14155550123"
  Range at;          ///< into the scanned text
  /// It moves only if no other number does: a billing number, one that is said to stay behind, a
  /// service number.
  bool spare = false;
};

/// Finds telephone numbers in running text, in order of appearance, each occurrence once.
///
/// Read are: international form ("+44 20 7946 0123", "0044…", "011 44 …"); the North American
/// Numbering Plan in all usual spellings ("(415) 555-0123", "415.555.0123", "4155550123",
/// "1-415-555-0123", ten digits with area and exchange code from 2 to 9); ranges
/// ("415-555-0100 thru 0109", "…0100-0109") as all their numbers, at most 1,000 a range; national
/// form with trunk prefix where `country` (ISO 3166-1 alpha-2: GB, DE, AU, …) says how.
///
/// Left out are digits inside longer tokens, dates, amounts of money, IP addresses and numbers
/// behind words that say they are something else (fax, account, ticket, order, SSN, …).
std::vector<FoundNumber> find_phone_numbers(std::string_view text, std::string_view country = {});

/// "(415) 555-0123" for NANP numbers, "+44 2079460123" otherwise; for people.
std::string pretty_phone_number(std::string_view e164);

}  // namespace portfix
