#include "render/coverage.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "render/json_text.hpp"
#include "render/page.hpp"
#include "render/terminal_text.hpp"
#include "render/vocabulary.hpp"

namespace portfix {
namespace {

SchemeCoverage total_of(const std::vector<SchemeCoverage>& schemes) {
  SchemeCoverage total;
  for (const SchemeCoverage& scheme : schemes) {
    total.codes += scheme.codes;
    total.texts += scheme.texts;
    total.rejection += scheme.rejection;
    total.wait += scheme.wait;
    total.not_a_rejection += scheme.not_a_rejection;
    total.api_error += scheme.api_error;
    total.catch_all += scheme.catch_all;
    total.mapped += scheme.mapped;
    total.unmapped.insert(total.unmapped.end(), scheme.unmapped.begin(), scheme.unmapped.end());
    total.unverified.insert(total.unverified.end(), scheme.unverified.begin(),
                            scheme.unverified.end());
  }
  return total;
}

std::string line(std::string_view name, std::size_t width, const SchemeCoverage& scheme) {
  return fmt::format("{:<{}}  {:>5} {:>5}  {:>6} {:>4} {:>6} {:>5} {:>5}  {:>10}\n", name, width,
                     scheme.codes, scheme.texts, scheme.mapped, scheme.wait, scheme.not_a_rejection,
                     scheme.api_error, scheme.catch_all, scheme.unverified.size());
}

std::string overview(const std::vector<SchemeCoverage>& schemes) {
  std::size_t width = 6;
  for (const SchemeCoverage& scheme : schemes) width = std::max(width, scheme.id.size());
  std::string out =
      fmt::format("{:<{}}  {:>5} {:>5}  {:>6} {:>4} {:>6} {:>5} {:>5}  {:>10}\n", "Scheme", width,
                  "codes", "texts", "reason", "wait", "no rej", "api", "catch", "unverified");
  for (const SchemeCoverage& scheme : schemes) out += line(clean(scheme.id), width, scheme);
  out += line("all", width, total_of(schemes));
  return out +
         "\nreason: rows that name a reason, those that wait among them. no rej: no rejection. "
         "api: "
         "errors\nof the API call. catch: catch-alls, where the text decides. portfix rules "
         "coverage "
         "SCHEME lists\nwhat has no reason and what is unverified.\n";
}

std::string in_words(const CoverageRow& row) {
  if (row.code.empty()) return row.label;
  return row.label.empty() ? row.code : fmt::format("{}: {}", row.code, row.label);
}

void write_rows(Page& page, std::string_view heading, const std::vector<CoverageRow>& rows,
                bool by_status) {
  page.heading(fmt::format("{} ({})", heading, rows.size()));
  if (rows.empty()) page.paragraph("None.");
  for (const CoverageRow& row : rows) {
    page.item("-", fmt::format("{} ({})", in_words(row),
                               by_status ? status_in_words(row.status) : row.verified));
  }
}

std::string in_full_text(const SchemeCoverage& scheme, const RenderOptions& options) {
  Page page(options);
  page.fact("Scheme", scheme.name, Style::bold);
  page.fact("Id", scheme.id);
  page.fact("Codes", fmt::format("{}, and {} texts without a code", scheme.codes, scheme.texts));
  page.fact("Reasons",
            fmt::format("{} rows name a reason; {} of them wait", scheme.mapped, scheme.wait));
  page.fact("No reason", fmt::format("{} no rejection, {} API errors, {} catch-alls",
                                     scheme.not_a_rejection, scheme.api_error, scheme.catch_all));
  write_rows(page, "Members without a reason", scheme.unmapped, true);
  write_rows(page, "Unverified", scheme.unverified, false);
  return page.take();
}

Json rows_json(const std::vector<CoverageRow>& rows) {
  Json out = Json::array();
  for (const CoverageRow& row : rows) {
    out.push_back({{"code", or_null(row.code)},
                   {"label", row.label},
                   {"status", row.status},
                   {"verified", row.verified}});
  }
  return out;
}

Json counts_json(const SchemeCoverage& scheme) {
  return {{"codes", scheme.codes},
          {"texts", scheme.texts},
          {"mapped", scheme.mapped},
          {"rejection", scheme.rejection},
          {"wait", scheme.wait},
          {"not_a_rejection", scheme.not_a_rejection},
          {"api_error", scheme.api_error},
          {"catch_all", scheme.catch_all},
          {"without_reason", scheme.unmapped.size()},
          {"unverified", scheme.unverified.size()}};
}

}  // namespace

std::string coverage_text(const std::vector<SchemeCoverage>& schemes, bool in_full,
                          const RenderOptions& options) {
  return in_full && schemes.size() == 1 ? in_full_text(schemes.front(), options)
                                        : overview(schemes);
}

std::string coverage_json(const std::vector<SchemeCoverage>& schemes, std::string_view digest) {
  Json rows = Json::array();
  for (const SchemeCoverage& scheme : schemes) {
    rows.push_back({{"id", scheme.id},
                    {"name", scheme.name},
                    {"counts", counts_json(scheme)},
                    {"without_reason", rows_json(scheme.unmapped)},
                    {"unverified", rows_json(scheme.unverified)}});
  }
  const Json document = {{"schema", "portfix-coverage/1"},
                         {"digest", digest},
                         {"total", counts_json(total_of(schemes))},
                         {"schemes", std::move(rows)}};
  return to_text(document, true) + '\n';
}

}  // namespace portfix
