#include "read/registers.h"

#include <catch2/catch.hpp>

#include "read/criteria.h"
#include "read/glossary.h"
#include "read/mapping.h"
#include "unit/read/read_text.h"

using namespace kanon;

TEST_CASE("dispensations are read with their dates and measures") {
  ReadText text("content/registers/dispensations.yaml", R"(- id: d-1
  document: backup-politik
  section: ansvar
  reason: Udfases
  measures: [Manuel kopi, Aflåst skab]
  decided_by: Direktionen
  decided: 2025-01-01
  expires: 2025-12-31
  consider_update: true
- {id: d-2, document: x, reason: R, measures: En foranstaltning, decided_by: D, decided: 2025-01-01, expires: 2025-12-31}
)");
  const auto dispensations = read_dispensations(text.reading());
  CHECK(text.found().empty());
  REQUIRE(dispensations.size() == 2);
  CHECK(*dispensations[0].id == "d-1");
  CHECK(*dispensations[0].document == "backup-politik");
  CHECK(**dispensations[0].section == "ansvar");
  CHECK(dispensations[0].measures == std::vector<std::string>{"Manuel kopi", "Aflåst skab"});
  CHECK(dispensations[0].decided->iso() == "2025-01-01");
  CHECK(dispensations[0].expires->iso() == "2025-12-31");
  CHECK(dispensations[0].consider_update);
  CHECK(dispensations[1].measures == std::vector<std::string>{"En foranstaltning"});
  CHECK(text.at(dispensations[1].range) == "{");
}

TEST_CASE("a dispensation lacks what it must have; without an id it is left out") {
  ReadText text("content/registers/dispensations.yaml",
                "- {id: d-1, consider_update: ja}\n- {document: x}\n- nej\n-\n- {id: D 2, measures: []}\n");
  const auto dispensations = read_dispensations(text.reading());
  REQUIRE(dispensations.size() == 1);
  CHECK_FALSE(was_read(dispensations[0].expires));
  std::size_t missing = 0;
  for (const Finding& finding : text.findings()) missing += finding.rule == RuleId::missing_key ? 1 : 0;
  CHECK(missing == 6 + 6 + 5);
  CHECK(text.found().front() == "missing-key 1:3-1:4");
}

TEST_CASE("the Statement of Applicability is read") {
  ReadText text("content/registers/controls.yaml",
                "- {control: \"A.5.1\", applicable: true, justification: J, status: partial, documents: [a]}\n"
                "- {control: A.5.2, applicable: false, status: excluded}\n");
  const auto controls = read_controls(text.reading());
  CHECK(text.found().empty());
  REQUIRE(controls.size() == 2);
  CHECK(*controls[0].control == "A.5.1");
  CHECK(controls[0].applicable);
  CHECK(controls[0].justification == "J");
  CHECK(controls[0].status == ControlStatus::partial);
  CHECK(*controls[0].documents.at(0) == "a");
  CHECK_FALSE(controls[1].applicable);
  CHECK(controls[1].status == ControlStatus::excluded);
}

TEST_CASE("a control's words are those of the contract") {
  ReadText text("content/registers/controls.yaml",
                "- {control: \"A.5.1\", applicable: yes, status: implementd}\n- {applicable: true}\n- {control: [A], "
                "applicable: true}\n");
  CHECK(read_controls(text.reading()).size() == 1);
  CHECK(text.found() ==
        Found{"invalid-value 1:34-1:37", "invalid-value 1:47-1:57", "missing-key 2:3-2:4", "invalid-value 3:13-3:16"});
}

TEST_CASE("a register that is no list says how to write one") {
  ReadText text("content/registers/controls.yaml", "control: A.5.1\napplicable: true\n");
  CHECK(read_controls(text.reading()).empty());
  REQUIRE(text.findings().size() == 1);
  CHECK(text.findings()[0].message.da == "Her står en gruppe af nøgler, men der skal stå en liste");
  ReadText empty("content/registers/controls.yaml", "# intet endnu\n");
  CHECK(read_controls(empty.reading()).empty());
  CHECK(empty.found().empty());
}

TEST_CASE("the glossary is a list of terms") {
  ReadText text(
      "content/glossary.yaml",
      "- {id: backup, term: Backup, definition: Kopi, classification: offentlig}\n- {term: A, definition: B}\n"
      "- {id: BACKUP, term: A, definition: B, aliases: [a]}\n");
  const auto terms = read_glossary(text.reading());
  REQUIRE(terms.size() == 1);
  CHECK(terms[0].term == "Backup");
  CHECK(terms[0].definition == "Kopi");
  CHECK(**terms[0].classification == "offentlig");
  CHECK(text.found() == Found{"missing-key 2:3-2:4", "invalid-id 3:8-3:14", "unknown-key 3:40-3:47"});
}

TEST_CASE("objectives hold their criteria") {
  ReadText text("content/criteria.yaml", R"(objectives:
  - id: synergi
    title: Sammenhæng
    criteria: [{id: synergi-1, text: Et}, {id: synergi-2, text: To}]
  - id: viden
    criteria: [{text: Uden id}, {id: viden-2}]
)");
  const auto objectives = read_criteria(text.reading());
  REQUIRE(objectives.size() == 2);
  CHECK(objectives[0].title == "Sammenhæng");
  REQUIRE(objectives[0].criteria.size() == 2);
  CHECK(*objectives[0].criteria[1].id == "synergi-2");
  CHECK(objectives[0].criteria[1].text == "To");
  REQUIRE(objectives[1].criteria.size() == 1);
  CHECK(text.found() == Found{"missing-key 5:5-5:6", "missing-key 6:16-6:17", "missing-key 6:33-6:34"});
}
