#pragma once

#include <span>
#include <string>
#include <string_view>

namespace portfix::cli {

/// The skeleton of a rule file: valid JSON with blanks, which `rules check` reports one by one. A
/// key that begins with "$comment" explains the one behind it.
struct Stub {
  std::string_view kind;    ///< "code-scheme", as the command line has it
  std::string_view folder;  ///< "codes": the folder of rules/ in which such a file lies
  std::string_view text;    ///< with @ID@ for the id
};

/// All of them, in the order of help.
std::span<const Stub> stubs();

/// The skeleton with its id in place.
std::string filled_in(const Stub& stub, std::string_view id);

}  // namespace portfix::cli
