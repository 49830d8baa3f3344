#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/suggest.hpp"
#include "cli/batch.hpp"
#include "cli/choices.hpp"
#include "cli/input.hpp"
#include "cli/maildir.hpp"
#include "cli/mbox.hpp"
#include "cli/rule_choice.hpp"
#include "cli/run.hpp"
#include "cli/summary_writer.hpp"
#include "cli/unmatched_store.hpp"
#include "portfix/diagnose.hpp"
#include "portfix/render.hpp"
#include "portfix/version.hpp"
#include "report/redact.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

/// The body of the ticket tool that --format names, "" where it names none or an unknown one.
std::string_view ticket_body_of(const Arguments& arguments, const RuleTable& rules) {
  const std::string_view format = arguments.format;
  if (!format.starts_with(kTicketPrefix)) return {};
  return rules.ticket_body(format.substr(kTicketPrefix.size()), arguments.to_customer);
}

/// One run of `diagnose`: the document that grows and the status so far.
class Run {
 public:
  Run(const Arguments& arguments, const RuleTable& rules, DiagnoseOptions options, Console& console)
      : arguments_(arguments),
        rules_(rules),
        options_(std::move(options)),
        console_(console),
        format_(*find_format(arguments.format)),
        summary_(arguments),
        unmatched_(arguments.unmatched_out, console) {
    options_.advice.names = &names_;
    render_.color = wants_color(arguments.color, console.out);
    render_.width = text_width(console.out);
    render_.quiet = arguments.quiet;
    render_.language = arguments.language;
    render_.ticket_body = ticket_body_of(arguments, rules);
    render_.name_input = arguments.operands.size() > 1 || arguments.input == "jsonl";
  }

  ExitStatus diagnose_all() {
    const ToolInfo tool{kVersion, rules_.digest()};
    const bool is_document = arguments_.get.empty() && summary_.wants_reports();
    if (is_document) console_.out.write(format_.header(tool, render_));
    std::vector<std::string> paths = arguments_.operands;
    if (paths.empty()) paths.emplace_back("-");
    for (const std::string& path : paths) {
      if (!console_.out.ok()) break;
      diagnose_input(path);
    }
    if (is_document) console_.out.write(format_.footer);
    summary_.write(tool, render_, console_);
    if (!unmatched_.flush()) status_ = graver(status_, ExitStatus::cannot_access);
    return status_;
  }

 private:
  void diagnose_input(const std::string& path) {
    Input input(path);
    if (input.is_directory() && is_maildir(path)) {
      diagnose_maildir(path);
      return;
    }
    if (input.ok() && input.is_terminal() && !arguments_.quiet) {
      console_.err.write("Paste the notice, then press Ctrl-D on an empty line.\n");
      console_.err.flush();
    }
    if (input.ok()) arguments_.input == "jsonl" ? diagnose_lines(input) : diagnose_whole(input);
    if (!input.ok()) fail(input.failure());
  }

  void diagnose_whole(Input& input) {
    std::string begin = read_begin(input);
    if (arguments_.input == "mbox" || (arguments_.input == "auto" && begins_mbox(begin))) {
      diagnose_mbox(input, std::move(begin));
      return;
    }
    std::size_t total = 0;
    const std::string bytes = input.read_all(SourceText::max_bytes, total, std::move(begin));
    if (!input.ok()) return;
    if (is_blank(bytes)) {
      fail(fmt::format("{} is empty: nothing to diagnose", input.name()),
           "give a file, or pipe or paste the notice");
      return;
    }
    Report report = diagnose_text(input.name(), bytes, options_);
    report.bytes = total;
    add(report);
  }

  /// Enough of the input to see whether it is an mbox.
  static std::string read_begin(Input& input) {
    constexpr std::string_view kFrom = "From ";
    constexpr std::size_t kEnough = std::size_t{4} * 1024;
    std::string begin;
    while (begin.size() < kEnough && std::count(begin.begin(), begin.end(), '\n') < 2 &&
           std::string_view(begin).substr(0, kFrom.size()) == kFrom.substr(0, begin.size()) &&
           input.read_more(begin)) {
    }
    return begin;
  }

  void diagnose_mbox(Input& input, std::string begin) {
    render_.name_input = true;
    MboxReader messages(input, std::move(begin), SourceText::max_bytes,
                        [this] { before_waiting(); });
    std::size_t number = 0;
    while (const auto message = messages.next()) {
      if (!console_.out.ok()) return;
      add_mail(fmt::format("{}#{}", input.name(), ++number), message->bytes, message->total);
    }
  }

  void diagnose_maildir(const std::string& folder) {
    render_.name_input = true;
    std::string failure;
    const auto paths = maildir_messages(folder, failure);
    if (!failure.empty()) fail(failure);
    for (const std::string& path : paths) {
      if (!console_.out.ok()) return;
      Input input(path);
      std::size_t total = 0;
      const std::string bytes = input.read_all(SourceText::max_bytes, total);
      if (input.ok()) {
        add_mail(path, bytes, total);
      } else {
        fail(input.failure());
      }
    }
  }

