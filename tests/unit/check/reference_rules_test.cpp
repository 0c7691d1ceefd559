#include <catch2/catch.hpp>

#include "model/annex_a.h"
#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;
using File = std::pair<const std::string, std::string>;

const std::string kVersion =
    "classification: offentlig\nversion: \"1.0\"\nhistory: [{version: \"1.0\", date: 2025-11-12, by: CAI, change: Ny, "
    "kind: new}]\n";

File catalog(const std::string& id, const std::string& rest) {
  return {"content/catalogs/" + id + ".yaml", "id: " + id + "\ntitle: Krav\n" + kVersion + rest};
}
File handbook(const std::string& rest) {
  return {"content/handbooks/bog.yaml", "id: bog\ntitle: Bog\n" + kVersion + rest};
}
File member(const std::string& id, const std::string& rest = {}) {
  return {"content/members/" + id + ".md",
          "---\nid: " + id + "\nname: Navn\nkind: founding\nstatus: admitted\n" + rest + "---\n"};
}
File glossary(const std::string& ids) { return {"content/glossary.yaml", ids}; }
std::string term(const std::string& id) { return "- {id: " + id + ", term: T, definition: D}\n"; }

}  // namespace

TEST_CASE("Annex A has 93 controls") {
  CHECK(annex_a_controls().size() == 93);
  for (const auto* known : {"A.5.1", "A.5.37", "A.6.8", "A.7.14", "A.8.34"}) CHECK(is_annex_a_control(known));
  for (const auto* unknown : {"A.5.0", "A.5.38", "A.6.9", "A.7.15", "A.8.35", "A.9.1", "a.5.1", "A.5.01", "5.1", ""})
    CHECK(!is_annex_a_control(unknown));
}

TEST_CASE("an id given twice is told at the second by path, with the first beside it") {
  const ProjectFixture project({glossary(term("begreb") + term("andet") + term("begreb")), member("hk")});
  CHECK(project.summary() == Lines{"duplicate-id content/glossary.yaml:3:8"});
  const auto found = project.only(RuleId::duplicate_id);
  CHECK(found.message.da == "Id'et «begreb» bruges allerede af et begreb");
  REQUIRE(found.related.size() == 1);
  CHECK(found.related[0].place.line == 1);
}

TEST_CASE("ids of all kinds share one name space") {
  const ProjectFixture project({glossary(term("hk")), member("hk")});
  CHECK(project.summary() == Lines{"duplicate-id content/members/hk.md:2:5"});
}

TEST_CASE("ids that differ only by case collide") {
  const ProjectFixture project({catalog("krav",
                                        "requirements: [{id: Backup, text: Leverandøren skal logge, kind: minimum, "
                                        "verification: V, controls: [\"A.8.13\"]}]\n"),
                                document_file("backup", "politik")});
  CHECK(project.summary() == Lines{"duplicate-id content/documents/backup.md:2:5"});
  CHECK(project.only(RuleId::duplicate_id).message.en == "The id “backup” is like “Backup”: they differ only by case");
}

TEST_CASE("a missing id is no second one") {
  const ProjectFixture project({glossary(term("nyt")),
                                {"content/pages/nyt.md", "---\ntitle: Nyt\n---\n"},
                                {"content/members/nyt.md", "---\nname: N\nkind: founding\nstatus: admitted\n---\n"}});
  CHECK(project.summary() == Lines{"missing-key content/members/nyt.md:1:1"});
}

TEST_CASE("lists within a catalog and the register of controls know each id once") {
  const ProjectFixture project(
      {catalog("krav",
               "phases:\n  - {id: \"1\", title: A}\n  - {id: \"1\", title: B}\nrecommendations:\n  - {id: \"1\", "
               "phase: \"1\", text: T}\n"
               "requirements: [{id: K, text: Leverandøren skal logge, kind: minimum, verification: V, recommendations: "
               "[\"1\"]}]\n"),
       {"content/registers/controls.yaml",
        "- {control: \"A.5.1\", applicable: false, justification: J}\n- {control: \"A.5.1\", applicable: false, "
        "justification: J}\n"}});
  CHECK(project.summary() ==
        Lines{"duplicate-id content/catalogs/krav.yaml:8:10", "duplicate-id content/registers/controls.yaml:2:13"});
}

