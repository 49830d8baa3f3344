#include "match/scan.hpp"

#include <algorithm>

#include "match/typos.hpp"

namespace portfix {
namespace {

/// What a rule writes where a notice has some value: "account xxxxx not found".
constexpr std::string_view value_word = "xxxxx";

/// An account number, a reference: a word of four digits or more.
bool is_value(std::string_view folded) {
  return std::count_if(folded.begin(), folded.end(), [](char c) { return c >= '0' && c <= '9'; }) >=
         4;
}

/// Finds what the trie knows in a unit's tokens.
class Recogniser {
 public:
  explicit Recogniser(const TableView& table)
      : table_(table), atoms_(table.atoms()), nodes_(table.list(table.header().nodes)) {}

  void find_atoms(ClauseScan& unit) {
    const auto count = static_cast<std::uint32_t>(unit.tokens.size());
    for (std::uint32_t begin = 0; begin < count; ++begin) {
      std::uint32_t node = 0;
      path_.clear();
      for (std::uint32_t at = begin; at < count && unit.tokens[at].word != 0; ++at) {
        node = table_.next_node(node, unit.tokens[at].word);
        if (node == 0) break;
        path_.push_back(node);
      }
      for (; !path_.empty(); path_.pop_back()) {
        const auto end = begin + static_cast<std::uint32_t>(path_.size());
        if (announces_code(unit, begin, end)) continue;
        for (const std::uint32_t atom : table_.list(nodes_[path_.back()].atoms)) {
          unit.found.push_back(
              {atom, begin, end, atoms_[atom].kind, atoms_[atom].role, false, false});
        }
      }
    }
  }

 private:
  /// "rejected the port: code 6103" names no port code.
  static bool announces_code(const ClauseScan& unit, std::uint32_t begin, std::uint32_t end) {
    const Token& last = unit.tokens[end - 1];
    return end - begin > 1 && (last.flags & word_flag::code_word) != 0 &&
           last.chunk != unit.tokens[end - 2].chunk;
  }

  const TableView& table_;
  std::span<const AtomRow> atoms_;
  std::span<const TrieNode> nodes_;
  std::vector<std::uint32_t> path_;  ///< trie nodes behind the first token of what is found
};

/// Relies on the order of `found`: what can cover an occurrence stands before it.
void hide_covered(ClauseScan& unit) {
  std::uint32_t begin = none;
  std::uint32_t longest = 0;  // end of the longest that begins here
  std::uint32_t before = 0;   // farthest end of those that begin earlier
  for (Occurrence& small : unit.found) {
    if (small.kind != AtomKind::meaning) continue;
    if (small.begin != begin) {
      before = std::max(before, longest);
      begin = small.begin;
      longest = small.end;
    }
    small.hidden = before >= small.end || longest > small.end;
  }
}

bool covered_by_thing(const ClauseScan& unit, std::uint32_t at) {
  return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
    const bool thing = other.role == Role::subject || other.role == Role::porting;
    return thing && other.begin <= at && at < other.end;
  });
}

bool covered_by_longer(const ClauseScan& unit, std::uint32_t at) {
  return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
    return other.kind == AtomKind::meaning && other.begin <= at && at < other.end &&
           other.end - other.begin > 1;
  });
}

bool is_or(const Token& token) { return (token.flags & word_flag::alternative) != 0; }

/// The "no" of a list holds for its later members: "no outstanding balance, locks or pending
/// orders". `at` is the first token of the state, or of the subjects before it.
bool continues_negation(const ClauseScan& unit, const Occurrence& state, std::uint32_t at) {
  const Token& before = unit.tokens[at - 1];
  const bool behind_or = is_or(before);
  const bool behind_comma = at == state.begin && before.chunk != unit.tokens[at].chunk &&
                            std::any_of(unit.tokens.begin() + at, unit.tokens.end(), is_or);
  if (!behind_or && !behind_comma) return false;
  return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
    return other.negated && other.end == (behind_or ? at - 1 : at);
  });
}

