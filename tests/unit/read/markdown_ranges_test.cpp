#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <sstream>

#include "unit/read/markdown_reading.h"

using namespace kanon;

TEST_CASE("inline nodes stand where their markup begins and ends") {
  const MarkdownReading body(
      "Æ [l](u \"t\") **s** *e* `k` ~~d~~ ![b](p) <https://x.dk> www.dr.dk a@b.dk[^1]\n\n[^1]: n\n");
  CHECK(body.sources(MarkdownKind::link) == Strings{"[l](u \"t\")", "<https://x.dk>", "www.dr.dk", "a@b.dk"});
  CHECK(body.sources(MarkdownKind::strong) == Strings{"**s**"});
  CHECK(body.sources(MarkdownKind::emphasis) == Strings{"*e*"});
  CHECK(body.sources(MarkdownKind::code) == Strings{"`k`"});
  CHECK(body.sources(MarkdownKind::strikethrough) == Strings{"~~d~~"});
  CHECK(body.sources(MarkdownKind::image) == Strings{"![b](p)"});
  CHECK(body.sources(MarkdownKind::footnote_reference) == Strings{"[^1]"});
  CHECK(body.sources(MarkdownKind::footnote_definition) == Strings{"[^1]: n"});
}

TEST_CASE("on later lines of containers as well") {
  const MarkdownReading body(
      "> - æøå\n>   [a](b) og\n>   *c\n>   d* [e\n>   f](g)\n> dovent [h](i)\n\n1.  x\n    <b>y</b>\n\ty [t](u)\n");
  CHECK(body.sources(MarkdownKind::link) == Strings{"[a](b)", "[e\n>   f](g)", "[h](i)", "[t](u)"});
  CHECK(body.sources(MarkdownKind::emphasis) == Strings{"*c\n>   d*"});
  CHECK(body.sources(MarkdownKind::element) == Strings{"<b>y</b>"});
}

TEST_CASE("a line break inside a link shifts nothing behind it") {
  const MarkdownReading body("[a](b\n\"t\n\n");
  CHECK(body.all(MarkdownKind::link).empty());
  const MarkdownReading next("[a](b\n\"titel\nmere\") x\n`k` [c](d) <sub\nclass=a>e</sub> [f](g)\n");
  CHECK(next.sources(MarkdownKind::link) == Strings{"[a](b\n\"titel\nmere\")", "[c](d)", "[f](g)"});
  CHECK(next.sources(MarkdownKind::code) == Strings{"`k`"});
  CHECK(next.sources(MarkdownKind::element) == Strings{"<sub\nclass=a>e</sub>"});
}

TEST_CASE("references, nested brackets and odd destinations keep their ends") {
  const MarkdownReading body(
      "[a][r] [r][] [r] [b](<x y> 'q') [c](d(e)f) [g]( h ) [i](j \"k\\\"l\") ![m [n](o)](p) x\n\n[r]: z\n");
  CHECK(body.sources(MarkdownKind::link) ==
        Strings{"[a][r]", "[r][]", "[r]", "[b](<x y> 'q')", "[c](d(e)f)", "[g]( h )", "[i](j \"k\\\"l\")"});
  CHECK(body.sources(MarkdownKind::image) == Strings{"![m [n](o)](p)"});
}

TEST_CASE("character references and escapes are counted as they are written") {
  const MarkdownReading body("&aring;\\*&#230;&amp;amp; [a](b) &lt; www.x.dk?a&amp;b [c](d)\n");
  CHECK(body.sources(MarkdownKind::link) == Strings{"[a](b)", "www.x.dk?a&amp;b", "[c](d)"});
  CHECK(body.texts(MarkdownKind::text)[0] == "å*æ&amp; ");
}

TEST_CASE("tables place their cells, also behind a paragraph and in containers") {
  const MarkdownReading body("> tekst\n> | [a](b) | c |\n> |---|---|\n> | \\| x | [d](e) |\n> [f](g) | `h`\n");
  CHECK(body.sources(MarkdownKind::link) == Strings{"[a](b)", "[d](e)", "[f](g)"});
  CHECK(body.sources(MarkdownKind::table_row) == Strings{"| [a](b) | c |", "| \\| x | [d](e) |", "[f](g) | `h`"});
  CHECK(body.sources(MarkdownKind::code) == Strings{"`h`"});
  CHECK(body.sources(MarkdownKind::paragraph) == Strings{"tekst"});
}

