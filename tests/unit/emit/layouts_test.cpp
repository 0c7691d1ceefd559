#include "emit/html/layouts.h"

#include "emit/html/layout_source.h"
#include "env/memory_files.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

Theme theme_with(const FileMap& layouts) {
  std::map<std::string, std::string> files;
  for (const auto& [name, text] : layouts) files["/p/layouts/" + name + ".mustache"] = text;
  auto theme = Theme::load(MemoryFiles(files), "/p");
  REQUIRE(theme);
  return *std::move(theme);
}

Data page_data() {
  Data page;
  page["title"] = Data("Titel & <b>");
  page["raw"] = Data("<i>x</i>");
  page["none"] = Data(false);
  page["list"] = Data(DataList{Data("a"), Data("b")});
  page["page"] = Data("title", Data("Inderst"));
  return page;
}

Result<std::string> fill(const FileMap& layouts, const std::string& name = "a") {
  const Theme theme = theme_with(layouts);
  Layouts ready(theme);
  const Data page = page_data();
  const Data site("t", Data("owner", Data("Ejer")));
  return ready.fill(name, page, site);
}

std::string filled(const std::string& text) {
  auto html = fill({{"a", text}});
  INFO((html ? "" : html.error().what.en));
  REQUIRE(html);
  return *html;
}

Error error_of(const FileMap& layouts) {
  const auto html = fill(layouts);
  REQUIRE_FALSE(html);
  CHECK(html.error().kind == Error::Kind::usage);
  CHECK_FALSE(html.error().what.da.empty());
  return html.error();
}

}  // namespace

TEST_CASE("names are escaped for HTML unless a layout asks for the HTML itself") {
  CHECK(filled("{{title}}|{{{raw}}}|{{& raw }}|{{page.title}}|{{t.owner}}") ==
        "Titel &amp; &lt;b&gt;|<i>x</i>|<i>x</i>|Inderst|Ejer");
}

TEST_CASE("sections show what is there, and leave out what is not") {
  CHECK(filled("{{#list}}[{{.}}]{{/list}}{{#none}}x{{/none}}{{^none}}y{{/none}}") == "[a][b]y");
  CHECK(filled("{{#list}}\n- {{.}}\n{{/list}}\n") == "- a\n- b\n");
  CHECK(filled("a{{! a remark, {{ even this }}b") == "ab");
}

TEST_CASE("a name that nothing has is an error with file, line, column and the nearest name") {
  const Error error = error_of({{"a", "<p>\n  {{page.titel}}\n</p>\n"}});
  CHECK(holds(error.what.en, "layouts/a.mustache:2:3: "));
  CHECK(holds(error.what.da, "layouts/a.mustache:2:3: "));
  CHECK(holds(error.what.en, "“page.titel”"));
  CHECK(holds(error.help.en, "“page.title”"));
  CHECK(holds(error_of({{"a", "æ{{t.ownr}}"}}).what.en, "layouts/a.mustache:1:2: "));
  CHECK(holds(error_of({{"a", "{{t.ownr}}"}}).help.en, "“t.owner”"));
  CHECK(holds(error_of({{"a", "{{#nowhere}}x{{/nowhere}}"}}).what.en, "a.mustache:1:1"));
  CHECK(holds(error_of({{"a", "{{^nowhere}}x{{/nowhere}}"}}).what.en, "a.mustache:1:1"));
  CHECK(holds(error_of({{"a", "{{{nowhere}}}"}}).what.en, "a.mustache:1:1"));
}

TEST_CASE("an unknown name in a partial is found in the partial's own file") {
  const Error error = error_of({{"a", "\n\n{{> b}}"}, {"b", "x\n {{nowhere}}"}});
  CHECK(holds(error.what.en, "layouts/b.mustache:2:2: "));
}

TEST_CASE("partials are put in place, also from folders") {
  const auto html = fill({{"a", "<{{> x/b}}>\n{{> x/b}}\nend"}, {"x/b", "{{title}}\n"}});
  REQUIRE(html);
  CHECK(*html == "<Titel &amp; &lt;b&gt;\n>\nTitel &amp; &lt;b&gt;\nend");
}

TEST_CASE("what mustache would pass over is an error with its place") {
  CHECK(holds(error_of({{"a", "x\n{{> heda}}"}}).what.en, "layouts/a.mustache:2:1: "));
  CHECK(holds(error_of({{"a", "{{> heda}}"}}).help.en, "“head”"));
  CHECK(holds(error_of({{"a", "{{#list}}\nx"}}).what.en, "layouts/a.mustache:1:1: the section “list” never ends"));
  CHECK(holds(error_of({{"a", "x{{/list}}"}}).what.en, "layouts/a.mustache:1:2: "));
  CHECK(holds(error_of({{"a", "{{#list}}{{#none}}{{/list}}{{/none}}"}}).what.en, "a.mustache:1:19: "));
  CHECK(holds(error_of({{"a", "x {{title"}}).what.en, "layouts/a.mustache:1:3: the tag never ends"));
  CHECK(holds(error_of({{"a", "{{{title}} x"}}).what.en, "the tag never ends"));
  CHECK(holds(error_of({{"a", "{{ }}"}}).what.en, "names nothing"));
  CHECK(holds(error_of({{"a", "{{# }}{{/ }}"}}).what.en, "names nothing"));
  CHECK(holds(error_of({{"a", "{{=<% %>=}}"}}).what.en, "delimiters"));
}

TEST_CASE("partials that include each other are an error that shows the circle") {
  const Error error = error_of({{"a", "{{> b}}"}, {"b", "{{> a}}"}});
  CHECK(holds(error.what.en, "layouts/b.mustache:1:1: "));
  CHECK(holds(error.what.en, "a → b → a"));
  CHECK(holds(error_of({{"a", "{{> a}}"}}).what.en, "a → a"));
}

TEST_CASE("partials that multiply are stopped") {
  FileMap layouts{{"a", "{{> l0}}"}};
  for (int i = 0; i < 20; ++i) {
    std::string next = "{{> l" + std::to_string(i + 1) + "}}";
    layouts["l" + std::to_string(i)] = next + next + next;
  }
  layouts["l20"] = "{{title}}";
  CHECK(holds(error_of(layouts).what.en, "too many tags"));
}

TEST_CASE("what looks like a tag in a text stays text") {
  const Theme theme = theme_with({{"a", "{{title}}{{{raw}}}{{#list}}{{.}}{{/list}}"}});
  Layouts layouts(theme);
  Data page;
  page["title"] = Data("{{t.owner}}{{> head}}");
  page["raw"] = Data("{{{t.owner}}}{{#list}}");
  page["list"] = Data(DataList{Data("{{/list}}")});
  const auto html = layouts.fill("a", page, Data("t", Data("owner", Data("Ejer"))));
  REQUIRE(html);
  CHECK(*html == "{{t.owner}}{{&gt; head}}{{{t.owner}}}{{#list}}{{/list}}");
}

TEST_CASE("every built-in layout is well formed") {
  const auto theme = Theme::built_in();
  REQUIRE(theme);
  CHECK(theme->layouts().size() > 20);
  for (const auto& [name, text] : theme->layouts()) {
    const auto numbered = number_layout(*theme, name);
    INFO(name << ": " << (numbered ? "" : numbered.error().what.en));
    CHECK(numbered);
  }
}
