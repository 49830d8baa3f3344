#include "cli/complete.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "cli/choices.hpp"
#include "cli/rule_choice.hpp"
#include "portfix/render.hpp"
#include "portfix/rule_table.hpp"
#include "render/terminal_text.hpp"
#include "rules/table.hpp"

namespace portfix::cli {
namespace {

std::string_view long_name(const Option& option) {
  return option.names.substr(option.names.find(',') + 1);  // npos + 1 = 0
}

/// "-q" of "-q,--quiet", or "".
std::string_view short_name(const Option& option) {
  const auto comma = option.names.find(',');
  return comma == std::string_view::npos ? std::string_view{} : option.names.substr(0, comma);
}

bool takes(const Command& command, const Option& option) {
  return std::find(command.options.begin(), command.options.end(), long_name(option)) !=
         command.options.end();
}

const Option* find_option(const Command& command, std::string_view name) {
  for (const Option& option : options()) {
    if (!takes(command, option)) continue;
    if (name == long_name(option) || (!name.empty() && name == short_name(option))) return &option;
  }
  return nullptr;
}

/// The value is the next word: "--format json".
bool has_value_behind(const Option& option) {
  return !option.value.empty() && option.otherwise.empty();
}

class Completer {
 public:
  explicit Completer(const std::vector<std::string>& words) : words_(words) {
    if (!words_.empty()) typed_ = words_.back();
  }

  Completion run() {
    const std::size_t before = words_.empty() ? 0 : words_.size() - 1;
    std::size_t at = 0;
    const Command* command = nullptr;
    for (; at < before && command == nullptr; ++at) command = find_command(at);
    if (command == nullptr) {
      add_command_names(before);
    } else {
      complete_argument(*command, at, before);
    }
    return std::move(out_);
  }

 private:
  /// The command that the words up to `last` name.
  [[nodiscard]] const Command* find_command(std::size_t last) const {
    std::string name = words_[0];
    for (std::size_t i = 1; i <= last; ++i) name += ' ' + words_[i];
    for (const Command& command : commands()) {
      if (command.name == name) return &command;
    }
    return nullptr;
  }

  /// The next word of the names of commands that begin with the words before the cursor.
  void add_command_names(std::size_t before) {
    std::string group;
    for (std::size_t i = 0; i < before; ++i) group += words_[i] + ' ';
    for (const Command& command : commands()) {
      if (!command.name.starts_with(group)) continue;
      const std::string_view rest = command.name.substr(group.size());
      const auto space = rest.find(' ');
      add(rest.substr(0, space), space == rest.npos ? command.summary : "commands for rules");
    }
    add_options({"--help"}, "show help");
    if (before == 0) add_options({"--version"}, "print the version");
  }

  void complete_argument(const Command& command, std::size_t at, std::size_t before) {
    std::size_t operands = 0;
    const Option* open = nullptr;  // whose value comes next
    bool only_operands = false;
    for (; at < before; ++at) {
      const std::string& word = words_[at];
      if (open != nullptr) {
        note_value(*open, word);
        open = nullptr;
      } else if (!only_operands && word == "--") {
        only_operands = true;
      } else if (!only_operands && word.size() > 1 && word[0] == '-') {
        const auto equals = word.find('=');
        const Option* option = find_option(command, std::string_view(word).substr(0, equals));
        if (option != nullptr && equals != word.npos) note_value(*option, word.substr(equals + 1));
        if (option != nullptr && equals == word.npos && has_value_behind(*option)) open = option;
      } else {
        ++operands;
      }
    }
    if (open != nullptr) {
      add_words(open->choice, command);
    } else if (!only_operands && typed_.starts_with("-")) {
      complete_option(command);
    } else if (operands < command.most_operands) {
      const bool is_corpus = command.operand == Choice::table && operands >= 2;
      add_words(is_corpus ? Choice::file : command.operand, command);
    }
  }

  void complete_option(const Command& command) {
    const auto equals = typed_.find('=');
    if (equals != typed_.npos) {
      const Option* option = find_option(command, std::string_view(typed_).substr(0, equals));
      if (option == nullptr || option->value.empty()) return;
      prefix_ = typed_.substr(0, equals + 1);
      add_words(option->choice, command);
      return;
    }
    for (const std::string_view name : command.options) {
      const Option* option = find_option(command, name);
      if (option == nullptr) continue;
      add_options({name, short_name(*option)}, option->help);
      if (option->otherwise.empty()) continue;
      for (const std::string_view word : words_of(option->choice, command)) {
        add(fmt::format("{}={}", name, word), option->help);
      }
    }
    add_options({"--help", "-h"}, "show help");
  }

