#include "rules/read_parties.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "rules/read_bodies.hpp"
#include "rules/read_sources.hpp"

namespace portfix {
namespace {

std::vector<Policy> read_policies(ObjectReader& reader) {
  std::vector<Policy> policies;
  reader.each("policies", Need::optional,
              [&](const JsonNode& item) { policies.push_back(reader.enum_of<Policy>(item)); });
  return policies;
}

/// How long after or before which date of the notice, in one unit.
Term read_term(ObjectReader& reader) {
  Term term;
  const std::vector<std::string_view> dates = {"notice", "foc", "due"};
  term.from = reader.word("from", dates, Need::optional);
  const std::string before = reader.word("before", dates, Need::optional);
  if (!before.empty()) term.from = before;
  term.earliest = reader.word("is", {"latest", "earliest"}, Need::optional) == "earliest";
  const std::pair<std::string_view, TermUnit> units[] = {{"days", TermUnit::days},
                                                         {"business_days", TermUnit::business_days},
                                                         {"hours", TermUnit::hours}};
  for (const auto& [name, unit] : units) {
    const int amount = reader.optional_integer(name, 0);
    if (amount == 0) continue;
    term.amount = before.empty() ? amount : -amount;
    term.unit = unit;
  }
  return term;
}

Deadline read_deadline(const JsonNode& node, FileProblems& problems) {
  ObjectReader reader(node, problems);
  Deadline deadline;
  deadline.says = reader.text("says");
  deadline.term = read_term(reader);
  deadline.policies = read_policies(reader);
  deadline.reasons = reader.located("reasons");
  deadline.confidence = read_confidence(reader, Need::optional);
  deadline.source = read_inline_source(reader);
  return deadline;
}

std::vector<Deadline> read_deadlines(ObjectReader& reader) {
  std::vector<Deadline> deadlines;
  reader.each("deadlines", Need::optional, [&](const JsonNode& node) {
    deadlines.push_back(read_deadline(node, reader.problems()));
  });
  return deadlines;
}

/// "MM-DD" into the holiday's month and day.
void read_month_and_day(ObjectReader& reader, std::string_view key, Holiday& out) {
  const std::string text = reader.text(key);
  const auto number = [&](std::size_t at) {
    return at + 1 < text.size() ? (text[at] - '0') * 10 + text[at + 1] - '0' : 0;
  };
  out.month = number(0);
  out.day = number(3);
  const bool is_day = text.size() == 5 && text[2] == '-' && out.month >= 1 && out.month <= 12 &&
                      out.day >= 1 && out.day <= 31;
  if (!is_day && !text.empty()) {
    reader.problems().error(reader.value_place(key).at,
                            fmt::format("\"{}\" is not a day of the year", text),
                            "write it as \"MM-DD\"");
  }
}

Holiday read_holiday(const JsonNode& node, FileProblems& problems) {
  constexpr int kMostFromEaster = 70;  // days
  const std::vector<std::string_view> weekdays = {"monday", "tuesday", "wednesday", "thursday",
                                                  "friday"};
  ObjectReader reader(node, problems);
  Holiday out;
  reader.text("name");  // for people
  const std::string weekday = reader.word("weekday", weekdays, Need::optional);
  if (!weekday.empty()) {
    out.kind = Holiday::Kind::weekday;
    out.number =
        static_cast<int>(std::find(weekdays.begin(), weekdays.end(), weekday) - weekdays.begin()) +
        1;
    read_month_and_day(reader, "from", out);
  } else if (const JsonNode* easter = reader.take("easter")) {
    out.kind = Holiday::Kind::easter;
    const std::string& text = easter->text;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out.number);
    if (easter->kind != JsonNode::Kind::number || error != std::errc{} ||
        end != text.data() + text.size() || out.number < -kMostFromEaster ||
        out.number > kMostFromEaster) {
      problems.error(easter->at, "expected the days after Easter Sunday, from -70 to 70",
                     "Good Friday is -2");
    }
  } else {
    read_month_and_day(reader, "on", out);
    out.weekend = reader.optional_one_of<WeekendRule>("weekend").value_or(WeekendRule::stays);
  }
  return out;
}

/// The editing matrix is for people and other tools; portfix only checks its form.
void check_edit_matrix(ObjectReader& reader) {
  const JsonNode* node = reader.take("edit_matrix");
  if (node == nullptr) return;
  ObjectReader matrix(*node, reader.problems());
  const auto columns = matrix.texts("columns", Need::required).size();
  matrix.each_member("rows", [&](const JsonNode& row) {
    if (row.children.size() != columns) {
      reader.problems().error(row.at, fmt::format("row \"{}\" has {} cells, not {}", row.key,
                                                  row.children.size(), columns));
    }
  });
}

}  // namespace

