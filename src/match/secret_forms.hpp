#pragma once

#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

struct SecretForm {
  Range at;
  std::string_view kind;  ///< "identity_number", "card_number", …
};

/// What is a secret by its form, whatever stands beside it: social security numbers, the rest of
/// masked numbers ("xxx-xx-6789"), payment cards, bank accounts, tax codes, passwords in links. By
/// position.
std::vector<SecretForm> find_secret_forms(std::string_view text);

}  // namespace portfix
