#pragma once

#include <string_view>
#include <vector>

namespace portfix {

/// National numbers of a form that few countries have.
struct FormVotes {
  std::string_view country;  ///< ISO 3166-1 alpha-2
  int sure = 0;              ///< numbers in a form that no other country has
  int fair = 0;              ///< numbers in a form that some others have too
};

/// Judges the digits of a text by how they are grouped: "07700 900142" is British, "02 5550 7301"
/// Australian, "021 555 0142" South African or Dutch. In order of first appearance.
std::vector<FormVotes> vote_by_form(std::string_view text);

/// True if a number of the North American plan is written as only there: "+1…", "(415) 555-0123",
/// "1-415-555-0123"; ten digits without groups are a number of other plans as well.
bool has_north_american_form(std::string_view number);

}  // namespace portfix
