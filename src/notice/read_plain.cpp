#include "notice/plain_text.hpp"
#include "notice/reader.hpp"

namespace portfix {
namespace {

std::optional<Notice> read_plain(std::string_view text, const ReadOptions& options) {
  NoticeBuilder builder(options);
  builder.notice.text = text;
  builder.notice.shape = read_text(builder, {0, static_cast<std::uint32_t>(text.size())}, {});
  return builder.finish();
}

}  // namespace

const Reader kPlainReader = {Shape::plain, [](std::string_view) { return true; }, read_plain};

}  // namespace portfix
