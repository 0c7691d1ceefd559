#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;
using File = std::pair<const std::string, std::string>;

std::string governed(const std::string& classification) {
  return (classification.empty() ? "" : "classification: " + classification + "\n") +
         "version: \"1.0\"\nhistory: [{version: \"1.0\", date: 2025-11-12, by: CAI, change: Ny, kind: new}]\n";
}
/// The keys above `type` take five lines, so `keys` begin on line 4.
File document(const std::string& id, const std::string& classification, const std::string& keys = {},
              const std::string& type = "politik") {
  return {"content/documents/" + id + ".md",
          "---\nid: " + id + "\ntype: " + type + "\n" + keys + "title: Titel\n" + governed(classification) + "---\n"};
}
File handbook(const std::string& classification, const std::string& rest) {
  return {"content/handbooks/bog.yaml", "id: bog\ntitle: Bog\n" + rest + governed(classification)};
}
File member(const std::string& id, const std::string& status, const std::string& body = {}) {
  return {"content/members/" + id + ".md",
          "---\nid: " + id + "\nname: Navn\nkind: founding\nstatus: " + status + "\n---\n" + body};
}

Lines only_leaks(const ProjectFixture& project) {
  Lines lines;
  for (const auto& line : project.summary())
    if (line.starts_with("classification-leak")) lines.push_back(line.substr(20));
  return lines;
}

}  // namespace

TEST_CASE("an unknown classification is told at its value, on every kind of item") {
  const ProjectFixture project({document("a", "Offentlig"),
                                handbook("offentli", "parts: [{title: A, documents: [a]}]\n"),
                                page_file("p", "x", "intren"),
                                {"content/glossary.yaml",
                                 "- {id: t, term: T, definition: D, classification: \"\"}\n- {id: u, term: T, "
                                 "definition: D, classification: hemmelig}\n"}});
  Lines lines;
  for (const auto& line : project.summary())
    if (line.starts_with("unknown-classification")) lines.push_back(line.substr(23));
  CHECK(lines == Lines{"content/documents/a.md:5:17", "content/glossary.yaml:2:51", "content/handbooks/bog.yaml:4:17",
                       "content/pages/p.md:3:17"});
  CHECK(project.findings().front().help.da == "Mente du «offentlig»? Skriv en af: offentlig, intern, fortrolig.");
}

TEST_CASE("a link to something more restricted leaks") {
  const ProjectFixture project({page_file("a", "Se [planen](b.md).", "offentlig"), page_file("b", "x", "intern")});
  CHECK(project.summary() == Lines{"classification-leak content/pages/a.md:5:4"});
  const auto found = project.only(RuleId::classification_leak);
  CHECK(found.message.da ==
        "«Side b» er klassificeret intern og kan ikke nævnes i noget, som ses af alle, der må se offentlig");
  REQUIRE(found.related.size() == 1);
  CHECK(found.related[0].path == "content/pages/b.md");
  CHECK(found.related[0].place.line == 3);
}

TEST_CASE("links to the same level or a less restricted one don't") {
  CHECK(ProjectFixture({page_file("a", "[planen](b.md)", "intern"),
                        page_file("b", "[oversigten](a.md) [c](c.md)", "intern"), page_file("c", "x", "offentlig")})
            .summary()
            .empty());
}

TEST_CASE("every way to link leaks") {
  for (const std::string link : {"ref:plan", "../documents/plan.md", "/dokumenter/plan/",
                                 "/dokumenter/plan/plan-1.0.pdf", "/gammel/plan/", "ref:plan#findes-ikke"}) {
    INFO(link);
    const ProjectFixture project(
        {page_file("a", "[planen](" + link + ")"), document("plan", "fortrolig", "aliases: [gammel/plan]\n")});
    CHECK(only_leaks(project) == Lines{"content/pages/a.md:5:1"});
  }
}

TEST_CASE("nothing said is the most restricted") {
  const ProjectFixture project({page_file("a", "[planen](ref:plan)", "intern"), document("plan", "")});
  CHECK(only_leaks(project) == Lines{"content/pages/a.md:5:1"});
  CHECK(project.only(RuleId::classification_leak).related[0].message.da == "Her står ingen klassifikation");
}

TEST_CASE("what is misspelled or unreadable is one finding, not a leak as well") {
  CHECK(only_leaks(ProjectFixture({page_file("a", "[planen](ref:plan)"), document("plan", "offentlg")})).empty());
  CHECK(only_leaks(ProjectFixture({page_file("a", "[planen](ref:plan)"), document("plan", "[offentlig]")})).empty());
  CHECK(only_leaks(ProjectFixture(
                       {page_file("a", "[planen](ref:plan)"), {"content/documents/plan.md", "---\nid: [plan\n---\n"}}))
            .empty());
}

