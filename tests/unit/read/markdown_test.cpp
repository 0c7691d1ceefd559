#include <catch2/catch.hpp>

#include "unit/read/markdown_reading.h"

using namespace kanon;

TEST_CASE("headings get anchors from their text") {
  const MarkdownReading body("## Formål og omfang\n\n## Ærø & *Å*\n\n## !!!\n\nUnder\n-----\n");
  CHECK(body.texts(MarkdownKind::heading) == Strings{"formaal-og-omfang", "aeroe-aa", "afsnit", "under"});
  CHECK(body.all(MarkdownKind::heading)[3].level == 2);
  CHECK(body.sources(MarkdownKind::heading)[3] == "Under\n-----");
}

TEST_CASE("an anchor of its own wins and leaves the text") {
  const MarkdownReading body("## Formål {#formaal}\n\n### `kode` {#K_2-x}\n\n## Krav {#krav} ##\n");
  CHECK(body.texts(MarkdownKind::heading) == Strings{"formaal", "K_2-x", "krav"});
  CHECK(body.all(MarkdownKind::heading)[0].has(flag_own_anchor));
  CHECK(plain_text(body.file(), 1) == "Formål");
  CHECK(body.outline().find("{#") == std::string::npos);
}

TEST_CASE("what only looks like an anchor stays text") {
  for (const std::string_view text : {"## A {#1a}\n", "## A {#}\n", "## A \\{#a}\n", "## A {#a b}\n", "## A {#a} b\n",
                                      "## A `{#a}`\n", "## A {\\#a}\n"}) {
    const MarkdownReading body(text);
    INFO(text);
    CHECK_FALSE(body.all(MarkdownKind::heading).front().has(flag_own_anchor));
  }
  CHECK(plain_text(MarkdownReading("## A \\{#a}\n").file(), 1) == "A {#a}");
}

TEST_CASE("repeated anchors are told apart and never collide") {
  CHECK(MarkdownReading("# A\n# A\n# A\n").texts(MarkdownKind::heading) == Strings{"a", "a-2", "a-3"});
  CHECK(MarkdownReading("# A\n# A\n# B {#a-2}\n").texts(MarkdownKind::heading) == Strings{"a", "a-3", "a-2"});
  CHECK(MarkdownReading("# A\n# A\n# A 2\n").texts(MarkdownKind::heading) == Strings{"a", "a-3", "a-2"});
  CHECK(MarkdownReading("# A\n# B {#a}\n").texts(MarkdownKind::heading) == Strings{"a-2", "a"});
  CHECK(MarkdownReading("# A {#x}\n# B {#x}\n").texts(MarkdownKind::heading) == Strings{"x", "x-2"});
  CHECK(MarkdownReading("> # A\n\n- # A\n").texts(MarkdownKind::heading) == Strings{"a", "a-2"});
}

TEST_CASE("admonitions are quotations with a known marker") {
  const MarkdownReading body(
      "> [!NOTE]\n> Tekst\n\n> [!definition] Bærbar *enhed*\n> Tekst\n\n> [!RECOMMENDATION] 1.1\n>\n> Tekst\n\n> "
      "[!Tip]\n");
  const auto found = body.all(MarkdownKind::admonition);
  REQUIRE(found.size() == 4);
  CHECK(found[0].level == static_cast<std::uint8_t>(AdmonitionKind::note));
  CHECK(found[1].level == static_cast<std::uint8_t>(AdmonitionKind::definition));
  CHECK(body.texts(MarkdownKind::admonition) == Strings{"", "Bærbar enhed", "1.1", ""});
  CHECK(body.outline() == "BOX(P('Tekst')) BOX(P('Tekst')) BOX(P('Tekst')) BOX");
  CHECK(body.sources(MarkdownKind::paragraph) == Strings{"Tekst", "Tekst", "Tekst"});
}

TEST_CASE("other quotations stay quotations") {
  for (const std::string_view text :
       {"> [!FOO]\n> x\n", "> \\[!NOTE]\n> x\n", "> x [!NOTE]\n", "> # [!NOTE]\n", "> [!NOTE]x\n", ">\n"}) {
    INFO(text);
    CHECK(MarkdownReading(text).all(MarkdownKind::admonition).empty());
    CHECK(MarkdownReading(text).all(MarkdownKind::block_quote).size() == 1);
  }
}

TEST_CASE("a code block of kanon is an embed") {
  const MarkdownReading body(
      "```kanon requirements catalog=lk-basis phase=\"1 og 2\"\n```\n\n```kanonisk\nx\n```\n\n~~~ kanon "
      "history\n~~~\n\n```kanon\n```\n");
  CHECK(body.texts(MarkdownKind::embed) == Strings{"requirements", "history", ""});
  CHECK(body.extras(MarkdownKind::embed) == Strings{"catalog=lk-basis\nphase=1 og 2", "", ""});
  CHECK(body.texts(MarkdownKind::code_block) == Strings{"x\n"});
  CHECK(body.extras(MarkdownKind::code_block) == Strings{"kanonisk"});
}

