#pragma once

#include <string_view>
#include <vector>

#include "match/secret_forms.hpp"

namespace portfix {

/// Keys and tokens by which programs log in: behind their names ("api_key=…", "authToken: …",
/// "Bearer …"), by their forms ("eyJ….….…", "sk_live_…"), and the login of "-u user:password". By
/// position.
std::vector<SecretForm> find_access_tokens(std::string_view text);

/// Whether a field of that name holds one: "apiKey", "X-Auth-Token".
bool names_access_token(std::string_view label);

/// Whether what such a field holds is one, and not a word about it: "expired".
bool is_access_token(std::string_view value);

}  // namespace portfix
