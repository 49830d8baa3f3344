#pragma once

#include <string>
#include <vector>

namespace portfix::cli {

/// What can stand where the cursor is.
struct Completion {
  struct Candidate {
    std::string word;
    std::string help;  ///< one line; may be empty
  };

  std::vector<Candidate> candidates;  ///< all begin with what is typed so far
  bool files = false;                 ///< a file's name, too
  bool directories = false;           ///< a directory's name, too
};

/// Completes the last of `words`, which are those behind the program's name up to the cursor; it is
/// "" where nothing is typed yet. Asks the tables of commands, options and choices that the parser
/// uses, and the rules in use, overlays included.
Completion complete(const std::vector<std::string>& words);

/// For the scripts: the line "files", "directories" or "words", then a line for each candidate, its
/// help behind a tab.
std::string completion_lines(const Completion& completion);

/// The script that makes a shell ask for completions: "bash", "zsh" or "fish"; "" for others.
std::string completion_script(const std::string& shell);

}  // namespace portfix::cli
