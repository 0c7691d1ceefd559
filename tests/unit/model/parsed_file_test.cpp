#include "model/parsed_file.h"

#include <catch2/catch.hpp>
#include <cstring>
#include <random>

using namespace kanon;

namespace {

/// A document that says «Æ b», a mapping `k: v`, and a finding.
ParsedFile::Parts sample() {
  ParsedFile::Parts parts;
  parts.text = "k: v\n---\nÆ **b**\n";
  parts.yaml.push_back({.kind = YamlKind::mapping, .next = 3, .range = {0, 4}, .text = {}});
  parts.yaml.push_back({.kind = YamlKind::scalar, .next = 2, .range = {0, 1}, .text = parts.store("k")});
  parts.yaml.push_back({.kind = YamlKind::scalar, .quoted = 1, .next = 3, .range = {3, 4}, .text = parts.store("v")});
  parts.markdown.push_back({.kind = MarkdownKind::document, .next = 5, .range = {9, 18}});
  parts.markdown.push_back({.kind = MarkdownKind::paragraph, .next = 5, .range = {9, 17}});
  parts.markdown.push_back({.kind = MarkdownKind::text, .next = 3, .range = {9, 12}, .text = parts.store("Æ ")});
  parts.markdown.push_back({.kind = MarkdownKind::strong, .next = 5, .range = {12, 17}});
  parts.markdown.push_back({.kind = MarkdownKind::text, .next = 5, .range = {14, 15}, .text = parts.store("b")});
  parts.findings.push_back({RuleId::unsafe_link, {12, 17}, {"da", "en"}, {"hjælp", "help"}});
  return parts;
}

bool is_adopted(const ParsedFile::Parts& parts) {
  return ParsedFile::adopt(ParsedFile::pack(parts).bytes()).has_value();
}

}  // namespace

TEST_CASE("what was packed comes out as it went in") {
  const auto file = ParsedFile::adopt(ParsedFile::pack(sample()).bytes());
  REQUIRE(file);
  CHECK(file->text() == sample().text);
  REQUIRE(file->yaml().size() == 3);
  CHECK(file->string(file->yaml()[1].text) == "k");
  CHECK(file->yaml()[2].quoted == 1);
  REQUIRE(file->markdown().size() == 5);
  CHECK(file->markdown()[3].range == Range{12, 17});
  REQUIRE(file->findings().size() == 1);
  CHECK(file->findings()[0].rule == RuleId::unsafe_link);
  CHECK(file->findings()[0].help == Message{"hjælp", "help"});
}

TEST_CASE("what stands in the text is kept once, with or without quotes around it") {
  ParsedFile::Parts parts;
  parts.text = "\"" + std::string(1000, 'a') + "\" b";
  YamlNode node;
  node.kind = YamlKind::scalar;
  node.next = 1;
  node.range = {0, 1002};
  node.text = parts.store(std::string(1000, 'a'));
  parts.yaml.push_back(node);
  const ParsedFile once = ParsedFile::pack(parts);
  CHECK(once.bytes().size() < 1200);
  CHECK(once.string(once.yaml()[0].text) == std::string(1000, 'a'));
  parts.strings[500] = 'x';
  const ParsedFile twice = ParsedFile::pack(parts);
  CHECK(twice.bytes().size() > 2000);
  CHECK(twice.string(twice.yaml()[0].text) == parts.strings);
}

TEST_CASE("equal parts give equal bytes") {
  ParsedFile::Parts dirty = sample();
  for (YamlNode& node : dirty.yaml) {
    const YamlNode clean = node;
    std::memset(reinterpret_cast<char*>(&node) + 2, 0x5A, 2);
    node.kind = clean.kind;
  }
  CHECK(ParsedFile::pack(sample()).bytes() == ParsedFile::pack(dirty).bytes());
}

