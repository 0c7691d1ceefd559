#include <regex>

#include "base/text.h"
#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

std::string catalog(const std::string& id, const std::string& more, const std::string& level = "offentlig") {
  return "id: " + id + "\ntitle: Katalog " + id + "\nclassification: " + level + "\nlevel: niveau-" + id +
         "\nversion: \"1.0\"\nhistory: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n" + more;
}

const std::string basis =
    "phases: [{id: \"1\", title: Drift}]\n"
    "recommendations: [{id: \"1.1\", phase: \"1\", text: Følg op}, {id: \"1.2\", phase: \"1\", text: Afslut}]\n"
    "requirements:\n"
    "  - {id: LK-1, phase: \"1\", theme: Logning, text: Leverandøren skal <logge>, kind: minimum, form: solution, "
    "verification: Rapport, frequency: P1M, recommendations: [\"1.1\"], controls: [A.8.15], note: Bemærk}\n"
    "  - {id: LK-2, text: Leverandøren skal svare, kind: standard}\n";

FileMap project() {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  files["content/catalogs/basis.yaml"] = catalog("basis", basis);
  files["content/catalogs/hoej.yaml"] = catalog(
      "hoej",
      "extends: basis\nrequirements: [{id: LK-9, phase: \"1\", text: T, kind: minimum, derives_from: [LK-1]}]\n");
  files["content/documents/logning.md"] = public_document(
      "logning", "politik", "Om logning", "controls: [A.8.15]\nimplements: [LK-2]\n", "## Hvad\n\n[](ref:LK-1)\n");
  files["content/registers/controls.yaml"] =
      "- {control: A.8.15, applicable: true, justification: Derfor, status: partial}\n"
      "- {control: A.8.16, applicable: true}\n- {control: A.7.1, applicable: false, justification: Nej tak}\n";
  return files;
}

std::string article(const std::string& page, const std::string& id) {
  const std::size_t begin = page.find("id=\"" + id + "\"");
  REQUIRE(begin != std::string::npos);
  return page.substr(begin, page.find("</article>", begin) - begin);
}

}  // namespace

TEST_CASE("a catalog's page says all of a requirement, and leads to what belongs to it") {
  const std::string page = emit_page(PlannedProject(project()), "kravkataloger/basis/index.html");
  const std::string one = article(page, "LK-1");
  check_in_order(one, {"data-phase=\"1\"", "data-kind=\"minimum\"", "data-form=\"solution\"", "data-theme=\"Logning\"",
                       "data-level=\"niveau-basis\"", "href=\"#LK-1\"", "Mindstekrav", "Løsningskrav",
                       "Leverandøren skal &lt;logge&gt;", "Bemærk", "Rapport", "Hver måned",
                       "<a href=\"daekning/#_recommendation-1.1\">Anbefaling 1.1</a>: Følg op",
                       "<a href=\"../../soa/#A.8.15\">A.8.15</a> Logning",
                       "<a href=\"../../dokumenter/logning/\">Om logning</a>, afsnit <a "
                       "href=\"../../dokumenter/logning/#hvad\">Hvad</a>"});
  CHECK_FALSE(holds(one, "Arvet"));
  CHECK(holds(page, "1 mindstekrav og 1 almindeligt krav"));
  check_in_order(page, {"<h2 id=\"_phase-1\">1. Drift</h2>", "id=\"LK-1\"", "Krav uden fase", "id=\"LK-2\""});
}

TEST_CASE("what is inherited stands first, is marked, and leads to its own catalog") {
  const std::string page = emit_page(PlannedProject(project()), "kravkataloger/hoej/index.html");
  check_in_order(page, {"id=\"LK-1\"", "id=\"LK-9\"", "id=\"LK-2\""});
  CHECK(holds(article(page, "LK-1"), "Arvet fra</dt><dd><a href=\"../basis/#LK-1\">Katalog basis</a>, version 1.0"));
  CHECK(holds(article(page, "LK-9"), "Afledt af"));
  CHECK(holds(article(page, "LK-9"), "<a href=\"#LK-1\">LK-1</a>"));
  CHECK(holds(page, "Arver kravene fra <a href=\"../basis/\">Katalog basis</a>, version 1.0: 2 krav"));
}

TEST_CASE("a page of requirements offers filters where there is something to choose, hidden until a script comes") {
  const std::string hoej = emit_page(PlannedProject(project()), "kravkataloger/hoej/index.html");
  CHECK(holds(hoej, "<form class=\"filter\" hidden>"));
  for (const char* name : {"kind", "form", "level"}) CHECK(holds(hoej, "<select id=\"_filter-" + std::string(name)));
  for (const char* name : {"phase", "theme"}) CHECK_FALSE(holds(hoej, "<select id=\"_filter-" + std::string(name)));
  CHECK(holds(hoej, "data-some=\"{n} af 3 krav\""));
}

