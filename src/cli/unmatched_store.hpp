#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "cli/console.hpp"
#include "report/skeleton.hpp"

namespace portfix::cli {

/// The directory of --unmatched-out: `reasons/<id>.json` is the skeleton of a wording that no rule
/// explains, with the number of notices that had it, so that the directory is one of rule files.
///
/// A file is replaced as a whole, never left half written. Of a file that is already there only the
/// counter changes; what somebody filled in stays, and a file whose counter was taken out is left
/// alone. Runs at the same time lock the directory, so that none loses a count, where the file
/// system knows locks; a run that is killed loses what it has not yet written, which is what it
/// read since it last waited for input, and no more than `most_pending` wordings.
class UnmatchedStore {
 public:
  static constexpr std::size_t most_pending = 256;

  /// `directory` "" = nothing is kept. It is made where it is missing, when it is first needed.
  UnmatchedStore(std::string directory, Console& console);

  [[nodiscard]] bool wanted() const { return !directory_.empty(); }
  void add(Skeleton skeleton);
  /// Writes what was added. False if that failed now or before; the console was told, once.
  bool flush();

 private:
  struct Pending {
    Skeleton skeleton;
    std::uint64_t notices = 0;
  };

  void write(const Pending& pending);
  void fail(std::string_view failure);

  std::filesystem::path directory_;
  Console& console_;
  std::map<std::string, Pending> pending_;  ///< by id
  bool failed_ = false;
};

}  // namespace portfix::cli
