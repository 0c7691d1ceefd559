#include "emit/html/pages.h"

#include <regex>
#include <set>

#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string config =
    "site: {title: Prøven, base_url: \"https://a.example/under/\", publisher: Udgiver, contact: post@a.example, "
    "description: Om det}\n";

FileMap project() {
  FileMap files{{"kanon.yaml", config}};
  files["content/documents/politik.md"] =
      public_document("politik", "politik", "Informationspolitik", "owner: Direktionen\neffective: 2025-05-01\n",
                      "Politikken gælder <b>alle</b>.\n\n## Formål\n\nTekst.\n\n### Del\n\nTekst.\n\n## Ansvar\n\nSe "
                      "[backup](backup.md#test).\n");
  files["content/documents/backup.md"] = public_document(
      "backup", "emnepolitik", "Politik for backup",
      "parent: politik\nrelated: [logning]\nowner: CAI\naliases: [gammel/backup]\ncontrols: [A.8.13]\n"
      "approvals: [{body: udvalg, date: 2025-04-10, version: \"1.0\"}]\n",
      "## Test\n\nSe [](ref:politik#formaal) og [bilag](../files/b%C3%A6r.pdf) og [ordbog](/ordbog/).\n");
  files["content/documents/logning.md"] =
      public_document("logning", "emnepolitik", "Politik for logning", "parent: politik\n");
  files["content/files/bær.pdf"] = "pdf";
  files["content/glossary.yaml"] =
      "- {id: ord-aa, term: Aabent, definition: D1}\n- {id: ord-b, term: Backup, definition: D2}\n"
      "- {id: ord-ae, term: Ærlig, definition: D3}\n- {id: ord-7, term: 7-lags model, definition: D4}\n";
  files["content/pages/index.md"] = "---\ntitle: Velkommen\nclassification: offentlig\n---\nForsidens tekst.\n";
  files["content/pages/om.md"] = "---\ntitle: Om os\nclassification: offentlig\n---\nTekst.\n";
  files["content/criteria.yaml"] =
      "objectives:\n  - id: synergi\n    title: Sammenhæng\n    criteria: [{id: synergi-1, text: Kriteriets tekst}]\n";
  files["content/members/a-as.md"] =
      "---\nid: a-as\nname: A A/S\nkind: associated\ncvr: \"10000009\"\nwebsite: https://a.example/\nestablished_in: "
      "DK\n"
      "contact: {name: Kanariefugl, email: kanarie@a.example}\nstatus: admitted\n"
      "declaration: {date: 2026-02-03, criteria: [{criterion: synergi-1, statement: Vi bidrager}]}\n"
      "assessment: {circulated: 2026-02-10, responses: [{member: b, decision: object, date: 2026-02-11, unmet: "
      "[synergi-1], "
      "reason: Kanariegrund}], written_assessment: 2026-02-17, meeting: 2026-02-20, outcome: approved}\n"
      "admitted: 2026-02-23\nevaluations: [{year: 2026, date: 2027-01-12, by: Kanarieudvalg, result: active}]\n---\n## "
      "Motivation\n\nVi vil.\n";
  files["content/members/b.md"] = "---\nid: b\nname: B\nkind: founding\nstatus: admitted\n---\n## Om\n\nTekst.\n";
  files["content/members/c.md"] =
      "---\nid: c\nname: Kanarieansøger\nkind: associated\nstatus: applicant\n---\n## Motivation\n\nKanarietekst.\n";
  files["content/handbooks/bog.yaml"] =
      "id: bog\ntitle: Håndbogen\nsubtitle: Under\nclassification: offentlig\nversion: \"2.0\"\n"
      "history: [{version: \"2.0\", date: 2026-01-01, by: CAI, change: Ny, kind: new}]\n"
      "parts: [{title: Politik, documents: [politik]}, {title: Emner, under: politik}]\n";
  return files;
}

}  // namespace

