#include <algorithm>

#include "match/demands.hpp"
#include "match/second_look.hpp"
#include "match/weigh.hpp"

namespace portfix {
namespace {

constexpr double kAsserted = 0.9;
constexpr double kAdvised = 0.5;
constexpr double kMisspelt = 0.15;  // less sure where a word was read in spite of an error

class PatternReader {
 public:
  PatternReader(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table)
      : notice_(notice), units_(units), table_(table), matcher_(table) {}

  PatternReading run() {
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const ClauseScan& unit = units_[i];
      const ClauseKind kind = notice_.clauses[unit.clause].kind;
      const bool history = kind == ClauseKind::quoted || kind == ClauseKind::signature;
      if (unit.has(Role::porting)) ++out_.porting;
      if (!history && !unit.fuzzy && unit.has(Role::foreign)) ++out_.foreign;
      out_.rejection = out_.rejection || (!history && unit.has(Role::rejection));
      if (!history && states_refusal(unit)) out_.refused = out_.refused_last = true;
      const bool words = kind != ClauseKind::signature && kind != ClauseKind::header;
      if (words) look_at(i, history);
    }
    return std::move(out_);
  }

 private:
  void look_at(std::size_t index, bool history) {
    const ClauseScan& unit = units_[index];
    Reading reading = read_unit(unit);
    if (take_demand(unit, reading.matches, history)) return;
    if (reading.any) return take(unit, reading.matches, history);
    for (const ClauseScan& look : second_looks(notice_, units_, index, table_)) {
      reading = read_unit(look);
      if (reading.any) return take(look, reading.matches, history);
    }
  }

  /// The patterns that match in a unit.
  struct Reading {
    bool any = false;                   ///< some did, silenced or not
    std::vector<PatternMatch> matches;  ///< without those that others silence or outdo
  };

  Reading read_unit(const ClauseScan& unit) {
    Reading reading;
    reading.matches = matcher_.match(unit);
    reading.any = !reading.matches.empty();
    drop_denied(unit, reading.matches);
    drop_silenced(reading.matches);
    drop_general(reading.matches);
    return reading;
  }

  /// Takes what the refusal waits for, the likeliest reading of it, if the unit says no more.
  bool take_demand(const ClauseScan& unit, std::vector<PatternMatch> own, bool history) {
    const std::vector<Demand> demands = demands_of(unit, table_);
    if (demands.empty()) return false;
    drop_refusal(unit, own);
    if (speaks(unit, own, Voice::asserts)) return false;
    for (const Voice least : {Voice::asserts, Voice::hints}) {
      for (const Demand& demand : demands) {
        const Reading wanting = read_demand(demand);
        if (!speaks(demand.unit, wanting.matches, least)) continue;
        take(demand.unit, wanting.matches, history);
        return true;
      }
    }
    return false;
  }

  /// "cannot be ported" is no reason of its own where "until" names one.
  static void drop_refusal(const ClauseScan& unit, std::vector<PatternMatch>& matches) {
    std::erase_if(matches, [&](const PatternMatch& match) {
      return std::any_of(match.tokens.begin(), match.tokens.end(), [&](std::uint32_t token) {
        return (unit.tokens[token].flags & word_flag::negator) != 0;
      });
    });
  }

  /// Only what stands beside the negation is denied: in "until the order completes or is
  /// cancelled", nobody has cancelled.
  Reading read_demand(const Demand& demand) {
    Reading reading = read_unit(demand.unit);
    const std::vector<Token>& tokens = demand.unit.tokens;
    std::erase_if(reading.matches, [&](const PatternMatch& match) {
      return std::none_of(match.tokens.begin(), match.tokens.end(), [&](std::uint32_t token) {
        return tokens[token].chunk == tokens[demand.negation].chunk;
      });
    });
    return reading;
  }

  /// One of the matches gives a reason, at least that loud.
  [[nodiscard]] bool speaks(const ClauseScan& unit, const std::vector<PatternMatch>& matches,
                            Voice least) const {
    return std::any_of(matches.begin(), matches.end(), [&](const PatternMatch& match) {
      const PatternRow& row = table_.patterns()[match.pattern];
      const bool reason = row.use == PatternUse::assertion || row.use == PatternUse::hint;
      return reason && voice(unit, match, row, false) >= least;
    });
  }

