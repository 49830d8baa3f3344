#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/source_text.hpp"

namespace portfix {

/// What kind of document the bytes were. New kinds may be added.
enum class Shape : std::uint8_t { plain, mail, html, json, xml, table };

/// "plain", "mail", … as in the JSON report.
std::string_view to_string(Shape shape);

/// What a clause is in its document.
enum class ClauseKind : std::uint8_t {
  sentence,   ///< running text
  heading,    ///< a short line of its own
  item,       ///< a list item or a row
  field,      ///< the value behind a label ("Reason: …"), a JSON value, a table cell
  subject,    ///< the subject line of a mail
  header,     ///< another header field of a mail: who wrote it, and when
  quoted,     ///< quoted history of a thread
  signature,  ///< behind the signature separator, a disclaimer
};

/// Index of nothing.
inline constexpr std::uint32_t none = 0xffffffffU;

/// The unit that rules read: a sentence, a list item, a field value, a cell.
struct Clause {
  Range text;        ///< into Notice::text
  Range label;       ///< into Notice::text: "Reason" of "Reason: PIN missing"; JSON key
  std::string path;  ///< structured shapes: "data.payload.status.details[].code"
  ClauseKind kind = ClauseKind::sentence;
  std::uint32_t group = 0;   ///< index into Notice::groups
  std::uint32_t source = 0;  ///< offset in the source text of the first byte of `text`
};

/// Clauses and telephone numbers that stand together (a row, an object, a paragraph) share a group;
/// groups form a tree whose root is 0.
struct Group {
  std::uint32_t parent = none;
};

/// A telephone number that occurs in the notice.
struct NumberMention {
  std::string e164;  ///< "+14155550123"
  Range at;          ///< into Notice::text
  std::uint32_t group = 0;
};

/// A calendar date that occurs in the notice.
struct DateMention {
  std::string iso;  ///< "2026-11-30"
  Range at;         ///< into Notice::text
};

/// The header of a mail that the notice is or holds; not one in the quoted history.
struct LetterHead {
  std::uint32_t first = 0;  ///< index of the first clause behind it
  Range sender;             ///< into Notice::text: "Desk <desk@example.org>"
  std::string sent;         ///< ISO 8601, as far as it is told: "2026-02-10T09:01:00-06:00"; or ""
};

/// A rejection notice, taken apart but not yet understood: no rule has been looked at.
struct Notice {
  Shape shape = Shape::plain;
  std::string text;  ///< decoded text that all ranges of this notice address
  std::vector<Clause> clauses;
  std::vector<Group> groups;
  std::vector<NumberMention> numbers;  ///< in order of appearance; one number may come repeatedly
  std::vector<DateMention> dates;
  std::vector<LetterHead> heads;     ///< in order of appearance
  std::vector<std::string> remarks;  ///< what could not be read, for people ("a PDF was not read")

  [[nodiscard]] std::string_view at(Range range) const { return range.in(text); }
};

/// How to read; `automatic` looks at the bytes, `text` sees neither documents nor tables in them.
enum class InputShape : std::uint8_t { automatic, text, json, xml, table, mail, html };

struct ReadOptions {
  InputShape shape = InputShape::automatic;
  std::string country;  ///< ISO 3166-1 alpha-2; how national telephone numbers are read. "" = NANP
};

/// Takes a text apart. Never fails: text that is not the shape it seemed is read as plain text.
Notice read_notice(const SourceText& source, const ReadOptions& options = {});

}  // namespace portfix
