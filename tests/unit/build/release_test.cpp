#include "build/release.h"

#include <catch2/catch.hpp>

#include <algorithm>

#include "base/sha256.h"
#include "env/memory_files.h"
#include "model/fingerprint.h"
#include "model/seal.h"

using namespace kanon;

namespace {

const std::string kFolder = "/project";

Date day(const std::string& text) { return *Date::parse(text); }

using FileMap = std::map<std::string, std::string>;

/// A project in memory that can be checked and released from, again and again.
class TestProject {
 public:
  explicit TestProject(const FileMap& contents) {
    put("kanon.yaml", "site: {title: Eksempel}\n");
    for (const auto& [path, bytes] : contents) put(path, bytes);
  }

  MemoryFiles files;

  void put(const std::string& path, const std::string& bytes) { REQUIRE(files.write(kFolder + "/" + path, bytes)); }
  bool has(const std::string& path) const { return files.is_file(kFolder + "/" + path); }
  std::string bytes(const std::string& path) const {
    const auto read = files.read(kFolder + "/" + path);
    INFO(path);
    REQUIRE(read);
    return *read;
  }
  void edit(const std::string& path, const std::string& from, const std::string& to) {
    std::string text = bytes(path);
    REQUIRE(text.find(from) != std::string::npos);
    put(path, text.replace(text.find(from), from.size(), to));
  }

  CheckedProject checked(const std::string& today = "2026-01-15") const {
    DirectParsers parsers;
    auto checked = check_project(files, parsers, kFolder, day(today));
    if (!checked) FAIL(checked.error().what.en);
    REQUIRE_FALSE(checked->configuration_is_wrong());
    return std::move(*checked);
  }

  Result<std::vector<ReleaseOutcome>> try_release(std::vector<std::string> ids,
                                                  const std::string& today = "2026-01-15") {
    const CheckedProject project = checked(today);
    if (ids.empty()) ids = all_releasable(project.corpus());
    return release_items(files, project, kFolder, ids, day(today));
  }

  /// Without ids: all.
  std::vector<ReleaseOutcome> release(std::vector<std::string> ids = {}, const std::string& today = "2026-01-15") {
    auto outcomes = try_release(std::move(ids), today);
    if (!outcomes) FAIL(outcomes.error().what.en);
    return std::move(*outcomes);
  }
};

std::vector<std::string> summary(const std::vector<ReleaseOutcome>& outcomes) {
  std::vector<std::string> lines;
  for (const auto& one : outcomes) {
    const std::string kind = one.kind == ReleaseOutcome::Kind::released    ? "released"
                             : one.kind == ReleaseOutcome::Kind::unchanged ? "unchanged"
                                                                           : "refused";
    lines.push_back(one.id + " " + one.version.text() + " " + kind);
  }
  return lines;
}

std::string reasons(const ReleaseOutcome& one) {
  std::string text;
  for (const auto& reason : one.reasons) text += reason.en + "\n";
  return text;
}

std::pair<const std::string, std::string> source(const std::string& id, const std::string& keys,
                                                 const std::string& body = "## Formål\n\nTekst.\n") {
  return {"content/documents/" + id + ".md",
          "---\nid: " + id + "\ntitle: Titel " + id + "\nclassification: offentlig\nversion: \"1.0\"\nhistory:\n" +
              "  - {version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt, kind: new}\n" + keys + "---\n\n" + body};
}

std::pair<const std::string, std::string> root(const std::string& body = "## Formål\n\nTekst.\n") {
  return source("politik",
                "type: politik\napprovals:\n  - {body: udvalg, date: 2025-11-12, version: \"1.0\"}\n"
                "  - {body: direktion, date: 2025-11-12, version: \"1.0\"}\n",
                body);
}

std::pair<const std::string, std::string> guide(const std::string& id, const std::string& parent,
                                                const std::string& more = {},
                                                const std::string& body = "## Formål\n\nTekst.\n") {
  return source(id, "type: vejledning\nparent: " + parent + "\n" + more, body);
}

std::pair<const std::string, std::string> handbook(const std::string& parts) {
  return {"content/handbooks/haandbog.yaml",
          "id: haandbog\ntitle: Håndbog\nclassification: offentlig\nversion: \"1.0\"\nhistory:\n"
          "  - {version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt, kind: new}\nparts:\n" +
              parts};
}

const std::string kPolicyInArchive = "content/archive/politik/1.0/politik.md";

}  // namespace

