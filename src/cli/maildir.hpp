#pragma once

#include <string>
#include <vector>

namespace portfix::cli {

/// True if the folder has the folders "cur" and "new", where a Maildir keeps its messages.
bool is_maildir(const std::string& folder);

/// The paths of a Maildir's messages, read and unread, in the order of their names, which begin
/// with the time of delivery. Files whose names begin with a dot are none. If a folder cannot be
/// read, `failure` says why and those that could be are given.
std::vector<std::string> maildir_messages(const std::string& folder, std::string& failure);

}  // namespace portfix::cli
