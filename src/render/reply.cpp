#include "render/reply.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "render/frame.hpp"
#include "report/calendar.hpp"
#include "report/phrases.hpp"

namespace portfix {
namespace {

using Kind = DraftBlock::Kind;

constexpr std::size_t kMostNumbers = 3;

template <class... Values>
std::string fill(std::string_view words, const Values&... values) {
  return fmt::format(fmt::runtime(words), values...);
}

/// The length of the country's code at the begin of a number in E.164; 0 where it is not known.
std::size_t calling_code_size(std::string_view number) {
  for (const std::string_view code :
       {"+44", "+49", "+31", "+61", "+27", "+33", "+34", "+39", "+41", "+43", "+48",
        "+64", "+91", "+55", "+57", "+51", "+47", "+32", "+46", "+45", "+52", "+353"}) {
    if (number.starts_with(code)) return code.size();
  }
  return 0;
}

/// How many digits the first groups of a national number have; the rest is one group, or threes
/// where nothing is known.
std::vector<std::size_t> groups_of(std::string_view code, std::string_view national) {
  const char first = national.empty() ? '0' : national.front();
  if (code == "+44") {
    if (first == '2') return {2, 4};
    if (national.starts_with("11") || (first == '1' && national.substr(2, 1) == "1")) return {3, 3};
    return first == '3' || first == '8' ? std::vector<std::size_t>{3, 3}
                                        : std::vector<std::size_t>{4};
  }
  if (code == "+61" && national.size() == 9) {
    return first == '4' ? std::vector<std::size_t>{3, 3} : std::vector<std::size_t>{1, 4};
  }
  return {};
}

/// As its owner writes it: "(212) 555-0123", "+44 20 7946 0123", "+61 2 7010 1234".
std::string number_for_customer(const std::string& number) {
  constexpr std::size_t kGroup = 3;
  if (number.size() == 12 && number.starts_with("+1")) {
    return fmt::format("({}) {}-{}", number.substr(2, 3), number.substr(5, 3), number.substr(8));
  }
  std::size_t at = calling_code_size(number);
  if (at == 0) return number;
  std::string out = number.substr(0, at);
  const auto groups = groups_of(out, std::string_view(number).substr(at));
  for (const std::size_t size : groups) {
    out += ' ' + number.substr(std::min(at, number.size()), size);
    at += size;
  }
  if (!groups.empty()) {
    if (at < number.size()) out += ' ' + number.substr(at);
    return out;
  }
  while (at < number.size()) {
    const std::size_t left = number.size() - at;
    const std::size_t size = left < 2 * kGroup ? (left > kGroup + 1 ? kGroup : left) : kGroup;
    out += ' ' + number.substr(at, size);
    at += size;
  }
  return out;
}

std::string with_stop(std::string text) {
  if (!text.empty() && !text.ends_with('.') && !text.ends_with('?') && !text.ends_with('!')) {
    text += '.';
  }
  return text;
}

/// What stands in the way, and for which numbers.
struct Told {
  std::string sentence;
  std::vector<std::string> numbers;
};

class ReplyWriter {
 public:
  ReplyWriter(const Report& report, std::string_view language)
      : report_(report), frame_(frame_of(language)) {
    collect();
  }

  Draft run() {
    if (report_.findings.empty()) return {};
    add(Kind::paragraph, std::string(frame_.greeting));
    write_situation();
    write_requests();
    write_outlook();
    add(Kind::paragraph, std::string(frame_.closing));
    return std::move(draft_);
  }

  [[nodiscard]] std::string subject() const {
    if (report_.findings.empty()) return {};
    const bool asks = !sends_.empty() || !acts_.empty();
    return fill(asks ? frame_.subject_ask : frame_.subject_news, numbers());
  }

 private:
  struct Request {
    std::string thing;  ///< what is asked for, without where it is found
    std::string text;
    std::string field;
    std::vector<std::string> numbers;
  };

  void add(Kind kind, std::string text, std::size_t item = 0) {
    if (text.empty()) return;
    draft_.push_back({kind, std::move(text), {}, item});
  }

  /// A field is asked for once, whoever wants it; acts and papers once for each wording.
  static void keep(std::vector<Request>& list, Request request) {
    const bool by_text = request.field == "confirmation" || request.field == "documents";
    for (Request& other : list) {
      const bool same = other.thing == request.thing || (!by_text && other.field == request.field);
      if (!same) continue;
      if (request.numbers.empty()) other.numbers.clear();
      for (const std::string& number : request.numbers) {
        const bool is_new =
            !other.numbers.empty() &&
            std::find(other.numbers.begin(), other.numbers.end(), number) == other.numbers.end();
        if (is_new) other.numbers.push_back(number);
      }
      return;
    }
    list.push_back(std::move(request));
  }