TEST_CASE("releases go parents first, then handbooks, whatever the names say", "[release]") {
  TestProject project({guide("a", "b"), guide("b", "politik"), root(),
                       handbook("  - {title: Alt, under: politik, types: [vejledning]}\n"
                                "  - {title: Politik, documents: [politik, a]}\n")});
  // A guideline below a guideline isn't allowed by the default types.
  project.put("kanon.yaml",
              "site: {title: T}\ndocument_types:\n  - {id: politik, label: P, parents: [], approvals: [udvalg]}\n"
              "  - {id: vejledning, label: V, parents: [politik, vejledning], approvals: []}\n");
  CHECK(summary(project.release()) ==
        std::vector<std::string>{"politik 1.0 released", "b 1.0 released", "a 1.0 released", "haandbog 1.0 released"});
  const CheckedProject after = project.checked();
  CHECK(after.diagnostics.empty());
  const Archive& archive = after.corpus().archive;
  CHECK_FALSE(archive.at("politik").newest()->parent);
  CHECK(archive.at("a").newest()->parent == ReleaseName{"b", *Version::parse("1.0")});
  std::vector<std::string> parts;
  for (const auto& part : archive.at("haandbog").newest()->parts) parts.push_back(part.id);
  CHECK(parts == std::vector<std::string>{"b", "a", "politik"});
  CHECK(summary(project.release({"haandbog", "a", "politik", "a"})) ==
        std::vector<std::string>{"politik 1.0 unchanged", "a 1.0 unchanged", "haandbog 1.0 unchanged"});
}

namespace {

std::pair<const std::string, std::string> catalog(const std::string& id, const std::string& extends) {
  return {"content/catalogs/" + id + ".yaml",
          "id: " + id +
              "\ntitle: Krav\nclassification: offentlig\nversion: \"1.0\"\nhistory:\n"
              "  - {version: \"1.0\", date: 2025-11-12, by: CAI, change: Nyt, kind: new}\n" +
              (extends.empty() ? std::string() : "extends: " + extends + "\n")};
}

}  // namespace

TEST_CASE("a catalog's release records those of the catalogs that it extends, which go before it", "[release]") {
  TestProject project({catalog("a-top", "b-middle"), catalog("b-middle", "c-base"), catalog("c-base", "")});
  CHECK(summary(project.release({"a-top"})) == std::vector<std::string>{"a-top 1.0 refused"});
  CHECK(summary(project.release()) ==
        std::vector<std::string>{"c-base 1.0 released", "b-middle 1.0 released", "a-top 1.0 released"});
  const Version version = *Version::parse("1.0");
  const CheckedProject after = project.checked();
  const Archive& archive = after.corpus().archive;
  CHECK(archive.at("c-base").newest()->parts.empty());
  CHECK(archive.at("b-middle").newest()->parts == std::vector<ReleaseName>{{"c-base", version}});
  CHECK(archive.at("a-top").newest()->parts == std::vector<ReleaseName>{{"b-middle", version}, {"c-base", version}});
}

