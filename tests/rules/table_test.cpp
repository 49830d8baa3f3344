#include "rules/table.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "catch.hpp"
#include "portfix/rule_table.hpp"
#include "rules/compile.hpp"
#include "rules/good_rules.hpp"

namespace portfix {
namespace {

RuleTable table_of(std::vector<RuleFile> files) {
  Diagnostics problems;
  lay_over(files, {});  // sorts them
  auto table = build_table(std::move(files), problems);
  INFO(test::in_words(problems));
  REQUIRE(table.has_value());
  return *table;
}

RuleTable good_table() { return table_of(test::good_files()); }

/// A scheme whose codes are `codes`, as JSON; each needs a label of its own.
RuleFile scheme(const std::string& id, const std::string& keys, const std::string& codes) {
  return test::rule_file("codes", id,
                         R"({"id": ")" + id +
                             R"(", "name": "N", "about": "A", "stands": "anywhere",)" + keys +
                             R"("sources": [{"id": "s", "url": "u", "seen": "2026-11-23"}],
                                "codes": [)" +
                             codes + "]}");
}

std::string code(const std::string& code, const std::string& label, const std::string& more = {}) {
  return R"({"code": ")" + code + R"(", "label": ")" + label +
         R"(", "status": "catch_all", "source": "s")" + more + "}";
}

/// "scheme:code label" of every row found.
std::vector<std::string> found(const RuleTable& table, std::string_view code) {
  const TableView& view = table.view();
  std::vector<std::string> out;
  for (const CodeKeyRow& key : view.find_code(code)) {
    const CodeRow& row = view.codes()[key.code];
    out.push_back(std::string(view.text(view.schemes()[row.scheme].id)) + ":" +
                  std::string(view.text(row.code)) + " " + std::string(view.text(row.label)));
  }
  return out;
}

using Texts = std::vector<std::string>;

