#include <catch2/catch.hpp>

#include "lsp/buffers.h"
#include "lsp/framing.h"
#include "lsp/json_rpc.h"
#include "lsp/local_findings.h"
#include "lsp/positions.h"
#include "lsp/uris.h"

namespace kanon::lsp {
namespace {

/// A stream over bytes that are all there.
MessageStream stream_of(std::string bytes) {
  auto rest = std::make_shared<std::string>(std::move(bytes));
  return MessageStream([rest](std::string& into, std::size_t count) {
    into = rest->substr(0, count);
    rest->erase(0, count);
    return into.size() == count;
  });
}

std::vector<std::string> bodies(std::string bytes) {
  auto stream = stream_of(std::move(bytes));
  std::vector<std::string> all;
  for (auto incoming = stream.next(); incoming.kind != Incoming::Kind::end; incoming = stream.next()) {
    all.push_back(incoming.kind == Incoming::Kind::message ? incoming.body : "!");
  }
  return all;
}

}  // namespace

TEST_CASE("messages are found by their length") {
  CHECK(bodies(framed("{}") + framed("æ")) == std::vector<std::string>{"{}", "æ"});
  CHECK(bodies("content-length:2\r\nContent-Type: x\r\n\r\n{}") == std::vector<std::string>{"{}"});
  CHECK(bodies("Content-Length: 2\n\n{}\n\n" + framed("[]")) == std::vector<std::string>{"{}", "[]"});
  CHECK(bodies("Content-Length: 5\r\n\r\n{}").empty());
  CHECK(bodies("").empty());
}

TEST_CASE("what has no usable length is told, and the next message is found") {
  for (const std::string header : {"Content-Length: x", "Content-Length: -1", "Content-Length:", "Content-Type: a",
                                   "Content-Length: 99999999999999999999999999", "rubbish"}) {
    INFO(header);
    CHECK(bodies(header + "\r\n\r\n" + framed("{}")) == std::vector<std::string>{"!", "{}"});
  }
  CHECK(bodies(std::string(100'000, 'x') + "\r\n\r\n" + framed("{}")) == std::vector<std::string>{"!", "{}"});
}

TEST_CASE("bodies are objects of a bounded depth") {
  CHECK(parse_body(R"({"a":[{"b":"]]]]\"{{"}]})").has_value());
  CHECK(parse_body("{").error().code == ErrorCode::parse_error);
  CHECK(parse_body("\"\xFF\"").error().code == ErrorCode::parse_error);
  CHECK(parse_body("[]").error().code == ErrorCode::invalid_request);
  CHECK(parse_body("{\"a\":" + std::string(200, '[')).error().code == ErrorCode::invalid_request);
}

TEST_CASE("numbers are held to what the protocol allows") {
  const Json json = Json::parse(R"({"a":{"b":7},"c":-1,"d":4294967296,"e":1.5,"f":"x"})");
  CHECK(number_at(json, {"a", "b"}) == 7);
  for (const auto* name : {"a", "c", "d", "e", "f", "g"}) CHECK(!number_at(json, {name}));
  CHECK(text_at(json, {"f"}) == "x");
  CHECK(text_at(json, {"a"}).empty());
  CHECK(member(json, {"f", "b"}) == nullptr);
}

TEST_CASE("positions count UTF-16 units or bytes, whatever ends the lines") {
  const std::string text = "aæ😀b\r\nå\rx\n";
  const TextLines utf16(text, Encoding::utf16);
  const TextLines utf8(text, Encoding::utf8);
  CHECK(utf16.position(7) == Position{0, 4});
  CHECK(utf8.position(7) == Position{0, 7});
  CHECK(utf16.offset({0, 4}) == 7);
  CHECK(utf8.offset({0, 7}) == 7);
  CHECK(utf16.position(10) == Position{1, 0});
  CHECK(utf16.position(13) == Position{2, 0});
  CHECK(utf16.position(15) == Position{3, 0});
  CHECK(utf16.offset({2, 0}) == 13);
}

