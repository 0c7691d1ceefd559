#include "compare/consequences.h"

#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

using Sources = std::map<std::string, std::string>;

const std::string kConfiguration = R"(site: {title: Prøve}
document_types:
  - {id: politik, label: Politik, parents: []}
  - {id: emnepolitik, label: Emnepolitik, parents: [politik]}
)";

std::string document(const std::string& type, const std::string& keys, const std::string& body,
                     const std::string& version = "1.0") {
  return "---\ntype: " + type + "\ntitle: Titel\nclassification: offentlig\nversion: \"" + version +
         "\"\nhistory:\n  - {version: \"" + version + "\", date: 2025-01-02, by: It, change: Nyt, kind: new}\n" + keys +
         "---\n\n" + body + "\n";
}

Sources project() {
  return {{"kanon.yaml", kConfiguration},
          {"content/documents/top.md", document("politik", "id: top\n", "## Ansvar\n\nDirektionen.")},
          {"content/documents/barn.md",
           document("emnepolitik", "id: barn\nparent: top\nimplements: [LK-1]\n", "Se [ansvar](ref:top#ansvar).")},
          {"content/catalogs/krav.yaml",
           "id: krav\ntitle: Krav\nclassification: offentlig\nversion: \"1.0\"\n"
           "history: [{version: \"1.0\", date: 2025-01-02, by: It, change: Nyt, kind: new}]\n"
           "recommendations: [{id: \"1\", text: Anbefaling}]\n"
           "requirements:\n  - {id: LK-1, text: Leverandøren skal., kind: minimum, recommendations: [\"1\"]}\n"},
          {"content/glossary.yaml",
           "- {id: begreb, term: Begreb, definition: Noget}\n- {id: andet, term: Andet, definition: Noget}\n"}};
}

Sources with(const std::string& path, const std::string& text) {
  Sources files = project();
  files[path] = text;
  return files;
}

Consequences consequences(const Sources& after, const Sources& before = project()) {
  const ProjectFixture old(before);
  const ProjectFixture present(after);
  return consequences_of(old.model(), present.model(), compare(old.model(), present.model()));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a text that changed without an entry is told from one with an entry") {
  const std::string path = "content/documents/top.md";
  const std::string text = "## Ansvar\n\nUdvalget.";
  CHECK(consequences(with(path, document("politik", "id: top\n", text))).unrecorded == Lines{"top"});
  CHECK(consequences(with(path, document("politik", "id: top\n", text, "1.1"))).unrecorded.empty());
  CHECK(consequences(with(path, document("politik", "id: top\n", "## Ansvar\n\n\nDirektionen."))).unrecorded.empty());
}

TEST_CASE("kanon.yaml and pictures are told by name") {
  Sources after = with("kanon.yaml", kConfiguration + "bodies: {udvalg: Udvalget}\n");
  after["content/documents/tegning.png"] = "x";
  const auto files = consequences(after).files;
  REQUIRE(files.size() == 2);
  CHECK(files[0].path == "content/documents/tegning.png");
  CHECK(files[0].fate == Fate::inserted);
  CHECK(files[1].path == "kanon.yaml");
  CHECK(consequences(project(), after).files.at(0).fate == Fate::deleted);
}

TEST_CASE("a section that others link to and that is gone names those who did") {
  const Consequences changes =
      consequences(with("content/documents/top.md", document("politik", "id: top\n", "## Roller\n\nX", "1.1")));
  REQUIRE(changes.lost_targets.size() == 1);
  CHECK(changes.lost_targets[0].id == "top");
  CHECK(changes.lost_targets[0].anchor == "ansvar");
  CHECK(changes.lost_targets[0].used_by == Lines{"content/documents/barn.md"});

  Sources without = project();
  without.erase("content/documents/top.md");
  CHECK(consequences(without).lost_targets.size() == 1);
}

TEST_CASE("a new version makes the documents below it suspect, but for those that got one of their own") {
  Sources after = with("content/documents/top.md", document("politik", "id: top\n", "## Ansvar\n\nUdvalget.", "1.1"));
  const Consequences changes = consequences(after);
  REQUIRE(changes.suspects.size() == 1);
  CHECK(changes.suspects[0].id == "barn");
  CHECK(changes.suspects[0].made_under.text() == "1.0");
  CHECK(changes.suspects[0].now.text() == "1.1");

  after["content/documents/barn.md"] =
      document("emnepolitik", "id: barn\nparent: top\n", "Se [ansvar](ref:top#ansvar).", "1.1");
  CHECK(consequences(after).suspects.empty());
}

TEST_CASE("what lost the last that carried it out is told") {
  const Consequences changes =
      consequences(with("content/documents/barn.md",
                        document("emnepolitik", "id: barn\nparent: top\n", "Se [ansvar](ref:top#ansvar).", "1.1")));
  REQUIRE(changes.lost_coverage.size() == 1);
  CHECK(changes.lost_coverage[0].kind == LostCoverage::Kind::requirement);
  CHECK(changes.lost_coverage[0].id == "LK-1");
  CHECK(changes.lost_coverage[0].catalog == "krav");
}

TEST_CASE("a classification that was lowered is told, one that was raised is not") {
  std::string text = project().at("content/documents/top.md");
  text.replace(text.find("offentlig"), 9, "intern");
  const Sources restricted = with("content/documents/top.md", text);
  const Consequences lowered = consequences(project(), restricted);
  REQUIRE(lowered.lowered.size() == 1);
  CHECK(lowered.lowered[0].id == "top");
  CHECK(lowered.lowered[0].before == "intern");
  CHECK(lowered.lowered[0].after == "offentlig");
  CHECK(consequences(restricted).lowered.empty());
}

TEST_CASE("releases that were rewritten") {
  const auto archive = [](const std::string& entry, const std::string& seal) {
    ItemArchive one;
    one.id = "top";
    LedgerEntry release;
    release.version.value = *Version::parse("1.0");
    release.entry.value = entry;
    one.entries.push_back(release);
    FrozenRelease files;
    files.version = *Version::parse("1.0");
    files.sha256 = seal;
    one.releases.push_back(files);
    return one;
  };
  const auto rewritten = [&](const ItemArchive& present) {
    ProjectFixture old(project());
    ProjectFixture now(project());
    Corpus before;
    before.config = old.corpus().config;
    before.archive.emplace("top", archive("a", "s"));
    Corpus after;
    after.config = now.corpus().config;
    if (!present.id.empty()) after.archive.emplace("top", present);
    Model a;
    a.corpus = &before;
    Model b;
    b.corpus = &after;
    return consequences_of(a, b, {}).rewritten;
  };
  using Kind = RewrittenRelease::Kind;
  CHECK(rewritten(archive("a", "s")).empty());
  CHECK(rewritten(archive("b", "s")).at(0).kind == Kind::entry_changed);
  CHECK(rewritten(archive("a", "t")).at(0).kind == Kind::files_changed);
  CHECK(rewritten({}).at(0).kind == Kind::ledger_removed);
  ItemArchive shortened = archive("a", "s");
  shortened.entries.clear();
  CHECK(rewritten(shortened).at(0).kind == Kind::entry_removed);
}

}  // namespace kanon