  /// Where the request is not sent again, its data need no correction.
  [[nodiscard]] bool is_needed(const ReportFinding& finding) const {
    return outcome().policy != "do_not_resubmit" || finding.resubmit.policy == "do_not_resubmit";
  }

  void collect() {
    if (report_.plan.empty()) {
      for (const ReportFinding& finding : report_.findings) collect(finding);
    }
    for (const ReportPlanStep& step : report_.plan) {
      if (step.stage == "resubmit") continue;
      for (const std::string& reason : step.reasons) {
        const auto finding =
            std::find_if(report_.findings.begin(), report_.findings.end(),
                         [&](const ReportFinding& other) { return other.reason == reason; });
        if (finding != report_.findings.end() && is_needed(*finding)) collect(*finding);
      }
    }
  }

  void collect(const ReportFinding& finding) {
    tell(finding);
    for (const ReportAsk& ask : finding.ask) {
      const bool acts = ask.send.empty() && !ask.act.empty();
      std::string text = acts ? ask.act : ask.send;
      if (text.empty()) text = fill(frame_.question, ask.question);
      std::string thing = capital(with_stop(std::move(text)));
      text = thing;
      if (!ask.where.empty()) text += ' ' + ask.where;
      if (ask.field == "requested_date") {
        text += ' ' + days_to_name();
        names_days_ = true;
      }
      keep(acts ? acts_ : sends_, {std::move(thing), std::move(text), ask.field, finding.numbers});
      has_secret_ = has_secret_ || ask.field == "pin" || ask.field == "transfer_pin" ||
                    ask.field == "identity_number" || ask.field == "date_of_birth";
    }
  }

  /// A request takes some days to go in again; the day after the notice helps nobody.
  [[nodiscard]] std::string days_to_name() const {
    constexpr int kAhead = 7;
    const std::string& earliest = outcome().earliest;
    const auto notice = report_.dates.find("notice");
    const bool is_soon =
        notice != report_.dates.end() && earliest <= add_days(notice->second, kAhead);
    if (earliest.empty() || is_soon) return std::string(frame_.days_ahead);
    return fill(frame_.days_from, day_in_words(earliest, report_.country));
  }

  void tell(const ReportFinding& finding) {
    if (finding.told.empty()) return;
    const auto told = std::find_if(told_.begin(), told_.end(), [&](const Told& other) {
      return other.sentence == finding.told;
    });
    if (told == told_.end()) {
      told_.push_back({finding.told, finding.numbers});
    } else if (told->numbers != finding.numbers) {
      told->numbers.clear();  // of several numbers: said of all
    }
  }

  /// "(212) 555-0123: " before what is said of some numbers only.
  [[nodiscard]] std::string for_whom(const std::vector<std::string>& numbers) const {
    const bool is_for_some =
        !may_disclose_numbers() && !numbers.empty() && report_.numbers.size() > 1 &&
        numbers.size() < report_.numbers.size() && numbers.size() <= kMostNumbers;
    return is_for_some ? listed(numbers) + ": " : std::string{};
  }

  [[nodiscard]] std::string listed(const std::vector<std::string>& numbers) const {
    std::string out;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (i > 0) out += i + 1 == numbers.size() ? fmt::format(" {} ", frame_.and_word) : ", ";
      out += number_for_customer(numbers[i]);
    }
    return out;
  }

  /// Where numbers are in question, those of the notice may be the losing carrier's correction.
  [[nodiscard]] bool may_disclose_numbers() const {
    return std::any_of(
        report_.findings.begin(), report_.findings.end(), [](const ReportFinding& finding) {
          const auto& change = finding.resubmit.change;
          return std::any_of(change.begin(), change.end(), [](const std::string& field) {
            return field == "phone_numbers" || field == "billing_telephone_number" ||
                   field == "new_billing_telephone_number" || field == "remaining_numbers";
          });
        });
  }

  /// Reasons that only orders of several numbers have.
  [[nodiscard]] bool speaks_of_several() const {
    return std::any_of(
        report_.findings.begin(), report_.findings.end(), [](const ReportFinding& finding) {
          return finding.reason == "split-order-required" || finding.reason == "different-accounts";
        });
  }

  [[nodiscard]] std::string numbers() const {
    const auto& all = report_.numbers;
    if (all.empty() || may_disclose_numbers()) {
      return std::string(all.size() > 1 || speaks_of_several() ? frame_.no_numbers
                                                               : frame_.no_number);
    }
    if (all.size() == 1) return fill(frame_.one_number, listed(all));
    if (all.size() <= kMostNumbers) return fill(frame_.some_numbers, listed(all));
    return fill(frame_.many_numbers, all.size(), number_for_customer(all.front()));
  }

