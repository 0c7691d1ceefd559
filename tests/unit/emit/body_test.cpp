#include <catch2/catch.hpp>

#include "unit/emit/body_reading.h"
#include "unit/emit/strict_html.h"

using namespace kanon;

namespace {

std::string html_with(std::string_view markdown, const std::function<void(BodyContext&)>& change) {
  const ParsedFile file = parsed_body(markdown);
  BodyContext context = plain_context(file);
  change(context);
  return write_body(file, context);
}

std::string english(std::string_view markdown) {
  return html_with(markdown, [](BodyContext& context) { context.language = Language::en; });
}

}  // namespace

TEST_CASE("headings have an id and a link to themselves") {
  CHECK(html_of("## Formål & *mål*\n") ==
        "<h2 id=\"formaal-maal\">Formål &amp; <em>mål</em> <a class=\"permalink\" href=\"#formaal-maal\" "
        "aria-label=\"Link til afsnittet Formål &amp; mål\">#</a></h2>\n");
  CHECK(english("## A\n").find("aria-label=\"Link to section A\"") != std::string::npos);
  CHECK(html_with("##### A\n\n###### B\n", [](BodyContext& context) { context.heading_shift = 2; }).find("<h7") ==
        std::string::npos);
  const std::string shifted = html_with("## A\n", [](BodyContext& context) {
    context.heading_shift = 1;
    context.id_prefix = "backup-";
  });
  CHECK(shifted.starts_with("<h3 id=\"backup-a\">A <a class=\"permalink\" href=\"#backup-a\""));
}

TEST_CASE("links go where the context says, or not at all") {
  CHECK(html_of("[a](b.md \"c\")\n") == "<p><a href=\"b.md\" title=\"c\">a</a></p>\n");
  CHECK(html_of("<https://x.dk/?a&b>\n") ==
        "<p><a href=\"https://x.dk/?a&amp;b\" rel=\"external\">https://x.dk/?a&amp;b</a></p>\n");
  CHECK(html_of("[a](javascript:b)\n") == "<p>a</p>\n");
  CHECK(html_of("[](b.md) [ ](c.md) [![d](e.png)](f.md)\n") ==
        "<p><a href=\"b.md\">Titlen</a> <a href=\"c.md\">Titlen</a> <a href=\"f.md\"><img src=\"e.png\" alt=\"d\" "
        "loading=\"lazy\"></a></p>\n");
  CHECK(html_with("[*a*](b) ![c](d) [](e)\n", [](BodyContext& context) {
          context.href_of = [](std::uint32_t) { return std::string(); };
        }) == "<p><em>a</em> c Titlen</p>\n");
  CHECK(html_with("[](e)\n", [](BodyContext& context) { context.title_of = nullptr; }) ==
        "<p><a href=\"e\">e</a></p>\n");
  CHECK(write_body(parsed_body("[a](b) ![c](d)\n\n```kanon x\n```\n"), {}) == "<p>a c</p>\n");
}

TEST_CASE("no link stands in a link") {
  const std::string html = html_of("[a [^1] <https://x.dk> b](c)\n\n[^1]: d\n");
  CHECK(fault_of(html).empty());
  CHECK(html.find("<sup class=\"footnote-ref\" id=\"fnref:1\">1</sup>") != std::string::npos);
}

TEST_CASE("pictures have their alternative text") {
  CHECK(html_of("![a *b* `c`](d.png \"e\")\n") ==
        "<p><img src=\"d.png\" alt=\"a b c\" title=\"e\" loading=\"lazy\"></p>\n");
  CHECK(html_of("![](d.png)\n") == "<p><img src=\"d.png\" alt=\"\" loading=\"lazy\"></p>\n");
}

TEST_CASE("tables scroll, and head their columns") {
  CHECK(html_of("| | b |\n|---|--:|\n| c | d |\n") ==
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Tabel "
        "1\"><table>\n<thead>\n<tr>\n<td></td>\n"
        "<th scope=\"col\" class=\"align-right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n<td "
        "class=\"align-right\">d</td>\n"
        "</tr>\n</tbody>\n</table></div>\n");
  CHECK(html_of("| a |\n|---|\n").find("<tbody>") == std::string::npos);
  CHECK(english("| a |\n|---|\n\n| a |\n|---|\n").find("aria-label=\"Table 2\"") != std::string::npos);
  CHECK(fault_of(html_of("| a |\n|---|\n| <ul><li>b<li>c</ul> |\n")).empty());
}

