#include "base/text.h"
#include "emit/html/body_section.h"
#include "support/emitted_site.h"
#include "unit/emit/body_reading.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string address = "evaluering/index.html";

std::string associate(const std::string& id, const std::string& name, const std::string& more,
                      const std::string& body) {
  return "---\nid: " + id + "\nname: " + name + "\nkind: associated\nstatus: admitted\nadmitted: 2023-02-23\n" +
         "contact: {name: Kanariefugl, email: kanarie@a.example}\n" + more + "---\n" + body;
}

FileMap project() {
  FileMap files{{"kanon.yaml", "site: {title: Prøven, base_url: \"https://a.example/\"}\n"}};
  files["content/criteria.yaml"] =
      "objectives:\n"
      "  - {id: synergi, title: Sammenhæng, criteria: [{id: synergi-1, text: Egne indsatser}]}\n"
      "  - {id: viden, title: Viden deles, criteria: [{id: viden-1, text: Kender SMV'er}]}\n";
  files["content/projects/kampagne.md"] = "---\nid: kampagne\ntitle: Kampagnen\n---\nTekst.\n";
  files["content/members/a-as.md"] = associate(
      "a-as", "A A/S",
      "declaration: {date: 2023-02-03, criteria: [{criterion: synergi-1, statement: Vi underviser}], projects: "
      "[kampagne]}\n"
      "assessment: {circulated: 2023-02-10, responses: [{member: stifter, decision: object, date: 2023-02-11, unmet: "
      "[viden-1], reason: Kanariegrund}], meeting: 2023-02-20, outcome: approved}\n"
      "evaluations: [{year: 2024, date: 2025-01-12, by: Stifterkredsen, result: active}, {year: 2023, by: De første, "
      "result: Tøvende}]\n",
      "## Motivation\n\nVi vil gerne.\n\n## Bidrag\n\nVi giver **timer**.\n\n### Hvornår\n\nHver uge.\n\n## "
      "Projekter\n\nKampagnens tekst.\n");
  files["content/members/b-as.md"] = associate("b-as", "B <A/S>",
                                               "evaluations: [{year: 2024, result: active}, {year: 2025, result: "
                                               "inactive}]\n",
                                               "## Motivation\n\nTekst.\n");
  files["content/members/stifter.md"] =
      "---\nid: stifter\nname: Stifteren\nkind: founding\nstatus: admitted\n---\n## Bidrag\n\nStifterens tekst.\n";
  files["content/members/ny.md"] =
      "---\nid: ny\nname: Ansøgeren\nkind: associated\nstatus: applicant\n---\n## Bidrag\n\nAnsøgerens tekst.\n";
  return files;
}

std::string row_of(const std::string& page, const std::string& anchor) {
  const std::size_t begin = page.find("<tr>\n<th scope=\"row\"><a href=\"#" + anchor);
  REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("</tr>", begin) - begin);
}

std::string section_of(const std::string& page, const std::string& anchor) {
  const std::size_t begin = page.find("aria-labelledby=\"" + anchor + "\"");
  REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("</section>", begin) - begin);
}

}  // namespace

TEST_CASE("the public has neither the page of evaluations nor anything of it") {
  for (const auto& [path, bytes] : emit(PlannedProject(project(), "public"))) {
    INFO(path);
    CHECK(path != address);
    for (const char* text : {"evaluering/", "Årlig evaluering", "Stifterkredsen", "Tøvende", "2025-01-12"})
      CHECK_FALSE(holds(bytes, text));
  }
}

TEST_CASE("other audiences have the page, and nothing private is on it") {
  const FileMap all = emit(PlannedProject(project(), "internal"));
  const std::string& page = all.at(address);
  CHECK(holds(page, "Siden er ikke offentlig."));
  CHECK(holds(page, "<meta name=\"robots\" content=\"noindex\">"));
  for (const char* text : {"Kanarie", "kanarie", "Ansøgeren", "Stifteren", "Stifterens tekst"})
    CHECK_FALSE(holds(page, text));
  CHECK_FALSE(holds(all.at("sitemap.xml"), "evaluering"));
}