TEST_CASE("coverage tells first what is missing, then who carries out what") {
  const std::string page = emit_page(PlannedProject(project()), "kravkataloger/hoej/daekning/index.html");
  CHECK(holds(page, "Kravene udfører 1 af 2 anbefalinger."));
  check_in_order(
      page, {"Det mangler", "<a href=\"#_recommendation-1.2\">1.2</a> Afslut", "2 krav udfører ingen anbefaling",
             "1 krav er ikke udmøntet i et dokument på dette websted", "<table class=\"matrix-grid\">",
             "<tr id=\"_recommendation-1.1\"><th scope=\"row\">",
             "class=\"matrix-full\"><a href=\"../../basis/#LK-1\">", "<tr id=\"_recommendation-1.2\">", "Ikke dækket"});
}

TEST_CASE("a catalog too large for a grid has a list, and its page stays in proportion") {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  std::string more = "recommendations: [{id: \"1\", text: R}]\nrequirements:\n";
  for (int i = 0; i < 100; ++i) {
    more += "  - {id: LK-" + std::to_string(i) + ", text: T, kind: minimum, recommendations: [\"1\"]}\n";
  }
  files["content/catalogs/stor.yaml"] = catalog("stor", more);
  const std::string page = emit_page(PlannedProject(files), "kravkataloger/stor/daekning/index.html");
  CHECK_FALSE(holds(page, "matrix-grid"));
  CHECK(holds(page, "<table class=\"matrix-list\">"));
  CHECK(holds(page, "<a href=\"../#LK-99\">LK-99</a>"));
}

TEST_CASE("recommendations of any id are reached by an anchor of their own") {
  FileMap files{{"kanon.yaml", "site: {title: Prøven}\n"}};
  files["content/catalogs/k.yaml"] =
      catalog("k", "recommendations: [{id: \"a b\", text: R}, {id: \"a_b\", text: R}, {id: \"a\\\"b\", text: R}]\n");
  const std::string page = emit_page(PlannedProject(files), "kravkataloger/k/daekning/index.html");
  for (const char* id : {"a_20b", "a_5fb", "a_22b"}) {
    CHECK(holds(page, "<tr id=\"_recommendation-" + std::string(id) + "\">"));
  }
}

TEST_CASE("the public Statement of Applicability tells what is chosen; the internal one why, and how far it is") {
  const std::string open = emit_page(PlannedProject(project()), "soa/index.html");
  CHECK(holds(open, "Af 93 er 2 valgt til og 1 valgt fra; 90 er der ikke taget stilling til."));
  check_in_order(
      open, {"<tr id=\"A.7.1\">", ">Nej<", "<tr id=\"A.8.15\">", ">Ja<",
             "<a href=\"../dokumenter/logning/\">Om logning</a>", "<a href=\"../kravkataloger/basis/#LK-1\">LK-1</a>"});
  for (const char* secret : {"Derfor", "Nej tak", "Delvist indført"}) CHECK_FALSE(holds(open, secret));
  const std::string internal = emit_page(PlannedProject(project(), "internal"), "soa/index.html");
  check_in_order(internal, {"<tr id=\"A.7.1\">", "Nej tak", "<tr id=\"A.8.15\">", "Derfor", "Delvist indført"});
}

TEST_CASE("controls without a document are listed first") {
  const std::string page = emit_page(PlannedProject(project()), "soa/daekning/index.html");
  check_in_order(page, {"1 foranstaltning er valgt til, men intet dokument på dette websted vedrører den:",
                        "<a href=\"../#A.8.16\">A.8.16</a>", "90 foranstaltninger er der ikke taget stilling til",
                        "<table class=\"matrix-grid\">", "Om logning"});
}

TEST_CASE("dispensations stand by what they are on the day, with what is done instead") {
  FileMap files = project();
  const auto one = [](const char* id, const char* expires, const char* more) {
    return std::string("- {id: ") + id + ", document: logning, reason: Grund " + id +
           ", measures: [Tiltag], decided_by: Direktionen, decided: 2026-01-01, expires: " + expires +
           ", classification: offentlig" + more + "}\n";
  };
  files["content/registers/dispensations.yaml"] = one("d-lang", "2027-11-21", ", section: hvad") +
                                                  one("d-snart", "2026-11-21", "") +
                                                  one("d-slut", "2026-11-20", ", section: findes-ikke");
  const PlannedProject planned(files);
  const std::string page = emit_page(planned, "dispensationer/index.html");
  check_in_order(page, {"Gælder nu", "id=\"d-snart\"", "Udløber snart", "id=\"d-lang\"", "../dokumenter/logning/#hvad",
                        "Tiltag", "Udløbet", "id=\"d-slut\""});
  const std::string shown = emit_page(planned, "dokumenter/logning/index.html");
  check_in_order(shown,
                 {"<h2 id=\"_dispensations\">", "../../dispensationer/#d-snart", "../../dispensationer/#d-lang"});
  CHECK_FALSE(holds(shown, "d-slut"));
  CHECK(holds(emit_page(planned, "index.html"), "2 dispensationer gælder nu"));
}

