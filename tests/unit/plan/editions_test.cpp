#include <catch2/catch.hpp>

#include "support/planned_project.h"

namespace kanon::test {
namespace {

const std::string kSource = "content/documents/p.md";

/// The source of a policy in one of its versions. `more` are further lines of front matter.
std::string version(const std::string& number, const std::string& day, const std::string& body,
                    const std::string& more = {}, const std::string& level = "offentlig") {
  return "---\nid: p\ntype: politik\ntitle: Politik " + number + "\nclassification: " + level + "\nversion: \"" +
         number + "\"\nhistory:\n  - {version: \"" + number + "\", date: " + day +
         ", by: CAI, change: Rettet, kind: updated}\n" + more + "---\n" + body + "\n";
}

/// Version 1.0 in force from 2024-03-01, 1.1 from 2025-03-01, 2.0 not before 2027-01-01.
FileMap three_releases() {
  FileMap files;
  files[kSource] = version("1.0", "2024-03-01", "## Mål\n\nDet første.");
  release(files, kSource, "1.0", "2024-03-02");
  files[kSource] = version("1.1", "2025-03-01", "## Mål\n\nDet andet.");
  release(files, kSource, "1.1", "2025-03-02");
  files[kSource] = version("2.0", "2026-10-01", "## Mål\n\nDet tredje.", "effective: 2027-01-01\n");
  release(files, kSource, "2.0", "2026-10-02");
  return files;
}

const Document& edition(const PlannedProject& project, const std::string& number) {
  const auto item = project.view().edition({"p", *Version::parse(number)});
  INFO(number);
  REQUIRE(item);
  return project.view().document(*item);
}

std::vector<std::string> addresses(const PlannedProject& project, PageKind kind) {
  std::vector<std::string> found;
  for (const auto& page : project.site().pages)
    if (page.kind == kind) found.push_back(page.address);
  return found;
}

}  // namespace

TEST_CASE("the newest version in force leads; older and upcoming ones stand at addresses of their own") {
  const PlannedProject project(three_releases(), "public", PlannedProject::on("2026-11-21"));
  CHECK(project.document("p").version->text() == "1.1");
  CHECK(edition(project, "1.0").edition.standing == Standing::superseded);
  CHECK(edition(project, "1.0").edition.in_force_until->iso() == "2025-02-28");
  CHECK(edition(project, "1.1").edition.standing == Standing::in_force);
  CHECK(edition(project, "2.0").edition.standing == Standing::upcoming);
  CHECK(addresses(project, PageKind::document) == std::vector<std::string>{"/dokumenter/p/"});
  CHECK(addresses(project, PageKind::release) ==
        std::vector<std::string>{"/dokumenter/p/1.0/", "/dokumenter/p/1.1/", "/dokumenter/p/2.0/"});
  CHECK(addresses(project, PageKind::history) == std::vector<std::string>{"/dokumenter/p/historik/"});
  CHECK(addresses(project, PageKind::changes) == std::vector<std::string>{"/aendringer/"});
  for (const std::string number : {"1.0", "1.1", "2.0"})
    CHECK(project.site().has_pdf("/dokumenter/p/p-" + number + ".pdf"));
}

TEST_CASE("a past day shows what was in force then, and nothing that came later") {
  const PlannedProject between(three_releases(), "public", PlannedProject::on("2024-12-31"));
  CHECK(between.document("p").version->text() == "1.0");
  CHECK(between.document("p").edition.standing == Standing::in_force);
  CHECK_FALSE(between.document("p").edition.in_force_until);
  CHECK(addresses(between, PageKind::release) == std::vector<std::string>{"/dokumenter/p/1.0/"});
  CHECK(between.site().is_past);
  SECTION("the first day in force is one") {
    const PlannedProject first(three_releases(), "public", PlannedProject::on("2025-03-01"));
    CHECK(first.document("p").version->text() == "1.1");
    const PlannedProject last(three_releases(), "public", PlannedProject::on("2025-02-28"));
    CHECK(last.document("p").version->text() == "1.0");
  }
  SECTION("before the first release there is nothing") {
    const PlannedProject before(three_releases(), "public", PlannedProject::on("2024-02-29"));
    CHECK(before.view().documents().empty());
    CHECK(addresses(before, PageKind::history).empty());
  }
}

TEST_CASE("what was never released is shown among drafts alone") {
  FileMap files{{kSource, version("1.0", "2026-03-01", "Tekst.")}};
  CHECK(PlannedProject(files, "public", PlannedProject::on("2026-11-21")).view().documents().empty());
  const PlannedProject drafts(files);
  CHECK(drafts.document("p").edition.standing == Standing::draft);
  CHECK(drafts.site().shows_drafts);
  CHECK(addresses(drafts, PageKind::release).empty());
}

TEST_CASE("the next version in the making stands beside the released ones, where drafts are shown") {
  FileMap files = three_releases();
  files[kSource] = version("2.1", "2026-11-01", "## Mål\n\nDet fjerde.");
  const PlannedProject drafts(files);
  CHECK(drafts.document("p").version->text() == "1.1");
  CHECK(edition(drafts, "2.1").edition.standing == Standing::draft);
  CHECK(drafts.site().page_at("/dokumenter/p/2.1/") != nullptr);
  const PlannedProject without(files, "public", PlannedProject::on("2026-11-21"));
  CHECK(without.site().page_at("/dokumenter/p/2.1/") == nullptr);
}

TEST_CASE("a change without a new version does not reach the site") {
  FileMap files = three_releases();
  files[kSource] = version("2.0", "2026-10-01", "## Mål\n\nÆndret i smug.", "effective: 2027-01-01\n");
  const PlannedProject project(files);
  CHECK(project.view().parsed(edition(project, "2.0").file).text().find("smug") == std::string_view::npos);
}

TEST_CASE("a removed document leaves a page that says so, and its releases stay") {
  FileMap files = three_releases();
  files.erase(kSource);
  const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
  CHECK(project.view().documents().empty());
  CHECK(addresses(project, PageKind::gone) == std::vector<std::string>{"/dokumenter/p/"});
  CHECK(project.site().page_at("/dokumenter/p/")->gone == GoneReason::removed);
  CHECK(addresses(project, PageKind::release).size() == 3);
  CHECK(edition(project, "1.1").edition.standing == Standing::ended);
  SECTION("on a past day it stands as it stood") {
    const PlannedProject past(files, "public", PlannedProject::on("2025-06-01"));
    CHECK(past.document("p").version->text() == "1.1");
  }
}

TEST_CASE("an older release is shown where its own level and the present one allow it") {
  FileMap files;
  files[kSource] = version("1.0", "2024-03-01", "Hemmeligt.", {}, "intern");
  release(files, kSource, "1.0", "2024-03-02");
  files[kSource] = version("1.1", "2025-03-01", "Offentligt.");
  release(files, kSource, "1.1", "2025-03-02");
  SECTION("one that was restricted then stays so, and leaves nothing behind") {
    const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
    CHECK(project.site().page_at("/dokumenter/p/1.0/") == nullptr);
    CHECK_FALSE(project.site().has_pdf("/dokumenter/p/p-1.0.pdf"));
    CHECK(addresses(project, PageKind::gone).empty());
  }
  SECTION("one that became restricted was withdrawn, and its addresses say so") {
    files[kSource] = version("1.2", "2026-03-01", "Igen hemmeligt.", {}, "intern");
    release(files, kSource, "1.2", "2026-03-02");
    const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
    CHECK(project.view().documents().empty());
    CHECK(addresses(project, PageKind::release).empty());
    CHECK(addresses(project, PageKind::gone) ==
          std::vector<std::string>{"/dokumenter/p/", "/dokumenter/p/1.1/", "/dokumenter/p/historik/"});
    for (const auto& page : project.site().pages)
      if (page.kind == PageKind::gone) CHECK(page.title.empty());
    const PlannedProject internal(files, "internal", PlannedProject::on("2026-11-21"));
    CHECK(addresses(internal, PageKind::release).size() == 3);
  }
}

TEST_CASE("a document that was always restricted leaves no trace") {
  FileMap files{{kSource, version("1.0", "2024-03-01", "Hemmeligt.", {}, "intern")}};
  release(files, kSource, "1.0", "2024-03-02");
  files.erase(kSource);
  const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
  for (const auto& page : project.site().pages) CHECK(page.address.find("/p/") == std::string::npos);
}

TEST_CASE("a release shows the local files that it was released with, at its own address") {
  FileMap files;
  files["content/billeder/plan.png"] = "gammel";
  files[kSource] = version("1.0", "2024-03-01", "![Plan](../billeder/plan.png)");
  release(files, kSource, "1.0", "2024-03-02", {.local_files = {{"files/billeder/plan.png", "gammel"}}});
  files["content/billeder/plan.png"] = "ny";
  const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
  REQUIRE(project.site().files.size() == 1);
  CHECK(project.site().files[0].address == "/dokumenter/p/1.0/billeder/plan.png");
  CHECK(project.site().files[0].path == "content/archive/p/1.0/files/billeder/plan.png");
}

TEST_CASE("links of a release lead to what is in force, wherever its source stands today") {
  FileMap files;
  files["content/documents/gammel/q.md"] = public_document("q", "politik", "Den anden");
  release(files, "content/documents/gammel/q.md", "1.0", "2024-03-01");
  files["content/documents/ny/q.md"] = files["content/documents/gammel/q.md"];
  files.erase("content/documents/gammel/q.md");
  files[kSource] = version("1.0", "2024-03-01", "Se [](gammel/q.md), [](ref:q) og [mål](#maal).\n\n## Mål\n");
  release(files, kSource, "1.0", "2024-03-02");
  files[kSource] = version("1.1", "2025-03-01", "Intet.");
  release(files, kSource, "1.1", "2025-03-02");
  const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
  const Document& old = edition(project, "1.0");
  std::vector<std::string> targets;
  const auto nodes = project.view().parsed(old.file).markdown();
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != MarkdownKind::link) continue;
    const auto* item = std::get_if<ToItem>(project.view().target_of(old.file, i));
    REQUIRE(item != nullptr);
    targets.push_back(*project.view().address_of(item->item) + "#" + item->anchor);
  }
  CHECK(targets == std::vector<std::string>{"/dokumenter/q/#", "/dokumenter/q/#", "/dokumenter/p/1.0/#maal"});
}

