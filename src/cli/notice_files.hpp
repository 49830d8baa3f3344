#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/batch.hpp"
#include "cli/console.hpp"

namespace portfix::cli {

/// A notice of a collection of files.
struct FiledNotice {
  std::string name;  ///< path, "path:line" of a batch, "path#number" of a mailbox
  BatchLine line;    ///< its text, and what its batch line says of it
  bool is_mail = false;
};

/// The files below `path` in the order of their names, or `path` itself if it is no directory. Left
/// out are names that begin with a dot and labels of a corpus ("*.expect.json").
std::vector<std::string> files_below(const std::string& path);

/// Calls `take` with every notice of the file: each line of a batch (*.jsonl, or all files where
/// `batches`), each message of an mbox, else the file as one. Blank ones are left out. False if
/// something could not be read, which the console was told.
bool read_notices(const std::string& path, bool batches, Console& console,
                  const std::function<void(const FiledNotice&)>& take);

}  // namespace portfix::cli
