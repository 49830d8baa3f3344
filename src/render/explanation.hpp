#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "portfix/render.hpp"

namespace portfix {

struct ExplainedStep {
  std::string topic;  ///< a carrier's topic or a provider's policy; may be ""
  std::string text;
  std::string source;
  std::string seen = {};        ///< the day on which the source was read, ISO
  std::string confidence = {};  ///< "high", "medium", "low"; "" = of a reason or provider
  std::string lifetime = {};    ///< how long what it gives is valid; may be ""
};

/// A thing of the rule table that a query means. What does not apply to its kind is empty.
struct ExplainedMatch {
  std::string kind;    ///< "code", "reason", "carrier", "provider" or "scheme"
  std::string id;      ///< "wicis:6B", "pin-missing", "twilio"
  std::string scheme;  ///< code only
  std::string code;    ///< code only
  std::string label;   ///< what the code says; the title or name of the others
  std::string text;    ///< the meaning, or a note
  std::string status;  ///< code only: "rejection", "wait", …
  std::vector<std::string> reasons;
  std::string owner;
  std::string policy;
  std::string verified;  ///< code only: "yes", "inferred", "memory"
  std::vector<ExplainedStep> steps;
  std::vector<ReportAsk> ask;
  std::vector<std::string> change;
  std::vector<std::string> documents;
  std::string prevention;
  std::vector<std::string>
      codes;  ///< "wicis:6B": those that lead to a reason, or belong to a scheme
  std::vector<std::string> sources;
};

struct Explanation {
  std::string query;
  std::vector<ExplainedMatch> matches;
  std::vector<ExplainedMatch>
      reasons;  ///< those that matches of kind "code" name; for the text form
};

/// For people.
std::string explanation_text(const Explanation& explanation, const RenderOptions& options);

/// For a ticket: CommonMark in which nothing but its own structure is markup.
std::string explanation_markdown(const Explanation& explanation);

/// The document portfix-explain/1.
std::string explanation_json(const Explanation& explanation);

/// A row of `rules list`.
struct ListedRule {
  std::string kind;
  std::string id;
  std::string title;
  std::string file;
};

std::string rule_list_text(const std::vector<ListedRule>& rules, const RenderOptions& options);
std::string rule_list_json(const std::vector<ListedRule>& rules, std::string_view digest);

}  // namespace portfix
