#include <catch2/catch.hpp>

#include "unit/read/markdown_reading.h"

using namespace kanon;

namespace {

std::string outline(std::string_view text) { return MarkdownReading(text).outline(); }
Strings findings(std::string_view text) { return MarkdownReading(text).findings(); }

}  // namespace

TEST_CASE("allowed elements become nodes, also in table cells") {
  CHECK(outline("H<sub>2</sub>O <kbd>x</kbd><br>\n") == "P('H' sub('2') 'O ' kbd('x') br)");
  CHECK(outline("|a|\n|-|\n|<ul><li>x<li>y</ul>|\n") == "TABLE(ROW(CELL('a')) ROW(CELL(ul(li('x') li('y')))))");
  const MarkdownReading body("a <ul class=\"x\"><li>b</li></ul>\n");
  CHECK(body.all(MarkdownKind::element)[0].has(flag_block));
  CHECK(body.extras(MarkdownKind::element) == Strings{" class=\"x\"", ""});
  CHECK(body.findings().empty());
}

TEST_CASE("an element may hold Markdown between its tags, and no more than its container") {
  CHECK(outline("<details>\n<summary>S</summary>\n\nEt *to*.\n\n</details>\n\nefter\n") ==
        "details(summary('S') / P('Et ' EM('to') '.')) P('efter')");
  CHECK(outline("<div>\n\na\n") == "div(P('a'))");
  CHECK(outline("> <div>\n>\n> a\n\nb\n") == "QUOTE(div(P('a'))) P('b')");
  CHECK(outline("a <b>b\n\nc</b>\n") == "P('a ' b('b')) P('c')");
  CHECK(outline("*a <b>b* c</b>\n") == "P(EM('a ' b('b')) ' c')");
  CHECK(outline("a</b></div>\n\n</details>\n") == "P('a')");
}

TEST_CASE("what does not fit is mended") {
  CHECK(outline("<li>a</li>\n") == "P('a')");
  CHECK(outline("<ul>a<b>b</b><li>c</ul>\n") == "ul(li('a' b('b')) li('c'))");
  CHECK(outline("<ul>\n\nx\n\n</ul>\n") == "ul(li(P('x')))");
  CHECK(outline("<p>a<p>b</p>\n") == "p('a') p('b')");
  CHECK(outline("<p>a<div>b</div></p>\n") == "p('a') div('b')");
  CHECK(outline("<b><div>a</div></b>\n") == "P(b div('a'))");
  CHECK(outline("*<div>a</div>*\n") == "P(EM('a'))");
  CHECK(outline("# <div>a</div> <p>b\n") == "H1('a' ' ' 'b')");
  CHECK(outline("<dl><dd>a<dt>b</dl>\n") == "dl(dt dd('a') dt('b') dd)");
  CHECK(outline("<details>a<summary>b</summary></details>\n") == "div('a' 'b')");
  CHECK(outline("<summary>a</summary>\n") == "P('a')");
  CHECK(outline("<figure>a<figcaption>b</figcaption>c</figure>\n") == "figure('a' figcaption('b')) P('c' /)");
  CHECK(outline("<span/>a <br/>b\n") == "P(span 'a ' br 'b')");
}

TEST_CASE("harmless attributes are dropped in silence, handlers are found") {
  CHECK(findings("<div style='color:red' id=x align=left onfoo>\n") ==
        Strings{"unsafe-html: <div style='color:red' id=x align=left onfoo>"});
  CHECK(findings("<div style='color:red' id=x align=left width=3>\n").empty());
  CHECK(findings("a <b OnClick='x'>b</b>\n") == Strings{"unsafe-html: <b OnClick='x'>"});
  CHECK(outline("a <b onclick='x'>b</b>\n") == "P('a ' b('b'))");
}

TEST_CASE("elements off the list are found once, at the opening tag") {
  CHECK(findings("> a\n> <a href=x>b</a> <font\n> color=red>c</font>\n") ==
        Strings{"unsafe-html: <a href=x>", "unsafe-html: <font\n> color=red>"});
  CHECK(outline("<form>\n<input name=a>\nb\n</form>\n") == "P('b' / /)");
  CHECK(findings("<form>\n<input name=a>\nb\n</form>\n") ==
        Strings{"unsafe-html: <form>", "unsafe-html: <input name=a>"});
  const MarkdownReading body("<a href=x>b</a>\n");
  CHECK(body.file().findings()[0].help.da.find("[tekst](adresse)") != std::string::npos);
}

TEST_CASE("what nobody was meant to read is left out with its element") {
  CHECK(outline("a <script>b *c* [d](javascript:e)</script> f\n") == "P('a ' ' f')");
  CHECK(findings("a <script>b *c* [d](javascript:e)</script> f\n") == Strings{"unsafe-html: <script>"});
  CHECK(outline("a <svg><svg><b>x</b></svg>y</svg> b\n") == "P('a ' ' b')");
  CHECK(outline("a <style>b\n\nc\n") == "P('a ') P('c')");
  CHECK(outline("<svg>\n\nskjult\n\n</svg>\n\nset\n") == "P('set')");
  CHECK(outline("<svg>\n\nset\n") == "P('set')");
  CHECK(outline("<script>\na\n\nb</script>\n\nc\n") == "P('c')");
  CHECK(outline("<!-- a\n\nb -->\n\nc <!-- d -->e<?f?>\n") == "P('c ' 'e')");
}

TEST_CASE("an unfinished tag stays text and is found") {
  CHECK(findings("<div>\n<iframe src='x\n</div>\n") == Strings{"unsafe-html: <iframe"});
  CHECK(outline("<div>\n<iframe src='x\n") == "div('<iframe src='x' /)");
}

TEST_CASE("headings and footnotes in left-out parts don't count") {
  const MarkdownReading body("<svg>\n\n# A\n\n[^1]\n\n</svg>\n\n# A\n\n[^2] [^1]\n\n[^1]: x\n\n[^2]: y\n");
  CHECK(body.texts(MarkdownKind::heading) == Strings{"a"});
  CHECK(body.texts(MarkdownKind::footnote_definition) == Strings{"2", "1"});
}
