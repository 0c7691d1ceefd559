#include <catch2/catch.hpp>

#include "base/text.h"
#include "emit/pdf/pdf.h"
#include "emit/pdf/print.h"
#include "emit/pdf/seal.h"
#include "model/fingerprint.h"
#include "support/planned_project.h"

using namespace kanon;
using test::FileMap;
using test::PlannedProject;
using test::public_document;

namespace {

const Theme& theme() {
  static const Theme built_in = *Theme::built_in();
  return built_in;
}

ItemRef edition_of(const PlannedProject& project, const std::string& id, const std::string& version) {
  const auto item = project.view().edition({id, *Version::parse(version)});
  INFO(id << " " << version);
  REQUIRE(item);
  return *item;
}

Print print_of(const PlannedProject& project, ItemRef item) {
  const ReadFile read;
  auto print = compose_print(project.view(), theme(), item, read);
  REQUIRE(print);
  return *print;
}

std::string pdf_of(const PlannedProject& project, ItemRef item) {
  static RealProcesses processes;
  static const auto engine = wkhtmltopdf_engine(processes, 60);
  auto made = make_pdf({project.view(), theme(), *engine, {}, nullptr}, item);
  INFO((made ? std::string() : made.error().what.en));
  REQUIRE(made);
  return *made;
}

/// A document below another and a handbook of both, released on 2025-05-01.
FileMap released() {
  FileMap files = {
      {"kanon.yaml", "site: {title: Prøve, base_url: \"https://pagten.example/\"}\n"},
      {"content/documents/top.md", public_document("top", "politik", "Øverste politik", {}, "## Formål\n\nTekst.\n")},
      {"content/documents/backup.md", public_document("backup", "emnepolitik", "Backup", "parent: top\n",
                                                      "## Ansvar\n\nSe [](top.md) og [](top.md#formaal).\n")},
      {"content/handbooks/bog.yaml",
       "id: bog\ntitle: Håndbog\nclassification: offentlig\nversion: \"1.0\"\nhistory:\n"
       "  - {version: \"1.0\", date: 2025-04-09, by: CAI, change: Ny, kind: new}\n"
       "parts: [{title: Politik, documents: [top, backup]}]\nappendices: [{embed: history}]\n"}};
  const auto version = *Version::parse("1.0");
  test::release(files, "content/documents/top.md", "1.0", "2025-05-01");
  test::release(files, "content/documents/backup.md", "1.0", "2025-05-01", {.parent = ReleaseName{"top", version}});
  test::release(files, "content/handbooks/bog.yaml", "1.0", "2025-05-01",
                {.parts = {{"top", version}, {"backup", version}}});
  return files;
}

std::string next_version(std::string source) {
  source = replace_all(
      source, "version: \"1.0\"\nhistory:\n",
      "version: \"1.1\"\nhistory:\n  - {version: \"1.1\", date: 2025-06-01, by: CAI, change: Rettet, kind: updated}\n");
  source = replace_all(source, "## Formål", "## Sigte");
  return replace_all(source, "Øverste politik", "Helt ny titel");
}

/// The same project half a year later: everything has a newer release, and the upper document a child more.
FileMap later() {
  FileMap files = released();
  for (const char* path : {"content/documents/top.md", "content/documents/backup.md", "content/handbooks/bog.yaml"}) {
    files[path] = next_version(files[path]);
  }
  files["content/documents/ny.md"] = public_document("ny", "emnepolitik", "Ny under", "parent: top\n");
  const auto version = *Version::parse("1.1");
  test::release(files, "content/documents/top.md", "1.1", "2025-06-01");
  test::release(files, "content/documents/backup.md", "1.1", "2025-06-01", {.parent = ReleaseName{"top", version}});
  test::release(files, "content/handbooks/bog.yaml", "1.1", "2025-06-01",
                {.parts = {{"top", version}, {"backup", version}}});
  test::release(files, "content/documents/ny.md", "1.0", "2025-06-02", {.parent = ReleaseName{"top", version}});
  return files;
}

}  // namespace