TEST_CASE("a document's page shows what its author did not write") {
  const PlannedProject site(project());
  const std::string page = emit_page(site, "dokumenter/backup/index.html");
  check_in_order(page, {"<html lang=\"da\"",
                        "<title>Politik for backup – Prøven</title>",
                        "<link rel=\"canonical\" href=\"https://a.example/under/dokumenter/backup/\">",
                        "href=\"../../assets/kanon.css\"",
                        "<h1>Politik for backup</h1>",
                        "Hører under: <a href=\"../politik/\"",
                        "<dd>1.0 <span class=\"standing standing-draft\">Udkast</span>",
                        "9. april 2026</time> <span class=\"standing standing-overdue\">Overskredet</span>",
                        ">CAI<",
                        ">offentlig<",
                        "<code>backup</code>",
                        "href=\"backup-1.0.pdf\"",
                        "href=\"#test\"",
                        "id=\"test\"",
                        "href=\"../politik/#formaal\">Formål</a>",
                        "href=\"../../filer/files/b%C3%A6r.pdf\"",
                        "href=\"../../ordbog/\"",
                        "href=\"../logning/\"",
                        "A.8.13",
                        "Informationssikkerhedsudvalget",
                        "10. april 2025",
                        "Versionshistorik",
                        "<td>CAI</td><td>Nyt dokument</td><td>Ny</td>"});
  const std::string above = emit_page(site, "dokumenter/politik/index.html");
  check_in_order(above, {"1. maj 2025", "Næste gennemgang", "<h2 id=\"_children\">", "href=\"../backup/\"",
                         "href=\"../logning/\""});
  CHECK_FALSE(holds(above, "Hører under"));
  CHECK(holds(above, "<meta name=\"description\" content=\"Politikken gælder alle.\">"));
}

TEST_CASE("the contents list nests the third level in the second") {
  const std::string page = emit_page(PlannedProject(project()), "dokumenter/politik/index.html");
  const std::size_t begin = page.find("<nav class=\"contents\"");
  const std::string contents = page.substr(begin, page.find("</nav>", begin) - begin);
  check_in_order(contents, {"#formaal", "<ol>", "#del", "</ol>", "#ansvar"});
}

TEST_CASE("sections have their numbers in the text and in the contents, and keep their anchors") {
  const std::string page = emit_page(PlannedProject(project()), "dokumenter/politik/index.html");
  check_in_order(page, {"<a href=\"#formaal\"><span class=\"number\">1</span> Formål</a>",
                        "<a href=\"#del\"><span class=\"number\">1.1</span> Del</a>",
                        "<h2 id=\"formaal\"><span class=\"number\">1</span> Formål ",
                        "<h3 id=\"del\"><span class=\"number\">1.1</span> Del ",
                        "<h2 id=\"ansvar\"><span class=\"number\">2</span> Ansvar "});
  FileMap by_hand = project();
  by_hand["content/documents/politik.md"] =
      public_document("politik", "politik", "Informationspolitik", "", "## § 1 Formål\n\nTekst.\n\n## § 2 Ansvar\n");
  CHECK_FALSE(holds(emit_page(PlannedProject(by_hand), "dokumenter/politik/index.html"), "class=\"number\""));
  CHECK_FALSE(holds(emit_page(PlannedProject(project()), "medlemmer/b/index.html"), "class=\"number\""));
}

TEST_CASE("a long free page has a contents list, without numbers") {
  CHECK_FALSE(holds(emit_page(PlannedProject(project()), "om/index.html"), "class=\"contents\""));
  FileMap files = project();
  files["content/pages/om.md"] =
      "---\ntitle: Om os\nclassification: offentlig\n---\n## A\n\n## B\n\n### C\n\n## D\n\n## E\n";
  const std::string page = emit_page(PlannedProject(files), "om/index.html");
  check_in_order(
      page, {"<nav class=\"contents\"", "<a href=\"#b\">B</a>", "<a href=\"#c\">C</a>", "</nav>", "<h2 id=\"a\">A "});
}

TEST_CASE("a document leads to those before and after it in the hierarchy") {
  const PlannedProject site(project());
  const std::string top = emit_page(site, "dokumenter/politik/index.html");
  check_in_order(top, {"<nav class=\"neighbours\"", "<a href=\"../backup/\" rel=\"next\">", "</nav>"});
  CHECK_FALSE(holds(top, "rel=\"prev\""));
  check_in_order(emit_page(site, "dokumenter/backup/index.html"),
                 {"<a href=\"../politik/\" rel=\"prev\">", "<a href=\"../logning/\" rel=\"next\">"});
  const std::string last = emit_page(site, "dokumenter/logning/index.html");
  CHECK(holds(last, "<a href=\"../backup/\" rel=\"prev\">"));
  CHECK_FALSE(holds(last, "rel=\"next\""));
  FileMap alone = project();
  alone.erase("content/documents/backup.md");
  alone.erase("content/documents/logning.md");
  CHECK_FALSE(holds(emit_page(PlannedProject(alone), "dokumenter/politik/index.html"), "class=\"neighbours\""));
}

