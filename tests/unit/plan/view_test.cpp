#include "plan/view.h"

#include <algorithm>

#include "support/planned_project.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string config = "site: {title: Prøve, base_url: \"https://a.example/b/\"}\n";

FileMap levels() {
  return {{"kanon.yaml", config},
          {"content/documents/aaben.md",
           public_document("aaben", "politik", "Åben", "related: [intern, aaben, intern]\n",
                           "Se [den interne](intern.md) og [](ref:fortrolig) og [](ref:barn).\n")},
          {"content/documents/intern.md",
           document("intern", "emnepolitik", "Intern", "parent: aaben\nclassification: intern\n")},
          {"content/documents/fortrolig.md",
           document("fortrolig", "emnepolitik", "Fortrolig", "parent: aaben\nclassification: fortrolig\n")},
          {"content/documents/uden.md", document("uden", "emnepolitik", "Uden niveau", "parent: aaben\n")},
          {"content/documents/forkert.md",
           document("forkert", "emnepolitik", "Forkert niveau", "parent: aaben\nclassification: hemmelig\n")},
          {"content/documents/barn.md", public_document("barn", "procedure", "Barn", "parent: intern\n")}};
}

std::vector<std::string> ids(const std::vector<const Document*>& documents) {
  std::vector<std::string> ids;
  for (const Document* document : documents) ids.push_back(*document->id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

using Ids = std::vector<std::string>;

std::string member(const std::string& id, const std::string& status, const std::string& kind = "associated") {
  return "---\nid: " + id + "\nname: Medlem " + id + "\nkind: " + kind + "\nstatus: " + status +
         "\ncontact: {name: Kanarie, email: kanarie@hemmelig.dk}\n---\n## Motivation\n\nTekst om " + id + ".\n";
}

}  // namespace

TEST_CASE("an audience sees what its level allows, and a missing or unknown level is the most restricted") {
  CHECK(ids(PlannedProject(levels(), "public").view().documents()) == Ids{"aaben", "barn"});
  CHECK(ids(PlannedProject(levels(), "internal").view().documents()) == Ids{"aaben", "barn", "intern"});
  FileMap files = levels();
  files["kanon.yaml"] += "audiences: {all: {up_to: fortrolig}}\n";
  CHECK(ids(PlannedProject(files, "all").view().documents()).size() == 6);
}

TEST_CASE("an audience that the configuration does not have sees nothing") {
  const PlannedProject fixture(levels(), "everyone");
  CHECK(fixture.view().documents().empty());
  CHECK_FALSE(fixture.view().find("aaben"));
}

TEST_CASE("what is not seen is neither found, nor addressed, nor named") {
  const PlannedProject fixture(levels());
  const View& view = fixture.view();
  CHECK(view.find("aaben"));
  CHECK_FALSE(view.find("intern"));
  const Document& open = view.document(*view.find("aaben"));
  CHECK(view.children_of(open).empty());
  CHECK(view.related_of(open).empty());
  CHECK(view.ancestors_of(open).empty());
}

TEST_CASE("a link to what is not seen leads nowhere, and says nothing of it") {
  const PlannedProject fixture(levels());
  const View& view = fixture.view();
  const Document& open = view.document(*view.find("aaben"));
  std::size_t links = 0;
  std::size_t hidden = 0;
  for (std::uint32_t node = 0; node < view.parsed(open.file).markdown().size(); ++node) {
    const LinkTarget* target = view.target_of(open.file, node);
    if (target == nullptr) continue;
    ++links;
    const auto* nowhere = std::get_if<ToNowhere>(target);
    if (nowhere == nullptr) continue;
    ++hidden;
    CHECK(nowhere->wanted.empty());
    CHECK(nowhere->suggestion.empty());
    CHECK_FALSE(nowhere->item);
  }
  CHECK(links == 3);
  CHECK(hidden == 2);
}

TEST_CASE("a document below one that is not seen is a root of the hierarchy that is seen") {
  const PlannedProject fixture(levels());
  CHECK(ids(fixture.view().roots()) == Ids{"aaben", "barn"});
  const PlannedProject inside(levels(), "internal");
  CHECK(ids(inside.view().roots()) == Ids{"aaben"});
  const auto above = inside.view().ancestors_of(inside.view().document(*inside.view().find("barn")));
  REQUIRE(above.size() == 2);
  CHECK(*above[0]->id == "aaben");
  CHECK(*above[1]->id == "intern");
}

TEST_CASE("of members, only admitted ones are ever seen") {
  FileMap files{{"kanon.yaml", config + "audiences: {all: {up_to: fortrolig}}\n"}};
  files["content/members/stifter.md"] = member("stifter", "admitted", "founding");
  files["content/members/optaget.md"] = member("optaget", "admitted");
  for (const char* status : {"applicant", "circulated", "rejected"}) {
    files["content/members/" + std::string(status) + ".md"] = member(status, status);
  }
  const PlannedProject fixture(files, "all");
  REQUIRE(fixture.view().members().size() == 2);
  CHECK(*fixture.view().members()[0].id == "optaget");
  CHECK(*fixture.view().members()[1].id == "stifter");
  CHECK_FALSE(fixture.view().find("applicant"));
  CHECK_FALSE(fixture.view().find("circulated"));
  CHECK_FALSE(fixture.view().find("rejected"));
}

TEST_CASE("titles stand in Danish order") {
  FileMap files{{"kanon.yaml", config}};
  int number = 0;
  for (const char* title : {"Ål", "Øst", "Zink", "Ærlig", "Aabenhed", "Anker", "anden"}) {
    const std::string id = "d" + std::to_string(++number);
    files["content/documents/" + id + ".md"] = public_document(id, "politik", title);
  }
  const PlannedProject fixture(files);
  std::vector<std::string> titles;
  for (const Document* document : fixture.view().documents()) titles.push_back(*document->title);
  CHECK(titles == std::vector<std::string>{"anden", "Anker", "Zink", "Ærlig", "Øst", "Aabenhed", "Ål"});
}

TEST_CASE("pages stand by order, then by title; those without an order come last") {
  const FileMap files{{"kanon.yaml", config},
                      {"content/pages/a.md", "---\ntitle: Abe\nclassification: offentlig\n---\nA\n"},
                      {"content/pages/b.md", "---\ntitle: Bi\nclassification: offentlig\norder: 2\n---\nB\n"},
                      {"content/pages/c.md", "---\ntitle: Cikade\nclassification: offentlig\norder: 1\n---\nC\n"},
                      {"content/pages/d.md", "---\ntitle: Due\nclassification: intern\norder: 0\n---\nD\n"}};
  const PlannedProject fixture(files);
  std::vector<std::string> titles;
  for (const Page* page : fixture.view().pages()) titles.push_back(*page->title);
  CHECK(titles == std::vector<std::string>{"Cikade", "Bi", "Abe"});
}

TEST_CASE("a handbook's part holds those named, then those below, each once and only what is seen") {
  FileMap files = levels();
  files["content/handbooks/bog.yaml"] =
      "id: bog\ntitle: Bog\nclassification: offentlig\nversion: \"1.0\"\n"
      "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\n"
      "parts:\n  - {title: Alt, documents: [barn], under: aaben}\n  - {title: Emner, under: aaben, types: "
      "[emnepolitik]}\n";
  const auto order = [](const std::vector<const Document*>& documents) {
    Ids ids;
    for (const Document* document : documents) ids.push_back(*document->id);
    return ids;
  };
  const PlannedProject outside(files);
  REQUIRE(outside.view().handbooks().size() == 1);
  CHECK(order(outside.view().documents_of(outside.view().handbooks()[0]->parts[0])) == Ids{"barn"});
  CHECK(order(outside.view().documents_of(outside.view().handbooks()[0]->parts[1])).empty());
  const PlannedProject inside(files, "internal");
  CHECK(order(inside.view().documents_of(inside.view().handbooks()[0]->parts[0])) == Ids{"barn", "intern"});
  CHECK(order(inside.view().documents_of(inside.view().handbooks()[0]->parts[1])) == Ids{"intern"});
  files["content/handbooks/bog.yaml"] += "audience: public\n";
  const PlannedProject made_for_public(files, "internal");
  CHECK(order(made_for_public.view().documents_of(made_for_public.view().handbooks()[0]->parts[0])) == Ids{"barn"});
}

TEST_CASE("a handbook made for a wider circle is not shown to a narrower one") {
  FileMap files = levels();
  files["content/handbooks/bog.yaml"] =
      "id: bog\ntitle: Bog\nclassification: offentlig\nversion: \"1.0\"\naudience: internal\n"
      "history: [{version: \"1.0\", date: 2025-01-01, by: A, change: Ny, kind: new}]\nparts: [{title: Alt, under: "
      "aaben}]\n";
  CHECK(PlannedProject(files).view().handbooks().empty());
  CHECK(PlannedProject(files, "internal").view().handbooks().size() == 1);
}

TEST_CASE("parents in a circle end") {
  FileMap files{{"kanon.yaml", config},
                {"content/documents/a.md", public_document("a", "emnepolitik", "A", "parent: b\n")},
                {"content/documents/b.md", public_document("b", "emnepolitik", "B", "parent: a\n")},
                {"content/documents/c.md", public_document("c", "emnepolitik", "C", "parent: c\n")}};
  const PlannedProject fixture(files);
  for (const Document* document : fixture.view().documents()) {
    CHECK(fixture.view().ancestors_of(*document).size() <= 16);
  }
  CHECK(fixture.view().documents().size() == 3);
}

TEST_CASE("the next review counts from the newest history date, by the shorter interval") {
  FileMap files{{"kanon.yaml", config},
                {"content/documents/a.md", public_document("a", "politik", "A")},
                {"content/documents/b.md", public_document("b", "politik", "B", "review_every: P6M\n")},
                {"content/documents/c.md", public_document("c", "politik", "C", "review_every: P2Y\n")}};
  const PlannedProject fixture(files);
  const auto due = [&](const char* id) { return fixture.view().next_review(fixture.document(id))->iso(); };
  CHECK(due("a") == "2026-04-09");
  CHECK(due("b") == "2025-10-09");
  CHECK(due("c") == "2026-04-09");
}

TEST_CASE("dispensations show only documents that are seen") {
  FileMap files = levels();
  const std::string rest = "reason: R, measures: [M], decided_by: CAI, decided: 2025-01-01, expires: 2027-01-01";
  files["content/registers/dispensations.yaml"] = "- {id: d1, document: aaben, classification: offentlig, " + rest +
                                                  "}\n" + "- {id: d2, document: intern, classification: offentlig, " +
                                                  rest + "}\n" + "- {id: d3, document: aaben, " + rest + "}\n";
  const PlannedProject fixture(files);
  REQUIRE(fixture.view().dispensations().size() == 1);
  CHECK(*fixture.view().dispensations()[0]->id == "d1");
}
