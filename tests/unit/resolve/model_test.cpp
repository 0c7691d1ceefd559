#include "resolve/model.h"

#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {

TEST_CASE("of two equal ids the first by path holds") {
  const ProjectFixture project({document_file("b/backup", "politik"), document_file("a/backup", "politik")});
  // document_file writes the path as the id, so both files say another one.
  const auto first = project.model().find("backup");
  REQUIRE(first);
  CHECK(project.corpus().files[project.model().file_of(*first)].path == "content/documents/a/backup.md");
}

TEST_CASE("ids are found as they are written") {
  const ProjectFixture project({document_file("backup", "politik")});
  CHECK(project.model().find("backup"));
  CHECK(!project.model().find("Backup"));
  CHECK(!project.model().find(""));
}

TEST_CASE("levels follow the classification, and nothing said is the most restricted") {
  const ProjectFixture project(
      {page_file("aaben", "x", "offentlig"),
       page_file("intern", "x", "intern"),
       page_file("ukendt", "x", "hemmelig"),
       {"content/pages/tavs.md", "---\ntitle: Tavs\n---\n"},
       {"content/members/hk.md", "---\nid: hk\nname: HK\nkind: founding\nstatus: admitted\n---\n"},
       {"content/glossary.yaml", "- {id: aktiv, term: Aktiv, definition: Noget}\n"}});
  const auto level = [&](const std::string& path) {
    return project.model().level_of(project.model().by_path.at("content/" + path));
  };
  CHECK(level("pages/aaben.md") == 0);
  CHECK(level("pages/intern.md") == 1);
  CHECK(level("pages/ukendt.md") == 2);
  CHECK(level("pages/tavs.md") == 2);
  CHECK(level("members/hk.md") == 0);
  CHECK(project.model().level_of(*project.model().find("aktiv")) == 0);
  CHECK(project.model().title_of(*project.model().find("aktiv")) == "Aktiv");
  CHECK(project.model().title_of(project.model().by_path.at("content/members/hk.md")) == "HK");
}

}  // namespace kanon
