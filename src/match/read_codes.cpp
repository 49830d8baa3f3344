#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "match/weigh.hpp"

namespace portfix {
namespace {

constexpr std::size_t kMostConflicts = 8;
constexpr double kOneOfSeveral = 0.6;  // what is left of the confidence in one row of several

double confidence_of(Verified verified, bool agreed, bool named) {
  switch (verified) {
    case Verified::yes:
      return agreed ? 0.99 : named ? 0.97 : 0.93;
    case Verified::inferred:
      return agreed ? 0.92 : 0.8;
    case Verified::memory:
      return agreed ? 0.85 : 0.65;
  }
  return 0.5;
}

class CodeReader {
 public:
  CodeReader(const Notice& notice, const std::vector<ClauseScan>& units, const TableView& table,
             const std::vector<Candidate>& by_text, Findings& findings)
      : notice_(notice), units_(units), table_(table), by_text_(by_text), findings_(findings) {
    for (std::uint32_t i = 0; i < by_text.size(); ++i) {
      const std::uint32_t clause = by_text[i].evidence.clause;
      by_clause_[clause].push_back(i);
      if (has_siblings(notice.clauses[clause])) {
        by_object_[notice.clauses[clause].group].push_back(i);
      }
    }
  }

  void read(const CodeHit& hit) {
    const CodeRow& row = table_.codes()[hit.code];
    if (hit.by_label && !hit.named && part_of_longer_text(hit, row)) return;
    if (row.status == CodeStatus::not_a_rejection || row.status == CodeStatus::api_error) {
      if (findings_.benign_code == none) findings_.benign_code = hit.code;
      return;
    }
    if (row.status == CodeStatus::catch_all) return;  // the text decides
    const bool again = hit.at.begin == last_.begin && hit.at.end == last_.end;
    if (!again) order_ = 0;
    if (hit.shared && again && !same_reasons(row, last_row_)) note_several(row);
    last_ = hit.at;
    last_row_ = &row;
    const auto reasons = table_.list(row.reasons);
    const std::vector<std::uint32_t> beside = reasons_beside(hit);
    std::vector<std::uint32_t> chosen;
    for (const std::uint32_t reason : beside) {  // in the order of the text
      if (std::count(reasons.begin(), reasons.end(), reason) > 0) chosen.push_back(reason);
    }
    if (!hit.by_label) {  // a code says itself in which order
      std::sort(chosen.begin(), chosen.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::find(reasons.begin(), reasons.end(), a) <
               std::find(reasons.begin(), reasons.end(), b);
      });
    }
    const bool agreed = !chosen.empty() || hit.label_beside();
    // A label of a table that nobody names is only a wording: the text tells the order.
    const bool wording = hit.by_label && !hit.named && !chosen.empty();
    const bool by_table = chosen.empty() || hit.label_beside();
    if (wording) {
      for (const std::uint32_t reason : reasons) {
        if (std::count(chosen.begin(), chosen.end(), reason) == 0) chosen.push_back(reason);
      }
    } else if (by_table) {
      chosen.assign(reasons.begin(), reasons.end());
      note_conflict(hit, row, beside);
    }
    const double confidence = confidence_of(verified(hit, row), agreed, hit.named);
    for (const std::uint32_t reason : chosen) {
      add(hit, row, reason, hit.shared ? confidence * kOneOfSeveral : confidence, order_++);
    }
  }

  /// The text beside the code gives a reason of its row.
  [[nodiscard]] bool is_told(const CodeHit& hit) const {
    const auto reasons = table_.list(table_.codes()[hit.code].reasons);
    const std::vector<std::uint32_t> beside = reasons_beside(hit);
    return std::any_of(beside.begin(), beside.end(), [&](std::uint32_t reason) {
      return std::count(reasons.begin(), reasons.end(), reason) > 0;
    });
  }