TEST_CASE("a release holds the source byte for byte and the local files it uses", "[release]") {
  const std::string picture("\x89PNG\0\r\n\xFF", 8);
  TestProject project(
      {root("## Formål\n\n![Plan](../billeder/plan%20a.png) og [bilag](bilag.txt), [bilag](bilag.txt#a), "
            "[udenfor](https://example.dk).\n")});
  project.put("content/billeder/plan a.png", picture);
  project.put("content/documents/bilag.txt", "Bilag\r\n");
  project.put("content/billeder/anden.png", "x");
  const std::string text = "\xEF\xBB\xBF" + root().second.substr(0, root().second.find("## ")) +
                           "![Plan](../billeder/plan%20a.png) [b](bilag.txt)\r\n";
  project.put("content/documents/politik.md", text);
  const auto outcomes = project.release({"politik"});
  REQUIRE(summary(outcomes) == std::vector<std::string>{"politik 1.0 released"});
  CHECK(project.bytes(kPolicyInArchive) == text);
  CHECK(project.bytes("content/archive/politik/1.0/files/billeder/plan a.png") == picture);
  CHECK(project.bytes("content/archive/politik/1.0/files/documents/bilag.txt") == "Bilag\r\n");
  CHECK_FALSE(project.has("content/archive/politik/1.0/files/billeder/anden.png"));
  CHECK(project.bytes("content/archive/.gitattributes").find("* -text\n") != std::string::npos);

  const CheckedProject after = project.checked();
  const ItemArchive& archive = after.corpus().archive.at("politik");
  REQUIRE(archive.entries.size() == 1);
  const LedgerEntry& entry = archive.entries[0];
  CHECK(*entry.date == day("2026-01-15"));
  CHECK(entry.source == "content/documents/politik.md");
  CHECK(*entry.previous == no_entry);
  CHECK(*entry.entry == outcomes[0].fingerprint);
  CHECK(*entry.sha256 == sha256_hex(sha256_hex(picture) + "  files/billeder/plan a.png\n" + sha256_hex("Bilag\r\n") +
                                    "  files/documents/bilag.txt\n" + sha256_hex(text) + "  politik.md\n"));

  SECTION("a changed picture is another text") {
    project.put("content/billeder/plan a.png", "anden");
    const auto again = project.release({"politik"});
    CHECK(reasons(again[0]) ==
          "Version 1.0 was already released with another text: run “kanon bump politik” to begin "
          "the next one\n");
  }
  SECTION("aliases and line ends are no other text") {
    std::string other = text.substr(3);
    other.replace(other.find("type:"), 0, "aliases:\r\n  - gammel/adresse\r\n");
    project.put("content/documents/politik.md", other);
    CHECK(summary(project.release({"politik"})) == std::vector<std::string>{"politik 1.0 unchanged"});
    CHECK(project.bytes(kPolicyInArchive) == text);
  }
}

TEST_CASE("the next version is appended to the ledger", "[release]") {
  TestProject project({root()});
  project.release();
  const auto first = project.checked().corpus().archive.at("politik").entries.at(0);
  project.edit(
      "content/documents/politik.md", "version: \"1.0\"\nhistory:\n",
      "version: \"1.1\"\nhistory:\n  - {version: \"1.1\", date: 2026-01-14, by: CAI, change: Nyt, kind: updated}\n");
  project.edit("content/documents/politik.md", "approvals:\n",
               "approvals:\n  - {body: udvalg, date: 2026-01-14, version: \"1.1\"}\n"
               "  - {body: direktion, date: 2026-01-14, version: \"1.1\"}\n");
  CHECK(summary(project.release({"politik"}, "2026-01-16")) == std::vector<std::string>{"politik 1.1 released"});
  const auto after = project.checked("2026-01-16");
  const auto& entries = after.corpus().archive.at("politik").entries;
  REQUIRE(entries.size() == 2);
  CHECK(*entries[0].entry == *first.entry);
  CHECK(*entries[1].previous == *first.entry);
  CHECK(project.has(kPolicyInArchive));
  CHECK(after.diagnostics.empty());

  SECTION("not before the newest release") {
    project.edit(
        "content/documents/politik.md", "version: \"1.1\"\nhistory:\n",
        "version: \"1.2\"\nhistory:\n  - {version: \"1.2\", date: 2026-01-14, by: CAI, change: N, kind: new}\n");
    const auto refused = project.release({"politik"}, "2026-01-15");
    CHECK(reasons(refused[0]).find("The newest release is of 2026-01-16, but today is 2026-01-15") !=
          std::string::npos);
  }
}

TEST_CASE("everything that stands in the way is told at once", "[release]") {
  auto [path, text] = source("politik", "type: politik\n", "## Formål\n\n[a](findes-ikke.md) [b](heller-ikke.md)\n");
  TestProject project(FileMap{{path, text}});
  const auto outcomes = project.release();
  REQUIRE(summary(outcomes) == std::vector<std::string>{"politik 1.0 refused"});
  CHECK(outcomes[0].path == "content/documents/politik.md");
  CHECK(outcomes[0].fingerprint.empty());
  REQUIRE(outcomes[0].reasons.size() == 3);
  CHECK(
      outcomes[0].reasons[0].en.starts_with("2 errors, which “kanon check content/documents/politik.md” shows; the "
                                            "first: "));
  CHECK(outcomes[0].reasons[1].en.starts_with("Informationssikkerhedsudvalget has not approved version 1.0"));
  CHECK(outcomes[0].reasons[2].en.starts_with("Direktionen has not approved version 1.0"));
  CHECK_FALSE(project.has("content/archive/.gitattributes"));
  CHECK_FALSE(project.has(kPolicyInArchive));
}

