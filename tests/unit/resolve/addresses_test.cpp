#include "resolve/addresses.h"

#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

const std::string kGlossary = "- {id: begreb-aktiv, term: Aktiv, definition: Noget af værdi}\n";
const std::string kCriteria =
    "objectives:\n  - id: synergi\n    title: Synergi\n    criteria: [{id: synergi-1, text: Medvirker}]\n";
const std::string kCatalog =
    "id: krav\ntitle: Krav\nversion: \"2.1\"\nhistory: [{version: \"2.1\", date: 2025-11-12, by: CAI, change: Nyt, "
    "kind: new}]\n"
    "requirements: [{id: LK-1, text: Leverandøren skal logge, kind: minimum}]\n";

std::map<std::string, std::string> some_of_each() {
  return {document_file("backup", "politik"),
          page_file("index", "Velkommen"),
          page_file("om/kontakt", "Skriv"),
          {"content/glossary.yaml", kGlossary},
          {"content/criteria.yaml", kCriteria},
          {"content/catalogs/krav.yaml", kCatalog},
          {"content/members/hk.md", "---\nid: hk\nname: HK\nkind: founding\nstatus: admitted\n---\n"}};
}

std::string address(const ProjectFixture& project, const std::string& id) {
  const auto item = project.model().find(id);
  REQUIRE(item);
  return address_of(project.model(), *item).value_or("none");
}

}  // namespace

TEST_CASE("items have the contract's addresses") {
  const ProjectFixture project(some_of_each());
  CHECK(address(project, "backup") == "/dokumenter/backup/");
  CHECK(address(project, "hk") == "/medlemmer/hk/");
  CHECK(address(project, "krav") == "/kravkataloger/krav/");
  CHECK(address(project, "LK-1") == "/kravkataloger/krav/#LK-1");
  CHECK(address(project, "begreb-aktiv") == "/ordbog/#begreb-aktiv");
  CHECK(address(project, "synergi-1") == "/optagelse/#synergi-1");
  CHECK(address(project, "synergi") == "none");
  CHECK(pdf_address_of(project.model(), *project.model().find("krav")) == "/kravkataloger/krav/krav-2.1.pdf");
  CHECK(pdf_address_of(project.model(), *project.model().find("hk")).empty());
}

TEST_CASE("a page's address is its path, and index is the front page") {
  const ProjectFixture project(some_of_each());
  const auto& paths = project.model().by_path;
  CHECK(address_of(project.model(), paths.at("content/pages/om/kontakt.md")) == "/om/kontakt/");
  CHECK(address_of(project.model(), paths.at("content/pages/index.md")) == "/");
}

TEST_CASE("an English site has English folders") {
  auto files = some_of_each();
  files["kanon.yaml"] = "site: {title: Example, language: en}\n";
  const ProjectFixture project(files);
  CHECK(address(project, "backup") == "/documents/backup/");
  CHECK(address(project, "LK-1") == "/catalogs/krav/#LK-1");
  CHECK(address(project, "begreb-aktiv") == "/glossary/#begreb-aktiv");
  CHECK(address(project, "synergi-1") == "/admission/#synergi-1");
}

TEST_CASE("addresses become files") {
  CHECK(file_of_address("/") == "index.html");
  CHECK(file_of_address("/a/b/") == "a/b/index.html");
  CHECK(file_of_address("/a/b/#c") == "a/b/index.html");
  CHECK(file_of_address("/feed.xml") == "feed.xml");
}

TEST_CASE("aliases become addresses") {
  CHECK(address_of_alias("gammel/adresse") == "/gammel/adresse/");
  CHECK(address_of_alias("/gammel/adresse/") == "/gammel/adresse/");
  CHECK(address_of_alias("gammel/side.html") == "/gammel/side.html");
  CHECK(address_of_alias("/") == "/");
}

TEST_CASE("pages refer to each other relatively") {
  CHECK(relative_href("/dokumenter/a/", "/medlemmer/b/#x") == "../../medlemmer/b/#x");
  CHECK(relative_href("/dokumenter/a/", "/dokumenter/b/") == "../b/");
  CHECK(relative_href("/dokumenter/a/", "/dokumenter/a/a-1.0.pdf") == "a-1.0.pdf");
  CHECK(relative_href("/dokumenter/a/", "/") == "../../");
  CHECK(relative_href("/", "/dokumenter/a/") == "dokumenter/a/");
  CHECK(relative_href("/404.html", "/om/") == "om/");
  CHECK(relative_href("/om/", "/om/#x") == "#x");
  CHECK(relative_href("/om/", "/om/") == "./");
  CHECK(relative_href("/", "/#x") == "#x");
  CHECK(relative_href("/404.html", "/#x") == "./#x");
  CHECK(relative_href("/om/kontakt/", "/om/") == "../");
  CHECK(relative_href("/dokumenter/ab/", "/dokumenter/a/") == "../a/");
  CHECK(relative_href("/", "/a:b/") == "./a:b/");
}

}  // namespace kanon
