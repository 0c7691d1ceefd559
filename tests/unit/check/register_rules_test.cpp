#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;

const std::string kControls = "content/registers/controls.yaml";
const std::string kDispensations = "content/registers/dispensations.yaml";

Lines of_controls(const std::string& register_, const std::string& keys = {}) {
  return ProjectFixture({document_file("politik", "politik", keys), {kControls, register_}}).summary();
}

Lines of_dispensation(const std::string& keys) {
  return ProjectFixture({document_file("politik", "politik"),
                         {kDispensations,
                          "- {id: d-1, document: politik, reason: R, decided_by: D, decided: 2025-01-01, "
                          "classification: offentlig,\n   " +
                              keys + "}\n"}})
      .summary();
}

std::string control(const std::string& rule, const std::string& place) { return rule + " " + kControls + ":" + place; }
std::string dispensation(const std::string& rule, const std::string& place) {
  return rule + " " + kDispensations + ":" + place;
}

}  // namespace

TEST_CASE("a dispensation holds through its last day") {
  // today is 2026-01-15
  CHECK(of_dispensation("measures: [M], expires: 2026-01-15").empty());
  CHECK(of_dispensation("measures: [M], expires: 2026-01-14") == Lines{dispensation("expired-dispensation", "2:28")});
  CHECK(of_dispensation("measures: [M], expires: i går") == Lines{dispensation("invalid-value", "2:28")});
}

TEST_CASE("a dispensation names measures") {
  for (const auto* none : {"[]", "''", "' '"})
    CHECK(of_dispensation(std::string("expires: 2026-12-31, measures: ") + none) ==
          Lines{dispensation("missing-measures", "2:35")});
  CHECK(of_dispensation("expires: 2026-12-31, measures: Manuel kopi").empty());
  // absent or unreadable, it is a reader's finding and no other
  CHECK(of_dispensation("expires: 2026-12-31") == Lines{dispensation("missing-key", "1:3")});
  CHECK(of_dispensation("expires: 2026-12-31, measures:") == Lines{dispensation("missing-measures", "2:33")});
  CHECK(of_dispensation("expires: 2026-12-31, measures: {a: b}") == Lines{dispensation("invalid-value", "2:35")});
}

TEST_CASE("a control that is applicable is covered by a document or a requirement") {
  const std::string applicable = "- {control: \"A.8.13\", applicable: true}\n";
  CHECK(of_controls(applicable) == Lines{control("uncovered-control", "1:13")});
  CHECK(of_controls(applicable, "controls: [\"A.8.13\"]\n").empty());
  CHECK(of_controls(applicable, "controls: [\"A.8.14\"]\n") == Lines{control("uncovered-control", "1:13")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: true, documents: [politik]}\n").empty());
  CHECK(of_controls("- {control: \"A.8.13\", applicable: true, documents: []}\n") ==
        Lines{control("uncovered-control", "1:13")});
  CHECK(ProjectFixture(
            {{kControls, applicable},
             {"content/catalogs/krav.yaml",
              "id: krav\ntitle: Krav\nversion: \"1.0\"\nhistory: [{version: \"1.0\", date: 2025-01-01, by: A, change: "
              "B, kind: new}]\nrequirements: [{id: LK-1, text: Leverandøren skal gemme 30 kopier., kind: minimum, "
              "verification: V, controls: [\"A.8.13\"]}]\n"}})
            .summary()
            .empty());
}

TEST_CASE("what is wrong with a control already is no second finding") {
  CHECK(of_controls("- {control: \"A.9.13\", applicable: true}\n") == Lines{control("unknown-reference", "1:13")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: ja}\n") == Lines{control("invalid-value", "1:35")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: true, documents: {}}\n") ==
        Lines{control("invalid-value", "1:52")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: false, justification: [J]}\n") ==
        Lines{control("invalid-value", "1:57")});
}

TEST_CASE("a control is excluded for a reason") {
  CHECK(of_controls("- {control: \"A.8.13\", applicable: false, status: excluded}\n") ==
        Lines{control("unjustified-exclusion", "1:3")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: false, justification: ' '}\n") ==
        Lines{control("unjustified-exclusion", "1:3")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: false, justification: Ingen lokaler}\n").empty());
}

TEST_CASE("a control's status fits whether it is applicable") {
  CHECK(of_controls("- {control: \"A.8.13\", applicable: true, status: excluded}\n") ==
        Lines{control("invalid-value", "1:49")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: false, status: planned, justification: J}\n") ==
        Lines{control("invalid-value", "1:50")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: false, status: planned}\n") ==
        Lines{control("unjustified-exclusion", "1:3")});
  CHECK(of_controls("- {control: \"A.8.13\", applicable: false, status: excluded, justification: J}\n").empty());
  CHECK(of_controls("- {control: \"A.8.13\", applicable: nej, status: excluded, justification: J}\n") ==
        Lines{control("invalid-value", "1:35")});
}

}  // namespace kanon
