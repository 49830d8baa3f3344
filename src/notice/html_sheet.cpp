#include "notice/html_sheet.hpp"

#include <algorithm>

#include "notice/ascii.hpp"
#include "notice/html_style.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestSheet = 200'000;
constexpr std::size_t kMostSelectors = 200;

std::string without_comments(std::string_view sheet) {
  std::string out;
  for (;;) {
    const auto begin = sheet.find("/*");
    out += sheet.substr(0, begin);
    if (begin == sheet.npos) return out;
    const auto end = sheet.find("*/", begin + 2);
    if (end == sheet.npos) return out;
    sheet.remove_prefix(end + 2);
  }
}

/// What the style sheets of a page hide.
class Sheets {
 public:
  explicit Sheets(const HtmlNode& page) { collect(page); }

  void hide(HtmlNode& node) const {
    if (hides(node)) node.attributes.emplace_back("hidden", "");
    for (HtmlNode& child : node.children) hide(child);
  }

  [[nodiscard]] bool empty() const { return hidden_.empty(); }

 private:
  struct Selector {
    std::string tag;  // "" for any
    char kind;        // '.' or '#'
    std::string name;
  };

  void collect(const HtmlNode& node) {
    if (node.tag == "style") {
      for (const HtmlNode& text : node.children) read(text.text);
    }
    for (const HtmlNode& child : node.children) collect(child);
  }

  void read(std::string_view text) {
    const std::string sheet = without_comments(text.substr(0, kLongestSheet));
    std::size_t at = 0;
    while (at < sheet.size()) {
      const auto open = sheet.find('{', at);
      if (open == sheet.npos) return;
      auto selectors = trimmed(std::string_view(sheet).substr(at, open - at));
      std::size_t depth = 1;
      std::size_t close = open + 1;
      for (; close < sheet.size(); ++close) {
        if (sheet[close] == '{') ++depth;
        if (sheet[close] == '}' && --depth == 0) break;
      }
      const auto rule = std::string_view(sheet).substr(open + 1, close - open - 1);
      at = close + 1;
      if (selectors.starts_with('@') || !hides_by_style(rule)) continue;
      while (!selectors.empty()) {
        const auto comma = selectors.find(',');
        add(trimmed(selectors.substr(0, comma)));
        selectors.remove_prefix(comma == selectors.npos ? selectors.size() : comma + 1);
      }
    }
  }

  void add(std::string_view selector) {
    if (selector.starts_with("<!--")) selector = trimmed(selector.substr(4));
    const auto mark = selector.find_first_of(".#");
    if (mark == selector.npos || hidden_.size() >= kMostSelectors) return;
    const auto name = selector.substr(mark + 1);
    const bool simple = !name.empty() && name.find_first_of(" .#>+~:[*") == name.npos &&
                        selector.substr(0, mark).find_first_of(" >+~:[*") == selector.npos;
    if (simple) {
      hidden_.push_back({to_lower(selector.substr(0, mark)), selector[mark], std::string(name)});
    }
  }

  [[nodiscard]] bool hides(const HtmlNode& node) const {
    return std::any_of(hidden_.begin(), hidden_.end(), [&](const Selector& selector) {
      if (!selector.tag.empty() && selector.tag != node.tag) return false;
      return selector.kind == '#' ? node.attribute("id") == selector.name
                                  : has_class(node, selector.name);
    });
  }

  std::vector<Selector> hidden_;
};

}  // namespace

void hide_by_sheets(HtmlNode& page) {
  const Sheets sheets(page);
  if (!sheets.empty()) sheets.hide(page);
}

}  // namespace portfix
