#include "match/order_facts.hpp"

#include <algorithm>
#include <cctype>

#include "match/field_names.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestValue = 64;  // of an order id or a status

class OrderReader {
 public:
  OrderReader(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
              std::uint32_t provider)
      : notice_(notice), units_(units), table_(table), provider_(provider) {}

  OrderFacts run() {
    facts_.order_id = field_value("order_id");
    facts_.status = field_value("status");
    if (facts_.order_id.empty()) facts_.order_id = order_id_in_text();
    if (facts_.order_id.empty() && provider_ != none) find_prefixed_order_id();
    take_date("foc_date", "foc");
    take_date("due_date", "due");
    return std::move(facts_);
  }

 private:
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

  /// The value of the field that the provider's file names first; the general file comes after.
  [[nodiscard]] std::string field_value(std::string_view fact) const {
    std::uint32_t best = none;
    std::string_view value;
    for (const ClauseScan& unit : units_) {
      const Clause& clause = notice_.clauses[unit.clause];
      if (clause.kind == ClauseKind::quoted || (clause.path.empty() && clause.label.empty()))
        continue;
      const auto text = notice_.at(clause.text);
      if (text.empty() || text.size() > kLongestValue) continue;
      const std::uint32_t rank = field_rank(notice_, unit, table_, provider_, fact);
      if (rank >= best) continue;
      best = rank;
      value = text;
    }
    return std::string(value);
  }

  /// "… your order 12345 …", "PON ABC-1": the token behind the field's words, if it has a digit.
  [[nodiscard]] std::string order_id_in_text() const {
    if (notice_.shape == Shape::json || notice_.shape == Shape::xml) return {};
    std::uint32_t best = none;
    std::string value;
    for (const ClauseScan& unit : units_) {
      if (notice_.clauses[unit.clause].kind == ClauseKind::quoted) continue;
      for (const Occurrence& found : unit.found) {
        const std::uint32_t rank = name_rank(table_, found, provider_, "order_id");
        if (rank >= best) continue;
        std::string token = token_behind(unit.tokens[found.end - 1].at.end);
        if (token.empty()) continue;
        best = rank;
        value = std::move(token);
      }
    }
    return value;
  }

  [[nodiscard]] std::string token_behind(std::uint32_t at) const {
    const std::string_view text = notice_.text;
    const std::uint32_t gap = at;
    while (at < text.size() && at - gap < 4 &&
           std::string_view(" :#=").find(text[at]) != text.npos) {
      ++at;
    }
    if (at == gap) return {};
    std::size_t end = at;
    bool digit = false;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
                                 text[end] == '-' || text[end] == '_')) {
      digit = digit || std::isdigit(static_cast<unsigned char>(text[end])) != 0;
      ++end;
    }
    while (end > at && text[end - 1] == '-') --end;
    const bool fits = digit && end - at >= 3 && end - at <= kLongestValue;
    return fits ? std::string(text.substr(at, end - at)) : std::string{};
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
  OrderFacts facts_;
};

}  // namespace

OrderFacts find_order_facts(const Notice& notice, const std::vector<ClauseScan>& units,
                            const TableView& table, std::uint32_t provider) {
  return OrderReader(notice, units, table, provider).run();
}

}  // namespace portfix