TEST_CASE("lists: tight, loose, numbered from, and with tasks") {
  CHECK(html_of("- a\n- b\n  - c\n") == "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n");
  CHECK(html_of("3. a\n\n4. b\n") == "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n");
  CHECK(html_of("- [x] a\n- [ ] b\n") ==
        "<ul class=\"task-list\">\n<li class=\"task-list-item\"><input type=\"checkbox\" disabled checked "
        "aria-label=\"Udført\"> a</li>\n"
        "<li class=\"task-list-item\"><input type=\"checkbox\" disabled aria-label=\"Ikke udført\"> b</li>\n</ul>\n");
}

TEST_CASE("admonitions carry their label in both languages") {
  CHECK(html_of("> [!NOTE]\n> a\n") ==
        "<div class=\"admonition admonition-note\" role=\"note\">\n<p "
        "class=\"admonition-title\">Bemærk</p>\n<p>a</p>\n</div>\n");
  CHECK(html_of("> [!DEFINITION] <b>T</b>\n").find("<p class=\"admonition-title\">Definition: <dfn>T</dfn></p>") !=
        std::string::npos);
  CHECK(html_of("> [!DEFINITION] A & \"B\"\n").find("<dfn>A &amp; &quot;B&quot;</dfn>") != std::string::npos);
  CHECK(html_of("> [!RECOMMENDATION] 1.1\n").find(">Anbefaling 1.1</p>") != std::string::npos);
  for (const auto& [marker, da, en] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"TIP", "Tip", "Tip"},
           {"IMPORTANT", "Vigtigt", "Important"},
           {"WARNING", "Advarsel", "Warning"},
           {"CAUTION", "Forsigtig", "Caution"},
           {"RECOMMENDATION", "Anbefaling", "Recommendation"},
           {"NOTE", "Bemærk", "Note"}}) {
    CHECK(html_of("> [!" + marker + "]\n> a\n").find('>' + da + "</p>") != std::string::npos);
    CHECK(english("> [!" + marker + "]\n> a\n").find('>' + en + "</p>") != std::string::npos);
  }
}

TEST_CASE("footnotes end the body and lead back, once for each reference") {
  const std::string html = html_of("a[^x] b[^x] c[^y]\n\n[^x]: En\n\n[^y]: - to\n");
  CHECK(
      html.find("<sup class=\"footnote-ref\" id=\"fnref:1\"><a href=\"#fn:1\" aria-label=\"Fodnote 1\">1</a></sup>") !=
      std::string::npos);
  CHECK(html.find("id=\"fnref:1:2\"") != std::string::npos);
  CHECK(html.find("<section class=\"footnotes\" aria-label=\"Fodnoter\">\n<ol>\n<li id=\"fn:1\">\n<p>En <a "
                  "class=\"footnote-back\" href=\"#fnref:1\"") != std::string::npos);
  CHECK(html.find("href=\"#fnref:1:2\" aria-label=\"Tilbage til henvisning 2 til fodnote 1\">↩<sup>2</sup></a></p>") !=
        std::string::npos);
  CHECK(html.find("</ul>\n<p><a class=\"footnote-back\" href=\"#fnref:2\"") != std::string::npos);
  CHECK(html.ends_with("</li>\n</ol>\n</section>\n"));
  CHECK(fault_of(html).empty());
  const std::string prefixed = html_with("a[^x]\n\n[^x]: En\n", [](BodyContext& context) { context.id_prefix = "p-"; });
  CHECK(prefixed.find("href=\"#p-fn:1\"") != std::string::npos);
  CHECK(prefixed.find("id=\"p-fn:1\"") != std::string::npos);
  CHECK(prefixed.find("id=\"p-fnref:1\"") != std::string::npos);
  std::string many;
  for (int i = 0; i < 300; ++i) many += "a[^x] ";
  CHECK(fault_of(html_of(many + "\n\n[^x]: En\n")).empty());
}

TEST_CASE("code names its language, as far as a class may") {
  CHECK(html_of("```c++ x\na < b\n```\n") == "<pre><code class=\"language-c++\">a &lt; b\n</code></pre>\n");
  CHECK(html_of("```\"><b>\na\n```\n") == "<pre><code class=\"language-b\">a\n</code></pre>\n");
  CHECK(html_of("    a\n") == "<pre><code>a\n</code></pre>\n");
}

TEST_CASE("a paragraph that holds a block is written as a div") {
  CHECK(html_of("a <ul><li>b</ul> c\n") == "<div>a <ul><li>b</li></ul> c</div>\n");
  CHECK(html_of("a <b>b</b><br>\n") == "<p>a <b>b</b><br></p>\n");
}

TEST_CASE("embeds, rules, breaks and strikes") {
  CHECK(html_of("```kanon history\n```\n\n---\n\na  \nb\\\n~~c~~\nd\n") ==
        "<!--embed-->\n<hr>\n<p>a<br>\nb<br>\n<del>c</del>\nd</p>\n");
  CHECK(write_body({}, {}).empty());
}
