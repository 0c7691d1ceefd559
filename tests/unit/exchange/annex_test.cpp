#include "exchange/annex.h"

#include <catch2/catch.hpp>

#include "exchange/workbook_reading.h"

using namespace kanon;

namespace {

const ExchangeSettings danish{.language = Language::da, .publisher = "Prøven", .fingerprint = {}};

Catalog catalog(const std::string& id, const std::string& extends,
                const std::vector<std::tuple<std::string, std::string, bool>>& requirements) {
  Catalog made;
  made.id.value = id;
  made.title.value = "Katalog " + id;
  made.version.value = *Version::parse("1.2");
  made.history.push_back({{}, made.version, {*Date::parse("2025-11-19"), {}}, "", "", ChangeKind::created});
  if (!extends.empty()) made.extends = LocatedText{extends, {}};
  for (const auto& [requirement_id, phase, minimum] : requirements) {
    Requirement requirement;
    requirement.id.value = requirement_id;
    requirement.text.value = "Leverandøren skal <" + requirement_id + ">";
    requirement.minimum = minimum;
    if (!phase.empty()) requirement.phase = LocatedText{phase, {}};
    made.requirements.push_back(std::move(requirement));
  }
  return made;
}

struct Catalogs {
  Catalog low = catalog("lav", "", {{"L1", "1", true}, {"L2", "2", false}, {"L3", "", true}});
  Catalog high = catalog("hoej", "lav", {{"H1", "2", true}, {"H2", "1", true}});

  Catalogs() {
    low.phases = {{{"1", {}}, "Før"}, {{"2", {}}, "Efter"}, {{"3", {}}, "Tom"}};
    high.phases = {{{"2", {}}, "Bagefter"}};
  }
  std::vector<CatalogEdition> editions(const std::string& low_fingerprint = std::string(64, 'a')) const {
    return {{&high, std::string(64, 'b')}, {&low, low_fingerprint}};
  }
};

/// `number id` of each requirement, in order.
std::vector<std::string> numbered(const Annex& annex) {
  std::vector<std::string> all;
  for (const AnnexPhase& phase : annex.phases) {
    for (const AnnexRequirement& one : phase.requirements) all.push_back(one.number + " " + *one.requirement->id);
  }
  return all;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("an annex has a catalog's requirements and those it inherits, by phase and numbered") {
  const Catalogs catalogs;
  const auto annex = make_annex(catalogs.editions(), {}, danish);
  REQUIRE(annex);
  CHECK(numbered(*annex) == Ids{"1.1 L1", "1.2 H2", "2.1 L2", "2.2 H1", "3.1 L3"});
  REQUIRE(annex->phases.size() == 3);
  CHECK(annex->phases[0].title == "Før");
  CHECK(annex->phases[1].title == "Bagefter");
  CHECK(annex->phases[2].title == "Øvrige krav");
  CHECK_FALSE(annex->is_draft());
  CHECK(annex->warning().empty());
}

TEST_CASE("phases and kinds can be chosen") {
  const Catalogs catalogs;
  CHECK(numbered(*make_annex(catalogs.editions(), {.phases = {"2"}, .minimum = {}}, danish)) ==
        Ids{"1.1 L2", "1.2 H1"});
  CHECK(numbered(*make_annex(catalogs.editions(), {.phases = {"2"}, .minimum = true}, danish)) == Ids{"1.1 H1"});
  CHECK(numbered(*make_annex(catalogs.editions(), {.phases = {}, .minimum = false}, danish)) == Ids{"1.1 L2"});
  const auto unknown = make_annex(catalogs.editions(), {.phases = {"3"}, .minimum = {}}, danish);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().help.en == "Choose one of: 1, 2");
  const auto nothing = make_annex(catalogs.editions(), {.phases = {"1"}, .minimum = false}, danish);
  REQUIRE_FALSE(nothing);
  CHECK(nothing.error().kind == Error::Kind::usage);
}

TEST_CASE("one draft among the catalogs makes the annex a draft") {
  const Catalogs catalogs;
  const auto annex = make_annex(catalogs.editions({}), {}, danish);
  REQUIRE(annex);
  CHECK(annex->is_draft());
  CHECK(annex_html(*annex).find("UDKAST") != std::string::npos);
  CHECK(annex_html(*make_annex(catalogs.editions(), {}, danish)).find("UDKAST") == std::string::npos);
}

TEST_CASE("the annex says what it is made of") {
  const Catalogs catalogs;
  const auto annex = make_annex(catalogs.editions(), {.phases = {"1", "2"}, .minimum = true}, danish);
  REQUIRE(annex);
  const std::vector<std::pair<std::string, std::string>> facts{
      {"Kravkatalog", "hoej"},
      {"Version", "1.2"},
      {"Dato", "2025-11-19"},
      {"Fingeraftryk", "bbbb bbbb bbbb"},
      {"Udgiver", "Prøven"},
      {"Bygger på", "Katalog lav (lav), version 1.2, fingeraftryk aaaa aaaa aaaa"},
      {"Udvalg", "fase 1, 2; kun mindstekrav"},
      {"Antal krav", "3"}};
  CHECK(annex->facts() == facts);
}

TEST_CASE("the same annex as a page, as Markdown and as a workbook") {
  const Catalogs catalogs;
  const auto annex = make_annex(catalogs.editions(), {}, danish);
  REQUIRE(annex);
  const std::string html = annex_html(*annex);
  CHECK(html.find("<h1 ") != std::string::npos);
  CHECK(html.find(">2 Bagefter</h2>") != std::string::npos);
  CHECK(html.find("Leverandøren skal &lt;L2&gt;") != std::string::npos);
  for (const char* outside : {"<script", "<link", "<img", "src=", "href=", "url("}) {
    CHECK(html.find(outside) == std::string::npos);
  }
  CHECK(annex_markdown(*annex).find("| 2.2 | H1 | Leverandøren skal \\<H1\\> | mindstekrav |") != std::string::npos);
  const auto bytes = annex_xlsx(*annex);
  REQUIRE(bytes);
  const auto sheets = read_workbook(*bytes);
  REQUIRE(sheets);
  REQUIRE(sheets->size() == 2);
  const Table& rows = sheets->at(1).table;
  REQUIRE(rows.size() == 6);
  CHECK(rows[0][0] == "Nr. i bilaget");
  CHECK(rows[0][9] == "Svar");
  CHECK(rows[3][0] == "2.1");
  CHECK(rows[3][1] == "L2");
  CHECK(*annex_xlsx(*annex) == *bytes);
}
