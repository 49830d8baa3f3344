#include <fmt/format.h>

#include <algorithm>

#include "render/html_text.hpp"
#include "render/summary.hpp"

namespace portfix {
namespace {

constexpr std::string_view kHead = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Port rejections: summary</title>
<style>
:root { color-scheme: light dark; --ground: #ffffff; --card: #f4f6f8; --text: #1b2733;
  --faint: #5a6875; --rule: #dde3e8; --bar: #1f6feb; --also: #a9c7f5; --good: #1f6feb;
  --open: #d9822b; --none: #98a4af; --bad: #c23030; }
@media (prefers-color-scheme: dark) { :root { --ground: #14191f; --card: #1d242c; --text: #e6ebf0;
  --faint: #9aa7b4; --rule: #313b46; --bar: #5b9bff; --also: #2c4a75; --good: #5b9bff;
  --open: #f0a35e; --none: #6d7985; --bad: #ee6c6c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 62rem; background: var(--ground);
  color: var(--text); font: 15px/1.45 system-ui, sans-serif; }
h1 { margin: 0 0 .25rem; font-size: 1.6rem; }
h2 { margin: 2.2rem 0 .5rem; font-size: 1.1rem; }
p { margin: 0; color: var(--faint); }
.outcomes { margin-top: 1.25rem; padding: 1rem 1.25rem 1.1rem; background: var(--card);
  border-radius: .6rem; }
.outcomes svg { display: block; width: 100%; height: 1.4rem; border-radius: .3rem; }
.outcomes ul { display: flex; flex-wrap: wrap; gap: .4rem 1.8rem; margin: .9rem 0 0; padding: 0;
  list-style: none; }
.outcomes li::before { content: ""; display: inline-block; width: .75rem; height: .75rem;
  margin-right: .45rem; border-radius: .15rem; background: var(--key); }
.diagnosed { --key: var(--good); fill: var(--good); }
.unrecognized { --key: var(--open); fill: var(--open); }
.not_a_rejection { --key: var(--none); fill: var(--none); }
.not_read { --key: var(--bad); fill: var(--bad); }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .3rem .5rem .3rem 0; border-bottom: 1px solid var(--rule); text-align: left;
  font-weight: normal; vertical-align: middle; }
thead th, thead td { color: var(--faint); font-size: .85rem; }
tbody th { width: 42%; overflow-wrap: anywhere; }
td.number, th.number { width: 5.5rem; padding-right: 1rem; text-align: right;
  font-variant-numeric: tabular-nums; white-space: nowrap; }
td svg { display: block; width: 100%; height: .9rem; }
rect.bar { fill: var(--bar); }
rect.also { fill: var(--also); }
footer { margin-top: 2.5rem; color: var(--faint); font-size: .85rem; }
@media (max-width: 40rem) { td:last-child { display: none; } }
@media print { body { max-width: none; padding: 0; } section { break-inside: avoid-page; } }
</style>
</head>
<body>
)html";

double share(std::uint64_t part, std::uint64_t whole) {
  return 100 * static_cast<double>(part) / static_cast<double>(std::max<std::uint64_t>(whole, 1));
}

std::string outcomes_html(const Summary& summary) {
  std::vector<SummaryOutcome> outcomes = outcomes_of(summary);
  if (summary.not_read() > 0) outcomes.push_back({"not_read", "Not read", summary.not_read()});
  std::string bars;
  std::string keys;
  double at = 0;
  for (const SummaryOutcome& row : outcomes) {
    const double width = share(row.count, summary.notices());
    bars += fmt::format(R"(<rect class="{}" x="{:.2f}" width="{:.2f}" height="10"/>)", row.id, at,
                        width);
    keys += fmt::format("<li class=\"{}\">{}: <strong>{}</strong> ({:.0f} %)</li>\n", row.id,
                        row.title, row.count, width);
    at += width;
  }
  return fmt::format(
      "<section class=\"outcomes\">\n"
      "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" role=\"img\" "
      "aria-label=\"Share of each outcome\">{}</svg>\n<ul>\n{}</ul>\n</section>\n",
      bars, keys);
}

std::string list_html(const SummaryList& list, std::uint64_t whole) {
  const bool has_also = list.key == "reasons";
  std::uint64_t most = 1;
  for (const Summary::Count& row : list.counts) {
    if (!row.id.empty()) most = std::max(most, row.count + row.also);
  }
  std::string rows;
  for (const Summary::Count& row : list.counts) {
    const double first = share(row.count, most);
    std::string also;
    if (has_also) {
      also = fmt::format("<td class=\"number\">{}</td>", row.also);
    }
    std::string bar;
    if (!row.id.empty()) {
      bar = fmt::format(R"(<rect class="bar" width="{:.2f}" height="10"/>)", first);
    }
    if (row.also > 0) {
      bar += fmt::format(R"(<rect class="also" x="{:.2f}" width="{:.2f}" height="10"/>)", first,
                         share(row.also, most));
    }
    rows += fmt::format(
        "<tr><th scope=\"row\" title=\"{}\">{}</th><td class=\"number\">{}</td>"
        "<td class=\"number\">{:.0f} %</td>{}<td><svg viewBox=\"0 0 100 10\" "
        "preserveAspectRatio=\"none\" aria-hidden=\"true\">{}</svg></td></tr>\n",
        html_text(row.id), html_text(row.title), row.count, share(row.count, whole), also, bar);
  }
  return fmt::format(
      "<section id=\"{0}\">\n<h2 id=\"{0}-heading\">{1}</h2>\n"
      "<table aria-labelledby=\"{0}-heading\">\n<thead><tr><td></td>"
      "<th scope=\"col\" class=\"number\">Notices</th><th scope=\"col\" class=\"number\">Share</th>"
      "{2}<td></td></tr></thead>\n<tbody>\n{3}</tbody>\n</table>\n</section>\n",
      list.key, list.heading, has_also ? "<th scope=\"col\" class=\"number\">Second</th>" : "",
      rows);
}

}  // namespace

std::string summary_html(const Summary& summary, const ToolInfo& tool) {
  std::string out(kHead);
  out += fmt::format("<h1>Port rejections</h1>\n<p>{} {}</p>\n", summary.notices(),
                     summary.notices() == 1 ? "notice" : "notices");
  out += outcomes_html(summary);
  const std::uint64_t diagnosed = summary.count_of(Outcome::diagnosed);
  for (const SummaryList& list : lists_of(summary)) {
    if (!list.counts.empty()) out += list_html(list, diagnosed);
  }
  out += fmt::format(
      "<footer>Shares are of the diagnosed notices, each of which counts once by its diagnosis; "
      "\"Second\" counts the notices that give the reason beside another. portfix {}, rules "
      "{}.</footer>\n</body>\n</html>\n",
      html_text(tool.version), html_text(tool.rules_digest));
  return out;
}

}  // namespace portfix