TEST_CASE("a handbook's release holds the releases of its parts that it was released with") {
  FileMap files = three_releases();
  const std::string book = "content/handbooks/h.yaml";
  files[book] =
      "id: h\ntitle: Håndbog\nclassification: offentlig\nversion: \"1.0\"\n"
      "history: [{version: \"1.0\", date: 2024-06-01, by: CAI, change: Ny, kind: new}]\n"
      "parts: [{title: Politik, documents: [p]}]\n";
  release(files, book, "1.0", "2024-06-02", {.parts = {{"p", *Version::parse("1.0")}}});
  const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
  const Handbook& handbook = *project.view().handbooks().at(0);
  const auto documents = project.view().documents_of(handbook.parts.at(0));
  REQUIRE(documents.size() == 1);
  CHECK(documents[0]->version->text() == "1.0");
  const auto outdated = project.view().outdated_parts(handbook);
  REQUIRE(outdated.size() == 1);
  CHECK(project.view().governed(outdated[0]).version->text() == "1.1");
}

TEST_CASE("a catalog has editions like a document, and addresses for its requirements") {
  const std::string source = "content/catalogs/krav.yaml";
  const auto catalog = [](const std::string& number, const std::string& day) {
    return "id: krav\ntitle: Krav\nclassification: offentlig\nversion: \"" + number + "\"\nhistory: [{version: \"" +
           number + "\", date: " + day + ", by: CAI, change: Ny, kind: new}]\nrequirements:\n  - {id: LK-" + number +
           ", text: Leverandøren skal føre log., kind: minimum}\n";
  };
  FileMap files;
  files[source] = catalog("1.0", "2024-03-01");
  release(files, source, "1.0", "2024-03-02");
  files[source] = catalog("1.1", "2025-03-01");
  release(files, source, "1.1", "2025-03-02");
  const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
  CHECK(addresses(project, PageKind::catalog) == std::vector<std::string>{"/kravkataloger/krav/"});
  CHECK(addresses(project, PageKind::release) ==
        std::vector<std::string>{"/kravkataloger/krav/1.0/", "/kravkataloger/krav/1.1/"});
  CHECK(project.site().has_pdf("/kravkataloger/krav/krav-1.0.pdf"));
  CHECK(project.view().find("LK-1.1"));
  CHECK_FALSE(project.view().find("LK-1.0"));
  const PlannedProject past(files, "public", PlannedProject::on("2024-06-01"));
  REQUIRE(past.view().catalogs().size() == 1);
  CHECK(past.view().catalogs()[0]->version->text() == "1.0");
  CHECK(past.view().find("LK-1.0"));
}

