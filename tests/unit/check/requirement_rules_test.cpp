#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;

const std::string kPath = "content/catalogs/krav.yaml";

/// A catalog whose `keys` begin on line 5.
Contents catalog(const std::string& keys, const std::string& id = "krav") {
  return {{"content/catalogs/" + id + ".yaml",
           "id: " + id +
               "\ntitle: Krav\nversion: \"1.0\"\nhistory: [{version: \"1.0\", date: 2025-01-01, by: A, change: B, "
               "kind: new}]\n" +
               keys}};
}

Contents with(Contents files, const Contents& further) {
  files.insert(further.begin(), further.end());
  return files;
}

/// Of one requirement, LK-1, whose text is written like this on line 7 and whose further keys begin on the next line.
Contents requirement(const std::string& text, const std::string& keys = "    controls: [\"A.8.13\"]\n") {
  return catalog("requirements:\n  - id: LK-1\n    text: " + text + "\n    kind: minimum\n    verification: Rapport\n" +
                 keys);
}

Lines found(Contents files) { return ProjectFixture(std::move(files)).summary(); }

std::string at(const std::string& rule, const std::string& place) { return rule + " " + kPath + ":" + place; }

/// Where the first finding's mark begins and ends.
std::string marked(const std::string& text) {
  const auto findings = ProjectFixture(requirement(text)).findings();
  REQUIRE(findings.size() == 1);
  const Place place = findings[0].place;
  return fmt::format("{}:{}-{}:{}", place.line, place.column, place.end_line, place.end_column);
}

const std::string kGood = "Leverandøren skal opbevare de seneste 30 kopier.";

}  // namespace

TEST_CASE("a vague word is marked where it stands, however the text is written") {
  CHECK(marked("Leverandøren skal gemme passende kopier.") == "7:35-7:43");
  CHECK(marked("'Leverandørens ''skal'': gemme kopier.'") == "7:12-7:32");  // not-imperative
  CHECK(marked("'Leverandøren skal gemme ''og'' slette passende kopier.'") == "7:50-7:58");
  CHECK(marked("\"Leverandøren skal gemme \\\"de\\\" passende kopier.\"") == "7:43-7:51");
  CHECK(marked("\"Leverand\\u00f8ren skal gemme passende kopier.\"") == "7:41-7:49");
  CHECK(marked(">-\n      Leverandøren skal gemme\n      passende kopier.") == "9:7-9:15");
  CHECK(marked("|\n      Leverandøren skal gemme\n      så vidt\n      muligt kopier.") == "9:7-10:13");
  CHECK(marked("Leverandøren skal gemme\n      passende kopier.") == "8:7-8:15");
}

TEST_CASE("an alias is marked as a whole") {
  const auto findings =
      ProjectFixture(
          catalog("requirements:\n  - {id: A, kind: minimum, note: &t Leverandøren skal gemme passende kopier, "
                  "text: *t, verification: V, controls: [\"A.8.13\"]}\n"))
          .findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].place.line == 6);
  CHECK(findings[0].place.end_column - findings[0].place.column == 2);
}

TEST_CASE("one vague time is one finding, also without frequency") {
  CHECK(found(requirement("Leverandøren skal jævnligt teste gendannelse.")) == Lines{at("vague-time", "7:29")});
  CHECK(found(requirement("Leverandøren skal teste gendannelse.")) == Lines{at("missing-frequency", "6:5")});
}

TEST_CASE("vague-time says what frequency has") {
  const ProjectFixture project(
      requirement("Leverandøren skal jævnligt teste gendannelse.", "    frequency: P1M\n    controls: [\"A.8.13\"]\n"));
  CHECK(project.only(RuleId::vague_time).help.da == "Ifølge frequency er det hver måned: skriv det i teksten.");
}