/// A state is negated by "no" or "not" right before it, or before the subjects before it ("no
/// address mismatch"), unless the negating word is itself part of something found.
void mark_negated(ClauseScan& unit) {
  const bool any = std::any_of(unit.tokens.begin(), unit.tokens.end(), [](const Token& token) {
    return (token.flags & word_flag::negator) != 0;
  });
  if (!any) return;
  for (Occurrence& state : unit.found) {
    if (state.kind != AtomKind::meaning || state.hidden || state.begin == 0) continue;
    if (state.role == Role::subject || state.role == Role::porting) continue;
    std::uint32_t at = state.begin;
    while (at > 0 && covered_by_thing(unit, at - 1)) --at;
    if (at == 0) continue;
    const Token& before = unit.tokens[at - 1];
    const bool negator = (before.flags & word_flag::negator) != 0 &&
                         before.chunk == unit.tokens[at].chunk;  // "no, it is not in service"
    state.negated =
        negator ? !covered_by_longer(unit, at - 1) : continues_negation(unit, state, at);
  }
}

class Scanner {
 public:
  Scanner(const Notice& notice, const TableView& table, const ScanOptions& options)
      : notice_(notice), table_(table), options_(options), recogniser_(table) {
    if (const WordSlot* value = table.find_word(value_word)) value_ = value->id;
  }

  std::vector<ClauseScan> run() {
    units_.reserve(notice_.clauses.size());
    for (std::uint32_t i = 0; i < notice_.clauses.size(); ++i) {
      const Clause& clause = notice_.clauses[i];
      start_unit(i);
      if (!clause.label.empty()) add_words(clause.label, i);
      chunk_break_ = true;
      add_words(clause.text, i);
      finish_unit();
    }
    return std::move(units_);
  }

 private:
  void start_unit(std::uint32_t clause) {
    unit_.clause = clause;
    unit_.tokens.clear();
    unit_.found.clear();
    unit_.fuzzy = false;
    unit_.turns = false;
    unit_.refers = false;
    unit_.own = false;
    chunk_ = 0;
    chunk_break_ = false;
    modal_ = false;
  }