TEST_CASE("the table says in words which years lack an evaluation, and of whom") {
  const std::string page = emit_page(PlannedProject(project(), "internal"), address);
  CHECK(holds(page, "1 af 2 associerede medlemmer mangler mindst én evaluering."));
  const std::string lacking = row_of(page, "_member-a-as");
  CHECK(holds(lacking, ">Mangler 2025</span>"));
  CHECK_FALSE(holds(lacking, "Mangler 2024"));
  CHECK(holds(lacking, "2024: Aktivt bidrag"));
  CHECK(holds(lacking, "<time datetime=\"2023-02-23\">"));
  const std::string complete = row_of(page, "_member-b-as");
  CHECK(holds(complete, "Mangler ingen"));
  CHECK(holds(complete, "B &lt;A/S&gt;"));
  CHECK(holds(complete, "2025: Intet aktivt bidrag"));
}

TEST_CASE("a member's section gathers what it declared and how it was evaluated") {
  const std::string page = emit_page(PlannedProject(project(), "internal"), address);
  const std::string section = section_of(page, "_member-a-as");
  CHECK(holds(section, "<a href=\"../medlemmer/a-as/\">A A/S</a>"));
  CHECK(holds(section, "Vi giver <strong>timer</strong>."));
  CHECK(holds(section, "<h4 id=\"a-as.hvornaar\">"));
  CHECK_FALSE(holds(section, "Vi vil gerne"));
  CHECK_FALSE(holds(section, "Kampagnens tekst"));
  CHECK(holds(section, "<a href=\"../projekter/kampagne/\">Kampagnen</a>"));
  CHECK(holds(section, "<dt>Sammenhæng</dt><dd><p>Vi underviser</p>"));
  CHECK(holds(section, "<dt>Viden deles</dt><dd class=\"none\">Erklæringen nævner ingen kriterier her.</dd>"));
  const std::size_t newer = section.find("<dt>2024</dt>");
  REQUIRE(newer != std::string::npos);
  CHECK(section.find("<dt>2023</dt><dd><p>Tøvende</p>", newer) != std::string::npos);
  CHECK(holds(section, "Stifterkredsen"));
  const std::string other = section_of(page, "_member-b-as");
  CHECK(holds(other, "Erklæringen har intet afsnit om bidrag."));
  CHECK(holds(other, "Erklæringen nævner ingen projekter."));
}

TEST_CASE("an English declaration's section is found too") {
  FileMap files = project();
  files["content/members/a-as.md"] = replace_all(files["content/members/a-as.md"], "## Bidrag", "## Contribution");
  const std::string page = emit_page(PlannedProject(files, "internal"), address);
  CHECK(holds(section_of(page, "_member-a-as"), "Vi giver <strong>timer</strong>."));
}

TEST_CASE("a section of a body ends at the next heading of its level and keeps its footnotes") {
  const ParsedFile file = parsed_body(
      "# Over\n\nFørst[^a].\n\n## Bidrag\n\nSe [her](x)[^b] og [](y).\n\n### Under\n\nMere[^b].\n\n# Slut\n\nSidst.\n\n"
      "[^a]: Note A\n[^b]: Note B, se[^c]\n[^c]: Note C\n");
  const std::string html = write_section(file, "bidrag", plain_context(file));
  CHECK(holds(html, "<p>Se <a href=\"x\">her</a>"));
  CHECK(holds(html, "<a href=\"y\">Titlen</a>"));
  CHECK(holds(html, "<h3 id=\"under\">"));
  CHECK(holds(html, "<li id=\"fn:1\">"));
  CHECK(holds(html, "Note B"));
  CHECK(holds(html, "Note C"));
  for (const char* text : {"Note A", "Først", "Sidst", "Over", "id=\"bidrag\""}) CHECK_FALSE(holds(html, text));
  CHECK(write_section(file, "findes-ikke", plain_context(file)).empty());
}

TEST_CASE("a section with nothing in it, or within a quote, is none") {
  for (const char* text : {"## Bidrag\n", "## Bidrag\n\n## Projekter\n\nTekst.\n", "> ## Bidrag\n>\n> Tekst.\n", ""}) {
    const ParsedFile file = parsed_body(text);
    INFO(text);
    CHECK(write_section(file, "bidrag", plain_context(file)).empty());
  }
}