TEST_CASE("blocks end where their last line ends") {
  const MarkdownReading body(
      "# A\n\n- a\n\n  b\n\n> ```\n> x\n\nA\nB\n===\n---\n<div>\nx\n</div>\n\n[r]: z\ntekst [r]\n");
  CHECK(body.sources(MarkdownKind::list) == Strings{"- a\n\n  b"});
  CHECK(body.sources(MarkdownKind::code_block) == Strings{"```\n> x"});
  CHECK(body.sources(MarkdownKind::heading) == Strings{"# A", "A\nB\n==="});
  CHECK(body.sources(MarkdownKind::thematic_break) == Strings{"---"});
  CHECK(body.sources(MarkdownKind::element) == Strings{"<div>\nx\n</div>"});
  CHECK(body.sources(MarkdownKind::paragraph).back() == "tekst [r]");
  CHECK(body.sources(MarkdownKind::link) == Strings{"[r]"});
}

TEST_CASE("link definitions in front of a heading don't shift it") {
  const MarkdownReading body("[r]: z\n[s]: z\n[r] og [s]\n=====\n\n[x]: y\n");
  CHECK(body.sources(MarkdownKind::link) == Strings{"[r]", "[s]"});
}

namespace {

std::string wrong_places(const MarkdownReading& body) {
  for (const MarkdownNode& node : body.nodes()) {
    const std::string source = body.source(node.range);
    const auto begins = [&](std::string_view with) { return source.starts_with(with); };
    const bool right = [&] {
      switch (node.kind) {
        case MarkdownKind::link:
          return node.has(flag_autolink) || (begins("[") && (source.ends_with(')') || source.ends_with(']')));
        case MarkdownKind::image:
          return begins("![");
        case MarkdownKind::code:
          return begins("`") && source.ends_with('`');
        case MarkdownKind::footnote_reference:
          return begins("[^") && source.ends_with(']');
        case MarkdownKind::emphasis:
          return (begins("*") && source.ends_with('*')) || (begins("_") && source.ends_with('_'));
        case MarkdownKind::strong:
          return (begins("**") && source.ends_with("**")) || (begins("__") && source.ends_with("__"));
        default:
          return true;
      }
    }();
    if (!right) return std::to_string(static_cast<int>(node.kind)) + ": " + source;
  }
  return {};
}

}  // namespace

TEST_CASE("no node of invented texts stands in a wrong place") {
  const Strings pieces{
      "[a](b)",   "[c\nd](e \"f\")", "*g*",  "**h\ni**", "`k`",    "`l\nm`",    "![n](o)", "[^1]", "<https://x.dk>",
      "<b>q</b>", "<!-- x\ny -->",   "æøå",  "&amp;",    "\\*",    "\n",        " ",       "\n",   "[r]",
      "[s][r]",   "http://y.dk",     "word", "\\[",      "&copy;", "***t** u*", "_v_"};
  const Strings prefixes{"", "> ", "- ", "> - ", "1. > ", "## ", "[r]: x\n"};
  std::mt19937 random(11);
  for (int i = 0; i < 4000; ++i) {
    const std::string& prefix = prefixes[random() % prefixes.size()];
    std::string words;
    for (std::size_t n = 1 + random() % 12; n > 0; --n)
      words += pieces[random() % pieces.size()] + (random() % 2 == 0 ? " " : "");
    std::string text = prefix;
    for (const char c : words) {
      text += c;
      if (c == '\n')
        text += prefix == "> "      ? "> "
                : prefix == "- "    ? "  "
                : prefix == "> - "  ? ">   "
                : prefix == "1. > " ? "   >  "
                                    : "";
    }
    text += "\n\n[r]: z\n\n[^1]: note\n";
    INFO(text);
    REQUIRE(wrong_places(MarkdownReading(text)) == "");
  }
}