  void take(const ClauseScan& unit, const std::vector<PatternMatch>& matches, bool history) {
    const auto first = static_cast<std::ptrdiff_t>(out_.candidates.size());
    bool asserts = false;
    bool supposes = false;
    std::vector<std::size_t> hinted;
    for (const PatternMatch& match : matches) {
      const PatternRow& row = table_.patterns()[match.pattern];
      if (row.use == PatternUse::benign) continue;
      out_.candidates.push_back(candidate(unit, match, row, history));
      const Voice voice = out_.candidates.back().voice;
      asserts = asserts || voice == Voice::asserts;
      if (row.use == PatternUse::assertion) supposes = supposes || voice == Voice::supposes;
      if (row.use == PatternUse::hint && voice == Voice::supposes)
        hinted.push_back(out_.candidates.size() - 1);
    }
    if (supposes) {  // of what is supposed, too, hints count only where nothing stronger is found
      for (const std::size_t hint : hinted) out_.candidates[hint].voice = Voice::silent;
    }
    if (history || asserts) return;  // a unit that gives a reason does not say that all is well
    for (const PatternMatch& match : matches) {
      const PatternRow& row = table_.patterns()[match.pattern];
      if (row.use != PatternUse::benign || before(unit, Role::condition, match)) continue;
      const Standing standing = table_.benign()[row.ref].standing;
      const bool good = standing == Standing::settled || standing == Standing::done;
      if (good && is_refused_behind(unit, match)) continue;
      take_benign(row.ref, unit, may_come(unit, match));
      std::for_each(out_.candidates.begin() + first, out_.candidates.end(),
                    [](Candidate& weak) { weak.voice = Voice::silent; });
    }
  }

