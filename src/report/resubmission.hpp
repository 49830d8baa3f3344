#pragma once

#include <span>
#include <string>
#include <utility>

#include "portfix/finding.hpp"
#include "portfix/report.hpp"
#include "rules/table.hpp"

namespace portfix {

/// Composes how a request is sent in again: reason × provider × country × dates of the notice.
class ResubmissionAdviser {
 public:
  /// `provider` and `country` may be null. `told` is the deadline of the notice itself (ISO, or
  /// ""). With `drafts` the provider's calls come along.
  ResubmissionAdviser(const TableView& table, const Findings& findings, const ProviderRow* provider,
                      const CountryRow* country, std::string told, bool drafts)
      : table_(table),
        findings_(findings),
        provider_(provider),
        country_(country),
        told_(std::move(told)),
        drafts_(drafts) {}

  [[nodiscard]] ReportResubmit advise(std::uint32_t reason, Policy policy) const;

 private:
  [[nodiscard]] std::vector<std::string> texts(ListRef<TextRef> refs) const;
  [[nodiscard]] const ResubmitRow* rule_for(Policy policy,
                                            const std::vector<std::string>& change) const;
  void add_calls(Policy policy, ReportResubmit& out) const;
  void add_deadlines(ListRef<DeadlineRow> rows, Policy policy, std::uint32_t reason,
                     ReportResubmit& out) const;
  [[nodiscard]] std::span<const HolidayRow> holidays() const;
  [[nodiscard]] std::string how_counted() const;
  [[nodiscard]] std::string date_of(const DeadlineRow& row) const;

  const TableView& table_;
  const Findings& findings_;
  const ProviderRow* provider_;
  const CountryRow* country_;
  const std::string told_;
  bool drafts_;
};

}  // namespace portfix