Carrier read_carrier(ObjectReader& reader) {
  Carrier carrier;
  carrier.place = reader.place();
  carrier.id = reader.text("id");
  carrier.name = reader.text("name");
  carrier.plain_name = reader.optional_text("plain_name");
  carrier.aliases = reader.located("aliases");
  carrier.weak_aliases = reader.located("weak_aliases");
  carrier.words = reader.located("words");
  carrier.numbers = reader.texts("numbers");
  carrier.keys = reader.texts("keys");
  carrier.country = reader.text("country");
  carrier.kind = reader.word("kind", {"wireless", "wireline", "voip", "toll-free"});
  carrier.generic = reader.optional_flag("generic");
  carrier.network = reader.located("network");
  carrier.wrong_code = reader.optional_text("wrong_code");
  reader.each_member("formats", [&](const JsonNode& member) {
    ObjectReader format(member, reader.problems());
    format.each("digits", Need::some, [&](const JsonNode& item) {
      carrier.digits[member.key].push_back(format.integer_of(item));
    });
  });
  reader.each("steps", Need::required, [&](const JsonNode& node) {
    ObjectReader step(node, reader.problems());
    CarrierStep out;
    out.topic = step.text("topic");
    out.text = step.text("step");
    out.format = step.optional_text("format");
    out.lifetime = step.optional_text("lifetime");
    out.customer = step.optional_text("customer");
    out.confidence = read_confidence(step);
    out.source = read_inline_source(step);
    carrier.steps.push_back(std::move(out));
  });
  return carrier;
}

Provider read_provider(ObjectReader& reader) {
  Provider provider;
  provider.place = reader.place();
  provider.id = reader.text("id");
  provider.name = reader.text("name");
  provider.aliases = reader.located("aliases");
  provider.schemes = reader.located("schemes");
  provider.desk = reader.optional_text("desk");
  if (const JsonNode* node = reader.take("recognise")) {
    ObjectReader recognise(*node, reader.problems());
    provider.domains = recognise.texts("domains");
    provider.keys = recognise.texts("keys");
    provider.order_id_prefixes = recognise.texts("order_id_prefixes");
  }
  if (const JsonNode* node = reader.take("fields")) {
    ObjectReader fields(*node, reader.problems());
    for (const JsonNode& member : node->children) {
      if (is_comment(member.key)) continue;
      provider.fields[member.key] = fields.texts(member.key);
    }
  }
  provider.resubmit_at = reader.place_of("resubmit");
  reader.each("resubmit", Need::required, [&](const JsonNode& node) {
    ObjectReader rule(node, reader.problems());
    ResubmitRule out;
    out.policy = rule.one_of<Policy>("policy");
    out.change = rule.texts("change");
    out.order = rule.word("order", {"same", "new", "none"});
    out.steps = rule.texts("steps", Need::some);
    provider.resubmit.push_back(std::move(out));
  });
  reader.each("api", Need::optional, [&](const JsonNode& node) {
    ObjectReader call(node, reader.problems());
    ApiCall out;
    out.policy = call.one_of<Policy>("policy");
    out.method = call.text("method");
    out.path = call.text("path");
    out.note = call.optional_text("note");
    out.is_xml = call.word("type", {"json", "xml"}, Need::optional) == "xml";
    out.needs_documents = call.optional_flag("needs_documents");
    out.body = read_body(call, "body");
    provider.api.push_back(std::move(out));
  });
  provider.deadlines = read_deadlines(reader);
  provider.sources = read_sources(reader);
  check_edit_matrix(reader);
  return provider;
}

Country read_country(ObjectReader& reader) {
  Country country;
  country.place = reader.place();
  country.id = reader.text("id");
  country.name = reader.text("name");
  country.calling_code = reader.text("calling_code");
  country.area_codes = reader.texts("area_codes");
  country.mentions = reader.located("mentions");
  reader.each("law", Need::optional, [&](const JsonNode& node) {
    ObjectReader law(node, reader.problems());
    Law out;
    out.reasons = law.located("reasons");
    out.stance = law.word("stance", {"dispute", "comply", "depends"});
    out.says = law.text("says");
    out.confidence = read_confidence(law);
    out.source = read_inline_source(law);
    country.law.push_back(std::move(out));
  });
  country.deadlines = read_deadlines(reader);
  if (const JsonNode* node = reader.take("holidays")) {
    ObjectReader holidays(*node, reader.problems());
    holidays.each("days", Need::some, [&](const JsonNode& day) {
      country.holidays.push_back(read_holiday(day, reader.problems()));
    });
    country.holiday_source = read_inline_source(holidays);
  }
  return country;
}

}  // namespace portfix
