#include "match/order_id.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "match/field_names.hpp"
#include "match/id_text.hpp"
#include "match/mentions.hpp"
#include "match/secret_values.hpp"

namespace portfix {
namespace {

constexpr std::size_t kLongestValue = 120;  // of a field that holds an id

class OrderIdFinder {
 public:
  OrderIdFinder(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
                std::uint32_t provider)
      : notice_(notice), units_(units), table_(table), provider_(provider), mentions_(notice) {}

  /// Other texts have orders, requests and ports of their own.
  [[nodiscard]] std::string run() const {
    const bool porting = any(Role::porting);
    if (!porting && any(Role::foreign)) return prefixed();
    const bool in_words = porting || !notice_.numbers.empty();
    const bool about_numbers = in_words || names_carrier();
    const bool document = notice_.shape == Shape::json || notice_.shape == Shape::xml;
    std::string id = in_fields("order_id");
    if (id.empty()) id = prefixed();
    if (id.empty() && in_words && !document) id = in_text("order_words");
    if (id.empty() && about_numbers) id = in_title();
    if (id.empty() && in_words) id = in_fields("case");
    if (id.empty() && in_words && !document) id = in_text("case_words");
    return id;
  }

 private:
  [[nodiscard]] bool any(Role role) const {
    return std::any_of(units_.begin(), units_.end(),
                       [&](const ClauseScan& unit) { return unit.has(role); });
  }

  [[nodiscard]] bool names_carrier() const {
    return std::any_of(units_.begin(), units_.end(), [](const ClauseScan& unit) {
      return std::any_of(unit.found.begin(), unit.found.end(),
                         [](const Occurrence& found) { return found.kind == AtomKind::carrier; });
    });
  }

  /// "KW" and many hexadecimal digits, as the provider's file says.
  [[nodiscard]] std::string prefixed() const {
    if (provider_ == none) return {};
    const std::string_view text = notice_.text;
    for (const TextRef ref : table_.list(table_.providers()[provider_].order_id_prefixes)) {
      const auto prefix = table_.text(ref);
      for (auto at = text.find(prefix); at != text.npos; at = text.find(prefix, at + 1)) {
        auto end = at + prefix.size();
        while (end < text.size() && std::isxdigit(static_cast<unsigned char>(text[end])) != 0)
          ++end;
        if (end - at < prefix.size() + 8) continue;
        return std::string(text.substr(at, end - at));
      }
    }
    return {};
  }

  /// The value of the field with the best name. A column that differs from row to row tells nothing
  /// of the order.
  [[nodiscard]] std::string in_fields(std::string_view fact) const {
    std::uint32_t best = none;
    Range value;
    Range label;
    bool several = false;
    const OrderFields fields{notice_, units_, table_, provider_};
    fields.each(fact, kLongestValue, [&](std::uint32_t rank, const Clause& clause) {
      if (rank > best) return;
      const Range id = id_in_value(notice_.text, clause.text);
      if (!can_be_id(id)) return;
      if (rank < best) {
        best = rank;
        value = id;
        label = clause.label;
        several = false;
      } else if (clause.path.empty() && clause.label == label) {
        several = several || notice_.at(id) != notice_.at(value);
      }
    });
    return several || best == none ? std::string{} : written_plainly(notice_.at(value));
  }

  /// "… your order 12345 …", "PON ABC-1": what stands behind the words that announce an id. History
  /// is asked last: it belongs to the same order as what is new.
  [[nodiscard]] std::string in_text(std::string_view fact) const {
    for (const bool history : {false, true}) {
      std::uint32_t best = none;
      Range value;
      for (const ClauseScan& unit : units_) {
        const ClauseKind kind = notice_.clauses[unit.clause].kind;
        if (kind == ClauseKind::header || (kind == ClauseKind::quoted) != history) continue;
        if (kind == ClauseKind::signature && fact == "case_words") continue;
        for (const Occurrence& found : unit.found) {
          if (found.kind != AtomKind::field) continue;
          const Range words{unit.tokens[found.begin].at.begin, unit.tokens[found.end - 1].at.end};
          const std::uint32_t rank = announces_id(unit, found, fact);
          if (rank >= best) continue;
          const Range id = id_behind(notice_.text, words);
          if (id.empty() || !can_be_id(id)) continue;
          best = rank;
          value = id;
        }
      }
      if (best == none) continue;
      if (is_one_of_several(notice_.text, value)) return {};
      return written_plainly(notice_.at(value));
    }
    return {};
  }

  /// How surely an order's id follows these words; `none` if another thing's does, as in "account
  /// request 551".
  [[nodiscard]] std::uint32_t announces_id(const ClauseScan& unit, const Occurrence& found,
                                           std::string_view fact) const {
    const std::uint32_t rank = name_rank(table_, found, provider_, fact);
    if (rank == none) return none;
    const auto is_other = [&](const Occurrence& other) {
      if (other.kind != AtomKind::field) return false;
      const bool covers = other.begin <= found.begin && found.end <= other.end &&
                          other.end - other.begin > found.end - found.begin;
      const bool before = other.end == found.begin &&  // but "Dear customer, request 551"
                          unit.tokens[other.begin].chunk == unit.tokens[found.begin].chunk;
      return (covers || before) &&
             (name_rank(table_, other, provider_, "other_words") != none ||
              (fact == "order_words" && name_rank(table_, other, provider_, "case_words") != none));
    };
    return std::any_of(unit.found.begin(), unit.found.end(), is_other) ? none : rank;
  }

  /// A subject, a title or the first line may hold the id without a word for it: "[HV-20931]".
  [[nodiscard]] std::string in_title() const {
    std::size_t seen = 0;
    for (const ClauseKind kind : {ClauseKind::subject, ClauseKind::heading, ClauseKind::sentence}) {
      for (const Clause& clause : notice_.clauses) {
        if (!clause.path.empty()) continue;
        if (&clause == &notice_.clauses.front() && !clause.label.empty()) {  // "HV-20931: …"
          const Range id = id_by_shape(notice_.text, clause.label, IdPlace::title);
          if (id == clause.label) return written_plainly(notice_.at(id));
        }
        if (clause.kind != kind) continue;
        if (kind == ClauseKind::sentence && ++seen > 2) break;
        const IdPlace where = kind == ClauseKind::sentence ? IdPlace::set_apart : IdPlace::title;
        const Range id = id_by_shape(notice_.text, clause.text, where);
        const bool secret = !announced_kind(notice_.text, id, clause.text).empty();
        if (can_be_id(id) && !secret) return written_plainly(notice_.at(id));
      }
    }
    return {};
  }

  /// It has a digit, and is more than a telephone number or a date.
  [[nodiscard]] bool can_be_id(Range range) const {
    const auto value = notice_.at(range);
    return std::any_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
           !mentions_.cover(range, notice_.text);
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const std::uint32_t provider_;
  const Mentions mentions_;
};

}  // namespace

std::string find_order_id(const Notice& notice, const std::vector<ClauseScan>& units,
                          const TableView& table, std::uint32_t provider) {
  return OrderIdFinder(notice, units, table, provider).run();
}

}  // namespace portfix
