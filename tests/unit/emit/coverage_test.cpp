#include "base/text.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string full = "<span class=\"dot dot-full\"></span>";
const std::string open = "<span class=\"dot\"></span>";

FileMap project(std::size_t projects = 2) {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  files["content/criteria.yaml"] =
      "objectives:\n"
      "  - {id: synergi, title: Sammenhæng, criteria: [{id: synergi-1, text: K1}, {id: synergi-2, text: K2}]}\n"
      "  - {id: viden, title: Viden <deles>, criteria: [{id: viden-1, text: K3}]}\n";
  for (std::size_t i = 1; i <= projects; ++i) {
    const std::string number = std::to_string(i);
    files["content/projects/p" + number + ".md"] =
        "---\nid: p" + number + "\ntitle: Projekt " + number + "\n---\nTekst.\n";
  }
  files["content/members/a-as.md"] =
      "---\nid: a-as\nname: A A/S\nkind: associated\nstatus: admitted\nadmitted: 2026-02-23\ndeclaration: {criteria: "
      "[{criterion: synergi-2, statement: S}, {criterion: findes-ikke, statement: S}], projects: [p2, intet]}\n---\n";
  files["content/members/uden.md"] =
      "---\nid: uden\nname: Uden erklæring\nkind: associated\nstatus: admitted\nadmitted: 2026-02-23\n---\n";
  files["content/members/stifter.md"] = "---\nid: stifter\nname: Stifteren\nkind: founding\nstatus: admitted\n---\n";
  files["content/members/ny.md"] =
      "---\nid: ny\nname: Kanarie\nkind: associated\nstatus: applicant\ndeclaration: {criteria: [{criterion: viden-1, "
      "statement: S}], projects: [p1]}\n---\n";
  return files;
}

std::string table_of(const FileMap& files, const std::string& path) {
  const std::string page = emit_page(PlannedProject(files), path);
  const std::size_t begin = page.find("<section class=\"coverage");
  return begin == std::string::npos ? std::string() : page.substr(begin, page.find("</section>", begin) - begin);
}

}  // namespace

TEST_CASE("the member list shows which objectives each declaration meets, in dots and in words") {
  const std::string table = table_of(project(), "medlemmer/index.html");
  CHECK(holds(table, "<span class=\"coverage-name\">Sammenhæng</span>"));
  CHECK(holds(table, "<span class=\"coverage-name\">Viden &lt;deles&gt;</span>"));
  CHECK(holds(table, "<a href=\"a-as/\">A A/S</a></th><td>" + open + full +
                         "<span class=\"visually-hidden\">1 af 2 kriterier</span></td><td>" + open +
                         "<span class=\"visually-hidden\">0 af 1 kriterier</span></td></tr>"));
  CHECK(holds(table, "Medlemmer i alt</th><td>1</td><td>0</td>"));
}

TEST_CASE("who has no declaration, and who isn't a member, is not in the coverage") {
  for (const char* path : {"medlemmer/index.html", "projekter/index.html"}) {
    const std::string table = table_of(project(), path);
    CHECK_FALSE(table.empty());
    for (const char* name : {"Stifteren", "Uden erklæring", "Kanarie"}) CHECK_FALSE(holds(table, name));
  }
  FileMap files = project();
  files.erase("content/members/a-as.md");
  CHECK(table_of(files, "medlemmer/index.html").empty());
  CHECK(table_of(files, "projekter/index.html").empty());
}

TEST_CASE("the project list shows which projects each declaration names") {
  const std::string table = table_of(project(), "projekter/index.html");
  CHECK(holds(table, "A A/S</a></th><td>" + open + "<span class=\"visually-hidden\">Nej</span></td><td>" + full +
                         "<span class=\"visually-hidden\">Ja</span></td></tr>"));
  CHECK_FALSE(holds(table, "coverage-dense"));
  CHECK(holds(table_of(project(5), "projekter/index.html"), "class=\"coverage coverage-projects coverage-dense\""));
}

TEST_CASE("forty members and a long name give a table of equal rows") {
  FileMap files = project(12);
  for (int i = 0; i < 40; ++i) {
    const std::string id = "m" + std::to_string(i);
    files["content/members/" + id + ".md"] = "---\nid: " + id + "\nname: " + std::string(300, 'x') +
                                             "\nkind: associated\nstatus: admitted\nadmitted: " +
                                             "2026-02-23\ndeclaration: {criteria: [], projects: [p1, p1, p12]}\n---\n";
  }
  const std::string table = table_of(files, "projekter/index.html");
  const auto count = [&](const std::string& what) {
    return split(replace_all(table, what, "\x01"), '\x01').size() - 1;
  };
  CHECK(count("<tr>") == 43);
  CHECK(count("<td>") == 42 * 12);
  CHECK(count(full) == 40 * 2 + 1);
}
