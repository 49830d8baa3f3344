#include "match/order_facts.hpp"

#include <algorithm>

#include "match/field_names.hpp"
#include "match/order_id.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestValue = 64;  // of a status

class OrderReader {
 public:
  OrderReader(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
              std::uint32_t provider)
      : notice_(notice), units_(units), table_(table), provider_(provider) {}

  OrderFacts run() {
    facts_.order_id = find_order_id(notice_, units_, table_, provider_);
    facts_.status = field_value("status");
    take_date("foc_date", "foc");
    take_date("due_date", "due");
    return std::move(facts_);
  }

 private:
  [[nodiscard]] std::string field_value(std::string_view fact) const {
    std::uint32_t best = none;
    std::string_view value;
    const OrderFields fields{notice_, units_, table_, provider_};
    fields.each(fact, kLongestValue, [&](std::uint32_t rank, const Clause& clause) {
      if (rank >= best) return;
      best = rank;
      value = notice_.at(clause.text);
    });
    return std::string(value);
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