/// What the trie recognises in all of these words: kinds and what they refer to.
Texts recognised(const RuleTable& table, std::string_view words) {
  const TableView& view = table.view();
  const Words split = split_words(words);
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < split.size(); ++i) {
    const WordSlot* slot = view.find_word(split[i]);
    node = slot == nullptr ? 0 : view.next_node(node, slot->id);
    if (node == 0) return {};
  }
  Texts out;
  for (const std::uint32_t atom : view.list(view.list(view.header().nodes)[node].atoms)) {
    const AtomRow& row = view.atoms()[atom];
    if (row.kind == AtomKind::meaning) {
      const auto concepts = view.list(view.header().concepts);
      out.push_back("<" + std::string(view.text(concepts[row.ref].id)) + ">");
    } else if (row.kind == AtomKind::label) {
      out.push_back("label of " + std::string(view.text(view.codes()[row.ref].code)));
    } else if (row.kind == AtomKind::carrier) {
      out.push_back("carrier " + std::string(view.text(view.carriers()[row.ref].id)));
    } else if (row.kind == AtomKind::provider) {
      out.push_back("provider " + std::string(view.text(view.providers()[row.ref].id)));
    } else if (row.kind == AtomKind::scheme) {
      out.push_back("scheme " + std::string(view.text(view.schemes()[row.ref].id)));
    } else {
      out.emplace_back(row.kind == AtomKind::phrase ? "phrase" : "something else");
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a compiled table gives back what the files say") {
  const RuleTable table = good_table();
  const TableView& view = table.view();

  const ReasonRow* reason = view.find(view.reasons(), "pin-missing");
  REQUIRE(reason != nullptr);
  CHECK(view.text(reason->title) == "PIN missing");
  CHECK(reason->owner == Owner::customer);
  CHECK(reason->policy == Policy::supplement);
  REQUIRE(view.list(reason->fix).size() == 1);
  CHECK(view.text(view.list(reason->fix)[0].topic) == "pin");
  REQUIRE(view.list(reason->change).size() == 1);
  CHECK(view.text(view.list(reason->change)[0]) == "pin");
  CHECK(view.text(view.list(reason->sources)[0].seen) == "2026-11-23");
  CHECK(view.text(view.files()[reason->file].id) == "pin-missing");

  const CarrierRow* carrier = view.find(view.carriers(), "bell");
  REQUIRE(carrier != nullptr);
  REQUIRE(view.list(carrier->digits).size() == 1);
  CHECK(view.list(view.list(carrier->digits)[0].lengths)[0] == 9);
  CHECK(view.text(view.list(carrier->network)[0]) == "bell");

  const ProviderRow* provider = view.find(view.providers(), "acme");
  REQUIRE(provider != nullptr);
  CHECK(view.list(provider->resubmit).size() == EnumNames<Policy>::names.size());
  CHECK(view.text(view.list(view.list(provider->fields)[0].paths)[0]) == "order.id");
  REQUIRE(view.list(provider->deadlines).size() == 1);
  const auto concerned = view.list(view.list(provider->deadlines)[0].reasons);
  REQUIRE(concerned.size() == 1);
  CHECK(view.text(view.reasons()[concerned[0]].id) == "pin-missing");

  const CountryRow* country = view.find(view.countries(), "US");
  REQUIRE(country != nullptr);
  CHECK(view.text(view.list(country->law)[0].stance) == "comply");

  CHECK(view.find(view.reasons(), "no-such-reason") == nullptr);
  CHECK(view.index_of(view.reasons(), "no-such-reason") == view.reasons().size());
}

TEST_CASE("words are found in folded form with what they are for") {
  const RuleTable table = good_table();
  struct Case {
    const char* word;
    std::uint32_t flags;
  };
  const Case cases[] = {
      {"the", word_flag::filler},
      {"or", word_flag::connector},
      {"no", word_flag::negator},
      {"but", word_flag::contrast},
      {"for", word_flag::preposition},
      {"code", word_flag::code_word},
      {"passcode", 0},
      {"firm", 0},
  };
  for (const Case& c : cases) {
    INFO(c.word);
    const WordSlot* slot = table.view().find_word(c.word);
    REQUIRE(slot != nullptr);
    CHECK(slot->id != 0);
    CHECK(slot->flags == c.flags);
    CHECK(table.view().text(slot->text) == c.word);
  }
  for (const char* unknown : {"", "Passcode", "xyzzy"}) {
    CHECK(table.view().find_word(unknown) == nullptr);
  }
}

TEST_CASE("the trie knows concepts, phrases, labels and names") {
  struct Case {
    const char* words;
    Texts recognised;
  };
  const Case cases[] = {
      {"account number", {"<account-number>"}},
      {"ACCT #", {"<account-number>"}},
      {"account", {}},
      {"number account", {}},
      {"transfer", {"phrase"}},
      {"Account number required or incorrect", {"label of 8A"}},
      {"Passcode missing", {"label of 06"}},
      {"Other", {}},
      {"Bell", {"carrier bell"}},
      {"Acme", {"provider acme"}},
      {"acme telecom", {"provider acme"}},
      {"Acme response", {"scheme acme"}},
  };
  const RuleTable table = good_table();
  for (const Case& c : cases) {
    INFO(c.words);
    CHECK(recognised(table, c.words) == c.recognised);
  }
}

TEST_CASE("a pattern hangs on its rarest part") {
  const RuleTable table = good_table();
  const TableView& view = table.view();
  std::vector<int> hung(view.patterns().size(), 0);
  for (const AtomRow& atom : view.atoms()) {
    for (const std::uint32_t pattern : view.list(atom.patterns)) {
      ++hung[pattern];
      const PatternRow& row = view.patterns()[pattern];
      CHECK(&view.atoms()[view.list(row.parts)[row.anchor].atom] == &atom);
    }
  }
  CHECK(hung == std::vector<int>(view.patterns().size(), 1));
}

TEST_CASE("codes and aliases are found in any letter case") {
  auto files = test::good_files();
  files.push_back(scheme("api", "", code("Bad_Pin", "Bad", R"(, "aliases": ["BadPIN", "E-7"])")));
  const RuleTable table = table_of(std::move(files));
  for (const char* spelling : {"Bad_Pin", "BAD_PIN", "bad_pin", "badpin", "BADPIN", "e-7"}) {
    INFO(spelling);
    CHECK(found(table, spelling) == Texts{"api:Bad_Pin Bad"});
  }
  for (const char* other : {"", "bad", "bad_pin ", "bad_pins"}) CHECK(found(table, other).empty());
  CHECK(found(table, std::string(100, 'a')).empty());
}

TEST_CASE("leading zeros count unless the scheme is loose about them") {
  auto files = test::good_files();
  files.push_back(scheme("strict", "", code("06", "A") + "," + code("7", "B")));
  files.push_back(scheme("loose", R"("leading_zeros": "loose",)",
                         code("06", "A") + "," + code("7", "B") + "," + code("0", "C") + "," +
                             code("0A", "D") + "," + code("X", "E", R"(, "aliases": ["015"])")));
  std::erase_if(files, [](const RuleFile& file) { return file.id == "acme"; });
  const RuleTable table = table_of(std::move(files));
  struct Case {
    const char* code;
    Texts found;
  };
  const Case cases[] = {
      {"06", {"loose:06 A", "strict:06 A"}},
      {"6", {"loose:06 A"}},
      {"006", {"loose:06 A"}},
      {"0006", {"loose:06 A"}},
      {"00006", {}},
      {"7", {"loose:7 B", "strict:7 B"}},
      {"07", {"loose:7 B"}},
      {"0", {"loose:0 C"}},
      {"00", {}},
      {"0a", {"loose:0A D"}},
      {"a", {}},
      {"15", {"loose:X E"}},
  };
  for (const Case& c : cases) {
    INFO(c.code);
    CHECK(found(table, c.code) == c.found);
  }
}

TEST_CASE("a range stands for its numbers, and a row of its own goes before") {
  auto files = test::good_files();
  files.push_back(scheme("ranges", "",
                         code("6100-6579", "Range") + "," + code("6200", "Own") + "," +
                             code("9-5", "Backwards") + "," + code("1-", "No end") + "," +
                             code("1-99999999999", "Too long") + "," +
                             code("0-500000", "Too wide") + "," + code("12-A", "No range")));
  const RuleTable table = table_of(std::move(files));
  struct Case {
    const char* code;
    Texts found;
  };
  const Case cases[] = {
      {"6100", {"ranges:6100-6579 Range"}},
      {"6579", {"ranges:6100-6579 Range"}},
      {"6580", {}},
      {"6099", {}},
      {"6200", {"ranges:6200 Own"}},
      {"6100-6579", {"ranges:6100-6579 Range"}},
      {"7", {}},
      {"9-5", {"ranges:9-5 Backwards"}},
      {"1", {}},
      {"1-", {"ranges:1- No end"}},
      {"400000", {}},
      {"0-500000", {"ranges:0-500000 Too wide"}},
      {"12-a", {"ranges:12-A No range"}},
  };
  for (const Case& c : cases) {
    INFO(c.code);
    CHECK(found(table, c.code) == c.found);
  }
}

TEST_CASE("schemes that share a code are found by rank, then by name") {
  auto files = test::good_files();
  files.push_back(scheme("late", R"("rank": 90,)", code("8A", "Late")));
  files.push_back(
      scheme("early", R"("rank": 10,)", code("8A", "Early one") + "," + code("8A", "Early two")));
  files.push_back(scheme("zeta", "", code("8a", "Zeta")));
  CHECK(found(table_of(std::move(files)), "8A") ==
        Texts{"early:8A Early one", "early:8A Early two",
              "acme:8A Account number required or incorrect", "zeta:8a Zeta", "late:8A Late"});
}

TEST_CASE("bytes that are no table are refused") {
  const std::string bytes(good_table().view().bytes());
  CHECK(RuleTable::from_bytes(bytes).digest() == good_table().digest());
  CHECK_THROWS_AS(RuleTable::from_bytes(""), std::invalid_argument);
  CHECK_THROWS_AS(RuleTable::from_bytes("no table"), std::invalid_argument);
  CHECK_THROWS_AS(RuleTable::from_bytes(bytes.substr(0, bytes.size() - 4)), std::invalid_argument);
  std::string other = bytes;
  other[8] = static_cast<char>(other[8] + 1);  // the version
  CHECK_THROWS_AS(RuleTable::from_bytes(other), std::invalid_argument);
}

}  // namespace portfix
