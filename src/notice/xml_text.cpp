#include "notice/xml_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "notice/ascii.hpp"
#include "notice/history.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostLevels = 64;
constexpr std::size_t kMostTags = 300'000;
constexpr std::size_t kMaxDocuments = 20'000;

constexpr std::string_view kHtmlNames =
    " html head body div span p br hr a b i u s em strong small font center table thead tbody "
    "tfoot "
    "tr td th ul ol li dl dt dd h1 h2 h3 h4 h5 h6 img style script meta link title base blockquote "
    "pre code form input button label select option textarea iframe section article header footer "
    "main nav svg sup sub ";

bool is_name_start(char c) { return is_letter(c) || c == '_' || is_wide(c); }
bool is_name_char(char c) {
  return is_name_start(c) || is_digit(c) || c == '-' || c == '.' || c == ':';
}

/// Finds where elements end, without looking at their names. `budget` is how many bytes may be
/// read.
class TagScanner {
 public:
  TagScanner(std::string_view text, std::size_t& budget) : text_(text), budget_(budget) {}

  /// The place behind the element that begins at `at`, or 0. If the text ends within it, its end,
  /// provided that some element inside is whole.
  std::size_t element_end(std::size_t at) {
    std::size_t depth = 0;
    std::size_t tags = 0;
    bool any_closed = false;
    for (;;) {
      at = find("<", at);
      if (at == npos) return any_closed && budget_ > 0 ? text_.size() : 0;
      const auto rest = text_.substr(at);
      if (rest.starts_with("<!--")) {
        at = behind("-->", at);
      } else if (rest.starts_with("<![CDATA[")) {
        at = behind("]]>", at);
      } else if (rest.starts_with("<?")) {
        at = behind("?>", at);
      } else if (rest.starts_with("</")) {
        at = behind(">", at);
        any_closed = true;
        if (depth == 0 || --depth == 0) return at == npos ? 0 : at;
      } else if (rest.size() > 1 && is_name_start(rest[1])) {
        at = tag_end(at, tags);
        if (at == npos || tags > kMostTags) return 0;
        const bool leaf = text_[at - 2] == '/';
        if (leaf && depth == 0) return at;
        if (!leaf && ++depth > kMostLevels) return 0;
      } else {
        ++at;
      }
      if (at == npos) return 0;
    }
  }

  /// Behind a declaration, comments and a document type, if any, that begin at `at`.
  std::size_t prolog_end(std::size_t at) {
    for (;;) {
      while (at < text_.size() && is_space(text_[at])) ++at;
      const auto rest = text_.substr(at);
      std::size_t end = npos;
      if (rest.starts_with("<?xml")) {
        end = behind("?>", at);
      } else if (rest.starts_with("<!--")) {
        end = behind("-->", at);
      } else if (starts_with_folded(rest, "<!doctype")) {
        end = doctype_end(at);
      }
      if (end == npos) return at;
      at = end;
    }
  }

 private:
  static constexpr std::size_t npos = std::string_view::npos;

  std::size_t spend(std::size_t from, std::size_t to) {
    const std::size_t cost = (to == npos ? text_.size() : to) - from + 1;
    if (cost > budget_) {
      budget_ = 0;
      return npos;
    }
    budget_ -= cost;
    return to;
  }

  std::size_t find(std::string_view what, std::size_t at) {
    return budget_ == 0 ? npos : spend(at, text_.find(what, at));
  }

  std::size_t behind(std::string_view what, std::size_t at) {
    const auto found = find(what, at);
    return found == npos ? npos : found + what.size();
  }

  /// Behind the '>' of a tag; one between quotes is none. Counts the tag and its attributes.
  std::size_t tag_end(std::size_t at, std::size_t& tags) {
    ++tags;
    const std::size_t begin = at;
    char quote = '\0';
    for (; at < text_.size() && at - begin <= budget_; ++at) {
      const char c = text_[at];
      if (quote != '\0') {
        if (c == quote) quote = '\0';
      } else if (c == '"' || c == '\'') {
        quote = c;
        ++tags;
      } else if (c == '>') {
        return spend(begin, at + 1);
      } else if (c == '<' && at > begin) {
        break;
      }
    }
    (void)spend(begin, at);
    return npos;
  }