  /// What stands in a mailbox is a mail, whatever it looks like.
  void add_mail(const std::string& name, std::string_view bytes, std::size_t total) {
    DiagnoseOptions options = options_;
    options.read.shape = InputShape::mail;
    Report report = diagnose_text(name, bytes, options);
    report.bytes = total;
    add(report);
  }

  /// The next piece of a pipe may be long in coming.
  void before_waiting() {
    console_.out.flush();
    unmatched_.flush();
  }

  void diagnose_lines(Input& input) {
    LineReader lines(input, [this] { before_waiting(); });
    while (const auto line = lines.next()) {
      if (!console_.out.ok()) return;
      if (!line->too_long && is_blank(line->text)) continue;
      diagnose_line(input.name(), *line);
    }
  }

  void diagnose_line(const std::string& input_name, const LineReader::Line& line) {
    const std::string name = fmt::format("{}:{}", input_name, line.number);
    BatchLine batch;
    if (line.too_long) {
      batch.error = fmt::format("longer than {} MiB", LineReader::max_line / 1024 / 1024);
    } else {
      batch = read_batch_line(line.text);
    }
    Report report;
    if (batch.error.empty()) {
      DiagnoseOptions options = options_;
      std::vector<std::string> remarks;
      use_hints(batch, options, remarks);
      report = diagnose_text(name, batch.text, options);
      report.remarks.insert(report.remarks.end(), remarks.begin(), remarks.end());
    } else {
      report.input_name = name;
      report.bytes = line.text.size();
      report.error = batch.error;
      report.rules_digest = rules_.digest();
      fail(fmt::format("{}: {}", name, batch.error),
           R"(each line is an object like {"text": "..."})");
    }
    report.id_json = std::move(batch.id_json);
    add(report);
  }

  /// What a line says of itself counts more than the command line.
  void use_hints(const BatchLine& batch, DiagnoseOptions& options,
                 std::vector<std::string>& remarks) const {
    const auto use = [&](std::string_view what, const std::string& given, std::string found,
                         std::string& to) {
      if (given.empty()) return;
      if (found.empty()) {
        remarks.push_back(fmt::format("the {} \"{}\" is not known and was left out", what,
                                      starred(given, rules_)));
      } else {
        to = std::move(found);
      }
    };
    use("provider", batch.provider, provider_id(batch.provider, rules_), options.match.provider);
    use("carrier", batch.carrier, carrier_id(batch.carrier, rules_), options.match.carrier);
    use("country", batch.country, country_code(batch.country), options.match.country);
    options.read.country = options.match.country;
  }

  [[nodiscard]] Report diagnose_text(const std::string& name, std::string_view bytes,
                                     const DiagnoseOptions& options) {
    const SourceText source = SourceText::from_bytes(name, bytes);
    Report report = diagnose(source, rules_, options);
    if (unmatched_.wanted()) {
      const Notice notice = read_notice(source, options.read);
      const Findings findings = match_notice(notice, rules_, options.match);
      if (is_unmatched(findings, rules_)) unmatched_.add(skeleton_of(notice, findings, rules_));
    }
    if (!arguments_.why.empty()) {
      const Notice notice = read_notice(source, options.read);
      report.why = why(explain_patterns(notice, match_notice(notice, rules_, options.match), rules_,
                                        arguments_.why, options.advice));
    }
    return report;
  }

  [[nodiscard]] ReportWhy why(std::string_view text) const {
    ReportWhy out{arguments_.why, {}};
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      if (end > 0) out.lines.emplace_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
  }

  void add(const Report& report) {
    summary_.add(report);
    if (arguments_.get.empty()) {
      if (summary_.wants_reports()) write(report);
    } else {
      for (const std::string& value : values_at(report, arguments_.get, render_)) {
        console_.out.write(value + '\n');
      }
    }
    if (report.outcome != Outcome::diagnosed) status_ = graver(status_, ExitStatus::not_diagnosed);
  }

  void write(const Report& report) {
    // An empty message to a customer is worse than none.
    if (arguments_.to_customer && report.findings.empty()) {
      console_.warning(fmt::format("{}: not diagnosed, so there is nothing for the customer",
                                   report.input_name));
      return;
    }
    const std::string text = format_.report(report, render_);
    if (text.empty()) return;
    if (!first_) console_.out.write(format_.separator);
    first_ = false;
    console_.out.write(text);
  }

  void fail(std::string_view message, std::string_view help = {}) {
    console_.error(message, help);
    status_ = graver(status_, ExitStatus::cannot_access);
  }