TEST_CASE("two pages can't have one address") {
  CHECK(ProjectFixture({page_file("Om", "x"), page_file("om", "x")}).summary() ==
        Lines{"duplicate-id content/pages/om.md:1:1"});
  CHECK(ProjectFixture({page_file("ordbog", "x")}).summary() == Lines{"duplicate-id content/pages/ordbog.md:1:1"});
  CHECK(ProjectFixture({page_file("index", "x")}).summary().empty());
  const ProjectFixture project({document_file("backup", "politik", "aliases: [om, gammel/backup]\n"),
                                page_file("om", "x"), member("hk", "aliases: [/gammel/backup/]\n")});
  CHECK(project.summary() == Lines{"duplicate-id content/members/hk.md:6:11", "duplicate-id content/pages/om.md:1:1"});
}

TEST_CASE("documents name documents, requirements and controls") {
  const ProjectFixture project(
      {document_file("backup", "politik",
                     "related: [logning, hk]\ncontrols: [\"A.8.13\", \"A8.13\"]\nimplements: [LK-1, LK-2]\n"),
       document_file("logning-politik", "politik"), member("hk"),
       catalog("krav",
               "requirements: [{id: LK-1, text: Leverandøren skal logge, kind: minimum, verification: V, controls: "
               "[\"A.8.13\"]}]\n")});
  CHECK(project.summary() == Lines{"unknown-reference content/documents/backup.md:4:11",
                                   "unknown-reference content/documents/backup.md:4:20",
                                   "unknown-reference content/documents/backup.md:5:22",
                                   "unknown-reference content/documents/backup.md:6:20"});
  const auto findings = project.findings();
  CHECK(findings[0].message.da == "«logning» findes ikke; her skal stå id'et på et dokument");
  CHECK(findings[1].message.da == "«hk» er et medlem, men her skal stå et dokument");
  CHECK(findings[2].help.da.starts_with("Mente du «A.8.13»?"));
  CHECK(findings[3].help.en.starts_with("Did you mean “LK-1”?"));
}

TEST_CASE("a control that is spelled as one gets no guess") {
  const ProjectFixture project({document_file("backup", "politik", "controls: [\"A.8.35\"]\n")});
  CHECK(project.only(RuleId::unknown_reference).help.en.starts_with("The 93 controls"));
}

TEST_CASE("catalogs name catalogs, requirements, phases and recommendations, inherited ones too") {
  const ProjectFixture project(
      {catalog("grund",
               "phases: [{id: \"1\", title: Plan}]\nrecommendations: [{id: \"1.1\", phase: \"1\", text: T}]\n"
               "requirements: [{id: G-1, text: Leverandøren skal logge, kind: minimum, verification: V, "
               "recommendations: [\"1.1\"]}]\n"),
       catalog("udvidet",
               "extends: grund\nphases: [{id: \"2\", title: Drift}]\nrequirements:\n"
               "  - {id: U-1, phase: \"1\", recommendations: [\"1.1\"], derives_from: [G-1], text: Leverandøren skal "
               "slette, kind: minimum, verification: V}\n"
               "  - {id: U-2, phase: \"3\", recommendations: [\"1.2\"], derives_from: [G-2], text: Leverandøren skal "
               "sikre, kind: minimum, controls: [\"A.9.1\"], verification: V}\n"),
       catalog("ukendt", "extends: grnd\n")});
  CHECK(project.summary() == Lines{"unknown-reference content/catalogs/udvidet.yaml:10:22",
                                   "unknown-reference content/catalogs/udvidet.yaml:10:45",
                                   "unknown-reference content/catalogs/udvidet.yaml:10:68",
                                   "unknown-reference content/catalogs/udvidet.yaml:10:131",
                                   "unknown-reference content/catalogs/ukendt.yaml:6:10"});
}

TEST_CASE("catalogs that extend each other in a circle are told once, and what they hold is still known") {
  const ProjectFixture project(
      {catalog("a", "extends: b\nphases: [{id: \"1\", title: P}]\n"),
       catalog("b",
               "extends: a\nrecommendations: [{id: \"1.1\", phase: \"1\", text: T}, {id: "
               "\"1.2\", phase: \"2\", text: T}]\nrequirements: [{id: K, text: Leverandøren skal logge, kind: minimum, "
               "verification: V, recommendations: [\"1.1\", \"1.2\"]}]\n")});
  CHECK(project.summary() ==
        Lines{"invalid-value content/catalogs/a.yaml:6:10", "unknown-reference content/catalogs/b.yaml:7:72"});
  CHECK(project.only(RuleId::unknown_reference).message.en == "The catalog has no phase “2”");
  CHECK(project.only(RuleId::invalid_value).related.size() == 1);
}

