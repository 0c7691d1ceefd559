#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

/// A target in a word: `item id#anchor`, `file path`, `outside url`, `site address`, or the problem with what was
/// wanted and suggested.
std::string described(const Model& model, const LinkTarget& target) {
  if (const auto* item = std::get_if<ToItem>(&target)) {
    const std::string anchor = item->anchor.empty() ? "" : "#" + item->anchor;
    if (item->item.kind == ItemKind::page) return "page " + model.source().pages[item->item.index].address + anchor;
    for (const auto& [id, ref] : model.ids)
      if (ref == item->item) return "item " + id + anchor;
    return "item?";
  }
  if (const auto* file = std::get_if<ToFile>(&target)) return "file " + file->path;
  if (const auto* outside = std::get_if<ToOutside>(&target)) return "outside " + outside->url;
  if (const auto* site = std::get_if<ToSite>(&target)) return "site " + site->address;
  const auto& nowhere = std::get<ToNowhere>(target);
  const char* const names[] = {"no file", "no item", "no anchor", "leaves", "no page", "unreadable"};
  return std::string(names[static_cast<int>(nowhere.problem)]) + " " + nowhere.wanted +
         (nowhere.suggestion.empty() ? "" : " → " + nowhere.suggestion);
}

std::map<std::string, std::string> project_with(const std::string& body) {
  const std::string history = "history: [{version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt, kind: new}]\n";
  return {
      page_file("om/side", body),
      page_file("kontakt", "## Åbningstider\n\n## Før og efter\n"),
      document_file("backup", "politik", "aliases: [gammel/backup]\n",
                    "## Ansvar\n\n## Ansvar\n\n## Egen {#Mit_Anker}\n"),
      {"content/pages/om/plan æ.pdf", "%PDF"},
      {"content/pages/om/billeder/logo.svg", "<svg/>"},
      {"content/glossary.yaml", "- {id: begreb-aktiv, term: Aktiv, definition: Noget af værdi}\n"},
      {"content/criteria.yaml",
       "objectives: [{id: synergi, title: Synergi, criteria: [{id: synergi-1, text: Medvirker}]}]\n"},
      {"content/catalogs/krav.yaml", "id: krav\ntitle: Krav\nversion: \"1.0\"\n" + history +
                                         "requirements: [{id: LK-1, text: Leverandøren skal logge, kind: minimum}]\n"},
  };
}

/// Where the one link or image of a page in content/pages/om/ leads.
std::string target_of(const std::string& markdown) {
  const ProjectFixture project(project_with(markdown));
  const auto& files = project.corpus().files;
  for (FileIndex i = 0; i < files.size(); ++i) {
    if (files[i].path != "content/pages/om/side.md") continue;
    REQUIRE(project.model().links[i].size() == 1);
    return described(project.model(), project.model().links[i].front().target);
  }
  return "no such file";
}

std::string link(const std::string& destination) { return target_of("[Tekst](<" + destination + ">)"); }
std::string image(const std::string& destination) { return target_of("![Tekst](<" + destination + ">)"); }

}  // namespace

TEST_CASE("links follow paths to sources") {
  CHECK(link("../kontakt.md") == "page kontakt");
  CHECK(link("../../documents/backup.md#ansvar") == "item backup#ansvar");
  CHECK(link("../../documents/backup.md#ansvar-2") == "item backup#ansvar-2");
  CHECK(link("../../documents/backup.md#Mit_Anker") == "item backup#Mit_Anker");
  CHECK(link("./../om/side.md") == "page om/side");
  CHECK(link("../kontakt.md?plain=1#aabningstider") == "page kontakt#aabningstider");
  CHECK(link("../%6Bontakt.md") == "page kontakt");
  CHECK(link("../../catalogs/krav.yaml#LK-1") == "item krav#LK-1");
}

TEST_CASE("links follow ids") {
  CHECK(link("ref:backup") == "item backup");
  CHECK(link("ref:backup#ansvar") == "item backup#ansvar");
  CHECK(link("REF:LK-1") == "item LK-1");
  CHECK(link("ref:begreb-aktiv") == "item begreb-aktiv");
  CHECK(link("ref:synergi-1") == "item synergi-1");
  CHECK(link("ref:krav#LK-1") == "item krav#LK-1");
  CHECK(link("ref:Backup") == "no item Backup → backup");
  CHECK(link("ref:") == "no item ");
  CHECK(link("ref:synergi") == "no page Synergi");
}

TEST_CASE("links within a page are anchors of it") {
  CHECK(target_of("## Trin\n\n[Tekst](#trin)") == "page om/side#trin");
  CHECK(target_of("## Trin\n\n[Tekst](#trim)") == "no anchor trim → trin");
  CHECK(link("#") == "page om/side");
}

TEST_CASE("an anchor that is a heading's own words is understood as that heading") {
  CHECK(link("../kontakt.md#før-og-efter") == "no anchor før-og-efter → foer-og-efter");
  CHECK(link("../kontakt.md#F%C3%B8r%20og%20efter") == "no anchor Før og efter → foer-og-efter");
  CHECK(link("../kontakt.md#Aabningstider") == "no anchor Aabningstider → aabningstider");
  CHECK(link("ref:begreb-aktiv#x") == "no anchor x");
}

