#include "exchange/fit_catalog.h"

#include <catch2/catch.hpp>

#include "exchange/catalog_yaml.h"
#include "read/catalogs.h"
#include "support/catalogs.h"
#include "unit/read/read_text.h"

using namespace kanon;
using namespace kanon::test;

namespace {

NewPlace place() {
  return {.id = "nyt", .today = *Date::parse("2026-01-15"), .from = "krav.csv", .language = Language::da};
}

Requirement requirement(const std::string& id, const std::string& text) {
  Requirement one;
  one.id.value = id;
  one.text.value = text;
  return one;
}

/// That the catalog can be written, read and found the same.
void check_fits(const Catalog& catalog) {
  const std::string yaml = catalog_yaml(catalog);
  INFO(yaml);
  ReadText text("content/catalogs/nyt.yaml", yaml);
  const auto read = read_catalog(text.reading());
  CHECK(text.found().empty());
  REQUIRE(read);
  CHECK(facts_of(*read) == facts_of(catalog));
}

}  // namespace

TEST_CASE("a catalog that fits is left as it is") {
  RandomCatalogs random(4);
  for (int i = 0; i < 50; ++i) {
    Catalog catalog = random.next();
    catalog.id.value = "nyt";
    const auto before = facts_of(catalog);
    CHECK(fit(catalog, place()).empty());
    CHECK(facts_of(catalog) == before);
  }
}

TEST_CASE("a bare list of requirements becomes a catalog") {
  Catalog catalog;
  catalog.requirements.push_back(requirement("", "Tekst"));
  catalog.requirements.push_back(requirement("Krav nr. 5/ø", "Tekst"));
  catalog.requirements.push_back(requirement("A", ""));
  catalog.requirements.push_back(requirement("A", "Tekst\x01\xFF med \xEF\xBF\xBF"));
  catalog.requirements.back().derives_from.push_back({"Krav nr. 5/ø", {}});
  catalog.requirements.back().frequency = LocatedText{"jævnligt", {}};
  catalog.requirements.push_back(requirement(std::string(300, 'x'), "Tekst"));
  catalog.phases.push_back({});
  catalog.recommendations.push_back({});
  catalog.aliases.push_back({"../ud", {}});
  const auto told = fit(catalog, place());
  CHECK(told.size() == 12);
  CHECK(*catalog.id == "nyt");
  CHECK(*catalog.title == "nyt");
  CHECK(catalog.version->text() == "1.0");
  REQUIRE(catalog.history.size() == 1);
  CHECK(catalog.history[0].change == "Indlæst fra krav.csv");
  CHECK(*catalog.requirements[0].id == "KRAV-1");
  CHECK(*catalog.requirements[1].id == "Krav-nr.-5-oe");
  CHECK(*catalog.requirements[2].id == "A");
  CHECK(*catalog.requirements[3].id == "A-2");
  CHECK(*catalog.requirements[3].derives_from[0] == "Krav-nr.-5-oe");
  CHECK(catalog.requirements[3].note == "Hyppighed: jævnligt");
  CHECK(*catalog.requirements[3].text == "Tekst \uFFFD med \uFFFD");
  CHECK(catalog.aliases.empty());
  check_fits(catalog);
}

TEST_CASE("whatever bytes a format holds, the source can be read") {
  std::mt19937 random(99);
  for (int i = 0; i < 200; ++i) {
    const auto bytes = [&] {
      std::string text;
      for (std::size_t n = random() % 40; n > 0; --n) text += static_cast<char>(random());
      return text;
    };
    Catalog catalog;
    catalog.title.value = bytes();
    catalog.owner = bytes();
    catalog.level = LocatedText{bytes(), {}};
    catalog.phases.push_back({{bytes(), {}}, bytes()});
    catalog.approvals.push_back({{}, {bytes(), {}}, {*Date::parse("2025-01-01"), {}}, {*Version::parse("1"), {}}});
    catalog.requirements.push_back(requirement(bytes(), bytes()));
    catalog.requirements.back().controls.push_back({bytes(), {}});
    catalog.requirements.back().note = bytes();
    catalog.requirements.back().silence.push_back({{}, {bytes(), {}}, {bytes(), {}}});
    fit(catalog, place());
    check_fits(catalog);
  }
}
