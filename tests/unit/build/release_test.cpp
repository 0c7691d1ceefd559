#include <algorithm>

#include "base/sha256.h"
#include "model/fingerprint.h"
#include "model/seal.h"
#include "unit/build/releasing_project.h"

using namespace kanon;
using namespace kanon::test;

TEST_CASE("releases go parents first, then handbooks, whatever the names say", "[release]") {
  ReleasingProject project({guide("a", "b"), guide("b", "politik"), root(),
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
  ReleasingProject project({catalog("a-top", "b-middle"), catalog("b-middle", "c-base"), catalog("c-base", "")});
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
  ReleasingProject project(
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
  CHECK(project.bytes(policy_in_archive) == text);
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
    CHECK(project.bytes(policy_in_archive) == text);
  }
}

TEST_CASE("the next version is appended to the ledger", "[release]") {
  ReleasingProject project({root()});
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
  CHECK(project.has(policy_in_archive));
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

TEST_CASE("a child of a released parent is released alone", "[release]") {
  ReleasingProject project({root(), guide("a", "politik")});
  project.release({"politik"});
  CHECK(summary(project.release({"a"})) == std::vector<std::string>{"a 1.0 released"});
}

TEST_CASE("a released version is never written over", "[release]") {
  ReleasingProject project({root()});
  project.release();
  const std::string frozen = project.bytes(policy_in_archive);
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
  CHECK(project.bytes(policy_in_archive) == frozen);
  CHECK(project.bytes("content/archive/politik/ledger.yaml") == ledger);
}

TEST_CASE("a fingerprint is shown in groups of four", "[release]") {
  CHECK(short_fingerprint("3fa901bc77e2d41a") == "3fa9 01bc 77e2");
  CHECK(short_fingerprint("").empty());
}