TEST_CASE("an approval is asked for also where the rule about it is off, or an error", "[release]") {
  for (const std::string severity : {"\"off\"", "error", "warning"}) {
    INFO(severity);
    TestProject project({source("politik",
                                "type: politik\napprovals:\n  - {body: udvalg, date: 2025-11-12, version: "
                                "\"1.0\"}\n  - {body: direktion, date: 2025-11-12, version: \"0.9\"}\n")});
    project.put("kanon.yaml", "site: {title: T}\nrules: {missing-approval: " + severity + "}\n");
    const auto outcomes = project.release();
    REQUIRE(outcomes[0].kind == ReleaseOutcome::Kind::refused);
    REQUIRE(outcomes[0].reasons.size() == 1);
    CHECK(outcomes[0].reasons[0].en ==
          "Direktionen has not approved version 1.0: write below approvals: - {body: "
          "direktion, date: YYYY-MM-DD, version: \"1.0\"}");
  }
}

TEST_CASE("handbooks ask for the approvals of their own", "[release]") {
  TestProject project({root(), handbook("  - {title: Alt, documents: [politik]}\n")});
  project.put("kanon.yaml", "site: {title: T}\nhandbooks: {approvals: [udvalg]}\n");
  const auto outcomes = project.release();
  CHECK(summary(outcomes) == std::vector<std::string>{"politik 1.0 released", "haandbog 1.0 refused"});
  CHECK(reasons(outcomes[1]).starts_with("Informationssikkerhedsudvalget has not approved version 1.0"));
}

TEST_CASE("what hangs on something refused is refused, the others go on", "[release]") {
  TestProject project({root("[x](findes-ikke.md)\n"), guide("a", "politik"), guide("b", "a"),
                       handbook("  - {title: Alt, documents: [politik, a, b]}\n")});
  project.put("kanon.yaml",
              "site: {title: T}\ndocument_types:\n  - {id: politik, label: P, parents: [], approvals: [udvalg]}\n"
              "  - {id: vejledning, label: V, parents: [politik, vejledning], approvals: []}\n"
              "rules: {suspect-parent: error, unreleased-parent: error}\n");
  project.put("content/documents/c.md", source("c",
                                               "type: politik\napprovals: [{body: udvalg, date: 2025-11-12, "
                                               "version: \"1.0\"}]\n")
                                            .second);
  const auto outcomes = project.release();
  REQUIRE(summary(outcomes) == std::vector<std::string>{"c 1.0 released", "politik 1.0 refused", "a 1.0 refused",
                                                        "b 1.0 refused", "haandbog 1.0 refused"});
  CHECK(reasons(outcomes[2]) ==
        "The document above, “politik”, was never released: first run “kanon release politik”\n");
  CHECK(reasons(outcomes[4]) ==
        "“politik”, which the handbook holds, was never released: first run “kanon release politik”\n"
        "“a”, which the handbook holds, was never released: first run “kanon release a”\n"
        "“b”, which the handbook holds, was never released: first run “kanon release b”\n");
}

TEST_CASE("a child of a released parent is released alone", "[release]") {
  TestProject project({root(), guide("a", "politik")});
  project.release({"politik"});
  CHECK(summary(project.release({"a"})) == std::vector<std::string>{"a 1.0 released"});
}

TEST_CASE("a released version is never written over", "[release]") {
  TestProject project({root()});
  project.release();
  const std::string frozen = project.bytes(kPolicyInArchive);
  const std::string ledger = project.bytes("content/archive/politik/ledger.yaml");
  SECTION("with another text") {
    project.edit("content/documents/politik.md", "Tekst.", "Anden tekst.");
    CHECK(reasons(project.release()[0]) ==
          "Version 1.0 was already released with another text: run “kanon bump "
          "politik” to begin the next one\n");
  }
  SECTION("with another text, where the rule is off") {
    project.put("kanon.yaml", "site: {title: T}\nrules: {unrecorded-change: \"off\"}\n");
    project.edit("content/documents/politik.md", "Tekst.", "Anden tekst.");
    CHECK(project.release()[0].kind == ReleaseOutcome::Kind::refused);
  }
  SECTION("with a lower version") {
    std::string text = project.bytes("content/documents/politik.md");
    for (auto at = text.find("1.0"); at != std::string::npos; at = text.find("1.0", at)) text.replace(at, 3, "0.9");
    project.put("content/documents/politik.md", text);
    CHECK(reasons(project.release()[0]).find("Version 0.9 is below the newest release, 1.0") != std::string::npos);
  }
  CHECK(project.bytes(kPolicyInArchive) == frozen);
  CHECK(project.bytes("content/archive/politik/ledger.yaml") == ledger);
}

