#include "read/catalogs.h"

#include <catch2/catch.hpp>

#include "read/handbooks.h"
#include "unit/read/read_text.h"

using namespace kanon;

namespace {

constexpr std::string_view kHead = R"(id: leverandoerkrav-basis
title: Leverandørkrav
version: "1.0"
history: [{version: "1.0", date: 2025-01-01, by: CAI, change: Nyt, kind: new}]
)";

}  // namespace

TEST_CASE("the contract's catalog is read whole") {
  ReadText text("content/catalogs/leverandoerkrav-basis.yaml", std::string(kHead) + R"(level: basis
extends: leverandoerkrav-grund
owner: CAI
classification: intern
phases: [{id: "1", title: Planlægning}, {id: 2, title: Drift}]
recommendations: [{id: "2.1", phase: "2", text: Stil krav}]
requirements:
  - id: LK-BAS-5.1
    phase: "5"
    theme: Logning
    text: Leverandøren skal logge
    kind: standard
    form: solution
    verification: Rapport
    frequency: P1M
    recommendations: ["5.3"]
    controls: ["A.5.22"]
    derives_from: [LK-1]
    note: En note
  - {id: X, text: T, kind: minimum, form: effect, frequency: once}
)");
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  CHECK(text.found().empty());
  CHECK(*catalog->id == "leverandoerkrav-basis");
  CHECK(**catalog->level == "basis");
  CHECK(**catalog->extends == "leverandoerkrav-grund");
  CHECK(**catalog->classification == "intern");
  REQUIRE(catalog->phases.size() == 2);
  CHECK(*catalog->phases[1].id == "2");
  CHECK(catalog->phases[0].title == "Planlægning");
  REQUIRE(catalog->recommendations.size() == 1);
  CHECK(*catalog->recommendations[0].phase == "2");
  REQUIRE(catalog->requirements.size() == 2);
  const Requirement& first = catalog->requirements[0];
  CHECK(*first.id == "LK-BAS-5.1");
  CHECK(text.at(first.range) == "i");
  CHECK(**first.phase == "5");
  CHECK(first.theme == "Logning");
  CHECK(*first.text == "Leverandøren skal logge");
  CHECK_FALSE(first.minimum);
  CHECK(first.solution);
  CHECK(first.verification == "Rapport");
  CHECK(**first.frequency == "P1M");
  CHECK(*first.recommendations.at(0) == "5.3");
  CHECK(*first.controls.at(0) == "A.5.22");
  CHECK(*first.derives_from.at(0) == "LK-1");
  CHECK(first.note == "En note");
  CHECK(catalog->requirements[1].minimum);
  CHECK_FALSE(catalog->requirements[1].solution);
  CHECK(**catalog->requirements[1].frequency == "once");
  CHECK(text.at(catalog->range) == "i");
}

TEST_CASE("a requirement's mistakes are found where they stand") {
  ReadText text("content/catalogs/leverandoerkrav-basis.yaml", std::string(kHead) + R"(requirements:
  - {id: "../x", text: T, kind: minimum}
  - {id: A, text: T, kind: minumum, frequency: hver måned}
  - {id: B, kind: standard, tekst: T}
  - {text: T, kind: standard}
)");
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  REQUIRE(catalog->requirements.size() == 2);
  CHECK(*catalog->requirements[0].id == "A");
  CHECK(text.found() == Found{"invalid-id 6:10-6:16", "invalid-value 7:28-7:35", "invalid-value 7:48-7:58",
                              "missing-key 8:5-8:6", "unknown-key 8:29-8:34", "missing-key 9:5-9:6"});
}

TEST_CASE("a catalog's id is its file's name") {
  ReadText text("content/catalogs/krav.yaml", kHead);
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  CHECK(text.found() == Found{"invalid-id 1:5-1:26"});
  CHECK(text.findings()[0].help.en == "Write id: krav, or rename the file to leverandoerkrav-basis.yaml.");
}

TEST_CASE("the contract's handbook is read whole") {
  ReadText text("content/handbooks/haandbog.yaml", R"(id: haandbog
title: Informationssikkerhedshåndbog
subtitle: Undertitel
version: "1.0"
history: [{version: "1.0", date: 2025-01-01}]
audience: public
parts:
  - {title: Politik,        documents: [informationssikkerhedspolitik]}
  - {title: Emnepolitikker, under: informationssikkerhedspolitik, types: [emnepolitik]}   # by hierarchy
  - {title: Krav,           catalogs: [leverandoerkrav-basis]}
appendices: [{embed: history}, {embed: applicability}, {embed: glossary}]
)");
  const auto handbook = read_handbook(text.reading());
  REQUIRE(handbook);
  CHECK(text.found().empty());
  CHECK(handbook->subtitle == "Undertitel");
  CHECK(**handbook->audience == "public");
  REQUIRE(handbook->parts.size() == 3);
  CHECK(handbook->parts[0].title == "Politik");
  CHECK(*handbook->parts[0].documents.at(0) == "informationssikkerhedspolitik");
  CHECK(**handbook->parts[1].under == "informationssikkerhedspolitik");
  CHECK(*handbook->parts[1].types.at(0) == "emnepolitik");
  CHECK(*handbook->parts[2].catalogs.at(0) == "leverandoerkrav-basis");
  REQUIRE(handbook->appendices.size() == 3);
  CHECK(*handbook->appendices[2].embed == "glossary");
}

TEST_CASE("a handbook needs parts, and each its title") {
  ReadText text("content/handbooks/h.yaml",
                "id: h\ntitle: H\nversion: 1.0\nhistory: []\nparts:\n  - documents: [a]\nappendices: [{}]\n");
  REQUIRE(read_handbook(text.reading()));
  CHECK(text.found() == Found{"missing-key 6:5-6:6", "missing-key 7:14-7:15"});
  ReadText without("content/handbooks/h.yaml", "id: h\ntitle: H\nversion: 1.0\nhistory: []\n");
  REQUIRE(read_handbook(without.reading()));
  CHECK(without.found() == Found{"missing-key 1:1-1:2"});
}
