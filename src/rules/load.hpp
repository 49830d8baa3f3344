#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "portfix/diagnostic.hpp"
#include "rules/model.hpp"

namespace portfix {

/// The folders of a rule directory, in the order in which they are read; "lexicon" is a file.
const std::vector<std::string_view>& rule_kinds();

/// Reads all rule files below `directory` (not recursive inside a kind's folder; `schema/` and
/// names that begin with a dot are left alone), sorted by kind and id. Problems: not a directory, a
/// file that cannot be read, a folder or file that is no rule kind.
std::vector<RuleFile> read_rule_files(const std::filesystem::path& directory,
                                      Diagnostics& problems);

/// Lays `over` on top of `base`: same kind and id replaces. A file that says `"disabled": true` and
/// no more removes the one below. The result is sorted by kind and id, so that it does not matter
/// which rule came from where.
void lay_over(std::vector<RuleFile>& base, std::vector<RuleFile> over);

/// 16 hexadecimal digits, equal for equal kinds, ids and texts in whatever order.
std::string digest_of(const std::vector<RuleFile>& files);

/// Reads the files into values. Every problem of form is reported: bad JSON, unknown or double
/// keys, missing keys, wrong types, unknown words of an enumeration, ids that are not the file's
/// name.
RuleSet load_rules(std::vector<RuleFile> files, Diagnostics& problems);

/// A diagnostic that points into a rule file.
Diagnostic diagnostic_at(const std::vector<RuleFile>& files, Place place, std::string message,
                         std::string help = {});

}  // namespace portfix