  /// "accepted by us, denied by the losing carrier"
  [[nodiscard]] bool is_refused_behind(const ClauseScan& unit, const PatternMatch& match) const {
    if (!states_refusal(unit)) return false;
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
      return found.role == Role::rejection && !found.hidden && !found.negated &&
             found.begin > match.tokens.back() &&
             unit.tokens[found.begin].chunk > unit.tokens[match.tokens.back()].chunk;
    });
  }

  /// "will be confirmed"
  static bool may_come(const ClauseScan& unit, const PatternMatch& match) {
    return std::any_of(match.tokens.begin(), match.tokens.end(),
                       [&](std::uint32_t token) { return unit.tokens[token].modal; });
  }

  void take_benign(std::uint32_t kind, const ClauseScan& unit, bool not_yet) {
    if (out_.benign == none) out_.benign = kind;
    if (not_yet) return;
    switch (table_.benign()[kind].standing) {
      case Standing::done:
        out_.done = true;
        [[fallthrough]];
      case Standing::settled:
        if (out_.settled == none) out_.settled = kind;
        out_.settled_at = unit.clause;
        out_.settled_clauses.insert(unit.clause);
        out_.refused_last = false;
        break;
      case Standing::general:
        if (out_.general == none) {
          out_.general = kind;
          out_.general_at = unit.clause;
        }
        out_.general_title = out_.general_title || is_title(unit.clause);
        break;
      case Standing::document:
        if (out_.document == none) out_.document = kind;
        break;
      case Standing::open:
      case Standing::foreign:
        break;
    }
  }

  [[nodiscard]] bool is_title(std::uint32_t clause) const {
    const ClauseKind kind = notice_.clauses[clause].kind;
    return clause == 0 || kind == ClauseKind::subject ||
           (clause == 1 && kind == ClauseKind::heading);
  }

  /// A request was turned down: stated, neither supposed ("if it is rejected", "may be rejected")
  /// nor history.
  [[nodiscard]] bool states_refusal(const ClauseScan& unit) const {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& refusal) {
      if (refusal.role != Role::rejection || refusal.hidden || refusal.negated) return false;
      if (supposed(unit, refusal)) return false;
      return std::none_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
        const bool undone = other.role == Role::condition || other.role == Role::past;
        return undone && !other.hidden && !other.negated && other.begin < refusal.begin;
      });
    });
  }

  /// "will be rejected", but not "will not accept"; "may cause them to reject it", "… the request
  /// to be rejected".
  [[nodiscard]] bool supposed(const ClauseScan& unit, const Occurrence& refusal) const {
    constexpr std::uint32_t kReach = 8;  // tokens
    const auto may = [](const Token& token) {
      return token.modal && (token.flags & word_flag::negator) == 0;
    };
    const Token& first = unit.tokens[refusal.begin];
    if (may(first)) return true;
    const bool stated = notice_.at(first.at).ends_with("ed") &&
                        !notice_.at({0, first.at.begin}).ends_with("to be ");
    if (refusal.begin == 0 || stated) return false;
    const auto begin = unit.tokens.begin() + std::max(refusal.begin, kReach) - kReach;
    return std::any_of(begin, unit.tokens.begin() + refusal.begin, may);
  }

  /// Every refusal that the unit speaks of may come or not.
  [[nodiscard]] bool only_supposes(const ClauseScan& unit) const {
    bool any = false;
    for (const Occurrence& found : unit.found) {
      if (found.role != Role::rejection || found.negated) continue;
      if (found.hidden) {
        any = any || part_of_condition(unit, found);
      } else if (supposed(unit, found)) {
        any = true;
      } else {
        return false;
      }
    }
    return any;
  }

  /// "to reject", "lead to rejections"
  static bool part_of_condition(const ClauseScan& unit, const Occurrence& refusal) {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& other) {
      return other.role == Role::condition && !other.hidden && other.begin <= refusal.begin &&
             refusal.end <= other.end;
    });
  }

  /// "no ZIP mismatch": what is denied is the state behind the subject, which is not lacking.
  static void drop_denied(const ClauseScan& unit, std::vector<PatternMatch>& matches) {
    std::erase_if(matches, [&](const PatternMatch& match) {
      const auto negates = [&](std::uint32_t token) {
        return (unit.tokens[token].flags & word_flag::negator) != 0;
      };
      if (!negates(match.tokens.front())) return false;
      return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& state) {
        return state.role == Role::predicate && state.negated && !state.hidden &&
               state.begin == match.tokens.back() + 1 && !negates(state.begin) &&
               unit.tokens[state.begin].chunk == unit.tokens[match.tokens.back()].chunk;
      });
    });
  }

  /// `unless`: the rule is silent in this unit.
  void drop_silenced(std::vector<PatternMatch>& matches) const {
    std::vector<std::uint32_t> silent;
    for (const PatternMatch& match : matches) {
      const PatternRow& row = table_.patterns()[match.pattern];
      if (row.use == PatternUse::unless) silent.push_back(row.ref);
    }
    std::erase_if(matches, [&](const PatternMatch& match) {
      const PatternRow& row = table_.patterns()[match.pattern];
      if (row.use == PatternUse::benign) return false;
      return row.use == PatternUse::unless || std::count(silent.begin(), silent.end(), row.ref) > 0;
    });
  }

  /// A match whose words are only a part of another reason's says less than that one.
  void drop_general(std::vector<PatternMatch>& matches) const {
    const auto all = matches;
    std::erase_if(matches, [&](const PatternMatch& small) {
      const PatternRow& row = table_.patterns()[small.pattern];
      return std::any_of(all.begin(), all.end(), [&](const PatternMatch& big) {
        const PatternRow& other = table_.patterns()[big.pattern];
        const bool rival =
            other.use != row.use ? other.use == PatternUse::assertion : other.ref != row.ref;
        return rival && big.tokens.size() > small.tokens.size() &&
               std::includes(big.tokens.begin(), big.tokens.end(), small.tokens.begin(),
                             small.tokens.end());
      });
    });
  }

  Candidate candidate(const ClauseScan& unit, const PatternMatch& match, const PatternRow& row,
                      bool history) const {
    Candidate out;
    out.reason = row.ref;
    const auto own = std::find_if(match.tokens.begin(), match.tokens.end(),
                                  [&](std::uint32_t token) { return token >= unit.borrowed; });
    out.first = unit.tokens[own == match.tokens.end() ? match.tokens.front() : *own].at.begin;
    out.last = unit.tokens[match.tokens.back()].at.end;
    out.voice = voice(unit, match, row, history);
    out.confidence = out.voice == Voice::asserts   ? kAsserted
                     : out.voice == Voice::hints   ? kHinted
                     : out.voice == Voice::advises ? kAdvised
                                                   : 0.3;
    out.turns = unit.turns;
    if (unit.fuzzy) out.confidence -= kMisspelt;
    out.evidence.kind = Evidence::Kind::pattern;
    out.evidence.rule = table_.text(row.text);
    out.evidence.at = {out.first, out.last};
    out.evidence.clause = unit.clause;
    return out;
  }

  [[nodiscard]] Voice voice(const ClauseScan& unit, const PatternMatch& match,
                            const PatternRow& row, bool history) const {
    if (history || before(unit, Role::past, match) || ends_in_past(unit)) return Voice::silent;
    if (unit.has(Role::success) && !unit.has(Role::rejection)) return Voice::silent;
    if (unit.own && asks(unit) && !unit.has(Role::rejection)) return Voice::silent;  // "can I …?"
    if (before(unit, Role::condition, match) || only_supposes(unit)) return Voice::supposes;
    if (before(unit, Role::advice, match) || asks(unit)) return Voice::advises;
    return row.use == PatternUse::hint ? Voice::hints : Voice::asserts;
  }

  /// "… was rejected for the address last time"
  [[nodiscard]] static bool ends_in_past(const ClauseScan& unit) {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
      if (found.role != Role::past || found.hidden || found.negated) return false;
      return found.end == unit.tokens.size() ||
             unit.tokens[found.end].chunk > unit.tokens[found.begin].chunk;
    });
  }

  /// A question.
  [[nodiscard]] bool asks(const ClauseScan& unit) const {
    return notice_.at(notice_.clauses[unit.clause].text).ends_with('?');
  }

  /// True if a word of that role stands before the match, outside of it: what follows "please" or
  /// "if" is not stated.
  static bool before(const ClauseScan& unit, Role role, const PatternMatch& match) {
    return std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
      if (found.role != role || found.hidden || found.negated) return false;
      if (found.begin >= match.tokens.back()) return false;
      return std::none_of(match.tokens.begin(), match.tokens.end(), [&](std::uint32_t token) {
        return found.begin <= token && token < found.end;
      });
    });
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  PatternMatcher matcher_;
  PatternReading out_;
};

}  // namespace

PatternReading read_patterns(const Notice& notice, const std::vector<ClauseScan>& units,
                             const TableView& table) {
  return PatternReader(notice, units, table).run();
}

}  // namespace portfix