  /// A document type may hold declarations between brackets.
  std::size_t doctype_end(std::size_t at) {
    const auto end = find(">", at);
    const auto bracket = text_.find('[', at);
    if (end == npos || bracket > end) return end == npos ? npos : end + 1;
    const auto close = find("]", bracket);
    return close == npos ? npos : behind(">", close);
  }

  std::string_view text_;
  std::size_t& budget_;
};

/// The name of the element whose tag begins at `at`, without prefix; empty if none does, or if it
/// is one of HTML's.
bool may_begin_element(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (end >= text.size() || text[at] != '<' || !is_name_start(text[end])) return false;
  while (end < text.size() && end - at < 128 && is_name_char(text[end])) ++end;
  if (end >= text.size()) return false;
  const bool ends = text[end] == '>' || is_space(text[end]) || text.substr(end, 2) == "/>";
  const auto name = " " + to_lower(text.substr(at + 1, end - at - 1)) + " ";
  return ends && text[end - 1] != ':' && kHtmlNames.find(name) == kHtmlNames.npos;
}

class TreeReader {
 public:
  TreeReader(NoticeBuilder& builder, const DocumentPlace& place)
      : builder_(builder), place_(place) {}

  void read(const XmlNode& node, std::uint32_t group, const std::string& path, KeyUse outer) {
    if (builder_.full()) return;
    const KeyUse use = use_of_key(node.name, outer);
    if (!node.children.empty()) group = builder_.add_group(group);
    if (!node.text.empty()) read_text_of(node, group, path, use);
    read_children(node, group, path, use == KeyUse::contact ? use : KeyUse::unknown);
  }

 private:
  void read_children(const XmlNode& node, std::uint32_t group, const std::string& path,
                     KeyUse outer) {
    std::map<std::string_view, int> count;
    for (const XmlNode& child : node.children) ++count[child.name];
    std::map<std::string_view, std::vector<EntryClauses>> histories;
    for (const XmlNode& child : node.children) {
      const bool one_of_many = count[child.name] > 1;
      const std::size_t first = builder_.notice.clauses.size();
      const std::string inner = join_path(path, child.name);
      read(child, group, one_of_many ? inner + "[]" : inner, outer);
      if (names_the_past(child.name)) set_aside(builder_, {first, builder_.notice.clauses.size()});
      if (one_of_many && (names_history(child.name) || names_history(node.name))) {
        histories[child.name].push_back({first, builder_.notice.clauses.size()});
      }
    }
    for (const auto& [name, entries] : histories) settle_history(builder_, entries);
  }

  void read_text_of(const XmlNode& node, std::uint32_t group, const std::string& path, KeyUse use) {
    DocumentPlace inner;
    inner.group = group;
    inner.path = path;
    inner.source = place_.source_of(node.at);
    inner.exact = false;
    inner.level = place_.level + 1;
    if (read_inner_document(builder_, node.text, inner)) return;
    TextPlace place;
    place.group = group;
    place.path = path;
    place.source = inner.source;
    place.label = builder_.append(node.name);
    add_keyed_value(builder_, builder_.append(node.text), use, std::move(place));
  }

  NoticeBuilder& builder_;
  const DocumentPlace& place_;
};

}  // namespace

std::vector<XmlPart> find_xml(std::string_view text) {
  std::vector<XmlPart> parts;
  std::size_t budget = 3 * text.size();
  TagScanner scanner(text, budget);
  std::size_t at = 0;
  while (budget > 0 && parts.size() < kMaxDocuments && (at = text.find('<', at)) != text.npos) {
    const std::size_t root = scanner.prolog_end(at);
    if (!may_begin_element(text, root)) {
      at = std::max(at + 1, root);
      continue;
    }
    if (const auto end = scanner.element_end(root); end > 0) {
      budget -= std::min(budget, end - root);
      if (auto tree = parse_xml(text.substr(root, end - root))) {
        const auto base = static_cast<std::uint32_t>(root);
        const Range range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        parts.push_back({range, base, std::move(*tree)});
        at = end;
        continue;
      }
    }
    at = root + 1;
  }
  return parts;
}

void read_xml_tree(NoticeBuilder& builder, const XmlNode& root, const DocumentPlace& place) {
  TreeReader(builder, place)
      .read(root, place.group, join_path(place.path, root.name), KeyUse::unknown);
}

}  // namespace portfix
