#include "match/order_facts.hpp"

#include <algorithm>
#include <cctype>

#include "match/field_names.hpp"
#include "match/mentions.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestValue = 64;  // of an order id or a status

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class OrderReader {
 public:
  OrderReader(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
              std::uint32_t provider)
      : notice_(notice), units_(units), table_(table), provider_(provider), mentions_(notice) {}

  OrderFacts run() {
    find_order_id();
    facts_.status = field_value("status");
    take_date("foc_date", "foc");
    take_date("due_date", "due");
    return std::move(facts_);
  }

 private:
  /// Other texts have orders, requests and ports of their own.
  void find_order_id() {
    const bool porting = any(Role::porting);
    const bool foreign = !porting && any(Role::foreign);
    if (!foreign) facts_.order_id = order_id_in_fields();
    if (facts_.order_id.empty() && provider_ != none) find_prefixed_order_id();
    if (facts_.order_id.empty() && (porting || (!foreign && !notice_.numbers.empty()))) {
      facts_.order_id = order_id_in_text();
    }
  }

  void find_prefixed_order_id() {
    const std::string_view text = notice_.text;
    for (const TextRef ref : table_.list(table_.providers()[provider_].order_id_prefixes)) {
      const auto prefix = table_.text(ref);
      for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix, at + 1)) {
        auto end = at + prefix.size();
        while (end < text.size() && std::isxdigit(static_cast<unsigned char>(text[end])) != 0)
          ++end;
        if (end - at < prefix.size() + 8) continue;
        facts_.order_id = text.substr(at, end - at);
        return;
      }
    }
  }

  /// Calls `take` with the rank of each field that the provider's file, or else the general one,
  /// names for the fact; the file's first name has the lowest rank.
  template <class Take>
  void each_field(std::string_view fact, Take take) const {
    for (const ClauseScan& unit : units_) {
      const Clause& clause = notice_.clauses[unit.clause];
      if (clause.kind == ClauseKind::quoted || (clause.path.empty() && clause.label.empty()))
        continue;
      if (clause.text.empty() || clause.text.size() > kLongestValue) continue;
      const std::uint32_t rank = field_rank(notice_, unit, table_, provider_, fact);
      if (rank != none) take(rank, clause);
    }
  }

  [[nodiscard]] std::string field_value(std::string_view fact) const {
    std::uint32_t best = none;
    std::string_view value;
    each_field(fact, [&](std::uint32_t rank, const Clause& clause) {
      if (rank >= best) return;
      best = rank;
      value = notice_.at(clause.text);
    });
    return std::string(value);
  }

  /// A column that differs from row to row tells nothing of the order.
  [[nodiscard]] std::string order_id_in_fields() const {
    std::uint32_t best = none;
    const Clause* value = nullptr;
    bool several = false;
    each_field("order_id", [&](std::uint32_t rank, const Clause& clause) {
      if (rank > best || !can_be_id(clause.text)) return;
      if (rank < best) {
        best = rank;
        value = &clause;
        several = false;
      } else if (clause.path.empty() && clause.label == value->label) {
        several = several || notice_.at(clause.text) != notice_.at(value->text);
      }
    });
    return several || value == nullptr ? std::string{} : std::string(notice_.at(value->text));
  }

  [[nodiscard]] bool any(Role role) const {
    return std::any_of(units_.begin(), units_.end(),
                       [&](const ClauseScan& unit) { return unit.has(role); });
  }

  /// "… your order 12345 …", "PON ABC-1": what stands behind the words that announce an id. History
  /// is asked last: it belongs to the same order as what is new.
  [[nodiscard]] std::string order_id_in_text() const {
    if (notice_.shape == Shape::json || notice_.shape == Shape::xml) return {};
    std::uint32_t best = none;
    std::string value;
    for (const bool history : {false, true}) {
      if (!value.empty()) break;
      for (const ClauseScan& unit : units_) {
        const ClauseKind kind = notice_.clauses[unit.clause].kind;
        if (kind == ClauseKind::header || (kind == ClauseKind::quoted) != history) continue;
        for (const Occurrence& found : unit.found) {
          const std::uint32_t rank = announces_id(unit, found);
          if (rank >= best) continue;
          const Range token = token_behind(unit.tokens[found.end - 1].at.end);
          if (token.empty()) continue;
          best = rank;
          value = notice_.at(token);
        }
      }
    }
    return value;
  }

  /// How surely an order's id follows these words; `none` if another thing's does, as in "account
  /// request 551" and "ticket ref 8812".
  [[nodiscard]] std::uint32_t announces_id(const ClauseScan& unit, const Occurrence& found) const {
    const std::uint32_t rank = name_rank(table_, found, provider_, "order_words");
    if (rank == none) return none;
    const auto is_other = [&](const Occurrence& other) {
      const bool covers = other.begin <= found.begin && found.end <= other.end &&
                          other.end - other.begin > found.end - found.begin;
      return (covers || other.end == found.begin) &&
             name_rank(table_, other, provider_, "other_words") != none;
    };
    return std::any_of(unit.found.begin(), unit.found.end(), is_other) ? none : rank;
  }

  /// What can be an id: it has a digit, and is neither a telephone number nor a date.
  [[nodiscard]] bool can_be_id(Range range) const {
    const auto value = notice_.at(range);
    return std::any_of(value.begin(), value.end(), is_digit) && !mentions_.overlap(range);
  }

  /// The next word, if it can be an id. A long row of digits is a telephone number that nothing
  /// tells the country of, or an account number.
  [[nodiscard]] Range token_behind(std::uint32_t at) const {
    constexpr std::uint32_t kWidestGap = 4;
    constexpr std::uint32_t kShortest = 3;
    constexpr std::uint32_t kMostDigits = 9;
    const std::string_view text = notice_.text;
    const std::uint32_t gap = at;
    while (at < text.size() && at - gap < kWidestGap &&
           std::string_view(" :#=.(").find(text[at]) != text.npos) {
      ++at;
    }
    std::uint32_t end = at;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
                                 text[end] == '-' || text[end] == '_')) {
      ++end;
    }
    while (end > at && text[end - 1] == '-') --end;
    const Range token{at, end};
    const bool bare =
        std::all_of(text.begin() + at, text.begin() + end, is_digit) && token.size() > kMostDigits;
    const bool fits = at > gap && token.size() >= kShortest && token.size() <= kLongestValue;
    return fits && !bare && can_be_id(token) ? token : Range{};
  }

  /// A date in a field of that name, or right behind its words in a sentence.
  void take_date(std::string_view fact, std::string name) {
    constexpr std::uint32_t nearby = 40;  // bytes
    for (const ClauseScan& unit : units_) {
      const Range range = notice_.clauses[unit.clause].text;
      auto next = std::lower_bound(
          notice_.dates.begin(), notice_.dates.end(), range.begin,
          [](const DateMention& date, std::uint32_t begin) { return date.at.begin < begin; });
      for (; next != notice_.dates.end() && next->at.end <= range.end; ++next) {
        const DateMention& date = *next;
        const bool named =
            is_field(notice_, unit, table_, provider_, fact) ||
            std::any_of(unit.found.begin(), unit.found.end(), [&](const Occurrence& found) {
              const std::uint32_t end = unit.tokens[found.end - 1].at.end;
              return end <= date.at.begin && date.at.begin - end <= nearby &&
                     name_rank(table_, found, provider_, fact) != none;
            });
        if (!named) continue;
        facts_.dates.push_back({std::move(name), date.iso});
        return;
      }
    }
  }
  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const std::uint32_t provider_;
  const Mentions mentions_;
  OrderFacts facts_;
};

}  // namespace

OrderFacts find_order_facts(const Notice& notice, const std::vector<ClauseScan>& units,
                            const TableView& table, std::uint32_t provider) {
  return OrderReader(notice, units, table, provider).run();
}

}  // namespace portfix
