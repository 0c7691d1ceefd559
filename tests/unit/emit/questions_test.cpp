#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

/// Reviewed on different days; today is 2026-11-21.
FileMap project() {
  const auto reviewed = [](const std::string& id, const std::string& day, const std::string& level) {
    return "---\nid: " + id + "\ntype: politik\ntitle: Om " + id + "\nowner: HR\nversion: \"1.0\"\nhistory:\n" +
           "  - {version: \"1.0\", date: " + day + ", by: CAI, change: Nyt, kind: new}\nclassification: " + level +
           "\n---\nHR læser.\n\n## Mere\n\nHR's dør.\n";
  };
  return {{"kanon.yaml", "site: {title: Prøven}\n"},
          {"content/documents/gammel.md", reviewed("gammel", "2025-11-20", "offentlig")},
          {"content/documents/idag.md", reviewed("idag", "2025-11-21", "offentlig")},
          {"content/documents/snart.md", reviewed("snart", "2026-02-21", "offentlig")},
          {"content/documents/senere.md", reviewed("senere", "2026-02-22", "intern")}};
}

}  // namespace

TEST_CASE("what is due for review stands in three groups by day, and the day itself is in time") {
  const std::string page = emit_page(PlannedProject(project(), "internal"), "gennemgange/index.html");
  check_in_order(page, {"Siden er ikke offentlig", ">1</span> Overskredet", ">2</span> De næste tre måneder",
                        ">1</span> Senere", "<h2 id=\"_overdue\">", "datetime=\"2026-11-20\"", "Om gammel",
                        "<h2 id=\"_soon\">", "datetime=\"2026-11-21\"", "Om idag", "datetime=\"2027-02-21\"",
                        "Om snart", "<h2 id=\"_later\">", "datetime=\"2027-02-22\"", "Om senere"});
  CHECK(holds(page, "<meta name=\"robots\" content=\"noindex\">"));
}

TEST_CASE("the public is told of no review that was missed") {
  const FileMap all = emit(PlannedProject(project()));
  CHECK_FALSE(all.contains("gennemgange/index.html"));
  for (const auto& [path, text] : all) {
    if (!path.ends_with(".html")) continue;
    INFO(path);
    CHECK_FALSE(holds(text, "gennemgange"));
    // Its own page tells everybody that the day it shows has passed; who else missed one, the public isn't told.
    if (path != "dokumenter/gammel/index.html") CHECK_FALSE(holds(text, "verskredet"));
  }
  const FileMap inside = emit(PlannedProject(project(), "internal"));
  CHECK(holds(inside.at("index.html"), "1 gennemgang er overskredet"));
  CHECK_FALSE(holds(inside.at("soeg/index.js"), "ennemgange"));
}

TEST_CASE("what applies to whom has links to documents and sections, and an overview that leads to each role") {
  const std::string page = emit_page(PlannedProject(project()), "hvad-gaelder/index.html");
  check_in_order(
      page, {"<a href=\"#_role-hr\">", "ansvar for 3 · nævnt i 3 dokumenter", "<h2 id=\"_common\">Alle</h2>",
             "<h2 id=\"_role-hr\">HR</h2>", "Har ansvaret for", "<dt>Politik</dt>",
             "<a href=\"../dokumenter/gammel/\">Om gammel</a>", "Er nævnt i",
             "<a href=\"../dokumenter/gammel/\">Begyndelsen</a>", "<a href=\"../dokumenter/gammel/#mere\">Mere</a>"});
  CHECK(holds(page, "<h1>Hvad gælder for mig?</h1>"));
  CHECK_FALSE(holds(page, "senere"));
}

TEST_CASE("the front page leads to what applies, to what changed and to what is looked up") {
  FileMap files = project();
  files["content/glossary.yaml"] = "- {id: ord, term: Ord, definition: Betydning, classification: offentlig}\n";
  release(files, "content/documents/gammel.md", "1.0", "2026-01-02");
  const std::string page = emit_page(PlannedProject(files), "index.html");
  check_in_order(page,
                 {"action=\"soeg/\"", "<a href=\"hvad-gaelder/\">Find det, der gælder</a>",
                  "<a href=\"hvad-gaelder/#_role-hr\">HR</a>", "<a href=\"aendringer/\">Se, hvad der er ændret</a>",
                  "<a href=\"dokumenter/gammel/1.0/\">Om gammel, version 1.0</a>", "2. januar 2026", ">Slå op</h2>",
                  "<a href=\"ordbog/\">Ordbogen</a>", "1 ord", "<a href=\"soeg/\">Alt fra A til Å</a>"});
  const std::string empty = emit_page(PlannedProject(FileMap{{"kanon.yaml", "site: {title: Tom}\n"}}), "index.html");
  CHECK_FALSE(holds(empty, "_applies"));
  CHECK_FALSE(holds(empty, "_changed"));
}