TEST_CASE("a release's PDF is byte for byte the same whatever is released after it") {
  const PlannedProject then(released(), "public", PlannedProject::on("2025-05-01"));
  const PlannedProject now(later(), "public", PlannedProject::on("2026-11-21"));
  for (const char* id : {"top", "backup", "bog"}) {
    INFO(id);
    const ItemRef first = edition_of(then, id, "1.0");
    const ItemRef old = edition_of(now, id, "1.0");
    CHECK(print_of(then, first).front == print_of(now, old).front);
    CHECK(print_of(then, first).text == print_of(now, old).text);
    CHECK(pdf_of(then, first) == pdf_of(now, old));
  }
}

TEST_CASE("a release's PDF is sealed with the entry of its release") {
  const PlannedProject project(later(), "public", PlannedProject::on("2026-11-21"));
  const ItemRef old = edition_of(project, "backup", "1.0");
  const auto seal = read_seal(pdf_of(project, old));
  REQUIRE(seal);
  CHECK(seal->id == "backup");
  CHECK(seal->version == "1.0");
  CHECK(seal->entry == project.view().governed(old).edition.fingerprint);
  CHECK(seal->bytes == PdfSeal::Bytes::as_made);
}

TEST_CASE("the foot and the title block of a release have version and fingerprint") {
  const PlannedProject project(later(), "public", PlannedProject::on("2026-11-21"));
  const ItemRef item = edition_of(project, "backup", "1.0");
  const std::string fingerprint = short_fingerprint(project.view().governed(item).edition.fingerprint);
  REQUIRE(fingerprint.size() == 14);
  const Print print = print_of(project, item);
  CHECK(print.foot_line == "Version 1.0 · " + fingerprint + " · Klassifikation: offentlig");
  CHECK(print.front.find(fingerprint) != std::string::npos);
  CHECK(print.front.find("UDKAST") == std::string::npos);
  CHECK(print.front.find("1. maj 2025") != std::string::npos);
  CHECK(sheets_html(print, theme().words(Language::da), Typesetting::plain, {2, {}}).find(print.foot_line) !=
        std::string::npos);
}

TEST_CASE("a handbook's release holds its parts as they were recorded, each with its version") {
  const PlannedProject project(later(), "public", PlannedProject::on("2026-11-21"));
  const Print old = print_of(project, edition_of(project, "bog", "1.0"));
  CHECK(old.text.find("Øverste politik") != std::string::npos);
  CHECK(old.text.find("Helt ny titel") == std::string::npos);
  CHECK(old.text.find("Version 1.1") == std::string::npos);
  const Print now = print_of(project, edition_of(project, "bog", "1.1"));
  CHECK(now.text.find("Version 1.1") != std::string::npos);
  CHECK(now.text.find("Helt ny titel") != std::string::npos);
  // Both lead inside, to the chapter that is printed.
  CHECK(old.text.find("href=\"#top\"") != std::string::npos);
  CHECK(now.text.find("href=\"#top\"") != std::string::npos);
}

TEST_CASE("a draft says so in its title block, on its cover, in every foot and in its seal") {
  FileMap files = released();
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("content/archive/"); });
  const PlannedProject project(files);
  for (const char* id : {"backup", "bog"}) {
    const ItemRef item = *project.view().find(id);
    const Print print = print_of(project, item);
    CHECK(print.front.find("<p class=\"draft-mark\">UDKAST</p>") != std::string::npos);
    CHECK(print.foot_line == "UDKAST · Version 1.0 · Klassifikation: offentlig");
  }
  CHECK(read_seal(pdf_of(project, *project.view().find("backup")))->is_draft());
}

TEST_CASE("a release to come says from when it is in force") {
  FileMap files = released();
  files["content/documents/top.md"] =
      replace_all(next_version(files["content/documents/top.md"]), "---\n## ", "effective: 2027-02-01\n---\n## ");
  test::release(files, "content/documents/top.md", "1.1", "2026-06-01");
  const PlannedProject project(files, "public", PlannedProject::on("2026-11-21"));
  const ItemRef item = edition_of(project, "top", "1.1");
  CHECK(project.view().governed(item).edition.standing == Standing::upcoming);
  CHECK(print_of(project, item).front.find("1. februar 2027") != std::string::npos);
}