TEST_CASE("an empty file and no file at all are safe to look at") {
  CHECK(is_adopted({}));
  const ParsedFile none;
  CHECK(none.yaml().empty());
  CHECK(none.markdown().empty());
  CHECK(none.text().empty());
  CHECK(none.findings().empty());
  CHECK(none.string({0, 4}).empty());
  CHECK(plain_text(none, 0).empty());
  CHECK_FALSE(ParsedFile::adopt(""));
}

TEST_CASE("trees that are none are refused") {
  const auto spoilt = [](auto change) {
    ParsedFile::Parts parts = sample();
    change(parts);
    return is_adopted(parts);
  };
  CHECK(spoilt([](auto&) {}));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[0].next = 4; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[1].next = 6; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[1].next = 1; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[1].next = 4; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[2].next = 4; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[1].kind = MarkdownKind::document; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[1].kind = static_cast<MarkdownKind>(200); }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[1].kind = MarkdownKind::heading; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[3].kind = MarkdownKind::code; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[4].range.end = 100; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[4].range = {15, 14}; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[4].text.size = 1'000'000; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.markdown[4].extra = {0xFFFFFFFF, 0xFFFFFFFF}; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.yaml[1].kind = YamlKind::null; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.yaml[0].next = 2; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.yaml[2].kind = static_cast<YamlKind>(9); }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.yaml.pop_back(), parts.yaml[0].next = 2; }));
  CHECK_FALSE(spoilt([](auto& parts) { parts.findings[0].range = {17, 100}; }));
}

TEST_CASE("trees too deep to walk are refused") {
  const auto deep = [](std::uint32_t levels) {
    ParsedFile::Parts parts;
    for (std::uint32_t i = 0; i < levels; ++i) {
      parts.markdown.push_back(
          {.kind = i == 0 ? MarkdownKind::document : MarkdownKind::block_quote, .next = levels, .range = {}});
    }
    return is_adopted(parts);
  };
  CHECK(deep(256));
  CHECK_FALSE(deep(257));
}

TEST_CASE("cut, longer or altered bytes are refused or safe") {
  const std::string whole = ParsedFile::pack(sample()).bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(ParsedFile::adopt(whole.substr(0, size)));
  CHECK_FALSE(ParsedFile::adopt(whole + "x"));
  std::mt19937 random(1);
  for (std::size_t i = 0; i < 20'000; ++i) {
    std::string bytes = whole;
    for (std::size_t times = 1 + random() % 2; times > 0; --times)
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    const auto file = ParsedFile::adopt(bytes);
    if (!file) continue;
    for (const MarkdownNode& node : file->markdown()) CHECK(file->string(node.text).size() <= whole.size());
    CHECK(file->findings().size() <= 1);
    CHECK(plain_text(*file, 0).size() < 2 * whole.size());
  }
}

TEST_CASE("plain text is what a reader would speak") {
  ParsedFile::Parts parts;
  const auto add = [&](MarkdownKind kind, std::uint32_t next, std::string_view text = {}, std::uint16_t flags = 0) {
    parts.markdown.push_back({.kind = kind, .flags = flags, .next = next, .range = {}, .text = parts.store(text)});
  };
  add(MarkdownKind::document, 14);
  add(MarkdownKind::paragraph, 8);
  add(MarkdownKind::text, 3, "a");
  add(MarkdownKind::footnote_reference, 4, "1");
  add(MarkdownKind::soft_break, 5);
  add(MarkdownKind::emphasis, 7);
  add(MarkdownKind::code, 7, "b");
  add(MarkdownKind::text, 8, "c ");
  add(MarkdownKind::paragraph, 14);
  add(MarkdownKind::element, 11, "div", flag_block);
  add(MarkdownKind::text, 11, "d");
  add(MarkdownKind::text, 12, "e");
  add(MarkdownKind::element, 13, "br");
  add(MarkdownKind::text, 14, "f");
  const ParsedFile file = ParsedFile::pack(parts);
  CHECK(plain_text(file, 0) == "a bc d e f");
  CHECK(plain_text(file, 5) == "b");
  CHECK(plain_text(file, 99).empty());
}
