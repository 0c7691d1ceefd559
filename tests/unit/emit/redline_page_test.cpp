#include "support/emitted_site.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const std::string path = "content/documents/a.md";

/// Version 1.0, or 1.1 with the history and approvals of both.
std::string source(const std::string& version, const std::string& more, const std::string& body) {
  std::string history;
  std::string approvals;
  for (const std::string one : {"1.1", "1.0"}) {
    if (version < one) continue;
    history += "  - {version: \"" + one + "\", date: 2025-04-09, by: CAI, change: Ændring <b>, kind: updated}\n";
    approvals += "  - {body: udvalg, date: 2025-04-10, version: \"" + one + "\"}\n";
  }
  return "---\nid: a\ntype: politik\ntitle: Politik A\nclassification: offentlig\nversion: \"" + version +
         "\"\nhistory:\n" + history + "approvals:\n" + approvals + more + "---\n" + body;
}

FileMap two_releases(const std::string& more, const std::string& body, const std::string& new_more,
                     const std::string& new_body) {
  FileMap files;
  files["content/documents/hemmelig.md"] =
      document("hemmelig", "politik", "HEMMELIG TITEL", "classification: fortrolig\n");
  files[path] = source("1.0", more, body);
  release(files, path, "1.0", "2025-05-01");
  files[path] = source("1.1", new_more, new_body);
  release(files, path, "1.1", "2025-06-01");
  return files;
}

std::string page_of(const FileMap& files) {
  return emit_page(PlannedProject(files, "public", PlannedProject::on("2026-11-21")),
                   "dokumenter/a/1.0..1.1/index.html");
}

}  // namespace

TEST_CASE("the page of what changed says by whom, approved by whom, how much, and what") {
  const std::string page = page_of(two_releases("", "## Ansvar\n\nDirektionen har ansvaret.\n", "owner: CAI\n",
                                                "## Ansvar\n\nDirektionen har hele ansvaret.\n"));
  check_in_order(page, {"<h1>Ændringer fra version 1.0 til 1.1</h1>", "<a href=\"../\">Politik A</a>",
                        "<a href=\"../1.0/\">Version 1.0</a>", "<a href=\"../1.1/\">Version 1.1</a>", "Opdateret",
                        "CAI", "Informationssikkerhedsudvalget", "Ændring &lt;b&gt;", "Passager: 1 ændret.",
                        "<dt>Ejer</dt><dd><ins>", "Direktionen har <ins>", "[indsat: ", "hele", "</ins> ansvaret."});
}

TEST_CASE("what an audience doesn't see is named nowhere on the page") {
  const std::string page = page_of(
      two_releases("related: [hemmelig]\n", "[](hemmelig.md) og [navnet](ref:hemmelig).\n", "controls: [\"A.5.1\"]\n",
                   "[](hemmelig.md) og det nye [navn](hemmelig.md).\n\n```kanon requirements catalog=hemmelig\n```\n"));
  CHECK_FALSE(holds(page, "hemmelig"));
  CHECK_FALSE(holds(page, "HEMMELIG"));
  CHECK(holds(page, "A.5.1"));
}

TEST_CASE("hostile text stays text") {
  const std::string page = page_of(two_releases(
      "", "a\n", "", "<b>x</b> &lt;script&gt;alert(1)&lt;/script&gt; `</ins>`\n\n<sub title=\"&quot;&gt;\">y</sub>\n"));
  CHECK_FALSE(holds(page, "<script>alert"));
  CHECK(holds(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK(holds(page, "<code>&lt;/ins&gt;</code>"));
}

TEST_CASE("links of the new text work, those of the deleted are gone") {
  const std::string page =
      page_of(two_releases("", "Se [gammelt](https://gammel.example).\n", "",
                           "Se [nyt](https://ny.example) og [](#ansvar).\n\n## Ansvar\n\nAlle.\n"));
  CHECK(holds(page, "href=\"https://ny.example\""));
  CHECK_FALSE(holds(page, "gammel.example"));
}

TEST_CASE("a verified version with the same text says so") {
  CHECK(holds(page_of(two_releases("", "Tekst.\n", "", "Tekst.\n")), "Teksten er uændret."));
}

TEST_CASE("history, changes and the banner of an older version lead to what changed") {
  const FileMap site =
      emit(PlannedProject(two_releases("", "a\n", "", "b\n"), "public", PlannedProject::on("2026-11-21")));
  CHECK(holds(site.at("dokumenter/a/historik/index.html"), "href=\"../1.0..1.1/\">Se ændringerne"));
  CHECK(holds(site.at("aendringer/index.html"), "href=\"../dokumenter/a/1.0..1.1/\">Se ændringerne"));
  CHECK(holds(site.at("dokumenter/a/1.0/index.html"), "href=\"../1.0..1.1/\">Se, hvad version 1.1 ændrede"));
  CHECK_FALSE(holds(site.at("dokumenter/a/1.1/index.html"), "1.0..1.1"));
}
