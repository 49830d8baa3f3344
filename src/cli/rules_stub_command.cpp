#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "cli/rule_choice.hpp"
#include "cli/run.hpp"
#include "cli/stubs.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

const Stub* find_stub(std::string_view kind, Console& console) {
  std::vector<std::string_view> kinds;
  for (const Stub& stub : stubs()) {
    if (stub.kind == kind || stub.folder == kind) return &stub;
    kinds.push_back(stub.kind);
  }
  std::string help = did_you_mean(kind, kinds);
  if (help.empty()) help = fmt::format("one of: {}", fmt::join(kinds, ", "));
  console.error(fmt::format("unknown kind of rule \"{}\"", kind), help);
  return nullptr;
}

/// An id is a file's name: small letters, digits and hyphens.
bool is_id(std::string_view id) {
  return !id.empty() && id.front() != '-' && id.back() != '-' &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

std::string lower(std::string id) {
  std::transform(id.begin(), id.end(), id.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return id;
}

}  // namespace

ExitStatus run_rules_stub(const Arguments& arguments, Console& console) {
  const Stub* stub = find_stub(arguments.operands[0], console);
  if (stub == nullptr) return ExitStatus::usage;
  std::string id = arguments.operands[1];
  const bool country = stub->kind == "country";
  if (country) id = country_code(id);
  const std::string file = lower(id);
  if (!is_id(file) || (!country && file != id)) {
    console.error(fmt::format("\"{}\" cannot be an id", arguments.operands[1]),
                  country ? "write the country's two letters, such as GB"
                          : "it takes small letters, digits and hyphens: acme-mobile");
    return ExitStatus::usage;
  }
  const RuleTable rules = RuleTable::builtin();
  const TableView& view = rules.view();
  for (const FileRow& known : view.files()) {
    if (view.text(known.kind) != stub->folder || view.text(known.id) != file) continue;
    console.warning(
        fmt::format("there is a {} of that id, which this one would replace: portfix "
                    "rules show {}/{}",
                    stub->kind, stub->folder, file));
  }
  console.err.write(fmt::format(
      "portfix: save it as DIR/{}/{}.json, then: portfix rules check DIR\n", stub->folder, file));
  console.out.write(filled_in(*stub, id));
  return ExitStatus::diagnosed;
}

}  // namespace portfix::cli
