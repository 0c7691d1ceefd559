#include "plan/site.h"

#include <algorithm>

#include "plan/address_space.h"
#include "support/planned_project.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string config = "site: {title: Prøve}\n";

std::vector<std::string> addresses(const Site& site) {
  std::vector<std::string> addresses;
  for (const PagePlan& page : site.pages) addresses.push_back(page.address);
  return addresses;
}

bool has(const Site& site, const std::string& address) { return site.page_at(address) != nullptr; }

}  // namespace

TEST_CASE("an empty project has a front page and a page for what isn't there, and no menu") {
  const PlannedProject project(FileMap{{"kanon.yaml", config}});
  CHECK(addresses(project.site()) == std::vector<std::string>{"/", "/404.html", "/soeg/"});
  CHECK(project.site().navigation.empty());
}

TEST_CASE("the menu lists only the sections that the audience has") {
  FileMap files{{"kanon.yaml", config}, {"content/documents/a.md", public_document("a", "politik", "A")}};
  files["content/glossary.yaml"] = "- {id: ord, term: Ord, definition: Betydning}\n";
  const PlannedProject project(files);
  std::vector<std::string> menu;
  for (const NavigationEntry& entry : project.site().navigation) menu.push_back(entry.address);
  CHECK(menu == std::vector<std::string>{"/hvad-gaelder/", "/dokumenter/", "/hierarki/", "/ordbog/"});
  CHECK_FALSE(has(project.site(), "/medlemmer/"));
  CHECK(project.site().has_pdf("/dokumenter/a/a-1.0.pdf"));
}

TEST_CASE("an English site has English addresses") {
  const PlannedProject project({{"kanon.yaml", "site: {title: Trial, language: en}\n"},
                                {"content/documents/a.md", public_document("a", "politik", "A")}});
  CHECK(has(project.site(), "/documents/a/"));
  CHECK(has(project.site(), "/hierarchy/"));
}

TEST_CASE("an alias becomes a page that leads on") {
  const PlannedProject project(
      {{"kanon.yaml", config},
       {"content/documents/a.md",
        public_document("a", "politik", "A", "aliases: [gammel/sti, /gammel.html, dokumenter/a]\n")}});
  REQUIRE(has(project.site(), "/gammel/sti/"));
  CHECK(project.site().page_at("/gammel/sti/")->kind == PageKind::moved);
  CHECK(project.site().page_at("/gammel/sti/")->moved_to == "/dokumenter/a/");
  CHECK(has(project.site(), "/gammel.html"));
  CHECK(project.site().page_at("/dokumenter/a/")->kind == PageKind::document);
}

TEST_CASE("an alias can't leave the site or take a place that is taken") {
  FileMap files{{"kanon.yaml", config}};
  files["content/documents/a.md"] = public_document(
      "a", "politik", "A",
      "aliases: [\"../../etc/passwd\", \"a/../b\", \"\", \"/\", \"sitemap.xml\", \"assets/kanon.css\", "
      "\"robots.txt/x\", "
      "\"dokumenter\", \"a\\\\b\", \".git/config\", \"a//b\", \"c:/x\", \"dokumenter/a/a-1.0.pdf\", \"404.html\"]\n");
  const PlannedProject project(files);
  for (const PagePlan& page : project.site().pages) {
    INFO(page.address);
    CHECK(page.kind != PageKind::moved);
  }
}

TEST_CASE("aliases of what is not seen are not there") {
  const PlannedProject project(
      {{"kanon.yaml", config}, {"content/documents/a.md", document("a", "politik", "A", "aliases: [hemmelig/sti]\n")}});
  CHECK_FALSE(has(project.site(), "/hemmelig/sti/"));
  CHECK_FALSE(has(project.site(), "/dokumenter/"));
}

TEST_CASE("files that a seen page links to are copied, sources and the archive never") {
  FileMap files{{"kanon.yaml", config}};
  files["content/documents/a.md"] =
      public_document("a", "politik", "A", {},
                      "[F](../files/Bilag%201.pdf) ![B](../files/b.png) [R](../registers/controls.yaml) "
                      "[H](../archive/a/1.0/a.md) [X](../../kanon.yaml)\n");
  files["content/documents/b.md"] = document("b", "politik", "B", {}, "[F](../files/skjult.pdf)\n");
  for (const char* path : {"files/Bilag 1.pdf", "files/b.png", "files/skjult.pdf", "archive/a/1.0/a.md"}) {
    files["content/" + std::string(path)] = "bytes";
  }
  files["content/registers/controls.yaml"] = "- {control: A.5.1, applicable: true}\n";
  const PlannedProject project(files);
  std::vector<std::string> copied;
  for (const FilePlan& file : project.site().files) copied.push_back(file.address);
  CHECK(copied == std::vector<std::string>{"/filer/files/Bilag 1.pdf", "/filer/files/b.png"});
}

TEST_CASE("a free page can't take the place of a page that the program makes") {
  FileMap files{{"kanon.yaml", config}, {"content/documents/a.md", public_document("a", "politik", "A")}};
  files["content/pages/dokumenter.md"] = "---\ntitle: Falsk\nclassification: offentlig\n---\nTekst\n";
  files["content/pages/om/kontakt.md"] = "---\ntitle: Kontakt\nclassification: offentlig\n---\nTekst\n";
  const PlannedProject project(files);
  CHECK(project.site().page_at("/dokumenter/")->kind == PageKind::document_list);
  CHECK(has(project.site(), "/om/kontakt/"));
  CHECK(project.site().free_pages.empty());
}

TEST_CASE("a site's addresses become different files, none below another") {
  AddressSpace space;
  CHECK(space.take("/a/"));
  CHECK_FALSE(space.take("/a/"));
  CHECK_FALSE(space.take("/A/"));
  CHECK(space.take("/a/b.pdf"));
  CHECK_FALSE(space.take("/a/b.pdf/"));
  CHECK_FALSE(space.take("/a/index.html/c/"));
  CHECK(space.take("/d/e/f.txt"));
  CHECK_FALSE(space.take("/d/e"));
  CHECK_FALSE(space.take("/../x/"));
  CHECK_FALSE(space.take("/x\n/"));
  CHECK_FALSE(space.take("/" + std::string(300, 'x') + "/"));
  CHECK_FALSE(space.take("relative/"));
}
