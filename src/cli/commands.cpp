#include <array>

#include "cli/command.hpp"
#include "cli/run.hpp"

namespace portfix::cli {
namespace {

// Paragraphs are separated by "\n"; help wraps them.
constexpr std::string_view kDiagnoseAbout =
    "Reads port rejection notices and says for each what it means, whose move it is, how it is "
    "fixed and how the request is sent in again. Each FILE is one notice; - is standard input, and "
    "so is no FILE at all. On a terminal, paste the notice and end it with Ctrl-D.\n"
    "With --input jsonl an input is a batch: one JSON object a line, with the notice as \"text\". "
    "Its \"id\", of any type, comes back in the report; \"provider\", \"carrier\" and \"country\" "
    "hold for that line.\n"
    "An mbox file and a Maildir folder are batches of mails; their reports are named like "
    "inbox.mbox#3 and inbox/cur/NAME.";

constexpr std::string_view kDiagnoseExamples =
    "portfix diagnose rejection.txt\n"
    "xclip -o | portfix diagnose\n"
    "portfix diagnose --provider twilio --carrier verizon-wireless webhook.json\n"
    "portfix diagnose --format json mail.txt | jq -r '.reports[].findings[0].reason'\n"
    "portfix diagnose --get findings.0.reason --get next_action.owner mail.txt\n"
    "portfix diagnose --format reply mail.txt\n"
    "portfix diagnose --format ticket:zendesk mail.txt\n"
    "portfix diagnose --input jsonl --format jsonl < notices.jsonl > reports.jsonl\n"
    "portfix diagnose --format jsonl rejections.mbox ~/Maildir > reports.jsonl\n"
    "portfix diagnose --summary rejections/*.txt";

constexpr std::string_view kExplainAbout =
    "Looks WHAT up in the rules: a code, a code of one scheme, a reason, a carrier, a provider, a "
    "scheme, or a few words of a carrier's remark.";

constexpr std::string_view kExplainExamples =
    "portfix explain 8A\n"
    "portfix explain wicis:8A\n"
    "portfix explain transfer-pin-invalid\n"
    "portfix explain \"zip code does not match\"\n"
    "portfix explain verizon-wireless --format json\n"
    "portfix explain wicis:8A --format markdown";

constexpr std::string_view kCheckAbout =
    "Checks rule files and reports every problem with file, line and column. A DIR that has a "
    "lexicon.json is a whole table and checked alone; another is checked as it would be laid over "
    "the built-in rules. Without DIR the built-in rules are checked.\n"
    "Warnings tell what wants a look: sources read more than 24 months ago or without an address, "
    "codes from memory, wordings that say less than they seem to.";

constexpr std::string_view kCoverageAbout =
    "Counts for each code scheme the codes known, those that name a reason, those that wait, are "
    "no rejection, an error of the API call or a catch-all, and those whose meaning is not "
    "verified. "
    "With SCHEME it lists that scheme's members without a reason, and the unverified ones.";

constexpr std::string_view kStubAbout =
    "Prints a valid skeleton that explains each of its keys. KIND is reason, code-scheme, carrier, "
    "provider or country. Save it, and portfix rules check tells which blanks are still to fill. "
    "Keys that begin with $comment are not read.";

constexpr std::string_view kDiffAbout =
    "Diagnoses every notice of CORPUS by two tables of rules and shows those whose outcome or "
    "reasons differ. OLD and NEW are directories as for rules check, or the word builtin. CORPUS "
    "is "
    "a file or a directory of files; files named *.jsonl and mbox files are batches. Left out are "
    "hidden files and *.expect.json.\n"
    "The exit status is 0 if nothing changes and 1 if something does.";

constexpr std::string_view kDiffExamples =
    "portfix rules diff builtin my-rules last-month.jsonl\n"
    "portfix rules diff --format json old/rules rules tests/corpus | jq -r '.changes[].notice'";

constexpr std::string_view kSchemaAbout =
    "Prints the JSON Schema of a kind of rule file, or of a document that portfix writes. Without "
    "NAME it lists the names.";

constexpr std::array<Option, 18> kOptions = {{
    {"-f,--format", "NAME", "how the result is written", Choice::format, &Arguments::format},
    {"-i,--input", "KIND", "what the input is; auto looks at the bytes", Choice::input,
     &Arguments::input},
    {"--provider", "ID", "the provider the number moves to, where the notice does not tell",
     Choice::provider, &Arguments::provider},
    {"--carrier", "ID", "the losing carrier, where the notice does not tell", Choice::carrier,
     &Arguments::carrier},
    {"--country", "CC", "the country of the numbers, as two letters (US, GB, DE)", Choice::country,
     &Arguments::country},
    {"--rules", "DIR", "lay the rule files of DIR over the built-in ones; may be repeated",
     Choice::directory, &Arguments::rules},
    {"-a,--all", "", "show weaker signs too, which portfix would not defend", Choice::anything,
     &Arguments::all},
    {"--why", "REASON", "show how far each pattern of REASON got on the notice", Choice::reason,
     &Arguments::why},
    {"--summary", "KIND",
     "end with counts by outcome, reason, owner, carrier and provider; without --format, they "
     "alone",
     Choice::summary, &Arguments::summary, "text"},
    {"--unmatched-out", "DIR",
     "write a rule skeleton into DIR for each wording that no rule explains, with a count",
     Choice::directory, &Arguments::unmatched_out},
    {"--color", "WHEN", "colours in text: auto, always, never", Choice::color, &Arguments::color},
    {"-q,--quiet", "", "only verdict and next action; no prompt, no warnings", Choice::anything,
     &Arguments::quiet},
    {"--get", "PATH",
     "print this value of the JSON report and nothing else, such as findings.0.reason; may be "
     "repeated, a line each",
     Choice::path, &Arguments::get},
    {"--public", "", "with ticket:NAME: the form that the customer sees, with the reply's text",
     Choice::anything, &Arguments::to_customer},
    {"--lang", "LANGUAGE", "the language of drafts", Choice::language, &Arguments::language},
    {"--show-secrets", "", "do not mask account numbers, PINs, SSNs and the like", Choice::anything,
     &Arguments::show_secrets},
    {"--strict", "", "take warnings for errors", Choice::anything, &Arguments::strict},
    {"--today", "DATE", "the day from which the age of sources is counted", Choice::anything,
     &Arguments::today},
}};

constexpr std::array<std::string_view, 16> kDiagnoseOptions = {
    "--format",        "--get",     "--public", "--lang",        "--input", "--provider",
    "--carrier",       "--country", "--rules",  "--all",         "--why",   "--summary",
    "--unmatched-out", "--color",   "--quiet",  "--show-secrets"};
constexpr std::array<std::string_view, 3> kLookUpOptions = {"--format", "--rules", "--color"};
constexpr std::array<std::string_view, 2> kDiffOptions = {"--format", "--input"};
constexpr std::array<std::string_view, 1> kRulesOption = {"--rules"};
constexpr std::array<std::string_view, 2> kCheckOptions = {"--strict", "--today"};
constexpr std::array<std::string_view, 2> kTextOrJson = {"text", "json"};
constexpr std::array<std::string_view, 3> kExplainFormats = {"text", "json", "markdown"};

}  // namespace

std::span<const Option> options() { return kOptions; }

std::span<const Command> commands() {
  static constexpr std::array<Command, 11> table = {{
      {"diagnose",
       "[FILE...]",
       "say what rejection notices mean and what to do",
       kDiagnoseAbout,
       kDiagnoseExamples,
       kDiagnoseOptions,
       {},
       Choice::file,
       0,
       1000000,
       run_diagnose},
      {"explain", "WHAT...", "look up a code, a reason, a carrier, or words of a remark",
       kExplainAbout, kExplainExamples, kLookUpOptions, kExplainFormats, Choice::lookup, 1, 1000000,
       run_explain},
      {"rules list", "", "list all rules",
       "Lists reasons, code schemes, carriers, providers and countries.",
       "portfix rules list\nportfix rules list --format json | jq -r '.rules[].id'", kLookUpOptions,
       kTextOrJson, Choice::anything, 0, 0, run_rules_list},
      {"rules show",
       "ID",
       "show a rule file and where it came from",
       "Prints the rule file of a reason, scheme, carrier, provider or country. Its place goes to "
       "standard error, so the output can be saved and edited.",
       "portfix rules show pin-missing > my-rules/reasons/pin-missing.json",
       kRulesOption,
       {},
       Choice::rule,
       1,
       1,
       run_rules_show},
      {"rules check",
       "[DIR...]",
       "check rule files and let them prove themselves",
       kCheckAbout,
       "portfix rules check my-rules\nportfix rules check --strict",
       kCheckOptions,
       {},
       Choice::directory,
       0,
       1000000,
       run_rules_check},
      {"rules diff", "OLD NEW CORPUS...",
       "show which notices two tables of rules diagnose differently", kDiffAbout, kDiffExamples,
       kDiffOptions, kTextOrJson, Choice::table, 3, 1000000, run_rules_diff},
      {"rules coverage", "[SCHEME]", "count what is known of each code scheme", kCoverageAbout,
       "portfix rules coverage\nportfix rules coverage gigs\n"
       "portfix rules coverage --format json | jq -r '.schemes[] | [.id, .counts.codes] | @tsv'",
       kLookUpOptions, kTextOrJson, Choice::scheme, 0, 1, run_rules_coverage},
      {"rules stub",
       "KIND ID",
       "print the skeleton of a new rule file",
       kStubAbout,
       "portfix rules stub carrier acme-mobile > my-rules/carriers/acme-mobile.json",
       {},
       {},
       Choice::rule_kind,
       2,
       2,
       run_rules_stub},
      {"rules schema",
       "[NAME]",
       "print the JSON Schema of a rule file or a document",
       kSchemaAbout,
       "portfix rules schema reason\nportfix rules schema report",
       {},
       {},
       Choice::schema,
       0,
       1,
       run_rules_schema},
      {"completion",
       "SHELL",
       "print the completion script of a shell: bash, zsh, fish",
       "Prints the script that completes portfix's commands, options, formats, reasons, codes, "
       "carriers and providers in bash, zsh or fish. An installed portfix brings it along; a "
       "copied "
       "one needs it once.",
       "portfix completion bash > ~/.local/share/bash-completion/completions/portfix\n"
       "portfix completion fish > ~/.config/fish/completions/portfix.fish",
       {},
       {},
       Choice::shell,
       1,
       1,
       run_completion},
      {"version",
       "",
       "print the version and the digest of the rules",
       "",
       "portfix --version",
       {},
       {},
       Choice::anything,
       0,
       0,
       run_version},
  }};
  return table;
}

}  // namespace portfix::cli