TEST_CASE("parent and related leak at their values") {
  const ProjectFixture project({document("top", "intern"),
                                document("a", "offentlig", "parent: top\nrelated: [b, c]\n", "emnepolitik"),
                                document("b", "fortrolig"), document("c", "offentlig")});
  CHECK(only_leaks(project) == Lines{"content/documents/a.md:4:9", "content/documents/a.md:5:11"});
}

TEST_CASE("a handbook holds no more than its level and its audience allow") {
  const std::string parts = "parts: [{title: A, documents: [a, b, c]}]\n";
  const auto leaks = [&](const std::string& level, const std::string& audience) {
    return only_leaks(ProjectFixture({document("a", "offentlig"), document("b", "intern"), document("c", "fortrolig"),
                                      handbook(level, parts + audience)}))
        .size();
  };
  CHECK(leaks("offentlig", "") == 2);
  CHECK(leaks("intern", "") == 1);
  CHECK(leaks("fortrolig", "") == 0);
  CHECK(leaks("fortrolig", "audience: public\n") == 2);
  CHECK(leaks("fortrolig", "audience: internal\n") == 1);
  CHECK(leaks("offentlig", "audience: internal\n") == 2);
}

TEST_CASE("what a handbook takes by the hierarchy is filtered in silence") {
  CHECK(only_leaks(
            ProjectFixture({document("top", "intern"), handbook("offentlig", "parts: [{title: A, under: top}]\n")}))
            .empty());
}

TEST_CASE("catalogs leak through embeds, handbooks and what builds on them") {
  const auto catalog = [](const std::string& id, const std::string& level, const std::string& rest) {
    return File{"content/catalogs/" + id + ".yaml", "id: " + id + "\ntitle: Krav\n" + rest + governed(level)};
  };
  const File secret =
      catalog("krav", "intern", "requirements: [{id: K-1, text: Leverandøren skal logge, kind: minimum}]\n");
  CHECK(only_leaks(ProjectFixture({secret, page_file("a", "```kanon requirements catalog=krav\n```")})) ==
        Lines{"content/pages/a.md:5:1"});
  CHECK(only_leaks(ProjectFixture({secret, page_file("a", "[kravet](ref:K-1)")})) == Lines{"content/pages/a.md:5:1"});
  CHECK(only_leaks(ProjectFixture({secret, document("d", "offentlig", "implements: [K-1]\n")})) ==
        Lines{"content/documents/d.md:4:14"});
  CHECK(only_leaks(ProjectFixture({secret, handbook("offentlig", "parts: [{title: A, catalogs: [krav]}]\n")})) ==
        Lines{"content/handbooks/bog.yaml:3:31"});
  CHECK(only_leaks(ProjectFixture({secret, catalog("aaben", "offentlig", "extends: krav\n")})) ==
        Lines{"content/catalogs/aaben.yaml:3:10"});
  CHECK(only_leaks(ProjectFixture(
            {secret,
             catalog(
                 "aaben", "offentlig",
                 "requirements: [{id: K-2, text: Leverandøren skal logge, kind: minimum, derives_from: [K-1]}]\n")})) ==
        Lines{"content/catalogs/aaben.yaml:3:87"});
}

TEST_CASE("only admitted members can be linked to from what is published") {
  CHECK(only_leaks(ProjectFixture({page_file("a", "[hk](ref:hk)"), member("hk", "admitted")})).empty());
  for (const std::string status : {"applicant", "circulated", "rejected", "left"}) {
    const ProjectFixture project({page_file("a", "[hk](ref:hk)", "fortrolig"), member("hk", status)});
    CHECK(only_leaks(project) == Lines{"content/pages/a.md:5:1"});
  }
}

TEST_CASE("what is not published leaks nothing, what is does") {
  const File plan = document("plan", "fortrolig");
  CHECK(only_leaks(ProjectFixture({plan, member("hk", "applicant", "[planen](ref:plan)\n")})).empty());
  CHECK(only_leaks(ProjectFixture({plan, member("hk", "admitted", "[planen](ref:plan)\n")})) ==
        Lines{"content/members/hk.md:7:1"});
}

TEST_CASE("a dispensation is as restricted as its document") {
  const auto dispensation = [](const std::string& classification) {
    return File{"content/registers/dispensations.yaml",
                "- {id: d1, document: plan, reason: R, measures: [M], decided_by: Direktionen, decided: 2025-12-01, "
                "expires: 2026-06-01" +
                    classification + "}\n"};
  };
  const File plan = document("plan", "intern");
  CHECK(only_leaks(ProjectFixture({plan, dispensation(", classification: offentlig")})) ==
        Lines{"content/registers/dispensations.yaml:1:22"});
  CHECK(only_leaks(ProjectFixture({plan, dispensation(", classification: intern")})).empty());
  CHECK(only_leaks(ProjectFixture({plan, dispensation("")})).empty());
}

}  // namespace kanon