TEST_CASE("a document's page leads to its requirements and controls") {
  const std::string page = emit_page(PlannedProject(project()), "dokumenter/logning/index.html");
  check_in_order(page, {"Krav, som dokumentet udmønter", "<a href=\"../../kravkataloger/basis/#LK-1\">LK-1</a>",
                        "<a href=\"#hvad\">Hvad</a>", "<a href=\"../../kravkataloger/basis/#LK-2\">LK-2</a>",
                        "<a href=\"../../soa/#A.8.15\">A.8.15</a> Logning"});
}

TEST_CASE("a permanent page says nothing that other items change") {
  FileMap files = project();
  const ReleasedWith with{.parts = {{"basis", *Version::parse("1.0")}}};
  release(files, "content/catalogs/basis.yaml", "1.0", "2025-02-01");
  release(files, "content/catalogs/hoej.yaml", "1.0", "2025-02-01", with);
  const auto at = [&] {
    return emit_page(PlannedProject(files, "public", PlannedProject::on("2026-11-21")),
                     "kravkataloger/hoej/1.0/index.html");
  };
  const std::string before = at();
  CHECK(holds(before, "Arvet fra</dt><dd><a href=\"../../basis/1.0/#LK-1\">Katalog basis</a>, version 1.0"));
  files["content/catalogs/basis.yaml"] = replace_all(catalog("basis", "requirements: []\n"), "1.0", "2.0");
  release(files, "content/catalogs/basis.yaml", "2.0", "2026-02-01");
  files.erase("content/documents/logning.md");
  CHECK(at() == before);
  const std::string home =
      emit_page(PlannedProject(files, "public", PlannedProject::on("2026-11-21")), "kravkataloger/hoej/index.html");
  check_in_order(home, {"Kataloget blev udgivet før disse versioner, som gælder nu", "Katalog basis", "version 2.0",
                        "id=\"LK-1\""});
}

TEST_CASE("nothing of what is for others is in the catalogs, matrices, statement or data of a site") {
  FileMap files = project();
  files["content/documents/kanarie.md"] = document(
      "kanarie", "politik", "Kanarie", "classification: intern\ncontrols: [A.8.15, A.8.16]\nimplements: [LK-2]\n",
      "## Kanarieafsnit\n\n[](ref:LK-1)\n");
  files["content/catalogs/kanarie-k.yaml"] = catalog(
      "kanarie-k",
      "extends: basis\nrequirements: [{id: KANARIE-1, text: Kanarie, kind: minimum, controls: [A.8.15]}]\n", "intern");
  files["content/catalogs/basis.yaml"] += "  - {id: LK-3, text: T, kind: minimum, derives_from: [KANARIE-1]}\n";
  files["content/registers/controls.yaml"] +=
      "- {control: A.5.1, applicable: true, justification: Kanarie, documents: [kanarie]}\n";
  files["content/registers/dispensations.yaml"] =
      "- {id: kanarie-d, document: logning, reason: Kanarie, measures: [Kanarie], decided_by: Kanarie, decided: "
      "2026-01-01, expires: 2027-01-01}\n";
  const std::regex canary("kanarie", std::regex::icase);
  for (const auto& [path, bytes] : emit(PlannedProject(files))) {
    INFO(path);
    CHECK_FALSE(std::regex_search(bytes, canary));
    CHECK_FALSE(std::regex_search(path, canary));
  }
  const FileMap internal = emit(PlannedProject(files, "internal"));
  for (const char* path :
       {"soa/index.html", "soa/daekning/index.html", "kravkataloger/basis/index.html", "data/requirements.json"}) {
    INFO(path);
    CHECK(std::regex_search(internal.at(path), canary));
  }
}

TEST_CASE("the data has each requirement once, with its catalog and where it is carried out") {
  const FileMap all = emit(PlannedProject(project()));
  const std::string& json = all.at("data/requirements.json");
  check_in_order(json, {"\"catalogs\"", "\"basis\"", "\"hoej\"", "\"extends\"", "\"requirements\"", "\"LK-1\"",
                        "\"LK-2\"", "\"LK-9\"", "\"derives_from\"", "\"LK-1\""});
  CHECK(holds(json, "Leverandøren skal \\u003clogge>"));
  CHECK(holds(json, "\"address\": \"/kravkataloger/basis/#LK-1\""));
}