  void add_words(Range range, std::uint32_t clause) {
    split_words(notice_.text, range, words_);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      Token token;
      token.at = words_.words[i].at;
      look_up(field_or_word(i), token);
      if (words_.words[i].gap >= Gap::soft) chunk_break_ = true;
      const bool connects = (token.flags & word_flag::connector) != 0;
      const bool turns = (token.flags & word_flag::contrast) != 0 &&
                         ((token.flags & word_flag::filler) == 0 || chunk_break_ || behind_and());
      if (turns || unit_.tokens.size() >= max_unit_tokens) {
        finish_unit();
        start_unit(clause);
        unit_.turns = turns;
      }
      unit_.refers = unit_.refers || (token.flags & word_flag::pronoun) != 0;
      unit_.own = unit_.own || (token.flags & word_flag::own_word) != 0;
      const bool modal = (token.flags & word_flag::modal) != 0;
      if ((token.flags & word_flag::filler) != 0) {
        if (words_.words[i].gap == Gap::tight && i > 0) join(words_[i - 1], words_[i]);
        modal_ = modal_ || modal;
        continue;
      }
      token.modal = modal_;
      modal_ = modal;
      const bool and_or = connects && behind_and();
      if ((chunk_break_ || connects) && !and_or && !unit_.tokens.empty()) ++chunk_;
      chunk_break_ = false;
      token.chunk = chunk_;
      unit_.tokens.push_back(token);
    }
  }

  [[nodiscard]] bool behind_and() const {
    return !unit_.tokens.empty() && (unit_.tokens.back().flags & word_flag::connector) != 0;
  }

  /// "TextNow" is no text that is now.
  void join(std::string_view first, std::string_view filler) {
    if (unit_.tokens.empty()) return;
    std::string whole(first);
    whole += filler;
    const WordSlot* slot = table_.find_word(whole);
    Token& token = unit_.tokens.back();
    if (slot == nullptr || token.at.in(notice_.text).size() != first.size()) return;
    token.word = slot->id;
    token.flags = slot->flags;
    token.at.end += static_cast<std::uint32_t>(filler.size());
  }

  void look_up(std::string_view folded, Token& token) {
    const WordSlot* slot = table_.find_word(folded);
    if (slot == nullptr) {
      slot = options_.tolerant ? find_misspelt(table_, folded)
                               : find_misread(table_, token.at.in(notice_.text), folded);
      if (slot != nullptr) unit_.fuzzy = true;
    }
    if (slot == nullptr) {
      if (is_value(folded)) token.word = value_;
      return;
    }
    token.word = slot->id;
    token.flags = slot->flags;
  }

  /// "AN" and "EIN" in capitals are fields of an order and fillers: read as another name of the
  /// field where no article can stand.
  [[nodiscard]] std::string_view field_or_word(std::size_t i) const {
    const std::string_view written = words_.words[i].at.in(notice_.text);
    if (written == "AN" && no_article_at(i)) return "ban";
    if (written == "EIN" && no_article_at(i)) return "fein";
    return words_[i];
  }

  /// At the end, before a value, a colon, "not" or a filler ("AN IS INVALID"), in "AN INVALID",
  /// and before a consonant ("AN MISSING ON LSR"), unless that may be spelt out ("AN LSR").
  [[nodiscard]] bool no_article_at(std::size_t i) const {
    if (words_.size() == 2 || i + 1 == words_.size()) return true;
    if (words_.words[i + 1].gap >= Gap::soft || is_value(words_[i + 1])) return true;
    constexpr std::size_t kSpeltOut = 5;  // letters
    if (words_[i + 1].size() > kSpeltOut &&
        std::string_view("aeiouh").find(words_[i + 1].front()) == std::string_view::npos)
      return true;
    const WordSlot* next = table_.find_word(words_[i + 1]);
    return next != nullptr && (next->flags & (word_flag::filler | word_flag::negator)) != 0;
  }

  void finish_unit() {
    if (unit_.tokens.empty()) return;
    recogniser_.find_atoms(unit_);
    add_dates();
    hide_covered(unit_);
    mark_negated(unit_);
    units_.push_back(unit_);  // a copy is as large as it must be; the next unit reuses the buffers
  }

  /// A date counts as its concept, where the lexicon has one.
  void add_dates() {
    const std::uint32_t atom = table_.header().date_atom;
    if (atom == none || notice_.dates.empty()) return;
    const Range at{unit_.tokens.front().at.begin, unit_.tokens.back().at.end};
    auto date = std::lower_bound(
        notice_.dates.begin(), notice_.dates.end(), at.begin,
        [](const DateMention& mention, std::uint32_t begin) { return mention.at.begin < begin; });
    for (; date != notice_.dates.end() && date->at.end <= at.end; ++date) {
      insert_mention(unit_, date->at, atom, table_.atoms()[atom].role);
    }
  }

  const Notice& notice_;
  const TableView& table_;
  const ScanOptions& options_;
  Recogniser recogniser_;
  Words words_;
  std::uint32_t value_ = 0;  ///< the word that stands for values in rules, if they use it
  ClauseScan unit_;
  std::vector<ClauseScan> units_;
  std::uint16_t chunk_ = 0;
  bool chunk_break_ = false;
  bool modal_ = false;
};

}  // namespace

void insert_mention(ClauseScan& unit, Range at, std::uint32_t atom, Role role) {
  const auto first = std::find_if(unit.tokens.begin(), unit.tokens.end(),
                                  [&](const Token& token) { return token.at.begin >= at.begin; });
  const auto last = std::find_if(first, unit.tokens.end(),
                                 [&](const Token& token) { return token.at.end > at.end; });
  if (first == last) return;
  Occurrence mention;
  mention.atom = atom;
  mention.begin = static_cast<std::uint32_t>(first - unit.tokens.begin());
  mention.end = static_cast<std::uint32_t>(last - unit.tokens.begin());
  mention.kind = AtomKind::meaning;
  mention.role = role;
  const auto place = std::find_if(unit.found.begin(), unit.found.end(), [&](const Occurrence& o) {
    return o.begin > mention.begin || (o.begin == mention.begin && o.end < mention.end);
  });
  unit.found.insert(place, mention);
}

void recognise(ClauseScan& unit, const TableView& table) {
  unit.found.clear();
  Recogniser(table).find_atoms(unit);
  hide_covered(unit);
  mark_negated(unit);
}

bool ClauseScan::has(Role role) const {
  return std::any_of(found.begin(), found.end(), [&](const Occurrence& other) {
    return other.role == role && !other.hidden && !other.negated;
  });
}

std::vector<ClauseScan> scan_notice(const Notice& notice, const TableView& table,
                                    const ScanOptions& options) {
  return Scanner(notice, table, options).run();
}

}  // namespace portfix