TEST_CASE("missing-frequency says what to write, and where the text says that it recurs") {
  const ProjectFixture project(requirement("Leverandøren skal teste gendannelse hvert kvartal."));
  const auto finding = project.only(RuleId::missing_frequency);
  CHECK(finding.help.da == "Tilføj frequency: P3M.");
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].place.line == 7);
  CHECK(finding.related[0].place.column == 47);
}

TEST_CASE("words of kanon.yaml count") {
  auto files = requirement("Leverandøren skal gemme skalerbare kopier med tiden.");
  CHECK(found(files).empty());
  files["kanon.yaml"] = "site: {title: T}\nwording: {vague: [skalerbar], vague_time: [med tiden]}\n";
  CHECK(found(files) == Lines{at("vague-wording", "7:35"), at("vague-time", "7:53")});
}

TEST_CASE("a requirement needs verification and a reason") {
  const auto without = [](const std::string& keys) {
    return found(catalog("requirements:\n  - {id: LK-1, text: " + kGood + ", kind: minimum" + keys + "}\n"));
  };
  CHECK(without("") == Lines{at("missing-verification", "6:5"), at("missing-reason", "6:5")});
  CHECK(without(", verification: ' ', controls: [], derives_from: []") ==
        Lines{at("missing-verification", "6:5"), at("missing-reason", "6:5")});
  CHECK(without(", verification: Liste, controls: [\"A.8.13\"]").empty());
  // what can't be read is one finding, and says nothing of what is missing
  CHECK(without(", verification: [Liste], controls: {}") ==
        Lines{at("invalid-value", "6:101"), at("invalid-value", "6:120")});
  CHECK(without(", verification: Liste, derives_from: [LK-9]") == Lines{at("unknown-reference", "6:123")});
}

TEST_CASE("a requirement is excepted from the rules that judge it alone, with a reason") {
  const auto excepted = [](const std::string& silence) {
    return found(
        requirement("Der skal løbende gemmes passende kopier, og de skal testes.", "    silence: [" + silence + "]\n"));
  };
  CHECK(excepted("") == Lines{at("missing-reason", "6:5"), at("not-imperative", "7:11"), at("vague-time", "7:20"),
                              at("vague-wording", "7:35"), at("compound-requirement", "7:58")});
  CHECK(excepted("{rule: vague-time, reason: R}, {rule: vague-wording, reason: R}, {rule: not-imperative, reason: R}, "
                 "{rule: compound-requirement, reason: R}, {rule: missing-reason, reason: R}")
            .empty());
  // one without a reason doesn't hold
  CHECK(excepted("{rule: vague-time}, {rule: vague-wording, reason: R}, {rule: not-imperative, reason: R}, {rule: "
                 "compound-requirement, reason: R}, {rule: missing-reason, reason: R}") ==
        Lines{at("vague-time", "7:20"), at("missing-key", "10:15")});
}

TEST_CASE("a requirement is excepted from nothing else") {
  const auto excepted = [](const std::string& rule) {
    return ProjectFixture(
               requirement(kGood, "    controls: [\"A.8.13\"]\n    silence: [{rule: " + rule + ", reason: R}]\n"))
        .only(RuleId::invalid_value);
  };
  CHECK(excepted("vauge-time").help.en.starts_with("Did you mean “vague-time”?"));
  CHECK(excepted("vauge-time").message.en == "There is no rule named “vauge-time”");
  CHECK(excepted("duplicate-requirement").message.en ==
        "A requirement can't be excepted from the rule “duplicate-requirement”");
  CHECK(excepted("duplicate-requirement").place.line == 11);
}