TEST_CASE("members stand as they stood") {
  const FileMap files{
      {"content/members/a.md", "---\nid: a\nname: A\nkind: founding\nstatus: admitted\nadmitted: 2025-02-01\n---\n"},
      {"content/members/b.md",
       "---\nid: b\nname: B\nkind: founding\nstatus: left\nadmitted: 2024-01-01\nleft: 2026-01-01\n---\n"}};
  const auto names = [&](const std::string& day) {
    const PlannedProject project(files, "public", PlannedProject::on(day));
    std::string all;
    for (const auto& member : project.view().members()) all += *member.name;
    return all;
  };
  CHECK(names("2023-12-31").empty());
  CHECK(names("2024-06-01") == "B");
  CHECK(names("2025-06-01") == "AB");
  CHECK(names("2025-12-31") == "AB");
  CHECK(names("2026-01-01") == "A");
  const PlannedProject today(files, "public", PlannedProject::on("2026-11-21"));
  CHECK(addresses(today, PageKind::gone) == std::vector<std::string>{"/medlemmer/b/"});
}

TEST_CASE("releases stand by the day they were made, newest first") {
  const PlannedProject project(three_releases(), "public", PlannedProject::on("2026-11-21"));
  std::vector<std::string> versions;
  for (const ItemRef item : project.view().releases())
    versions.push_back(project.view().governed(item).version->text());
  CHECK(versions == std::vector<std::string>{"2.0", "1.1", "1.0"});
}

}  // namespace kanon::test
