#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace portfix {

/// Whose move it is.
enum class Owner : std::uint8_t { customer, porting_desk, losing_carrier, provider, nobody };

/// How a rejected request is sent in again.
enum class Policy : std::uint8_t {
  supplement,       ///< correct the same order (a SUP)
  new_order,        ///< file a new one
  wait_then_retry,  ///< nothing to correct; send it again later
  dispute,          ///< the refusal is not allowed or not founded: push back
  do_not_resubmit,  ///< this number cannot move this way
  none_we_hold,     ///< the order still moves; nothing to send
};

/// What a code says.
enum class CodeStatus : std::uint8_t { rejection, wait, not_a_rejection, api_error, catch_all };

/// How sure it is that a code means this.
enum class Verified : std::uint8_t { yes, inferred, memory };

/// Where the codes of a scheme can stand in a notice.
enum class Stands : std::uint8_t {
  anywhere,       ///< the form is unmistakable: LNP102J
  code_position,  ///< in a code field, behind "code", at a row head, in brackets
  with_context,   ///< so, and the notice names the scheme, its provider or its country
};

/// What a concept of the lexicon is in a clause.
enum class Role : std::uint8_t {
  plain,
  subject,    ///< a thing that can be wrong: "account number"
  predicate,  ///< what can be the matter with it: "does not match"
  rejection,  ///< says that a request was turned down
  advice,     ///< the clause tells somebody what to do
  condition,  ///< the clause speaks of a case that may come
  past,       ///< the clause tells of an earlier state
  success,    ///< the clause reports that something worked
  fine,       ///< so does a status that is but these words
  porting,    ///< the text is about moving telephone numbers
  foreign,    ///< the text is about something else: a bank, a ship, a firewall
  until,      ///< names what is still wanting: "cannot be ported until the account is unlocked"
};

/// What else a concept stands for, besides its wordings.
enum class StandsFor : std::uint8_t {
  nothing,
  numbers,   ///< a telephone number written in digits, where a clause says nothing otherwise
  dates,     ///< a calendar date
  carriers,  ///< the name of a losing carrier or of a provider
};

/// What a notice is as a whole; decides whether the reasons that it mentions are believed.
enum class Standing : std::uint8_t {
  open,      ///< it may be a refusal
  settled,   ///< it says that the order is well
  done,      ///< and that nothing more can come
  general,   ///< it explains, lists or prepares; it speaks of no order in particular
  foreign,   ///< about something else than telephone numbers
  document,  ///< another paper about moving a number: a form, a bill, a record
};

/// At which point of a plan a reason is settled. What comes earlier can block what comes later.
enum class Stage : std::uint8_t {
  decision,   ///< whether the number is to move at all, and by which order
  account,    ///< what is open at the losing carrier: a pending order, a bill, a feature
  lock,       ///< what protects the number
  identity,   ///< which carrier and which account hold it
  data,       ///< what the order says about the account
  pin,        ///< codes that expire, and are got last
  documents,  ///< papers that repeat the data, and are signed
  order,      ///< the order's own form: dates, numbers, kind of port
};

/// How a deadline is counted.
enum class TermUnit : std::uint8_t { days, business_days, hours };

/// What becomes of a public holiday that falls on a weekend.
enum class WeekendRule : std::uint8_t {
  stays,    ///< it is lost
  nearest,  ///< of a Saturday the Friday before is free, of a Sunday the Monday after
  next,     ///< the next weekday that is not a holiday itself
  sunday,   ///< of a Sunday the Monday after
};

template <class Enum>
struct EnumNames;

template <>
struct EnumNames<Owner> {
  static constexpr std::array<std::string_view, 5> names = {"customer", "porting_desk",
                                                            "losing_carrier", "provider", "nobody"};
};
template <>
struct EnumNames<Policy> {
  static constexpr std::array<std::string_view, 6> names = {
      "supplement", "new_order", "wait_then_retry", "dispute", "do_not_resubmit", "none_we_hold"};
};
template <>
struct EnumNames<CodeStatus> {
  static constexpr std::array<std::string_view, 5> names = {"rejection", "wait", "not_a_rejection",
                                                            "api_error", "catch_all"};
};
template <>
struct EnumNames<Verified> {
  static constexpr std::array<std::string_view, 3> names = {"yes", "inferred", "memory"};
};
template <>
struct EnumNames<Stands> {
  static constexpr std::array<std::string_view, 3> names = {"anywhere", "code-position",
                                                            "with-context"};
};
template <>
struct EnumNames<Role> {
  static constexpr std::array<std::string_view, 12> names = {
      "plain", "subject", "predicate", "rejection", "advice",  "condition",
      "past",  "success", "fine",      "porting",   "foreign", "until"};
};
template <>
struct EnumNames<StandsFor> {
  static constexpr std::array<std::string_view, 4> names = {"nothing", "numbers", "dates",
                                                            "carriers"};
};
template <>
struct EnumNames<Standing> {
  static constexpr std::array<std::string_view, 6> names = {"open",    "settled", "done",
                                                            "general", "foreign", "document"};
};

template <>
struct EnumNames<WeekendRule> {
  static constexpr std::array<std::string_view, 4> names = {"stays", "nearest", "next", "sunday"};
};

template <>
struct EnumNames<Stage> {
  static constexpr std::array<std::string_view, 8> names = {
      "decision", "account", "lock", "identity", "data", "pin", "documents", "order"};
};

/// The name of a value as rule files and reports write it.
template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return EnumNames<Enum>::names[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> from_name(std::string_view name) {
  const auto& names = EnumNames<Enum>::names;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace portfix