TEST_CASE("a requirement is said once in a catalog and those it extends") {
  const auto listed = [](const std::string& id, const std::string& text) {
    return "  - {id: " + id + ", text: \"" + text + "\", kind: minimum, verification: V, controls: [\"A.8.13\"]}\n";
  };
  const std::string base = "requirements:\n" + listed("LK-1", kGood);
  CHECK(found(catalog(base + listed("LK-2", "LEVERANDØREN skal opbevare  de seneste 30 kopier"))) ==
        Lines{at("duplicate-requirement", "7:22")});
  // inflected only
  CHECK(found(catalog(base + listed("LK-2", "Leverandøren skal opbevare den seneste 30 kopi."))).size() == 0);
  CHECK(found(catalog(base + listed("LK-2", "Leverandøren skal opbevare de seneste 30 kopierne."))) ==
        Lines{at("duplicate-requirement", "7:22")});
  CHECK(found(catalog(base + listed("LK-2", "Leverandøren skal opbevare de seneste 90 kopier."))).empty());
  CHECK(found(catalog(base + listed("LK-1", kGood))) == Lines{at("duplicate-id", "7:10")});
  // inherited over two levels, and told in the catalog that repeats it
  const auto middle = catalog("extends: krav\n", "midte");
  const auto high = catalog("extends: midte\nrequirements:\n" + listed("LK-3", kGood), "hoej");
  CHECK(found(with(with(catalog(base), middle), high)) ==
        Lines{"duplicate-requirement content/catalogs/hoej.yaml:7:22"});
  // a catalog beside it may say the same
  CHECK(found(with(catalog(base), catalog("requirements:\n" + listed("LK-3", kGood), "anden"))).empty());
}

TEST_CASE("catalogs that extend each other in a circle are one finding") {
  const auto one = [](const std::string& id, const std::string& extends, const std::string& requirement) {
    return catalog("extends: " + extends + "\nrequirements:\n  - {id: " + requirement + ", text: " + kGood +
                       ", kind: minimum, verification: V, controls: [\"A.8.13\"]}\n",
                   id);
  };
  CHECK(found(with(one("a", "b", "LK-1"), one("b", "a", "LK-2"))) ==
        Lines{"invalid-value content/catalogs/a.yaml:5:10"});
}

TEST_CASE("signs that change the meaning are no punctuation") {
  const auto listed = [](const std::string& id, const std::string& text) {
    return "  - {id: " + id + ", text: \"" + text + "\", kind: minimum, verification: V, controls: [\"A.8.13\"]}\n";
  };
  CHECK(found(catalog("requirements:\n" + listed("A", "Leverandøren skal have en oppetid > 99 %.") +
                      listed("B", "Leverandøren skal have en oppetid < 99 %.")))
            .empty());
}

TEST_CASE("a recommendation without a requirement is told where it stands") {
  const std::string two = "recommendations: [{id: \"1.1\", text: A}, {id: \"1.2\", text: B}]\n";
  const auto covering = [](const std::string& id, const std::string& recommendations) {
    return "requirements:\n  - {id: " + id + ", text: Leverandøren skal opbevare " + id +
           ", kind: minimum, verification: V, recommendations: " + recommendations + "}\n";
  };
  CHECK(found(catalog(two + covering("LK-1", "[\"1.1\"]"))) == Lines{at("uncovered-recommendation", "5:46")});
  CHECK(found(catalog(two + covering("LK-1", "[\"1.1\", \"1.2\"]"))).empty());
  // covered by one that the catalog inherits; those of the lower level are judged there
  const auto low = catalog("recommendations: [{id: \"1.1\", text: A}]\n" + covering("LK-1", "[\"1.1\"]"));
  CHECK(found(with(low, catalog("extends: krav\n" + two + covering("LK-2", "[\"1.2\"]"), "hoej"))).empty());
  CHECK(found(with(catalog(two + covering("LK-1", "[\"1.1\"]")),
                   catalog("extends: krav\n" + covering("LK-2", "[\"1.1\"]"), "hoej"))) ==
        Lines{at("uncovered-recommendation", "5:46")});
  // a requirement that could not be read may be the one
  CHECK(found(catalog(two + covering("\"../x\"", "[\"1.1\"]"))) == Lines{at("invalid-id", "7:10")});
}

}  // namespace kanon