TEST_CASE("files that are no source are copied") {
  CHECK(link("plan%20%C3%A6.pdf") == "file content/pages/om/plan æ.pdf");
  CHECK(link("plan æ.pdf#side=3") == "file content/pages/om/plan æ.pdf");
  CHECK(image("billeder/logo.svg") == "file content/pages/om/billeder/logo.svg");
}

TEST_CASE("what is not there is told with what is nearest") {
  CHECK(link("../kontact.md") == "no file ../kontact.md → ../kontakt.md");
  CHECK(link("../Kontakt.md") == "no file ../Kontakt.md → ../kontakt.md");
  CHECK(link("kontakt.md") == "no file kontakt.md → ../kontakt.md");
  CHECK(link("backup.html") == "no file backup.html → ../../documents/backup.md");
  CHECK(link("../") == "no file ../");
  CHECK(link("billeder") == "no file billeder");
  CHECK(link("../kontakt.md/") == "no file ../kontakt.md/ → ../kontakt.md");
  CHECK(image("billeder/Logo.svg") == "no file billeder/Logo.svg → billeder/logo.svg");
}

TEST_CASE("nothing outside the project is reached") {
  CHECK(link("../../../../../etc/passwd") == "leaves ../../../../../etc/passwd");
  CHECK(link("..%2F..%2F..%2F..%2Fetc/passwd") == "leaves ../../../../etc/passwd");
  CHECK(image("../../../../logo.svg") == "leaves ../../../../logo.svg");
  CHECK(link("../../../kanon.yaml") == "no page kanon.yaml");
}

TEST_CASE("destinations that the reader took away lead nowhere") {
  for (const std::string unsafe : {"javascript:alert", "//angriber.example/x", ""}) CHECK(link(unsafe) == "no file ");
  for (const std::string unsafe : {"data:image/png;base64,AA==", "mailto:post@example.dk", ""})
    CHECK(image(unsafe) == "no file ");
}

TEST_CASE("links lead outside by the schemes that are allowed") {
  CHECK(link("https://www.example.dk/a?b#c") == "outside https://www.example.dk/a?b#c");
  CHECK(link("mailto:post@example.dk") == "outside mailto:post@example.dk");
  CHECK(link("tel:+4512345678") == "outside tel:+4512345678");
  CHECK(image("https://www.example.dk/a.png") == "outside https://www.example.dk/a.png");
  CHECK(image("../kontakt.md").starts_with("no file"));
}

TEST_CASE("addresses of the site are known") {
  CHECK(link("/dokumenter/backup/") == "item backup");
  CHECK(link("/dokumenter/backup#ansvar") == "item backup#ansvar");
  CHECK(link("/gammel/backup/") == "item backup");
  CHECK(link("/kontakt/") == "page kontakt");
  CHECK(link("/") == "site /");
  CHECK(link("/ordbog/#begreb-aktiv") == "site /ordbog/#begreb-aktiv");
  CHECK(link("/ordbog/#begreb-aktiver") == "no anchor begreb-aktiver → begreb-aktiv");
  CHECK(link("/optagelse/#synergi-1") == "site /optagelse/#synergi-1");
  CHECK(link("/medlemmer/") == "site /medlemmer/");
  CHECK(link("/dokumenter/backup/backup-1.0.pdf") == "site /dokumenter/backup/backup-1.0.pdf");
  CHECK(link("/findes/ikke/") == "no item /findes/ikke/");
  CHECK(link("../../glossary.yaml#begreb-aktiv") == "site /ordbog/#begreb-aktiv");
}

TEST_CASE("a source without an id goes by the name of its file, and breaks no link") {
  auto files = project_with("[A](../../documents/nyt.md) [B](ref:nyt)");
  files["content/documents/nyt.md"] = "---\ntitle: Nyt\n---\n";
  const ProjectFixture project(files);
  for (const auto& found : project.findings()) CHECK(found.rule != RuleId::broken_link);
}

TEST_CASE("of many broken links the first hundred get a suggestion") {
  std::map<std::string, std::string> files;
  std::string body;
  for (int i = 0; i < 20; ++i)
    body += fmt::format("[a](dok-{}.md#ansvar) [b](ref:dok-{}) [c](dok-x{}.md)\n", i, i * 7, i);
  for (int i = 0; i < 300; ++i)
    files.insert(document_file(fmt::format("dok-{}", i), "emnepolitik", i == 0 ? "" : "parent: dok-0\n",
                               "## Ansvar\n\n" + body));
  const ProjectFixture project(files);
  std::size_t broken = 0, suggested = 0;
  for (const auto& links : project.model().links)
    for (const auto& link : links)
      if (const auto* nowhere = std::get_if<ToNowhere>(&link.target)) {
        ++broken;
        if (!nowhere->suggestion.empty()) ++suggested;
      }
  CHECK(broken == 300 * 20);
  CHECK(suggested == 100);
}

}  // namespace kanon
