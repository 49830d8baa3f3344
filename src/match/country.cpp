#include "match/country.hpp"

#include <algorithm>
#include <set>
#include <string_view>

#include "notice/phone_forms.hpp"
#include "notice/phone_plans.hpp"
#include "portfix/phone_number.hpp"

namespace portfix {
namespace {

struct Score {
  std::string_view country;
  int points = 0;
};

class CountryFinder {
 public:
  CountryFinder(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
                std::uint32_t carrier)
      : notice_(notice), units_(units), table_(table), carrier_(carrier) {}

  std::string run() {
    const std::string_view of_numbers = judge_numbers();
    if (sure_ || (several_ && carrier_ == none)) return std::string(of_numbers);
    if (doubtful_ != nullptr && !may_be_elsewhere()) return std::string(of_numbers);
    count_words();
    if (carrier_ != none) add(table_.text(table_.carriers()[carrier_].country), kCarrier);
    count_signs();
    count_forms();
    if (doubtful_ != nullptr) {
      std::erase_if(scores_, [&](const Score& score) {
        return score.points <= kDoubtful || !is_read_in(score.country);
      });
    }
    const auto best =
        std::max_element(scores_.begin(), scores_.end(),
                         [](const Score& a, const Score& b) { return a.points < b.points; });
    return std::string(best == scores_.end() || best->points == 0 ? of_numbers : best->country);
  }

 private:
  static constexpr int kCarrier = 2;
  static constexpr int kForm = 2;
  static constexpr int kDoubtful = 2;  // what stands against it must be more

  /// The country that the numbers name, if they agree.
  std::string_view judge_numbers() {
    std::string_view all;
    std::string_view sure;
    bool sure_several = false;
    std::string_view country;
    for (const NumberMention& number : notice_.numbers) {
      constexpr std::size_t kArea = 5;  // with the plus sign; numbers of an order often share it
      const auto area = std::string_view(number.e164).substr(0, kArea);
      if (area != last_area_) country = country_of(number.e164);
      last_area_ = area;
      if (country.empty()) continue;
      several_ = several_ || (!all.empty() && all != country);
      all = country;
      if (number.e164.starts_with("+1") && !has_north_american_form(notice_.at(number.at))) {
        if (doubtful_ == nullptr) doubtful_ = &number;
        continue;
      }
      sure_several = sure_several || (!sure.empty() && sure != country);
      sure = country;
    }
    if (sure_several) return {};  // numbers of several countries: none decides
    sure_ = !sure.empty();
    if (sure_) return sure;
    return several_ ? std::string_view{} : all;
  }

  /// Ten digits without groups are most often North American; a plan of another country has to be
  /// able to read them.
  [[nodiscard]] bool may_be_elsewhere() const {
    const auto countries = table_.countries();
    return std::any_of(countries.begin(), countries.end(), [&](const CountryRow& country) {
      return is_read_in(table_.text(country.id));
    });
  }

  [[nodiscard]] bool is_read_in(std::string_view country) const {
    return !is_north_american(country) &&
           !find_phone_numbers(notice_.at(doubtful_->at), country).empty();
  }

  void add(std::string_view country, int points) {
    auto known = std::find_if(scores_.begin(), scores_.end(),
                              [&](const Score& score) { return score.country == country; });
    if (known == scores_.end()) known = scores_.insert(scores_.end(), {country, 0});
    known->points += points;
  }

  /// Distinct words count.
  void count_words() {
    std::set<std::uint32_t> seen;
    for (const ClauseScan& unit : units_) {
      for (const Occurrence& found : unit.found) {
        if (found.kind == AtomKind::carrier && carrier_ == none) {  // one of several of a name
          const auto& row = table_.carriers()[table_.atoms()[found.atom].ref];
          if (seen.insert(found.atom).second) add(table_.text(row.country), 1);
        }
        if (found.kind != AtomKind::country || !seen.insert(found.atom).second) continue;
        add(table_.text(table_.countries()[table_.atoms()[found.atom].ref].id), 1);
      }
    }
  }

  void count_signs() {
    const std::string_view text = notice_.text;
    if (text.find("\xC2\xA3") != text.npos) add("GB", 1);      // pound sign
    if (text.find("\xE2\x82\xB9") != text.npos) add("IN", 1);  // rupee sign
    if (text.find("(Pty) Ltd") != text.npos) add("ZA", 1);     // in Australia without brackets
    for (const std::string_view ending : {".co.uk", ".com.au", ".co.za", ".co.nz", ".co.in"}) {
      if (text.find(ending) != text.npos) {
        add(ending == ".co.uk"    ? "GB"
            : ending == ".com.au" ? "AU"
            : ending == ".co.za"  ? "ZA"
            : ending == ".co.nz"  ? "NZ"
                                  : "IN",
            1);
      }
    }
  }

  /// A form that several countries have only tells between those that something else speaks for.
  void count_forms() {
    for (const FormVotes& votes : vote_by_form(notice_.text)) {
      const bool known = std::any_of(scores_.begin(), scores_.end(), [&](const Score& score) {
        return score.country == votes.country;
      });
      if (votes.sure > 0) {
        add(votes.country, kForm);
      } else if (known) {
        add(votes.country, 1);
      }
    }
  }

  [[nodiscard]] std::string_view country_of(std::string_view e164) const {
    std::string_view best;
    std::size_t longest = 0;
    for (const CountryRow& country : table_.countries()) {
      const auto code = table_.text(country.calling_code);
      if (!e164.substr(1).starts_with(code)) continue;
      const auto areas = table_.list(country.area_codes);
      const auto national = e164.substr(1 + code.size());
      const bool own = std::any_of(areas.begin(), areas.end(), [&](TextRef area) {
        return national.starts_with(table_.text(area));
      });
      if (!areas.empty() && !own) continue;
      const std::size_t weight = code.size() * 2 + (own ? 1 : 0);
      if (weight > longest) {
        longest = weight;
        best = table_.text(country.id);
      }
    }
    if (!best.empty()) return best;
    const auto size = calling_code_size(e164.substr(1));
    const auto* const plan = size == 0 ? nullptr : find_plan_by_code(e164.substr(1, size));
    return plan == nullptr ? std::string_view{} : plan->country;
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const std::uint32_t carrier_;
  std::string_view last_area_;
  bool sure_ = false;
  bool several_ = false;
  const NumberMention* doubtful_ = nullptr;
  std::vector<Score> scores_;
};

}  // namespace

std::string find_country(const Notice& notice, const std::vector<ClauseScan>& units,
                         const TableView& table, std::uint32_t carrier) {
  return CountryFinder(notice, units, table, carrier).run();
}

}  // namespace portfix