TEST_CASE("lists know their order, start, tightness and tasks") {
  const MarkdownReading body("3. a\n4. b\n\n- [ ] a\n- [x] b [x]\n- [X] c\n- \\[ ] d\n- [ ]e\n\n> * [ ] f\n>\n> * g\n");
  const auto lists = body.all(MarkdownKind::list);
  REQUIRE(lists.size() == 3);
  CHECK((lists[0].has(flag_ordered) && lists[0].number == 3 && lists[0].has(flag_tight)));
  CHECK_FALSE(lists[2].has(flag_tight));
  std::vector<int> flags;
  for (const MarkdownNode& item : body.all(MarkdownKind::item)) flags.push_back(item.flags);
  CHECK(flags ==
        std::vector<int>{0, 0, flag_task, flag_task | flag_checked, flag_task | flag_checked, 0, 0, flag_task, 0});
  CHECK(body.outline().find("ITEM(P('b [x]'))") != std::string::npos);
}

TEST_CASE("tables know header, alignment and escaped borders") {
  const MarkdownReading body("| a | b | c | d |\n|---|:--|:-:|--:|\n| e \\| f | `g \\| h` |\n");
  const auto cells = body.all(MarkdownKind::table_cell);
  REQUIRE(cells.size() == 8);
  CHECK(cells[0].has(flag_header));
  CHECK_FALSE(cells[4].has(flag_header));
  for (std::uint8_t column = 0; column < 4; ++column) CHECK(cells[column].level == column);
  CHECK(body.texts(MarkdownKind::code) == Strings{"g | h"});
  CHECK(body.sources(MarkdownKind::table_cell) == Strings{"a", "b", "c", "d", "e \\| f", "`g \\| h`", "", ""});
}

TEST_CASE("footnotes stand last, in the order of their first reference") {
  const MarkdownReading body(
      "[^z]: Sidst.[^m]\n\nA[^a] b[^z] c[^a].\n\n[^a]: Først.\n\n[^m]: I en note.\n\n[^n]: Aldrig.\n");
  CHECK(body.outline() ==
        "P('A' REF ' b' REF ' c' REF '.') NOTE(P('Først.')) NOTE(P('Sidst.' REF)) NOTE(P('I en note.'))");
  CHECK(body.texts(MarkdownKind::footnote_definition) == Strings{"a", "z", "m"});
  std::vector<std::pair<int, int>> references;
  for (const MarkdownNode& node : body.all(MarkdownKind::footnote_reference))
    references.emplace_back(node.number, node.level);
  CHECK(references == std::vector<std::pair<int, int>>{{1, 1}, {2, 1}, {1, 2}, {3, 1}});
  CHECK(body.findings().empty());
}

TEST_CASE("a reference to no footnote is found where it stands") {
  const MarkdownReading body(
      "Se [^note] og **[^b]**.\n\n> - Her[^æ]\n>   og `[^kode]`, \\[^fri], [^xx](y)\n\n| a[^c] |\n|---|\n\n[^noten]: "
      "x\n");
  CHECK(body.findings() == Strings{"undefined-footnote: [^note]", "undefined-footnote: [^b]",
                                   "undefined-footnote: [^æ]", "undefined-footnote: [^c]"});
  CHECK(body.file().findings()[0].help.da.find("[^noten]") != std::string::npos);
}

TEST_CASE("the body may begin anywhere in the text") {
  const std::string text = "---\ntitle: x\n---\n# A\n\n[b](c)\n";
  const MarkdownReading body(text, static_cast<std::uint32_t>(text.find("# A")));
  CHECK(body.sources(MarkdownKind::heading) == Strings{"# A"});
  CHECK(body.sources(MarkdownKind::link) == Strings{"[b](c)"});
  CHECK(body.nodes()[0].range.begin == text.find("# A"));
  CHECK(MarkdownReading("abc", 100).nodes().size() == 1);
  CHECK(MarkdownReading("").nodes().size() == 1);
}

TEST_CASE("nesting beyond the bound is flattened and said") {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "> ";
  const MarkdownReading body(text + "dybt\n");
  CHECK(body.all(MarkdownKind::block_quote).size() < 200);
  CHECK(body.texts(MarkdownKind::text) == Strings{"dybt"});
  REQUIRE(body.file().findings().size() == 1);
  CHECK(body.file().findings()[0].rule == RuleId::too_large);
}

TEST_CASE("control characters and broken UTF-8 never reach the tree") {
  const MarkdownReading body("a\x01 b&#1; c\xC2\x85 \xEF\xBF\xBF d&#x7f;\n\n```\nx\x02\n```\n");
  for (const MarkdownNode& node : body.nodes()) {
    for (const char c : body.text(node)) CHECK((c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20));
  }
  CHECK(body.outline() == "P('a b c  d') ?");
}
