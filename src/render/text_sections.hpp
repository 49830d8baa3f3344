#pragma once

#include <string>
#include <vector>

#include "portfix/report.hpp"
#include "render/page.hpp"

namespace portfix {

// The sections of the text report. Each writes nothing where it has nothing to say.

/// "+14155550123, +14155550124 and 7 more".
std::string in_words(const std::vector<std::string>& numbers);

/// "Have the lock switched off. (for +1…; the customer; after step 1)".
std::string plan_step_in_words(const ReportPlanStep& step);

/// The steps over all findings, where there are several.
void write_plan(Page& page, const Report& report);

/// The name of the input, with the caller's id where there is one.
std::string name_of_notice(const Report& report);

/// Which order this is about: its id, provider, losing carrier.
void write_order(Page& page, const Report& report);

/// Which numbers can go on, where they do not share one fate.
void write_split(Page& page, const Report& report);

/// The lines of the notice that speak for the finding.
void write_evidence(Page& page, const ReportFinding& finding);

void write_fix(Page& page, const ReportFinding& finding);

/// How finding `index` is sent in again; a plan that an earlier finding has too is not repeated.
void write_resubmission(Page& page, const Report& report, std::size_t index);

/// What to ask the customer over all findings, by telephone number where they differ.
void write_questions(Page& page, const Report& report);

/// What the law says about the refusal.
void write_law(Page& page, const Report& report);

void write_prevention(Page& page, const Report& report);

/// Conflicts, unknown codes, what was not read, what was masked.
void write_doubts(Page& page, const Report& report);

void write_sources(Page& page, const Report& report);

}  // namespace portfix
