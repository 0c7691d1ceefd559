#include <catch2/catch.hpp>

#include "base/text.h"
#include "exchange/catalog_table.h"
#include "exchange/formats.h"
#include "support/catalogs.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const ExchangeSettings danish{.language = Language::da, .publisher = "Prøven", .fingerprint = {}};
const ExchangeSettings english{.language = Language::en, .publisher = "Test", .fingerprint = {}};

Imported read(std::string_view bytes) {
  auto imported = import_csv(bytes);
  REQUIRE(imported);
  return *std::move(imported);
}

std::vector<std::string> told(const Imported& imported) {
  std::vector<std::string> lines;
  for (const Message& message : imported.mended) lines.push_back(message.en);
  return lines;
}

}  // namespace

TEST_CASE("a catalog goes through csv and comes back the same") {
  RandomCatalogs random(17);
  for (int i = 0; i < 300; ++i) {
    const Catalog catalog = random.next();
    const auto exported = export_csv(catalog, i % 2 == 0 ? danish : english);
    REQUIRE(exported);
    CHECK(exported->lost.empty());
    INFO(exported->bytes);
    const Imported imported = read(exported->bytes);
    REQUIRE(told(imported).empty());
    REQUIRE(facts_of(imported.catalog) == facts_of(catalog));
  }
}

TEST_CASE("the file is one that Danish Excel opens, and runs nothing of") {
  Catalog catalog;
  catalog.id.value = "k";
  catalog.title.value = "=cmd()";
  catalog.version.value = *Version::parse("1.10");
  const auto exported = export_csv(catalog, danish);
  REQUIRE(exported);
  CHECK(exported->bytes.starts_with(
      "\xEF\xBB\xBFpost;id;fase;tema;tekst;art;form;dokumentation;hyppighed;anbefalinger;"));
  CHECK(exported->bytes.find(";'=cmd();'1.10;") != std::string::npos);
  CHECK(export_csv(catalog, english)->bytes.starts_with("\xEF\xBB\xBFrecord,id,phase,theme,text,kind,form,"));
}

TEST_CASE("a table from elsewhere is read as well as it can be") {
  const Imported imported = read(
      "Kravliste fra udbuddet;;;\r\n"
      ";;;\r\n"
      "Krav-nr;KRAVTEKST;Type;Hyppighed;Pris;Anbefalinger;Foranstaltninger\r\n"
      "K1;\"Leverandøren skal logge\r\nalt\";Mindstekrav;Hver 3. måned;100;2.1 2.2;\"A.5.1, A.5.2\"\r\n"
      ";;;;\r\n"
      "K2;  Leverandøren skal teste  ;ukendt;jævnligt\r\n");
  REQUIRE(imported.catalog.requirements.size() == 2);
  const Requirement& first = imported.catalog.requirements[0];
  CHECK(*first.id == "K1");
  CHECK(*first.text == "Leverandøren skal logge\nalt");
  CHECK(first.minimum);
  CHECK(**first.frequency == "P3M");
  REQUIRE(first.recommendations.size() == 2);
  CHECK(*first.recommendations[1] == "2.2");
  REQUIRE(first.controls.size() == 2);
  CHECK(*first.controls[1] == "A.5.2");
  const Requirement& second = imported.catalog.requirements[1];
  CHECK(*second.text == "Leverandøren skal teste");
  CHECK_FALSE(second.minimum);
  CHECK(**second.frequency == "jævnligt");
  CHECK(told(imported) == std::vector<std::string>{
                              "The column “Pris” was not read",
                              "Row 6: “ukendt” can’t be read as “kind”, and is left out",
                              "1 requirements don’t say whether they are minimums; they were read as standard ones"});
}

TEST_CASE("commas, tabs and a line that says so separate, too") {
  for (const std::string text :
       {"id,text,kind\nA,T,minimum\n", "id\ttext\tkind\nA\tT\tminimum", "sep=|\nid|text|kind\nA|T|minimum\n"}) {
    const Imported imported = read(text);
    REQUIRE(imported.catalog.requirements.size() == 1);
    CHECK(*imported.catalog.requirements[0].text == "T");
    CHECK(imported.catalog.requirements[0].minimum);
  }
}

TEST_CASE("old and foreign encodings are read, and told") {
  const Imported windows = read("id;tekst;art\nA;Leverand\xF8ren skal \x80;min\n");
  CHECK(*windows.catalog.requirements.at(0).text == "Leverandøren skal €");
  CHECK(told(windows) == std::vector<std::string>{"The file is not UTF-8; it was read as Windows-1252"});
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("id\ttekst\tart\nA\tT\tmin\n")) utf16 += {c, '\0'};
  const Imported wide = read(utf16);
  CHECK(*wide.catalog.requirements.at(0).text == "T");
  CHECK(told(wide) == std::vector<std::string>{"The file is in UTF-16 and was made UTF-8"});
}

TEST_CASE("what is no table is refused") {
  for (const std::string text : {"", "\n\n", "Kære alle\nher er kravene", "\"", ";;;;", "sep="}) {
    const auto imported = import_csv(text);
    REQUIRE_FALSE(imported);
    CHECK(imported.error().kind == Error::Kind::usage);
  }
}

TEST_CASE("cells that are too long for a spreadsheet go on in further rows") {
  Catalog catalog;
  catalog.id.value = "k";
  catalog.title.value = "K";
  catalog.version.value = *Version::parse("1.0");
  Requirement requirement;
  requirement.id.value = "A";
  for (int i = 0; i < 9000; ++i) requirement.text.value += "æøå🙂";
  requirement.note = std::string(70'000, 'n');
  catalog.requirements.push_back(requirement);
  const Table table = within_cells(table_of(catalog, Language::da), Language::da);
  CHECK(table.size() == 2 + 6);
  for (const auto& row : table) {
    for (const std::string& cell : row) {
      CHECK(cell.size() <= 32'767);
      CHECK_FALSE(first_invalid_utf8(cell));
    }
  }
  const auto imported = catalog_of(table);
  REQUIRE(imported);
  CHECK(imported->mended.empty());
  CHECK(facts_of(imported->catalog) == facts_of(catalog));
}