  const Arguments& arguments_;
  const RuleTable& rules_;
  DiagnoseOptions options_;
  Console& console_;
  const Format& format_;
  RenderOptions render_;
  SummaryWriter summary_;
  UnmatchedStore unmatched_;
  SecretNames names_;  ///< one value has one token in the whole run
  ExitStatus status_ = ExitStatus::diagnosed;
  bool first_ = true;
};

ReadOptions read_options(const Arguments& arguments) {
  ReadOptions options;
  if (arguments.input == "text") options.shape = InputShape::text;
  if (arguments.input == "json") options.shape = InputShape::json;
  if (arguments.input == "xml") options.shape = InputShape::xml;
  if (arguments.input == "table") options.shape = InputShape::table;
  if (arguments.input == "mail") options.shape = InputShape::mail;
  if (arguments.input == "html") options.shape = InputShape::html;
  return options;
}

/// Complains of a word that names nothing; false if so.
bool is_known(Choice choice, std::string_view what, const std::string& given,
              const std::string& found, const RuleTable& rules, Console& console) {
  if (given.empty() || !found.empty()) return true;
  const auto words = words_of(choice, commands().front(), &rules);
  const auto several = choice == Choice::carrier    ? carriers_named(given, rules)
                       : choice == Choice::provider ? providers_named(given, rules)
                                                    : std::vector<std::string>();
  if (several.size() > 1) {
    console.error(fmt::format("\"{}\" is the name of more than one {}", given, what),
                  fmt::format("say which: {}", fmt::join(several, ", ")));
    return false;
  }
  std::string help = did_you_mean(given, words);
  if (help.empty()) help = fmt::format("portfix rules list shows every {}", what);
  console.error(fmt::format("unknown {} \"{}\"", what, given), help);
  return false;
}

/// Complains of options that do not go together and of values that nothing has; false if so.
bool is_sensible(const Arguments& arguments, const RuleTable& rules, Console& console) {
  const bool is_ticket = arguments.format.starts_with(kTicketPrefix);
  const std::string tool = is_ticket ? arguments.format.substr(kTicketPrefix.size()) : "";
  bool ok = true;
  if (is_ticket && ticket_body_of(arguments, rules).empty()) {
    const auto tools = words_of(Choice::ticket, commands().front(), &rules);
    std::string help = did_you_mean(tool, tools);
    if (help.empty()) help = fmt::format("known are {}", fmt::join(tools, ", "));
    console.error(fmt::format("unknown ticket tool \"{}\"", tool), help);
    ok = false;
  }
  if (arguments.to_customer && !is_ticket) {
    console.error("--public goes with --format ticket:NAME",
                  "--format reply writes the draft to the customer alone");
    ok = false;
  }
  if (!arguments.get.empty() && arguments.format_given) {
    console.error("--get and --format exclude each other", "--get prints bare values, a line each");
    ok = false;
  }
  for (const std::string& path : arguments.get) {
    const std::string problem = problem_with_path(path);
    if (problem.empty()) continue;
    console.error(fmt::format("--get {}: {}", path, problem),
                  "portfix rules schema report tells what a report has");
    ok = false;
  }
  return ok;
}

/// The options for the library, or nothing after a complaint.
std::optional<DiagnoseOptions> make_options(const Arguments& arguments, const RuleTable& rules,
                                            Console& console) {
  DiagnoseOptions options;
  options.read = read_options(arguments);
  options.match.provider = provider_id(arguments.provider, rules);
  options.match.carrier = carrier_id(arguments.carrier, rules);
  options.match.country = country_code(arguments.country);
  options.read.country = options.match.country;
  const bool drafts = !arguments.get.empty() || find_format(arguments.format)->drafts;
  options.advice = {arguments.show_secrets, arguments.all, nullptr, drafts};
  const TableView& view = rules.view();
  const bool why_known = view.find(view.reasons(), arguments.why) != nullptr;
  bool ok = is_known(Choice::provider, "provider", arguments.provider, options.match.provider,
                     rules, console);
  ok = is_known(Choice::carrier, "carrier", arguments.carrier, options.match.carrier, rules,
                console) &&
       ok;
  ok = is_known(Choice::reason, "reason", arguments.why, why_known ? arguments.why : "", rules,
                console) &&
       ok;
  ok = is_sensible(arguments, rules, console) && ok;
  if (!arguments.country.empty() && options.match.country.empty()) {
    console.error(fmt::format("unknown country \"{}\"", arguments.country),
                  "give the two letters of ISO 3166: US, CA, GB, DE");
    ok = false;
  }
  if (!ok) return std::nullopt;
  return options;
}

}  // namespace

ExitStatus run_diagnose(const Arguments& arguments, Console& console) {
  const auto rules = load_rules_for(arguments.rules, console);
  if (!rules) return ExitStatus::bad_rules;
  auto options = make_options(arguments, *rules, console);
  if (!options) return ExitStatus::usage;
  return Run(arguments, *rules, std::move(*options), console).diagnose_all();
}

}  // namespace portfix::cli
