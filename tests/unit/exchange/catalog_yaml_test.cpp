#include "exchange/catalog_yaml.h"

#include <catch2/catch.hpp>

#include "base/yaml_scalar.h"
#include "read/catalogs.h"
#include "support/catalogs.h"
#include "unit/read/read_text.h"

using namespace kanon;
using namespace kanon::test;

namespace {

Catalog small_catalog() {
  Catalog catalog;
  catalog.id.value = "leverandoerkrav-basis";
  catalog.title.value = "Krav til leverandører: basis";
  catalog.level = LocatedText{"basis", {}};
  catalog.owner = "Informationssikkerhed";
  catalog.classification = LocatedText{"offentlig", {}};
  catalog.version.value = *Version::parse("1.10");
  catalog.history.push_back({{},
                             {*Version::parse("1.10"), {}},
                             {*Date::parse("2025-11-19"), {}},
                             "InfoSec",
                             "Nyt katalog, efter høring",
                             ChangeKind::created});
  catalog.phases.push_back({{"5", {}}, "Styring"});
  catalog.recommendations.push_back({{"5.3", {}}, {"5", {}}, "Følg op på leverandørens logning."});
  Requirement requirement;
  requirement.id.value = "LK-BAS-5.1";
  requirement.phase = LocatedText{"5", {}};
  requirement.theme = "Logning";
  requirement.text.value =
      "Leverandøren skal hver måned sende kunden en rapport over de sikkerhedshændelser, som leverandøren har "
      "registreret i de systemer, der bruges til opgaven.";
  requirement.frequency = LocatedText{"P1M", {}};
  requirement.recommendations.push_back({"5.3", {}});
  requirement.note = "Rapporten sendes sikkert.\nDen gemmes i fem år.";
  requirement.silence.push_back({{}, {"vague-time", {}}, {"Ordet er defineret: se bilag 2.", {}}});
  catalog.requirements.push_back(std::move(requirement));
  return catalog;
}

}  // namespace

TEST_CASE("a catalog is written as a person would write it") {
  CHECK(catalog_yaml(small_catalog()) == R"(id: leverandoerkrav-basis
title: "Krav til leverandører: basis"
level: basis
owner: Informationssikkerhed
classification: offentlig
version: "1.10"
history:
  - {version: "1.10", date: 2025-11-19, by: InfoSec, change: "Nyt katalog, efter høring", kind: new}
phases:
  - {id: "5", title: Styring}
recommendations:
  - id: "5.3"
    phase: "5"
    text: Følg op på leverandørens logning.
requirements:
  - id: LK-BAS-5.1
    phase: "5"
    theme: Logning
    text: >-
      Leverandøren skal hver måned sende kunden en rapport over de sikkerhedshændelser, som leverandøren har
      registreret i de systemer, der bruges til opgaven.
    kind: minimum
    frequency: P1M
    recommendations: ["5.3"]
    note: |-
      Rapporten sendes sikkert.
      Den gemmes i fem år.
    silence:
      - rule: vague-time
        reason: "Ordet er defineret: se bilag 2."
)");
}

TEST_CASE("values that YAML takes for something else are quoted") {
  for (const char* text :
       {"yes", "No", "on", "null", "~", "1.10", "2025-01-01", "0x1F", "- a", "a: b", "a #b", "b:", "*a"}) {
    CHECK(yaml_value(text, 2) == "\"" + std::string(text) + "\"");
  }
  for (const char* text : {"Leverandøren skal logge, og gemme [alt] i {fem} år.", "Øl & brød", "a:b", "C#"}) {
    CHECK(yaml_value(text, 2) == text);
  }
}

TEST_CASE("reading what was written gives the same catalog") {
  RandomCatalogs random(20'261'128);
  for (int i = 0; i < 400; ++i) {
    const Catalog catalog = random.next();
    const std::string yaml = catalog_yaml(catalog);
    INFO(yaml);
    ReadText text("content/catalogs/katalog.yaml", yaml);
    const auto read = read_catalog(text.reading());
    REQUIRE(text.found().empty());
    REQUIRE(read);
    REQUIRE(facts_of(*read) == facts_of(catalog));
  }
}

TEST_CASE("every hostile text is read back alone, too") {
  for (const std::string& hostile : hostile_texts()) {
    Catalog catalog = small_catalog();
    catalog.requirements[0].text.value = hostile;
    catalog.requirements[0].note = hostile + "\n" + hostile;
    const std::string yaml = catalog_yaml(catalog);
    INFO(yaml);
    ReadText text("content/catalogs/leverandoerkrav-basis.yaml", yaml);
    const auto read = read_catalog(text.reading());
    CHECK(text.found().empty());
    REQUIRE(read);
    CHECK(facts_of(*read) == facts_of(catalog));
  }
}
