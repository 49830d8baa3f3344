#include "cli/notice_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/input.hpp"
#include "cli/mbox.hpp"
#include "portfix/source_text.hpp"

namespace portfix::cli {
namespace {

namespace fs = std::filesystem;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

bool read_batch(Input& input, Console& console,
                const std::function<void(const FiledNotice&)>& take) {
  bool ok = true;
  LineReader lines(input, [] {});
  while (const auto line = lines.next()) {
    if (!line->too_long && is_blank(line->text)) continue;
    FiledNotice notice{fmt::format("{}:{}", input.name(), line->number), {}, false};
    notice.line = read_batch_line(line->text);
    if (line->too_long) notice.line.error = "the line is too long";
    if (notice.line.error.empty()) {
      take(notice);
    } else {
      console.error(fmt::format("{}: {}", notice.name, notice.line.error),
                    R"(each line is an object like {"text": "..."})");
      ok = false;
    }
  }
  return ok;
}

void read_mbox(Input& input, std::string begin,
               const std::function<void(const FiledNotice&)>& take) {
  MboxReader messages(input, std::move(begin), SourceText::max_bytes, [] {});
  std::size_t number = 0;
  while (auto message = messages.next()) {
    FiledNotice notice{fmt::format("{}#{}", input.name(), ++number), {}, true};
    notice.line.text = std::move(message->bytes);
    take(notice);
  }
}

}  // namespace

std::vector<std::string> files_below(const std::string& path) {
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return {path};
  std::vector<std::string> files;
  const auto all = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(path, all, ignored), end; at != end;
       at.increment(ignored)) {
    const std::string name = at->path().filename().string();
    const bool hidden = name.starts_with('.');
    if (hidden && at->is_directory(ignored)) at.disable_recursion_pending();
    if (hidden || name.ends_with(".expect.json") || !at->is_regular_file(ignored)) continue;
    files.push_back(at->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool read_notices(const std::string& path, bool batches, Console& console,
                  const std::function<void(const FiledNotice&)>& take) {
  Input input(path);
  bool ok = true;
  if (input.ok() && (batches || path.ends_with(".jsonl"))) {
    ok = read_batch(input, console, take);
  } else if (input.ok()) {
    constexpr std::size_t kEnough = std::size_t{4} * 1024;
    std::string begin;
    while (begin.size() < kEnough && input.read_more(begin)) {
    }
    if (begins_mbox(begin)) {
      read_mbox(input, std::move(begin), take);
    } else {
      std::size_t total = 0;
      FiledNotice notice{input.name(), {}, false};
      notice.line.text = input.read_all(SourceText::max_bytes, total, std::move(begin));
      if (input.ok() && !is_blank(notice.line.text)) take(notice);
    }
  }
  if (!input.ok()) console.error(input.failure());
  return ok && input.ok();
}

}  // namespace portfix::cli