  /// Where nothing else is known, at least what such a code may be.
  void read(const HomelessCode& code) {
    if (findings_.conflicts.size() >= kMostConflicts) return;
    std::string tables;
    for (const std::uint32_t scheme : code.schemes) {
      tables += fmt::format("{}{}", tables.empty() ? "" : ", ",
                            table_.text(table_.schemes()[scheme].name));
    }
    findings_.conflicts.push_back(
        {fmt::format(
             "Code {} counts only where the notice tells whose it is; it is known from: {}. "
             "Say --provider or --country.",
             notice_.at(code.at), tables),
         code.at});
  }

  std::vector<Candidate> candidates;

 private:
  /// A label inside words that say more, and something else, is a coincidence, unless the notice
  /// names its table.
  [[nodiscard]] bool part_of_longer_text(const CodeHit& hit, const CodeRow& row) const {
    const auto found = by_clause_.find(hit.clause);
    if (found == by_clause_.end()) return false;
    const auto reasons = table_.list(row.reasons);
    return std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t i) {
      const Candidate& text = by_text_[i];
      return text.voice >= Voice::hints && text.first <= hit.at.begin && hit.at.end <= text.last &&
             text.last - text.first > hit.at.size() &&
             std::count(reasons.begin(), reasons.end(), text.reason) == 0;
    });
  }

  /// Reasons of the text in the clause of the code, or in its object. Words of the code itself
  /// ("ACCOUNT_NUMBER_MISMATCH") count only for an alias, whose name says less than its table.
  [[nodiscard]] std::vector<std::uint32_t> reasons_beside(const CodeHit& hit) const {
    std::vector<std::uint32_t> out;
    const Clause& own = notice_.clauses[hit.clause];
    const auto& near = has_siblings(own) ? by_object_ : by_clause_;
    const auto found = near.find(has_siblings(own) ? own.group : hit.clause);
    if (found == near.end()) return out;
    std::vector<std::uint32_t> near_by = found->second;
    std::stable_sort(near_by.begin(), near_by.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(by_text_[a].first, by_text_[a].last) <
             std::pair(by_text_[b].first, by_text_[b].last);
    });
    for (const std::uint32_t i : near_by) {
      const Candidate& text = by_text_[i];
      const bool inside = hit.at.begin < text.last && text.last <= hit.at.end;  // "error MAIN_BTN"
      const bool words_count = (hit.by_alias || hit.by_label) && !hit.named;
      if (text.voice < Voice::hints || (inside && !words_count)) continue;
      if (std::count(out.begin(), out.end(), text.reason) == 0) out.push_back(text.reason);
    }
    return out;
  }

  void note_conflict(const CodeHit& hit, const CodeRow& row,
                     const std::vector<std::uint32_t>& beside) {
    const auto reasons = table_.reasons();
    const auto told = std::find_if(beside.begin(), beside.end(), [&](std::uint32_t reason) {
      return !reasons[reason].last_resort;  // "rejected for another reason" contradicts nothing
    });
    if (told == beside.end() || hit.label_beside()) return;
    const std::uint32_t by_code = table_.list(row.reasons).front();
    if (findings_.conflicts.size() >= kMostConflicts) return;
    findings_.conflicts.push_back({fmt::format(
        "Code {} ({}) stands for \"{}\", but the text beside it says \"{}\". Check both with the "
        "provider.",
        table_.text(row.code), table_.text(table_.schemes()[row.scheme].name),
        table_.text(reasons[by_code].title), table_.text(reasons[*told].title))});
  }

  [[nodiscard]] bool same_reasons(const CodeRow& a, const CodeRow* b) const {
    if (b == nullptr) return false;
    const auto x = table_.list(a.reasons);
    const auto y = table_.list(b->reasons);
    return std::equal(x.begin(), x.end(), y.begin(), y.end());
  }

  void note_several(const CodeRow& row) {
    std::string text = fmt::format(
        "Code {} ({}) stands for several things, and nothing beside it tells which. Look for an "
        "inner code or the carrier's own words.",
        table_.text(row.code), table_.text(table_.schemes()[row.scheme].name));
    const bool said = std::any_of(findings_.conflicts.begin(), findings_.conflicts.end(),
                                  [&](const Conflict& conflict) { return conflict.text == text; });
    if (!said && findings_.conflicts.size() < kMostConflicts) {
      findings_.conflicts.push_back({std::move(text)});
    }
  }

  /// How sure it is that the code means this here: some tables hold for others only by inference.
  [[nodiscard]] Verified verified(const CodeHit& hit, const CodeRow& row) const {
    const Verified elsewhere = table_.schemes()[row.scheme].elsewhere;
    return hit.named ? row.verified : std::max(row.verified, elsewhere);
  }

  /// "The first request went back with 8A", "LNP101W has been cleared": told of the past.
  [[nodiscard]] bool is_over(const CodeHit& hit) const {
    if (notice_.clauses[hit.clause].kind != ClauseKind::sentence) return false;
    const auto first = std::lower_bound(
        units_.begin(), units_.end(), hit.clause,
        [](const ClauseScan& unit, std::uint32_t clause) { return unit.clause < clause; });
    for (auto unit = first; unit != units_.end() && unit->clause == hit.clause; ++unit) {
      if (unit->tokens.back().at.end <= hit.at.begin) continue;  // the part before "but"
      const bool past =
          std::any_of(unit->found.begin(), unit->found.end(), [&](const Occurrence& found) {
            return found.role == Role::past && !found.hidden &&
                   unit->tokens[found.end - 1].at.end <= hit.at.begin;
          });
      return past || (unit->has(Role::success) && !unit->has(Role::rejection));
    }
    return false;
  }

  void add(const CodeHit& hit, const CodeRow& row, std::uint32_t reason, double confidence,
           std::uint32_t order) {
    Candidate out;
    out.reason = reason;
    out.voice = is_over(hit) ? Voice::silent : Voice::names;
    out.confidence = confidence;
    out.first = hit.at.begin;
    out.last = hit.at.end;
    out.code = hit.code;
    out.order = order;
    out.named = hit.named;
    out.evidence.kind = Evidence::Kind::code;
    out.evidence.scheme = table_.text(table_.schemes()[row.scheme].id);
    out.evidence.code = table_.text(row.code);
    out.evidence.row = hit.code;
    out.evidence.verified = name_of(verified(hit, row));
    out.evidence.at = hit.at;
    out.evidence.clause = hit.clause;
    candidates.push_back(std::move(out));
  }

  const Notice& notice_;
  const std::vector<ClauseScan>& units_;
  const TableView& table_;
  const std::vector<Candidate>& by_text_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_clause_;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_object_;  ///< structured shapes
  Findings& findings_;
  Range last_;                         ///< of the code read before
  const CodeRow* last_row_ = nullptr;  ///< and its row
  std::uint32_t order_ = 0;            ///< of the next reason that the code at `last_` names
};

}  // namespace

std::vector<Candidate> read_codes(const Notice& notice, const std::vector<ClauseScan>& units,
                                  const CodeHits& codes, const TableView& table,
                                  const std::vector<Candidate>& by_text, Findings& findings) {
  CodeReader reader(notice, units, table, by_text, findings);
  for (const CodeHit& hit : codes.hits) {
    const bool outdone = hit.shared && !reader.is_told(hit) &&
                         std::any_of(codes.hits.begin(), codes.hits.end(), [&](const CodeHit& row) {
                           return row.at.begin == hit.at.begin && reader.is_told(row);
                         });
    if (!outdone) reader.read(hit);  // of several rows, the text beside the code chooses
  }
  if (codes.hits.empty() && by_text.empty()) {
    for (const HomelessCode& code : codes.homeless) reader.read(code);
  }
  return std::move(reader.candidates);
}

}  // namespace portfix
