#include "notice/html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <memory>

#include "notice/ascii.hpp"

// The only file that knows gumbo.

namespace portfix {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxMemory = std::size_t{192} << 20U;
constexpr std::size_t kMaxDepth = 400;
constexpr std::size_t kMaxAttributes = 200;  // of one tag

bool is_one_of(std::string_view tag, const auto& tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// A tag as it stands in the page.
struct Tag {
  std::string name;
  bool closes = false;
  std::size_t attributes = 0;
  std::size_t end = 0;  // offset behind '>'
};

Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  ++at;
  tag.closes = at < html.size() && html[at] == '/';
  if (tag.closes) ++at;
  while (at < html.size() && is_alnum(html[at]) && tag.name.size() < 20) {
    tag.name += to_lower(html[at++]);
  }
  while (at < html.size() && html[at] != '>') {
    if (is_space(html[at]) || html[at] == '/') {
      ++at;
      continue;
    }
    ++tag.attributes;
    while (at < html.size() && !is_space(html[at]) && html[at] != '>' && html[at] != '=') ++at;
    const std::size_t value = html.find_first_not_of(" \t\n", at);
    if (value == html.npos || html[value] != '=') continue;
    at = std::min(html.find_first_not_of(" \t\n", value + 1), html.size());
    if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
      at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
    } else {
      while (at < html.size() && !is_space(html[at]) && html[at] != '>') ++at;
    }
  }
  at = std::min(at + 1, html.size());
  tag.end = at;
  return tag;
}

bool begins_tag(std::string_view html, std::size_t at) {
  if (at + 1 >= html.size()) return false;
  return is_letter(html[at + 1]) ||
         (html[at + 1] == '/' && at + 2 < html.size() && is_letter(html[at + 2]));
}

/// gumbo's time grows with the square of depth and of a tag's attributes.
bool is_tame(std::string_view html) {
  static constexpr std::array<std::string_view, 22> kNeverDeep = {
      "br", "img", "hr", "input", "meta", "link", "col", "area",   "base",  "wbr",   "param",
      "p",  "li",  "td", "th",    "tr",   "dt",   "dd",  "option", "tbody", "thead", "html"};
  std::vector<std::string> open;
  bool foreign = false;  // in there, scripts are elements as any other
  bool closed = true;    // there are still end tags
  for (auto at = html.find('<'); at != html.npos; at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    if (!begins_tag(html, at)) {
      ++at;
      continue;
    }
    Tag tag = tag_at(html, at);
    at = tag.end;
    if (tag.attributes > kMaxAttributes) return false;
    foreign = foreign || tag.name == "svg" || tag.name == "math";
    if (!foreign && closed && !tag.closes && (tag.name == "script" || tag.name == "style")) {
      const auto end = html.find("</", at);
      closed = end != html.npos;
      if (closed) at = end;
    }
    if (is_one_of(tag.name, kNeverDeep)) continue;
    if (!tag.closes) {
      open.push_back(std::move(tag.name));
      if (open.size() > kMaxDepth) return false;
      continue;
    }
    const auto from = open.size() > 16 ? open.end() - 16 : open.begin();
    const auto found = std::find(from, open.end(), tag.name);
    if (found != open.end()) open.erase(found, open.end());
  }
  return true;
}

/// Memory for one run of gumbo, freed as a whole. gumbo knows no failure, so that a page that wants
/// too much is left by a jump: nothing on the way has a destructor.
class Arena {
 public:
  static void* allocate(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
  }
  static void release(void* /*arena*/, void* /*memory*/) {}

  std::jmp_buf out_of_memory{};

 private:
  static constexpr std::size_t kBlock = std::size_t{64} << 10U;

  void* take(std::size_t size) {
    size = (size + alignof(std::max_align_t) - 1) / alignof(std::max_align_t) *
           alignof(std::max_align_t);
    if (size > left_) {
      const std::size_t block = std::max(size, kBlock);
      if (total_ + block > kMaxMemory) std::longjmp(out_of_memory, 1);
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block));
      next_ = blocks_.back().get();
      left_ = block;
      total_ += block;
    }
    void* const memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t total_ = 0;
};

/// nullptr if the page takes too much memory.
const GumboOutput* run_gumbo(std::string_view html, Arena& arena) {
  if (setjmp(arena.out_of_memory) != 0) return nullptr;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::allocate;
  options.deallocator = Arena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

std::string tag_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  gumbo_tag_from_original_text(&name);
  return name.data == nullptr ? "?" : to_lower(std::string_view(name.data, name.length));
}

void convert(const GumboNode& node, HtmlNode& out, std::size_t depth) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
      out.text = node.v.text.text;
      out.at = node.v.text.start_pos.offset;
      return;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      break;
    default:
      out.tag = "?";
      return;
  }
  const GumboElement& element = node.v.element;
  out.tag = tag_of(element);
  out.at = element.start_pos.offset;
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    out.attributes.emplace_back(to_lower(attribute.name), attribute.value);
  }
  if (depth > 4 * kMaxDepth) return;
  out.children.resize(element.children.length);
  for (unsigned i = 0; i < element.children.length; ++i) {
    HtmlNode& child = out.children[i];
    convert(*static_cast<const GumboNode*>(element.children.data[i]), child, depth + 1);
    out.holds_table = out.holds_table || child.tag == "table" || child.holds_table;
  }
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes) {
    if (key == name) return value;
  }
  return {};
}

bool HtmlNode::has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& attribute) { return attribute.first == name; });
}

std::optional<HtmlNode> parse_html(std::string_view html) {
  if (html.size() > kMaxBytes || !is_tame(html)) return std::nullopt;
  const auto arena = std::make_unique<Arena>();
  const GumboOutput* output = run_gumbo(html, *arena);
  if (output == nullptr || output->root == nullptr) return std::nullopt;
  HtmlNode root;
  convert(*output->root, root, 0);
  return root;
}

std::string strip_tags(std::string_view html) {
  static constexpr std::array<std::string_view, 12> kInline = {
      "a", "b", "i", "u", "em", "strong", "span", "font", "small", "code", "sub", "sup"};
  std::string out;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      out += html[at++];
    } else if (html.substr(at).starts_with("<!--")) {
      at = std::min(html.find("-->", at), html.size() - 3) + 3;
    } else if (begins_tag(html, at)) {
      const Tag tag = tag_at(html, at);
      at = tag.end;
      if (!tag.closes && (tag.name == "script" || tag.name == "style")) {
        at = std::min(html.find("</", at), html.size());
      }
      if (!is_one_of(tag.name, kInline)) out += '\n';
    } else {
      out += html[at++];
    }
  }
  return out;
}

}  // namespace portfix