TEST_CASE("a page without pdf has no link to one") {
  const PlannedProject planned(project());
  Site site = planned.site();
  site.pdfs.clear();
  const Theme theme = theme_of(planned);
  const Pictures pictures;
  PageEmitter emitter(site, theme, pictures);
  const auto page = emitter.emit(*site.page_at("/dokumenter/backup/"));
  REQUIRE(page);
  CHECK_FALSE(holds(page->bytes, ".pdf\" type"));
  CHECK(page->origin == "content/documents/backup.md");
}

TEST_CASE("the breadcrumb goes from the front page through the list and the documents above") {
  const std::string page = emit_page(PlannedProject(project()), "dokumenter/backup/index.html");
  check_in_order(page, {"aria-label=\"Du er her\"", "href=\"../../\">Forside", "href=\"../\">Dokumenter",
                        "href=\"../politik/\">", "<span aria-current=\"page\">Politik for backup</span>"});
  CHECK(holds(page, "<a href=\"../\" aria-current=\"true\">Dokumenter</a>"));
}

TEST_CASE("the front page holds its text and the three ways in") {
  const std::string page = emit_page(PlannedProject(project()), "index.html");
  check_in_order(page,
                 {"<title>Velkommen – Prøven</title>", "href=\"https://a.example/under/\"", "href=\"assets/kanon.css\"",
                  "<h1>Velkommen</h1>", "Forsidens tekst.", "href=\"dokumenter/politik/\"", "href=\"haandboeger/bog/\"",
                  "1 stiftende medlem og 1 associeret medlem", "href=\"optagelse/\""});
}

TEST_CASE("a project without an index page has a front page all the same") {
  const std::string page = emit_page(PlannedProject(FileMap{{"kanon.yaml", config}}), "index.html");
  CHECK(holds(page, "<title>Prøven</title>"));
  CHECK(holds(page, "<h1>Prøven</h1>"));
  CHECK_FALSE(holds(page, "Hovedmenu"));
  CHECK_FALSE(holds(page, "Du er her"));
}

TEST_CASE("lists, handbooks, members, criteria and glossary have their pages") {
  const FileMap all = emit(PlannedProject(project()));
  check_in_order(all.at("dokumenter/index.html"),
                 {"<h3>Politik</h3>", "href=\"politik/\"", "<h3>Emnepolitik</h3>", "href=\"backup/\"", "hierarchy"});
  check_in_order(all.at("hierarki/index.html"),
                 {"<ul class=\"hierarchy\">", "../dokumenter/politik/", "<ul>", "../dokumenter/backup/"});
  check_in_order(all.at("haandboeger/bog/index.html"),
                 {"<h1>Håndbogen</h1>", "Under", "<h2>Politik</h2>", "../../dokumenter/politik/", "<h2>Emner</h2>",
                  "../../dokumenter/backup/", "2.0"});
  CHECK(holds(all.at("haandboeger/bog/index.html"), "href=\"bog-2.0.pdf\""));
  check_in_order(all.at("medlemmer/index.html"),
                 {"Stiftende medlemmer", "href=\"b/\"", "Associerede medlemmer", "href=\"a-as/\"", "23. februar 2026"});
  check_in_order(all.at("medlemmer/a-as/index.html"),
                 {"Associeret medlem", "A A/S", "3. februar 2026", "10000009", "href=\"https://a.example/\"", "Vi vil.",
                  "href=\"../../optagelse/#synergi-1\">Kriteriets tekst", "Vi bidrager"});
  check_in_order(all.at("optagelse/index.html"),
                 {"<th scope=\"row\" id=\"synergi\">Sammenhæng", "<li id=\"synergi-1\">Kriteriets tekst"});
}

TEST_CASE("the glossary stands in Danish groups, with an anchor a term") {
  const std::string page = emit_page(PlannedProject(project()), "ordbog/index.html");
  check_in_order(page, {"<h2 id=\"_letter-1\">Andre</h2>", "id=\"ord-7\"", ">B</h2>", "id=\"ord-b\"", ">Æ</h2>",
                        "id=\"ord-ae\"", ">Å</h2>", "id=\"ord-aa\""});
}

TEST_CASE("an old address leads on") {
  const std::string page = emit_page(PlannedProject(project()), "gammel/backup/index.html");
  check_in_order(page, {"<link rel=\"canonical\" href=\"https://a.example/under/dokumenter/backup/\">",
                        "<meta name=\"robots\" content=\"noindex\">",
                        "<meta http-equiv=\"refresh\" content=\"0; url=../../dokumenter/backup/\">",
                        "<a href=\"../../dokumenter/backup/\">Politik for backup</a>"});
}

