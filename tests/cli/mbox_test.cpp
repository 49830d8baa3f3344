#include "cli/mbox.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "support/temporary_file.hpp"

namespace portfix::cli {
namespace {

using Messages = std::vector<std::string>;

constexpr std::size_t kLimit = 1'000'000;

std::vector<MboxReader::Message> read(const std::string& bytes, std::string begin = {},
                                      std::size_t limit = kLimit) {
  const test::TemporaryFile file(bytes);
  Input input(file.path());
  MboxReader reader(input, std::move(begin), limit, [] {});
  std::vector<MboxReader::Message> messages;
  while (auto message = reader.next()) messages.push_back(std::move(*message));
  CHECK(input.ok());
  return messages;
}

Messages messages_of(const std::string& bytes) {
  Messages texts;
  for (const auto& message : read(bytes)) {
    CHECK(message.total == message.bytes.size());
    texts.push_back(message.bytes);
  }
  return texts;
}

const std::string kFrom = "From ada@example.org Tue Feb 10 09:01:00 2026\n";

}  // namespace

TEST_CASE("an mbox is known by its first line and the header behind it") {
  CHECK(begins_mbox(kFrom + "Subject: a\n"));
  CHECK(begins_mbox("From - Sat Jan  3 01:05:34 1998\nX-Mozilla-Status: 1\n"));
  CHECK(begins_mbox("From 17@xxx Mon Jan 05 12:00:00 +0000 2026\r\nX-GM-THRID: 1\r\n"));
  CHECK(begins_mbox("From \"a b\"@c.example Mon Jan  5 12:00:00 CET 2026\n>From x@y\n"));

  CHECK_FALSE(begins_mbox(""));
  CHECK_FALSE(begins_mbox(kFrom));
  CHECK_FALSE(begins_mbox(kFrom + "\nno header\n"));
  CHECK_FALSE(begins_mbox("From: ada@example.org\nSubject: a\n"));
  CHECK_FALSE(begins_mbox("From Tuesday on, the port is pending.\nReason: PIN\n"));
  CHECK_FALSE(begins_mbox("From the desk, Mon Jan 5\nReason: PIN\n"));
  CHECK_FALSE(begins_mbox("\n" + kFrom + "Subject: a\n"));
}

TEST_CASE("each message of an mbox is one text") {
  CHECK(messages_of("") == Messages{});
  CHECK(messages_of("\n\n") == Messages{});
  CHECK(messages_of(kFrom + "A: 1\n\na\n") == Messages{"A: 1\n\na\n"});
  CHECK(messages_of(kFrom + "A: 1\n\na\n\n" + kFrom + "B: 2\n\nb") ==
        Messages{"A: 1\n\na\n\n", "B: 2\n\nb"});
  CHECK(messages_of(kFrom) == Messages{""});
  CHECK(messages_of(kFrom + "\n" + kFrom + "A: 1\n") == Messages{"\n", "A: 1\n"});
  CHECK(messages_of("A: 1\n\na\n\n" + kFrom + "B: 2\n") == Messages{"A: 1\n\na\n\n", "B: 2\n"});
}

TEST_CASE("lines of an mbox may end in CR LF") {
  CHECK(messages_of("From a@b Tue Feb 10 09:01:00 2026\r\nA: 1\r\n\r\na\r\n\r\n"
                    "From a@b Tue Feb 10 09:01:00 2026\r\nB: 2\r\n") ==
        Messages{"A: 1\r\n\r\na\r\n\r\n", "B: 2\r\n"});
}

TEST_CASE("what looks like the beginning of a message inside one is text") {
  const Messages whole = {"A: 1\n\nfirst line\n" + kFrom + "From Monday on we wait.\n\n" +
                          "From the carrier: PIN wrong\n"};
  CHECK(messages_of(kFrom + whole.front()) == whole);
}

TEST_CASE("one mark before From is taken away") {
  CHECK(messages_of(kFrom + "A: 1\n\n>From a\n>>From b\n> From c\n>Fromage\nx >From d\n") ==
        Messages{"A: 1\n\nFrom a\n>From b\n> From c\n>Fromage\nx >From d\n"});
}

TEST_CASE("a message that is too long is cut, and its size is told") {
  const std::string line(200'000, 'x');
  const auto messages = read(kFrom + "A: 1\n\n" + line + "\n\n" + kFrom + "B: 2\n", {}, 1000);
  REQUIRE(messages.size() == 2);
  CHECK(messages[0].total == 6 + line.size() + 2);
  CHECK(messages[0].bytes.size() == 1001);
  CHECK(messages[1].bytes == "B: 2\n");
}

TEST_CASE("what was read before the mbox was known is not lost") {
  const auto messages = read("1\n\na\n", kFrom + "A: ");
  REQUIRE(messages.size() == 1);
  CHECK(messages[0].bytes == "A: 1\n\na\n");
}

TEST_CASE("a long line that begins like a message is text") {
  const std::string line = "From " + std::string(2000, 'x') + " Tue Feb 10 09:01:00 2026\n";
  CHECK(messages_of(kFrom + "\n" + line) == Messages{"\n" + line});
}

}  // namespace portfix::cli
