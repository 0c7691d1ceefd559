#include <algorithm>

#include "support/planned_project.h"

using namespace kanon;
using namespace kanon::test;

namespace {

/// A document in three releases; the middle one at the level given.
FileMap three_releases(const std::string& level_of_middle, const std::string& level_now = "offentlig") {
  const std::string path = "content/documents/a.md";
  FileMap files;
  const auto source = [](const std::string& version, const std::string& level) {
    return "---\nid: a\ntype: politik\ntitle: A\nclassification: " + level + "\nversion: \"" + version +
           "\"\nhistory:\n  - {version: \"" + version +
           "\", date: 2025-04-09, by: CAI, change: Ny, kind: new}\n---\nTekst " + version + ".\n";
  };
  files[path] = source("1.0", "offentlig");
  release(files, path, "1.0", "2025-05-01");
  files[path] = source("1.1", level_of_middle);
  release(files, path, "1.1", "2025-06-01");
  files[path] = source("1.2", level_now);
  release(files, path, "1.2", "2025-07-01");
  return files;
}

std::vector<std::string> redlines(const PlannedProject& project) {
  std::vector<std::string> addresses;
  for (const PagePlan& page : project.site().pages) {
    if (page.kind == PageKind::redline) addresses.push_back(page.address);
  }
  return addresses;
}

}  // namespace

TEST_CASE("what changed has a page between neighbouring releases") {
  CHECK(redlines(PlannedProject(three_releases("offentlig"))) ==
        std::vector<std::string>{"/dokumenter/a/1.0..1.1/", "/dokumenter/a/1.1..1.2/"});
}

TEST_CASE("no page tells what an audience may not see, nor leaps over it") {
  CHECK(redlines(PlannedProject(three_releases("intern"))).empty());
  CHECK(redlines(PlannedProject(three_releases("intern"), "internal")).size() == 2);
}

TEST_CASE("the page of a draft's changes comes with drafts") {
  FileMap files = three_releases("offentlig");
  std::string& source = files["content/documents/a.md"];
  for (std::size_t at = source.find("1.2"); at != std::string::npos; at = source.find("1.2", at))
    source.replace(at, 3, "1.3");
  CHECK(redlines(PlannedProject(files)).back() == "/dokumenter/a/1.2..1.3/");
  CHECK(redlines(PlannedProject(files, "public", PlannedProject::on("2026-11-21"))).size() == 2);
}

TEST_CASE("the address stays where what it told was withdrawn") {
  const PlannedProject project(three_releases("offentlig", "intern"));
  CHECK(redlines(project).empty());
  const PagePlan* page = project.site().page_at("/dokumenter/a/1.0..1.1/");
  REQUIRE(page != nullptr);
  CHECK(page->kind == PageKind::gone);
  CHECK(page->gone == GoneReason::withdrawn);
  // That of a version that was never shown was never an address.
  CHECK(project.site().page_at("/dokumenter/a/1.1..1.2/") == nullptr);
}

TEST_CASE("a removed document keeps the pages of its changes") {
  FileMap files = three_releases("offentlig");
  files.erase("content/documents/a.md");
  CHECK(redlines(PlannedProject(files)).size() == 2);
}
