#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "portfix/render.hpp"

namespace portfix {

/// A row of a code table that wants work.
struct CoverageRow {
  std::string code;  ///< "" = the scheme has words only
  std::string label;
  std::string status;    ///< "catch_all", …
  std::string verified;  ///< "yes", "inferred", "memory"
};

/// What is known of one code scheme. Every row counts once, under its status.
struct SchemeCoverage {
  std::string id;
  std::string name;
  std::size_t codes = 0;  ///< rows with a code
  std::size_t texts = 0;  ///< rows with words only
  std::size_t rejection = 0;
  std::size_t wait = 0;
  std::size_t not_a_rejection = 0;
  std::size_t api_error = 0;
  std::size_t catch_all = 0;
  std::size_t mapped = 0;               ///< rows that name a reason
  std::vector<CoverageRow> unmapped;    ///< members of the scheme without a reason
  std::vector<CoverageRow> unverified;  ///< inferred, or from memory
};

/// For people: one line a scheme, or all about a single one.
std::string coverage_text(const std::vector<SchemeCoverage>& schemes, bool in_full,
                          const RenderOptions& options);

/// The document portfix-coverage/1.
std::string coverage_json(const std::vector<SchemeCoverage>& schemes, std::string_view digest);

}  // namespace portfix
