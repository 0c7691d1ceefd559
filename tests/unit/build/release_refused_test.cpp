#include "model/fingerprint.h"
#include "unit/build/releasing_project.h"

using namespace kanon;
using namespace kanon::test;

TEST_CASE("everything that stands in the way is told at once", "[release]") {
  auto [path, text] = source("politik", "type: politik\n", "## Formål\n\n[a](findes-ikke.md) [b](heller-ikke.md)\n");
  ReleasingProject project(FileMap{{path, text}});
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
  CHECK_FALSE(project.has(policy_in_archive));
}

TEST_CASE("an approval is asked for also where the rule about it is off, or an error", "[release]") {
  for (const std::string severity : {"\"off\"", "error", "warning"}) {
    INFO(severity);
    ReleasingProject project({source("politik",
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
  ReleasingProject project({root(), handbook("  - {title: Alt, documents: [politik]}\n")});
  project.put("kanon.yaml", "site: {title: T}\nhandbooks: {approvals: [udvalg]}\n");
  const auto outcomes = project.release();
  CHECK(summary(outcomes) == std::vector<std::string>{"politik 1.0 released", "haandbog 1.0 refused"});
  CHECK(reasons(outcomes[1]).starts_with("Informationssikkerhedsudvalget has not approved version 1.0"));
}

TEST_CASE("what hangs on something refused is refused, the others go on", "[release]") {
  ReleasingProject project({root("[x](findes-ikke.md)\n"), guide("a", "politik"), guide("b", "a"),
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

TEST_CASE("nothing is appended to an archive that isn't as it was released, whatever rules are on", "[release]") {
  for (const std::string rules : {"", "rules: {tampered-archive: \"off\", broken-ledger: \"off\"}\n"}) {
    INFO(rules);
    ReleasingProject project({root()});
    project.release();
    project.put("kanon.yaml", "site: {title: T}\n" + rules);
    const auto refused = [&] {
      const std::string ledger = project.bytes("content/archive/politik/ledger.yaml");
      const auto outcomes = project.release();
      CHECK(project.bytes("content/archive/politik/ledger.yaml") == ledger);
      return outcomes[0].kind == ReleaseOutcome::Kind::refused && !outcomes[0].reasons.empty();
    };
    SECTION("a frozen file was changed") {
      project.edit(policy_in_archive, "Tekst", "Hekst");
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
  ReleasingProject project({root()});
  project.put("content/documents/mere/politik.md", root().second);
  const auto outcomes = project.release({"politik"});
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].kind == ReleaseOutcome::Kind::refused);
  CHECK(reasons(outcomes[0]).find("has the id “politik”, too: give one of them another id") != std::string::npos);
}

TEST_CASE("an id that nothing released has is wrong use, and nothing is released", "[release]") {
  ReleasingProject project({root(), guide("vejledning-a", "politik")});
  project.put("content/glossary.yaml", "- {id: begreb, term: B, definition: D}\n");
  const auto unknown = project.try_release({"politik", "vejledning-b"});
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().kind == Error::Kind::usage);
  CHECK(unknown.error().what.en == "No document, catalog or handbook has the id “vejledning-b”");
  CHECK(unknown.error().help.en == "Did you mean “vejledning-a”?");
  CHECK_FALSE(project.try_release({"begreb"}));
  CHECK_FALSE(project.try_release({"../../etc"}));
  CHECK_FALSE(project.has(policy_in_archive));
}

TEST_CASE("a local file that is too large or gone stops the release", "[release]") {
  ReleasingProject project({root("[stor](stor.bin) [lille](lille.bin)\n")});
  project.put("content/documents/lille.bin", "x");
  project.put("content/documents/stor.bin", std::string((64U << 20U) + 1, 'x'));
  CHECK(reasons(project.release()[0]) ==
        "content/documents/stor.bin is larger than 64 MiB, the most that can be released: make the file smaller\n");
  project.put("content/documents/stor.bin", "x");
  const CheckedProject checked = project.checked();
  REQUIRE(project.files.remove(project_folder + "/content/documents/lille.bin"));
  const auto gone = release_items(project.files, checked, project_folder, {"politik"}, day("2026-01-15"));
  REQUIRE(gone);
  CHECK(reasons(gone->front()).starts_with("content/documents/lille.bin is not there any more"));
}

TEST_CASE("a source that changes after it was checked is not released", "[release]") {
  ReleasingProject project({root()});
  const CheckedProject checked = project.checked();
  project.edit("content/documents/politik.md", "Tekst", "Anden tekst");
  const auto outcomes = release_items(project.files, checked, project_folder, {"politik"}, day("2026-01-15"));
  REQUIRE_FALSE(outcomes);
  CHECK(outcomes.error().what.en == "content/documents/politik.md was changed while the program was working");
  CHECK_FALSE(project.has(policy_in_archive));
}