  /// How the request goes in again; where numbers go different ways, that of those which move.
  [[nodiscard]] const ReportResubmit& outcome() const {
    const ReportResubmit* out = nullptr;
    for (const ReportPlanStep& step : report_.plan) {
      if (step.stage != "resubmit") continue;
      if (out == nullptr || out->policy == "do_not_resubmit") out = &step.resubmit;
    }
    return out == nullptr ? report_.findings.front().resubmit : *out;
  }

  void write_situation() {
    const bool asks = !sends_.empty() || !acts_.empty();
    const bool is_over = outcome().policy == "do_not_resubmit";
    const std::string_view words = !asks || is_over   ? frame_.news
                                   : told_.size() < 2 ? frame_.open_one
                                                      : frame_.open_some;
    add(Kind::paragraph, fill(words, numbers()));
    for (const Told& told : told_) {
      add(told_.size() == 1 ? Kind::paragraph : Kind::bullet,
          for_whom(told.numbers) + told.sentence);
    }
  }

  void write_list(std::string_view heading, const std::vector<Request>& requests) {
    if (requests.empty()) return;
    add(Kind::paragraph, std::string(heading));
    for (const Request& request : requests) {
      add(Kind::number, for_whom(request.numbers) + request.text, ++item_);
    }
  }

  void write_requests() {
    const bool both = !sends_.empty() && !acts_.empty();
    write_list(both ? frame_.first_act : frame_.please_act, acts_);
    write_list(both ? frame_.then_send : frame_.please_send, sends_);
    if (has_secret_) add(Kind::paragraph, std::string(frame_.keep_secret));
  }

  /// What happens next, and until when.
  void write_outlook() {
    const bool asks = !sends_.empty() || !acts_.empty();
    const ReportResubmit& resubmit = outcome();
    const std::string& policy = resubmit.policy;
    std::string text;
    const auto say = [&](std::string_view words) {
      text += (text.empty() ? "" : " ") + fill(words, report_.carrier_for_customer);
    };
    if (policy == "do_not_resubmit") {
      if (asks) say(frame_.then_choice);
      say(frame_.then_stays);
    } else if (!asks) {
      say(frame_.then_provider);
      say(frame_.nothing_to_do);
    } else if (policy == "new_order") {
      say(frame_.then_new_order);
    } else if (policy == "wait_then_retry") {
      say(frame_.then_wait);
    } else if (policy == "dispute") {
      say(frame_.then_dispute);
    } else {
      say(frame_.then_supplement);
    }
    const bool goes_in = asks && policy != "dispute" && policy != "do_not_resubmit";
    if (goes_in && !names_days_ && !resubmit.earliest.empty()) {
      text += ' ' + fill(frame_.not_before, day_in_words(resubmit.earliest, report_.country));
    }
    add(Kind::paragraph, std::move(text));
    if (policy == "do_not_resubmit") return;
    if (asks) {
      const std::string by = answer_by(resubmit);
      add(Kind::paragraph, by.empty() ? std::string(frame_.answer_soon)
                                      : fill(frame_.answer_by, day_in_words(by, report_.country)));
    }
    const bool is_off = std::any_of(
        report_.findings.begin(), report_.findings.end(),
        [](const ReportFinding& finding) { return finding.reason == "number-inactive"; });
    if (!is_off) add(Kind::paragraph, fill(frame_.keep_service, report_.carrier_for_customer));
  }

  /// Early enough to act on the answer; "" where no deadline can be counted.
  [[nodiscard]] std::string answer_by(const ReportResubmit& resubmit) const {
    if (resubmit.latest.empty()) return {};
    const std::string& early = resubmit.answer_by;
    const auto notice = report_.dates.find("notice");
    const bool is_past = notice != report_.dates.end() && early <= notice->second;
    return is_past ? resubmit.latest : early;
  }

  const Report& report_;
  const Frame& frame_;
  Draft draft_;
  std::vector<Told> told_;
  std::vector<Request> sends_;
  std::vector<Request> acts_;
  std::size_t item_ = 0;
  bool has_secret_ = false;
  bool names_days_ = false;  ///< the customer is asked for days, and told from when on
};

}  // namespace

Draft reply_of(const Report& report, std::string_view language) {
  return ReplyWriter(report, language).run();
}

std::string reply_subject(const Report& report, std::string_view language) {
  return ReplyWriter(report, language).subject();
}

}  // namespace portfix