TEST_CASE("nothing is appended to an archive that isn't as it was released, whatever rules are on", "[release]") {
  for (const std::string rules : {"", "rules: {tampered-archive: \"off\", broken-ledger: \"off\"}\n"}) {
    INFO(rules);
    TestProject project({root()});
    project.release();
    project.put("kanon.yaml", "site: {title: T}\n" + rules);
    const auto refused = [&] {
      const std::string ledger = project.bytes("content/archive/politik/ledger.yaml");
      const auto outcomes = project.release();
      CHECK(project.bytes("content/archive/politik/ledger.yaml") == ledger);
      return outcomes[0].kind == ReleaseOutcome::Kind::refused && !outcomes[0].reasons.empty();
    };
    SECTION("a frozen file was changed") {
      project.edit(kPolicyInArchive, "Tekst", "Hekst");
      CHECK(refused());
    }
    SECTION("a file was added") {
      project.put("content/archive/politik/1.0/files/ny.png", "x");
      CHECK(refused());
    }
    SECTION("the ledger was changed") {
      project.edit("content/archive/politik/ledger.yaml", "2026-01-15", "2026-01-14");
      CHECK(refused());
    }
    SECTION("the ledger can't be read") {
      project.put("content/archive/politik/ledger.yaml", "- {version: [\n");
      CHECK(refused());
    }
    SECTION("a folder without an entry") {
      project.put("content/archive/politik/1.1/politik.md", "x");
      CHECK(refused());
    }
  }
}

TEST_CASE("an id that two files have is released for neither", "[release]") {
  TestProject project({root()});
  project.put("content/documents/mere/politik.md", root().second);
  const auto outcomes = project.release({"politik"});
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].kind == ReleaseOutcome::Kind::refused);
  CHECK(reasons(outcomes[0]).find("has the id “politik”, too: give one of them another id") != std::string::npos);
}

TEST_CASE("an id that nothing released has is wrong use, and nothing is released", "[release]") {
  TestProject project({root(), guide("vejledning-a", "politik")});
  project.put("content/glossary.yaml", "- {id: begreb, term: B, definition: D}\n");
  const auto unknown = project.try_release({"politik", "vejledning-b"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().kind == Error::Kind::usage);
  CHECK(unknown.error().what.en == "No document, catalog or handbook has the id “vejledning-b”");
  CHECK(unknown.error().help.en == "Did you mean “vejledning-a”?");
  CHECK_FALSE(project.try_release({"begreb"}));
  CHECK_FALSE(project.try_release({"../../etc"}));
  CHECK_FALSE(project.has(kPolicyInArchive));
}

TEST_CASE("a local file that is too large or gone stops the release", "[release]") {
  TestProject project({root("[stor](stor.bin) [lille](lille.bin)\n")});
  project.put("content/documents/lille.bin", "x");
  project.put("content/documents/stor.bin", std::string((64U << 20U) + 1, 'x'));
  CHECK(reasons(project.release()[0]) ==
        "content/documents/stor.bin is larger than 64 MiB, the most that can be released: make the file smaller\n");
  project.put("content/documents/stor.bin", "x");
  const CheckedProject checked = project.checked();
  REQUIRE(project.files.remove(kFolder + "/content/documents/lille.bin"));
  const auto gone = release_items(project.files, checked, kFolder, {"politik"}, day("2026-01-15"));
  REQUIRE(gone);
  CHECK(reasons(gone->front()).starts_with("content/documents/lille.bin is not there any more"));
}

TEST_CASE("a source that changes after it was checked is not released", "[release]") {
  TestProject project({root()});
  const CheckedProject checked = project.checked();
  project.edit("content/documents/politik.md", "Tekst", "Anden tekst");
  const auto outcomes = release_items(project.files, checked, kFolder, {"politik"}, day("2026-01-15"));
  REQUIRE_FALSE(outcomes);
  CHECK(outcomes.error().what.en == "content/documents/politik.md was changed while the program was working");
  CHECK_FALSE(project.has(kPolicyInArchive));
}

TEST_CASE("a fingerprint is shown in groups of four", "[release]") {
  CHECK(short_fingerprint("3fa901bc77e2d41a") == "3fa9 01bc 77e2");
  CHECK(short_fingerprint("").empty());
}