  /// Rule files that lie over the built-in ones.
  void note_value(const Option& option, std::string_view value) {
    if (long_name(option) == "--rules") overlays_.emplace_back(value);
  }

  /// A short name is offered only where it is typed.
  void add_options(std::initializer_list<std::string_view> names, std::string_view help) {
    for (const std::string_view name : names) {
      const bool is_short = name.size() == 2;
      if (typed_.starts_with("-") && (!is_short || typed_ == name)) add(name, help);
    }
  }

  void add(std::string_view word, std::string_view help) {
    std::string whole = prefix_ + std::string(word);
    if (!whole.starts_with(typed_)) return;
    const bool known = std::any_of(out_.candidates.begin(), out_.candidates.end(),
                                   [&](const auto& other) { return other.word == whole; });
    if (!known) out_.candidates.push_back({std::move(whole), single_spaced(clean(help))});
  }

  template <class Row>
  void add_rows(std::span<const Row> rows, TextRef Row::*title) {
    const TableView& view = rules().view();
    for (const Row& row : rows) add(view.text(row.id), view.text(row.*title));
  }

  void add_words(Choice choice, const Command& command) {
    const auto& use = [&]() -> const TableView& { return rules().view(); };
    switch (choice) {
      case Choice::file:
        out_.files = true;
        break;
      case Choice::directory:
        out_.directories = true;
        break;
      case Choice::table:
        out_.directories = true;
        add("builtin", "the built-in rules");
        break;
      case Choice::format:
        add_formats(command);
        break;
      case Choice::reason:
        add_rows(use().reasons(), &ReasonRow::title);
        break;
      case Choice::provider:
        add_rows(use().providers(), &ProviderRow::name);
        break;
      case Choice::carrier:
        add_rows(use().carriers(), &CarrierRow::name);
        break;
      case Choice::scheme:
        add_rows(use().schemes(), &SchemeRow::name);
        break;
      case Choice::country:
        add_rows(use().countries(), &CountryRow::name);
        break;
      case Choice::rule:
        add_rules();
        add_rows(use().countries(), &CountryRow::name);
        add_rows(use().tickets(), &TicketRow::name);
        break;
      case Choice::lookup:
        add_rules();
        add_codes();
        break;
      default:
        for (const std::string_view word : words_of(choice, command)) add(word, "");
    }
  }

  void add_formats(const Command& command) {
    if (!command.formats.empty()) {
      for (const std::string_view name : command.formats) add(name, "");
      return;
    }
    for (const Format& format : formats()) {
      if (!format.name.starts_with(kTicketPrefix)) {
        add(format.name, format.help);
        continue;
      }
      const TableView& view = rules().view();
      for (const TicketRow& row : view.tickets()) {
        add(std::string(kTicketPrefix) + std::string(view.text(row.id)), view.text(row.name));
      }
    }
  }

  void add_rules() {
    const TableView& view = rules().view();
    add_rows(view.reasons(), &ReasonRow::title);
    add_rows(view.schemes(), &SchemeRow::name);
    add_rows(view.carriers(), &CarrierRow::name);
    add_rows(view.providers(), &ProviderRow::name);
  }

  /// There are many: offered once something is typed, with the scheme once that is.
  void add_codes() {
    if (typed_.empty()) return;
    const TableView& view = rules().view();
    const bool with_scheme = typed_.find(':') != typed_.npos;
    for (const CodeRow& row : view.codes()) {
      if (row.code.size == 0) continue;
      const std::string_view code = view.text(row.code);
      const std::string_view scheme = view.text(view.schemes()[row.scheme].id);
      add(with_scheme ? fmt::format("{}:{}", scheme, code) : std::string(code),
          with_scheme ? std::string(view.text(row.label))
                      : fmt::format("{} ({})", view.text(row.label), scheme));
    }
  }

  const RuleTable& rules() {
    if (!rules_) {
      Diagnostics ignored;
      rules_ = RuleTable::with_overlays(overlay_directories(overlays_), ignored);
      if (!rules_) rules_ = RuleTable::builtin();
    }
    return *rules_;
  }

  const std::vector<std::string>& words_;
  std::string typed_;
  std::string prefix_;  ///< "--format=", in front of each candidate
  std::vector<std::string> overlays_;
  std::optional<RuleTable> rules_;
  Completion out_;
};

}  // namespace

Completion complete(const std::vector<std::string>& words) { return Completer(words).run(); }

std::string completion_lines(const Completion& completion) {
  std::string out = completion.files         ? "files\n"
                    : completion.directories ? "directories\n"
                                             : "words\n";
  for (const Completion::Candidate& candidate : completion.candidates) {
    out += candidate.word;
    if (!candidate.help.empty()) out += '\t' + candidate.help;
    out += '\n';
  }
  return out;
}

}  // namespace portfix::cli
