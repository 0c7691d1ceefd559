#include <catch2/catch.hpp>

#include "resolve/resolve.h"
#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;

auto child(const std::string& id, const std::string& parent, const std::string& type = "emnepolitik") {
  return document_file(id, type, "parent: " + parent + "\n");
}
auto top() { return document_file("top", "politik"); }

}  // namespace

TEST_CASE("missing-parent points at the front matter's opening") {
  const ProjectFixture project({top(), document_file("backup", "emnepolitik")});
  CHECK(project.summary() == Lines{"missing-parent content/documents/backup.md:1:1"});
  const auto found = project.only(RuleId::missing_parent);
  CHECK(found.message.da == "Dokumentet er af typen «emnepolitik», men siger ikke, hvilket dokument det hører under");
  CHECK(found.help.en == "Add a line like parent: id-of-the-document-above. It must be of type politik.");
}

TEST_CASE("a parent without a value is missing, one that can't be read is not") {
  CHECK(ProjectFixture({top(), document_file("backup", "emnepolitik", "parent:\n")}).summary() ==
        Lines{"missing-parent content/documents/backup.md:1:1"});
  CHECK(ProjectFixture({top(), document_file("backup", "emnepolitik", "parent: [top]\n")}).summary() ==
        Lines{"invalid-value content/documents/backup.md:4:9"});
}

TEST_CASE("what an unknown type needs of a parent is unknown too") {
  const ProjectFixture project({top(), document_file("backup", "emnepolitk")});
  CHECK(project.summary() == Lines{"unknown-reference content/documents/backup.md:3:7"});
  CHECK(project.only(RuleId::unknown_reference).help.da.starts_with("Mente du «emnepolitik»?"));
}

TEST_CASE("unknown-parent names the nearest document") {
  const ProjectFixture project(
      {document_file("informationssikkerhedspolitik", "politik"), child("backup", "informationsikkerhedspolitik")});
  CHECK(project.summary() == Lines{"unknown-parent content/documents/backup.md:4:9"});
  const auto found = project.only(RuleId::unknown_parent);
  CHECK(found.place == Place{4, 9, 4, 37});
  CHECK(found.message.da == "Det overordnede dokument «informationsikkerhedspolitik» findes ikke");
  CHECK(found.message.en == "The parent document “informationsikkerhedspolitik” does not exist");
  CHECK(found.help.da.starts_with("Mente du «informationssikkerhedspolitik»?"));
  CHECK(found.help.en.starts_with("Did you mean “informationssikkerhedspolitik”?"));
}

TEST_CASE("nothing near is no suggestion") {
  const ProjectFixture project({top(), child("backup", "noget-helt-andet")});
  CHECK(project.only(RuleId::unknown_parent).help.da.starts_with("Skriv det id"));
}

TEST_CASE("a parent of the wrong type") {
  const ProjectFixture project({top(), child("gendan", "top", "procedure")});
  CHECK(project.summary() == Lines{"wrong-parent-type content/documents/gendan.md:4:9"});
  CHECK(project.only(RuleId::wrong_parent_type).help.da ==
        "Vælg et overordnet dokument af typen emnepolitik, retningslinje, eller ret dokumentets type.");
}

TEST_CASE("a root type has no parent, known or unknown") {
  CHECK(ProjectFixture({top(), child("x", "top", "politik")}).summary() ==
        Lines{"wrong-parent-type content/documents/x.md:4:9"});
  CHECK(ProjectFixture({top(), child("x", "findes-ikke", "politik")}).summary() ==
        Lines{"wrong-parent-type content/documents/x.md:4:9"});
}

TEST_CASE("a parent that is no document") {
  const ProjectFixture project(
      {child("backup", "hk"),
       {"content/members/hk.md", "---\nid: hk\nname: HK\nkind: founding\nstatus: admitted\n---\n"}});
  CHECK(project.summary() == Lines{"wrong-parent-type content/documents/backup.md:4:9"});
  CHECK(project.only(RuleId::wrong_parent_type).message.da ==
        "«hk» er et medlem, men kun et dokument kan være overordnet");
}