TEST_CASE("the page for what isn't there can be shown at any address") {
  const std::string page = emit_page(PlannedProject(project()), "404.html");
  CHECK(holds(page, "href=\"/under/assets/kanon.css\""));
  CHECK(holds(page, "<a href=\"/under/\">Gå til forsiden</a>"));
  CHECK(holds(page, "href=\"/under/dokumenter/\""));
  CHECK_FALSE(holds(page, "canonical"));
  const std::string without = emit_page(PlannedProject(FileMap{{"kanon.yaml", "site: {title: X}\n"}}), "404.html");
  CHECK(holds(without, "href=\"/assets/kanon.css\""));
}

TEST_CASE("nothing private of a member, and nothing of applicants, reaches a byte of the site") {
  FileMap files = project();
  files["kanon.yaml"] += "audiences: {public: {up_to: offentlig}, all: {up_to: fortrolig}}\n";
  for (const char* audience : {"public", "all"}) {
    for (const auto& [path, bytes] : emit(PlannedProject(files, audience))) {
      INFO(audience << ": " << path);
      // The yearly evaluation has a page of its own, never a public one.
      const bool is_evaluation = std::string(audience) == "all" && path == "evaluering/index.html";
      CHECK_FALSE(std::regex_search(bytes, std::regex(is_evaluation ? "anarie(fugl|grund|tekst|ansøger)" : "anarie")));
    }
  }
}

TEST_CASE("nothing of a restricted item reaches a byte of the public site") {
  FileMap files = project();
  files["content/documents/hemmelig-id.md"] = document("hemmelig-id", "emnepolitik", "Hemmelig titel",
                                                       "parent: politik\nrelated: [backup]\nclassification: "
                                                       "fortrolig\naliases: [hemmelig/alias]\nowner: Hemmelig ejer\n",
                                                       "## Hemmelig overskrift\n");
  files["content/documents/aabner.md"] =
      public_document("aabner", "emnepolitik", "Åbner", "parent: politik\nrelated: [hemmelig-id]\n",
                      "[tekst](hemmelig-id.md) [](ref:hemmelig-id) [](hemmelig-id.md#hemmelig-overskrift) "
                      "[x](/dokumenter/hemmelig-id/)\n\n"
                      "```kanon hierarchy\n```\n\n```kanon applicability\n```\n\n```kanon "
                      "dispensations\n```\n\n```kanon requirements catalog=hemmelig-katalog\n```\n");
  files["content/registers/controls.yaml"] =
      "- {control: A.5.1, applicable: true, documents: [hemmelig-id, politik]}\n";
  files["content/registers/dispensations.yaml"] =
      "- {id: hemmelig-disp, document: hemmelig-id, classification: offentlig, reason: Hemmelig grund, measures: [M], "
      "decided_by: X, "
      "decided: 2025-01-01, expires: 2027-01-01}\n";
  files["content/catalogs/hemmelig-katalog.yaml"] =
      "id: hemmelig-katalog\ntitle: Hemmeligt katalog\nversion: \"1.0\"\n"
      "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n"
      "requirements: [{id: HEMMELIG-1, text: Leverandøren skal hemmeligt, kind: minimum}]\n";
  files["content/handbooks/bog.yaml"] += "appendices: [{embed: history}]\n";
  files["content/pages/intern.md"] = "---\ntitle: Hemmelig side\nclassification: intern\n---\nHemmelig tekst\n";
  for (const auto& [path, bytes] : emit(PlannedProject(files))) {
    INFO(path);
    // «hemmeligheder» is a word of Annex A.
    CHECK_FALSE(std::regex_search(bytes, std::regex("hemmelig(?!heder)", std::regex::icase)));
    CHECK_FALSE(holds(path, "hemmelig"));
  }
  CHECK(holds(emit_page(PlannedProject(files, "public"), "dokumenter/aabner/index.html"), "A.5.1"));
}