TEST_CASE("requirements don't derive from each other in circles") {
  const auto requirement = [](const std::string& id, const std::string& from) {
    return "  - {id: " + id + ", derives_from: [" + from + "], text: Leverandøren skal logge " + id +
           ", kind: minimum, verification: V, controls: [\"A.8.13\"]}\n";
  };
  const ProjectFixture project(
      {catalog("krav", "requirements:\n" + requirement("R-1", "R-2, R-3") + requirement("R-2", "R-3") +
                           requirement("R-3", "R-1") + requirement("R-4", "R-4, R-1"))});
  CHECK(project.summary() ==
        Lines{"invalid-value content/catalogs/krav.yaml:9:30", "invalid-value content/catalogs/krav.yaml:10:30"});
  std::string chain = "requirements:\n";
  for (int i = 0; i < 500; ++i) chain += requirement(fmt::format("R-{}", i), fmt::format("R-{}", i + 1));
  chain += requirement("R-500", "");
  CHECK(ProjectFixture({catalog("krav", chain)}).summary().empty());
}

TEST_CASE("handbooks name documents, catalogs, types, audiences and content") {
  const ProjectFixture project(
      {document_file("top", "politik"),
       handbook("audience: publik\nparts:\n  - {title: A, documents: [top, tip], catalogs: [krav]}\n"
                "  - {title: B, under: tip, types: [politikk]}\nappendices: [{embed: history}, {embed: historie}]\n")});
  CHECK(project.summary() ==
        Lines{"unknown-reference content/handbooks/bog.yaml:6:11", "unknown-reference content/handbooks/bog.yaml:8:33",
              "unknown-reference content/handbooks/bog.yaml:8:50", "unknown-reference content/handbooks/bog.yaml:9:23",
              "unknown-reference content/handbooks/bog.yaml:9:36",
              "unknown-reference content/handbooks/bog.yaml:10:40"});
  CHECK(project.findings().back().help.da.starts_with("Mente du «history»?"));
}

TEST_CASE("members, approvals and registers name what exists") {
  const ProjectFixture project(
      {member("hk", "declaration: {projects: [awareness]}\n"),
       document_file("top", "politik", "approvals: [{body: udvlag, date: 2025-11-19, version: \"1.0\"}]\n",
                     "## Ansvar\n"),
       {"content/registers/controls.yaml", "- {control: \"A.5.99\", applicable: true, documents: [tip]}\n"},
       {"content/registers/dispensations.yaml",
        "- {id: d1, document: top, section: ansvr, reason: R, measures: [M], decided_by: Direktionen, decided: "
        "2025-12-01, expires: 2026-06-01}\n"
        "- {id: d2, document: tip, section: x, reason: R, measures: [M], decided_by: Direktionen, decided: 2025-12-01, "
        "expires: 2026-06-01}\n"}});
  CHECK(project.summary() == Lines{"unknown-reference content/documents/top.md:4:20",
                                   "unknown-reference content/members/hk.md:6:26",
                                   "unknown-reference content/registers/controls.yaml:1:13",
                                   "unknown-reference content/registers/controls.yaml:1:53",
                                   "unknown-reference content/registers/dispensations.yaml:1:36",
                                   "unknown-reference content/registers/dispensations.yaml:2:22"});
  CHECK(project.findings()[4].help.da.starts_with("Mente du «ansvar»?"));
}

TEST_CASE("embeds are known by name and hold what they need") {
  const auto with = [](const std::string& embed) {
    return ProjectFixture({page_file("a", "Før.\n\n```kanon " + embed + "\n```\n"),
                           catalog("krav", "phases: [{id: \"1\", title: P}]\n")})
        .summary();
  };
  const Lines wrong{"unknown-reference content/pages/a.md:7:1"};
  for (const std::string fine :
       {"history", "criteria", "requirements catalog=krav", "requirements catalog=krav phase=1", "applicability"}) {
    INFO(fine);
    CHECK(with(fine).empty());
  }
  for (const std::string bad :
       {"historik", "requirements", "requirements catalog=kravene", "requirements catalog=krav phase=9",
        "history catalog=krav", "requirements catalog=a"}) {
    INFO(bad);
    CHECK(with(bad) == wrong);
  }
}

}  // namespace kanon