TEST_CASE("positions beyond a line, beyond the text or within a character are drawn in") {
  const std::string text = "a😀\nb";
  const TextLines lines(text, Encoding::utf16);
  CHECK(lines.offset({0, 99}) == 5);
  CHECK(lines.offset({0, 2}) == 1);
  CHECK(lines.offset({9, 0}) == 7);
  CHECK(lines.position(99) == Position{1, 1});
  CHECK(TextLines("", Encoding::utf16).offset({0, 5}) == 0);
  CHECK(TextLines("a\xF0", Encoding::utf16).offset({0, 9}) == 2);
}

TEST_CASE("every place of a text comes back from its position") {
  const std::string text = "æble 😀😀\r\n\r\nA\rB\n\n𝔘";
  for (const Encoding encoding : {Encoding::utf16, Encoding::utf8}) {
    const TextLines lines(text, encoding);
    for (std::uint32_t at = 0; at <= text.size(); ++at) {
      const bool within = at < text.size() && ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
      const bool at_lf_of_crlf = at > 0 && at < text.size() && text[at] == '\n' && text[at - 1] == '\r';
      if (!within && !at_lf_of_crlf) CHECK(lines.offset(lines.position(at)) == at);
    }
  }
}

TEST_CASE("buffers change by stretches and by whole texts, in order") {
  Buffers buffers;
  buffers.open("/p/a.md", {"file:///p/a.md", "en\r\n😀to\r\n", 1});
  const auto change = [&](const char* changes) {
    return buffers.change("/p/a.md", 2, Json::parse(changes), Encoding::utf16);
  };
  CHECK(change(R"([{"range":{"start":{"line":1,"character":2},"end":{"line":1,"character":4}},"text":"tre"}])"));
  CHECK(buffers.find("/p/a.md")->text == "en\r\n😀tre\r\n");
  CHECK(change(
      R"([{"text":"x\n"},{"range":{"start":{"line":0,"character":1},"end":{"line":1,"character":0}},"text":""}])"));
  CHECK(buffers.find("/p/a.md")->text == "x");
  for (const auto* wrong :
       {"{}", "[1]", R"([{"text":1}])", R"([{"text":"y"},{"range":{},"text":""}])",
        R"([{"range":{"start":{"line":1,"character":0},"end":{"line":0,"character":0}},"text":""}])"}) {
    INFO(wrong);
    CHECK(!change(wrong));
    CHECK(buffers.find("/p/a.md")->text == "x");
  }
  CHECK(!buffers.change("/p/b.md", 1, Json::array(), Encoding::utf16));
}

TEST_CASE("URIs are paths of this machine, and nothing else") {
  CHECK(path_of_uri("file:///a/b%20%C3%A6.md") == "/a/b æ.md");
  CHECK(path_of_uri("FILE://localhost/a/") == "/a");
  CHECK(uri_of_path("/a/b æ.md") == "file:///a/b%20%C3%A6.md");
  for (const auto* wrong : {"http://x/a", "file://host/a", "file:a", "untitled:1", "", "file:///a/../b", "file:///%ff"})
    CHECK(!path_of_uri(wrong));
}

TEST_CASE("findings move with their lines, and go where their lines changed") {
  const auto at = [](std::uint32_t line) {
    Diagnostic finding;
    finding.place = {line, 1, line, 2};
    return finding;
  };
  const auto after = moved({at(1), at(2), at(3)}, "a\nb\nc\n", "a\nx\ny\nc\n");
  REQUIRE(after.size() == 2);
  CHECK(after[0].place.line == 1);
  CHECK(after[1].place.line == 4);
  CHECK(moved({at(1)}, "a", "b").empty());
  CHECK(moved({at(2)}, "a\nb", "a\nb").size() == 1);
}

}  // namespace kanon::lsp