TEST_CASE("content can't become part of a layout, nor break out of its place") {
  FileMap files = project();
  files["content/documents/ond.md"] =
      public_document("ond", "emnepolitik", "{{t.owner}} {{> head}} <script>alert(1)</script>",
                      "parent: politik\nowner: \"\\\" onmouseover=\\\"x {{{content}}}\"\n",
                      "## {{#t}} <b>\n\nTekst {{{page.title}}} {{^x}}\n");
  const std::string page = emit_page(PlannedProject(files), "dokumenter/ond/index.html");
  CHECK(holds(page, "{{t.owner}} {{&gt; head}} &lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(holds(page, "{{{page.title}}} {{^x}}"));
  CHECK(holds(page, "&quot; onmouseover=&quot;x {{{content}}}"));
  CHECK_FALSE(holds(page, "<script>"));
  CHECK_FALSE(holds(page, "\" onmouseover"));
}

TEST_CASE("every address in a page is relative, leads somewhere, and every id is there once") {
  const PlannedProject planned(project());
  const FileMap all = emit(planned);
  const std::regex reference("(?:href|src)=\"([^\"]*)\"");
  const std::regex heading("<h1[ >]");
  const std::regex id(" id=\"([^\"]*)\"");
  for (const auto& [path, bytes] : all) {
    if (!path.ends_with(".html") || path == "404.html") continue;
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), reference), end; at != end; ++at) {
      const std::string href = (*at)[1];
      INFO(path << " → " << href);
      CHECK_FALSE(href.empty());
      CHECK_FALSE(href.starts_with("/"));
    }
    std::set<std::string> ids;
    for (std::sregex_iterator at(bytes.begin(), bytes.end(), id), end; at != end; ++at) {
      INFO(path << "#" << (*at)[1]);
      CHECK(ids.insert((*at)[1]).second);
    }
    CHECK(std::distance(std::sregex_iterator(bytes.begin(), bytes.end(), heading), std::sregex_iterator()) == 1);
    CHECK_FALSE(std::regex_search(bytes, std::regex(" style=|<style|<script>|<ul[^>]*>\\s*</ul>|<ol[^>]*>\\s*</ol>")));
  }
}

TEST_CASE("a page speaks the site's language") {
  FileMap files = project();
  files["kanon.yaml"] = "site: {title: Trial, language: en}\n";
  const FileMap all = emit(PlannedProject(files));
  const std::string& page = all.at("documents/backup/index.html");
  check_in_order(page, {"<html lang=\"en\"", "Skip to the content", "Belongs under", "9 April 2026", "Version history",
                        "<td>New</td>"});
  CHECK_FALSE(holds(page, "Hører"));
  CHECK_FALSE(holds(page, "canonical"));
  CHECK(all.contains("members/a-as/index.html"));
}

TEST_CASE("the same site gives the same bytes, and holds no path of the machine") {
  const FileMap first = emit(PlannedProject(project()));
  CHECK(first == emit(PlannedProject(project())));
  for (const auto& [path, bytes] : first) {
    INFO(path);
    CHECK_FALSE(holds(bytes, "/project/"));
    CHECK_FALSE(holds(bytes, KANON_SOURCE));
  }
}

TEST_CASE("a project's own layout is used, and its errors name it") {
  FileMap files = project();
  files["layouts/not_found.mustache"] = "<p>{{page.title}}</p>";
  CHECK(emit_page(PlannedProject(files), "404.html") == "<p>Siden findes ikke</p>");
  files["layouts/embed/glossary.mustache"] = "<p>\n{{termz}}</p>";
  files["content/pages/om.md"] = "---\ntitle: Om os\nclassification: offentlig\n---\n```kanon glossary\n```\n";
  CHECK(holds(emit_error(PlannedProject(files), "/om/").what.en, "layouts/embed/glossary.mustache:2:1: "));
}

TEST_CASE("a chain of documents of any depth becomes a list of bounded depth") {
  FileMap files{{"kanon.yaml", config}};
  const int depth = 300;
  for (int i = 0; i < depth; ++i) {
    const std::string id = "d" + std::to_string(i);
    files["content/documents/" + id + ".md"] =
        public_document(id, "procedure", "D", i == 0 ? "" : "parent: d" + std::to_string(i - 1) + "\n");
  }
  const std::string page = emit_page(PlannedProject(files), "hierarki/index.html");
  std::size_t lists = 0;
  for (std::size_t at = page.find("<ul>"); at != std::string::npos; at = page.find("<ul>", at + 1)) ++lists;
  CHECK(lists < 40);
  CHECK(holds(page, "dokumenter/d299/"));
}

TEST_CASE("the sitemap names every page to be found, with the day of its newest version") {
  const FileMap all = emit(PlannedProject(project()));
  const std::string& map = all.at("sitemap.xml");
  CHECK(holds(map, "<url><loc>https://a.example/under/dokumenter/backup/</loc><lastmod>2025-04-09</lastmod></url>"));
  CHECK(holds(map, "<url><loc>https://a.example/under/</loc></url>"));
  CHECK_FALSE(holds(map, "gammel"));
  CHECK_FALSE(holds(map, "404"));
  CHECK(holds(all.at("robots.txt"), "Sitemap: https://a.example/under/sitemap.xml\n"));
  CHECK_FALSE(emit(PlannedProject(FileMap{{"kanon.yaml", "site: {title: X}\n"}})).contains("sitemap.xml"));
}
