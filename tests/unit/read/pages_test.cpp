#include "read/pages.h"

#include <catch2/catch.hpp>

#include "read/project_sources.h"
#include "unit/read/read_text.h"

using namespace kanon;

TEST_CASE("a page has a title, and may have a place among others") {
  ReadText text("content/pages/om.md",
                "---\ntitle: Om\nclassification: intern\naliases: [om-os]\norder: 2\n---\nTekst\n");
  const Page page = read_page(text.reading(), "om");
  CHECK(text.found().empty());
  CHECK(*page.title == "Om");
  CHECK(page.address == "om");
  CHECK(**page.classification == "intern");
  CHECK(*page.aliases.at(0) == "om-os");
  CHECK(page.order == 2);
}

TEST_CASE("a page has no id, and its order is a whole number") {
  ReadText text("content/pages/om.md", "---\nid: om\norder: først\n---\n");
  const Page page = read_page(text.reading(), "om");
  CHECK_FALSE(page.order);
  CHECK(text.found() == Found{"missing-key 1:1-1:4", "unknown-key 2:1-2:3", "invalid-value 3:8-3:13"});
}

TEST_CASE("a page's address is its path") {
  CHECK(page_address("om/kontakt.md", "") == "om/kontakt");
  CHECK(page_address("index.md", "") == "index");
  CHECK(page_address("om/index.md", "") == "om");
  CHECK(page_address("index.md", "manual") == "manual");
  CHECK(page_address("a/index.md", "manual") == "manual/a");
  CHECK(page_address("a/b.md", "manual") == "manual/a/b");
}

TEST_CASE("a file's place says what it is") {
  CHECK(kind_of("content/documents/a/b/c.md") == SourceKind::document);
  CHECK(kind_of("content/members/a.md") == SourceKind::member);
  CHECK(kind_of("content/members/a/b.md") == SourceKind::misplaced);
  CHECK(kind_of("content/projects/a.md") == SourceKind::project);
  CHECK(kind_of("content/criteria.yaml") == SourceKind::criteria);
  CHECK(kind_of("content/catalogs/a.yaml") == SourceKind::catalog);
  CHECK(kind_of("content/catalogs/a.xml") == SourceKind::imported_catalog);
  CHECK(kind_of("content/catalogs/sub/a.xml") == SourceKind::other);
  CHECK(kind_of("content/handbooks/a.yaml") == SourceKind::handbook);
  CHECK(kind_of("content/registers/dispensations.yaml") == SourceKind::dispensations);
  CHECK(kind_of("content/registers/controls.yaml") == SourceKind::controls);
  CHECK(kind_of("content/registers/risks.yaml") == SourceKind::misplaced);
  CHECK(kind_of("content/glossary.yaml") == SourceKind::glossary);
  CHECK(kind_of("content/glossary.yml") == SourceKind::misplaced);
  CHECK(kind_of("content/pages/a/b.md") == SourceKind::page);
  CHECK(kind_of("content/foo.md") == SourceKind::misplaced);
  CHECK(kind_of("content/documents/x.yaml") == SourceKind::misplaced);
  CHECK(kind_of("content/documents/x.MD") == SourceKind::misplaced);
  CHECK(kind_of("content/documents/figur.png") == SourceKind::other);
}
