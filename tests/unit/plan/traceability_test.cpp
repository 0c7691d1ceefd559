#include "plan/catalog_contents.h"
#include "support/planned_project.h"

using namespace kanon;
using namespace kanon::test;

namespace {

std::string catalog(const std::string& id, const std::string& more, const std::string& level = "offentlig") {
  return "id: " + id + "\ntitle: Katalog " + id + "\nclassification: " + level +
         "\nversion: \"1.0\"\nhistory: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n" + more;
}

FileMap project() {
  FileMap files;
  files["content/catalogs/basis.yaml"] =
      catalog("basis",
              "phases: [{id: \"1\", title: Først}, {id: \"2\", title: Sidst}]\n"
              "recommendations: [{id: \"1.1\", phase: \"1\", text: A}, {id: \"2.1\", phase: \"2\", text: B}]\n"
              "requirements:\n"
              "  - {id: B-1, phase: \"1\", text: T, kind: minimum, recommendations: [\"1.1\", \"1.1\"]}\n"
              "  - {id: B-2, phase: \"2\", text: T, kind: standard}\n");
  files["content/catalogs/hoej.yaml"] =
      catalog("hoej",
              "extends: basis\nphases: [{id: \"2\", title: Til sidst}, {id: \"3\", title: Efter}]\n"
              "recommendations: [{id: \"3.1\", phase: \"3\", text: C}]\n"
              "requirements:\n"
              "  - {id: H-1, phase: \"2\", text: T, kind: minimum, recommendations: [\"1.1\", \"findes-ikke\"]}\n"
              "  - {id: H-2, phase: \"9\", text: T, kind: minimum, recommendations: [\"3.1\"]}\n");
  return files;
}

using Texts = std::vector<std::string>;

CatalogContents contents(const View& view, const std::string& id) {
  const Catalog* catalog = view.catalog(id);
  REQUIRE(catalog != nullptr);
  return contents_of(view, *catalog);
}

Texts ids(const CatalogContents& contents) {
  Texts ids;
  for (const CatalogRequirement& one : contents.requirements) ids.push_back(*one.requirement->id);
  return ids;
}

/// `document#section`, in the view's order.
Texts places(const View& view, const std::string& requirement) {
  Texts places;
  for (const Implementation& one : view.implementations_of(requirement)) {
    places.push_back(*view.document(one.document).id + "#" + one.section);
  }
  return places;
}

}  // namespace

TEST_CASE("a catalog holds what it inherits first, with phases and recommendations of both") {
  const PlannedProject planned(project());
  const CatalogContents hoej = contents(planned.view(), "hoej");
  CHECK(ids(hoej) == Texts{"B-1", "B-2", "H-1", "H-2"});
  REQUIRE(hoej.phases.size() == 3);
  CHECK(hoej.phases[1]->title == "Til sidst");
  CHECK(hoej.requirements[2].phase == 1);
  CHECK(hoej.requirements[3].phase == 3);  // a phase that no catalog has
  REQUIRE(hoej.recommendations.size() == 3);
  CHECK(hoej.recommendation("1.1")->requirements == std::vector<std::uint32_t>{0, 2});
  CHECK(hoej.recommendation("2.1")->requirements.empty());
  CHECK(hoej.recommendation("findes-ikke") == nullptr);
  CHECK(ids(contents(planned.view(), "basis")) == Texts{"B-1", "B-2"});
}

TEST_CASE("catalogs that extend each other in a circle end") {
  FileMap files = project();
  files["content/catalogs/basis.yaml"] += "extends: hoej\n";
  const PlannedProject planned(files);
  CHECK(ids(contents(planned.view(), "hoej")).size() == 4);
  CHECK(ids(contents(planned.view(), "basis")).size() == 4);
}

TEST_CASE("what an audience doesn't see is not inherited") {
  FileMap files = project();
  files["content/catalogs/basis.yaml"] =
      catalog("basis", "requirements: [{id: B-1, text: T, kind: minimum}]\n", "intern");
  CHECK(ids(contents(PlannedProject(files).view(), "hoej")) == Texts{"H-1", "H-2"});
  CHECK(ids(contents(PlannedProject(files, "internal").view(), "hoej")) == Texts{"B-1", "H-1", "H-2"});
}

TEST_CASE("documents carry out requirements as a whole, or in the sections that link to them") {
  FileMap files = project();
  files["content/documents/a.md"] =
      public_document("a", "politik", "Ø sidst", "implements: [B-1, B-2, B-2, intet, b]\n",
                      "[](ref:H-1)\n\n## Et\n\n[](ref:B-1) [x](ref:B-1)\n\n- se [y](ref:basis#B-1)\n\n"
                      "### To\n\n[](ref:B-1) [](ref:H-1) [](ref:basis)\n");
  files["content/documents/b.md"] = public_document("b", "politik", "A først", "implements: [B-1]\n");
  files["content/documents/c.md"] = document("c", "politik", "Intern", "classification: intern\nimplements: [B-1]\n");
  const PlannedProject planned(files);
  CHECK(places(planned.view(), "B-1") == Texts{"b#", "a#et", "a#to"});
  CHECK(places(planned.view(), "B-2") == Texts{"a#"});
  CHECK(places(planned.view(), "H-1") == Texts{"a#to"});
  CHECK(places(planned.view(), "a").empty());
  CHECK(planned.view().implemented_by(planned.document("a")).size() == 4);
  CHECK(places(PlannedProject(files, "internal").view(), "B-1") == Texts{"b#", "c#", "a#et", "a#to"});
}

TEST_CASE("a link to a requirement leads to its anchor on its catalog's page") {
  const PlannedProject planned(project());
  CHECK(planned.view().address_of(*planned.view().find("B-1")) == "/kravkataloger/basis/#B-1");
}

TEST_CASE("only a catalog with recommendations has a page of what is covered") {
  FileMap files = project();
  files["content/catalogs/bar.yaml"] = catalog("bar", "requirements: [{id: C-1, text: T, kind: minimum}]\n");
  const PlannedProject planned(files);
  CHECK(planned.site().page_at("/kravkataloger/hoej/daekning/") != nullptr);
  CHECK(planned.site().page_at("/kravkataloger/bar/daekning/") == nullptr);
}

TEST_CASE("a release inherits from the releases that it was made with") {
  FileMap files = project();
  const std::string basis = "content/catalogs/basis.yaml", hoej = "content/catalogs/hoej.yaml";
  release(files, basis, "1.0", "2025-02-01");
  release(files, hoej, "1.0", "2025-02-01", {.parts = {{"basis", *Version::parse("1.0")}}});
  files[basis] =
      "id: basis\ntitle: Nyt\nclassification: offentlig\nversion: \"2.0\"\n"
      "history: [{version: \"2.0\", date: 2025-03-01, by: A, change: Ny, kind: updated}]\n"
      "requirements: [{id: B-9, text: T, kind: minimum}]\n";
  release(files, basis, "2.0", "2025-03-01");
  const PlannedProject planned(files, "public", PlannedProject::on("2026-11-21"));
  CHECK(ids(contents(planned.view(), "hoej")) == Texts{"B-1", "B-2", "H-1", "H-2"});
  CHECK(ids(contents(planned.view(), "basis")) == Texts{"B-9"});
  const auto outdated = planned.view().outdated_parts(*planned.view().catalog("hoej"));
  REQUIRE(outdated.size() == 1);
  CHECK(planned.view().governed(outdated[0]).version->text() == "2.0");
}