TEST_CASE("a document that is its own parent is a circle and nothing else") {
  const ProjectFixture project({child("backup", "backup")});
  CHECK(project.summary() == Lines{"parent-cycle content/documents/backup.md:4:9"});
  CHECK(project.only(RuleId::parent_cycle).message.en == "The document “backup” is its own parent");
}

TEST_CASE("a circle of two is told once, at the first by path") {
  const ProjectFixture project({child("b", "a"), child("a", "b")});
  CHECK(project.summary() == Lines{"parent-cycle content/documents/a.md:4:9"});
  const auto found = project.only(RuleId::parent_cycle);
  CHECK(found.message.da == "Dokumenterne er overordnet hinanden i ring: a → b → a");
  REQUIRE(found.related.size() == 1);
  CHECK(found.related[0].path == "content/documents/b.md");
  CHECK(found.related[0].place.line == 4);
  CHECK(found.related[0].message.da == "«b» hører under «a»");
}

TEST_CASE("a circle of five, with one document that only leads into it") {
  const ProjectFixture project({child("e", "a"), child("a", "c"), child("c", "b"), child("b", "d"), child("d", "e"),
                                child("f", "e", "retningslinje")});
  CHECK(project.summary() == Lines{"parent-cycle content/documents/a.md:4:9"});
  const auto found = project.only(RuleId::parent_cycle);
  CHECK(found.message.da == "Dokumenterne er overordnet hinanden i ring: a → c → b → d → e → a");
  CHECK(found.related.size() == 4);
}

TEST_CASE("two circles are two findings") {
  CHECK(ProjectFixture({child("a", "b"), child("b", "a"), child("c", "d"), child("d", "c")}).summary() ==
        Lines{"parent-cycle content/documents/a.md:4:9", "parent-cycle content/documents/c.md:4:9"});
}

TEST_CASE("a chain of ten thousand parents takes no stack") {
  Corpus corpus;
  corpus.config = default_config();
  corpus.config.document_types = {{{"top", {}}, "Top", {}, {}, {}},
                                  {{"led", {}}, "Led", {{"top", {}}, {"led", {}}}, {}, {}}};
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    Document document;
    document.id = {fmt::format("d{}", i), {1, 2}};
    document.title = document.id;
    document.type.value = i == 0 ? "top" : "led";
    document.classification = LocatedText{"offentlig", {}};
    if (i > 0) document.parent = LocatedText{fmt::format("d{}", i - 1), {}};
    document.file = i;
    corpus.files.push_back({fmt::format("content/documents/d{:05}.md", i), {}});
    corpus.documents.push_back(std::move(document));
  }
  Handbook handbook;
  handbook.id = {"bog", {1, 2}};
  handbook.file = 10'000;
  handbook.parts.push_back({"Alt", {{"d0", {}}}, {}, LocatedText{"d0", {}}, {}});
  corpus.files.push_back({"content/handbooks/bog.yaml", {}});
  corpus.handbooks.push_back(std::move(handbook));
  const Model model = resolve(corpus);
  CHECK(check({model, *Date::parse("2026-01-15")}, {}).empty());
}

TEST_CASE("orphans are warned of only where there are handbooks") {
  const auto handbook = [](const std::string& parts) {
    return std::pair<const std::string, std::string>{
        "content/handbooks/bog.yaml",
        "id: bog\ntitle: Bog\nclassification: offentlig\nversion: \"1.0\"\n"
        "history: [{version: \"1.0\", date: 2025-11-12, by: CAI, change: Ny, kind: new}]\nparts:\n  - {title: Alt, " +
            parts + "}\n"};
  };
  const Contents documents{top(), child("a", "top"), child("b", "a", "retningslinje")};
  const auto with = [&](const std::string& parts) {
    Contents files = documents;
    files.insert(handbook(parts));
    return ProjectFixture(files).summary();
  };
  CHECK(ProjectFixture(documents).summary().empty());
  CHECK(with("documents: [top, a, b]").empty());
  CHECK(with("documents: [top], under: top").empty());
  CHECK(with("under: top") == Lines{"orphan-document content/documents/top.md:2:5"});
  CHECK(with("documents: [top], under: top, types: [retningslinje]") ==
        Lines{"orphan-document content/documents/a.md:2:5"});
  CHECK(with("documents: [top], under: a") == Lines{"orphan-document content/documents/a.md:2:5"});
}

}  // namespace kanon
