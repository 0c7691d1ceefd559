#include <zip.h>
#include <catch2/catch.hpp>

#include "base/text.h"
#include "exchange/formats.h"
#include "exchange/workbook_reading.h"
#include "support/catalogs.h"

using namespace kanon;
using namespace kanon::test;

namespace {

const ExchangeSettings danish{.language = Language::da, .publisher = "Prøven", .fingerprint = std::string(64, 'a')};

std::string exported(const Catalog& catalog, const ExchangeSettings& settings = danish) {
  auto made = export_xlsx(catalog, settings);
  REQUIRE(made);
  CHECK(made->lost.empty());
  return std::move(made->bytes);
}

std::vector<std::string> told(const Imported& imported) {
  std::vector<std::string> lines;
  for (const Message& message : imported.mended) lines.push_back(message.en);
  return lines;
}

/// A zip archive of these members.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& members) {
  zip_error_t error;
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, &error);
  REQUIRE(source != nullptr);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, &error);
  REQUIRE(archive != nullptr);
  for (const auto& [name, bytes] : members) {
    zip_source_t* member = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    REQUIRE(zip_file_add(archive, name.c_str(), member, ZIP_FL_ENC_UTF_8) >= 0);
  }
  REQUIRE(zip_close(archive) == 0);
  REQUIRE(zip_source_open(source) == 0);
  std::string bytes;
  std::string piece(65'536, '\0');
  for (zip_int64_t count = 1; (count = zip_source_read(source, piece.data(), piece.size())) > 0;) {
    bytes.append(piece.data(), static_cast<std::size_t>(count));
  }
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

/// A workbook of one sheet, as other programs write it.
std::string workbook(const std::string& rows, const std::string& strings = "<sst/>", const std::string& prolog = {}) {
  return zipped(
      {{"xl/workbook.xml",
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Ark1\" sheetId=\"7\" r:id=\"rId1\"/></sheets></workbook>"},
       {"xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Target=\"/xl/worksheets/a.xml\"/></Relationships>"},
       {"xl/sharedStrings.xml", strings},
       {"xl/worksheets/a.xml", prolog + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}});
}

}  // namespace

TEST_CASE("a catalog goes through xlsx and comes back the same") {
  RandomCatalogs random(23);
  for (int i = 0; i < 60; ++i) {
    const Catalog catalog = random.next();
    const auto imported = import_xlsx(exported(catalog));
    REQUIRE(imported);
    REQUIRE(told(*imported) == std::vector<std::string>{});
    REQUIRE(facts_of(imported->catalog) == facts_of(catalog));
  }
}

TEST_CASE("the same catalog gives the same bytes") {
  RandomCatalogs first(5), second(5);
  for (int i = 0; i < 20; ++i) CHECK(exported(first.next()) == exported(second.next()));
}

TEST_CASE("the workbook has a cover, the requirements and the data") {
  RandomCatalogs random(8);
  Catalog catalog = random.next();
  while (catalog.requirements.size() < 3) catalog = random.next();
  catalog.title.value = "Krav & vilkår";
  const auto sheets = read_workbook(exported(catalog));
  REQUIRE(sheets);
  REQUIRE(sheets->size() == 3);
  const Table& cover = sheets->at(1).table;
  CHECK(sheets->at(1).name == "Vejledning");
  CHECK(cover[0][1] == "Krav & vilkår");
  const Table& rows = sheets->at(2).table;
  CHECK(sheets->at(2).name == "Krav");
  CHECK(rows[0] == std::vector<std::string>{"Id", "Fase", "Fasens navn", "Tema", "Krav", "Art", "Dokumentation",
                                            "Hyppighed", "Svar", "Reference", "Leverandørens bemærkning"});
  CHECK(rows.size() == catalog.requirements.size() + 1);
  CHECK(sheets->at(0).name == "Data");
  const auto draft = read_workbook(exported(catalog, {.language = Language::en, .publisher = {}, .fingerprint = {}}));
  REQUIRE(draft);
  CHECK(draft->at(1).table[1][1] == "DRAFT – not a released version. Not to be used in a contract.");
}

TEST_CASE("what was changed on the sheet that people see counts, and answers don't come along") {
  const std::string inline_ = "<c t=\"inlineStr\"><is><t>";
  const auto row = [&](const std::vector<std::string>& cells) {
    std::string xml = "<row>";
    for (const std::string& cell : cells) xml += inline_ + cell + "</t></is></c>";
    return xml + "</row>";
  };
  const auto sheet = [&](const std::string& rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
  };
  const auto imported =
      import_xlsx(zipped({{"xl/workbook.xml",
                           "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" r:id=\"a\"/><sheet name=\"Krav\" "
                           "r:id=\"b\"/></sheets></workbook>"},
                          {"xl/_rels/workbook.xml.rels",
                           "<Relationships><Relationship Id=\"a\" Target=\"a.xml\"/><Relationship Id=\"b\" "
                           "Target=\"b.xml\"/></Relationships>"},
                          {"xl/a.xml", sheet(row({"post", "id", "tekst", "art", "hyppighed", "note"}) +
                                             row({"krav", "A", "Gammel", "mindstekrav", "P12M", "n"}) +
                                             row({"krav", "B", "Uændret", "mindstekrav", "P12M", ""}) +
                                             row({"krav", "C", "Væk", "mindstekrav", "", ""}))},
                          {"xl/b.xml", sheet(row({"Id", "Krav", "Art", "Hyppighed", "Svar"}) +
                                             row({"B", "Uændret", "Mindstekrav", "hvert år", ""}) +
                                             row({"A", "Ny", "Almindeligt krav", "hver måned", "Opfyldt"}) +
                                             row({"D", "Føjet til", "Mindstekrav", "", ""}))}}));
  REQUIRE(imported);
  CHECK(told(*imported) == std::vector<std::string>{
                               "The requirement A was changed on the sheet", "The requirement D was added on the sheet",
                               "The requirement C was removed from the sheet",
                               "The supplier’s answers are no part of the catalog and were not read"});
  REQUIRE(imported->catalog.requirements.size() == 3);
  const Requirement& changed = imported->catalog.requirements[0];
  CHECK(*changed.text == "Ny");
  CHECK_FALSE(changed.minimum);
  CHECK(**changed.frequency == "P1M");
  CHECK(changed.note == "n");
  CHECK(**imported->catalog.requirements[1].frequency == "P12M");
  CHECK(*imported->catalog.requirements[2].id == "D");
}

TEST_CASE("a text longer than a cell comes back whole") {
  RandomCatalogs random(8);
  Catalog catalog = random.next();
  while (catalog.requirements.empty()) catalog = random.next();
  catalog.requirements[0].text.value.clear();
  for (int i = 0; i < 20'000; ++i) catalog.requirements[0].text.value += "æ🙂 ";
  catalog.requirements[0].text.value += "x";
  const auto imported = import_xlsx(exported(catalog));
  REQUIRE(imported);
  CHECK(told(*imported).empty());
  CHECK(facts_of(imported->catalog) == facts_of(catalog));
}

TEST_CASE("sheets of other programs are read: inline, shared, rich and numeric cells, without running formulas") {
  const std::string strings =
      "<sst><si><t>id</t></si><si><r><t>te</t></r><r><t "
      "xml:space=\"preserve\">kst</t></r><rPh><t>x</t></rPh></si></sst>";
  const auto imported = import_xlsx(
      workbook("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c><c r=\"D3\" "
               "t=\"inlineStr\"><is><t>art</t></is></c><c t=\"inlineStr\"><is><t>fase</t></is></c></row>"
               "<row r=\"4\"><c r=\"B4\" t=\"str\"><f>HYPERLINK(1)</f><v>K1</v></c><c r=\"C4\" "
               "t=\"inlineStr\"><is><t>=1+1_x000A_to_x005F_x0041_</t></is></c><c r=\"D4\" "
               "t=\"inlineStr\"><is><t>Mindstekrav</t></is></c><c r=\"E4\"><v>5.2999999999999998</v></c></row>"
               "<row r=\"1048576\"/>",
               strings));
  REQUIRE(imported);
  REQUIRE(imported->catalog.requirements.size() == 1);
  const Requirement& requirement = imported->catalog.requirements[0];
  CHECK(*requirement.id == "K1");
  CHECK(*requirement.text == "=1+1\nto_x0041_");
  CHECK(requirement.minimum);
  CHECK(**requirement.phase == "5.3");
  CHECK(told(*imported) == std::vector<std::string>{"1 formulas were read as their last results"});
}

TEST_CASE("hostile workbooks are refused") {
  const std::string heading =
      "<row><c t=\"inlineStr\"><is><t>id</t></is></c><c t=\"inlineStr\"><is><t>tekst</t></is></c></row>";
  const auto refused = [](const std::string& bytes) {
    const auto imported = import_xlsx(bytes);
    REQUIRE_FALSE(imported);
    return imported.error().what.en;
  };
  const std::string no_workbook = "The file is no xlsx workbook, or it is damaged",
                    too_large = "The workbook is too large";
  CHECK(refused("") == no_workbook);
  CHECK(refused("PK\x03\x04nonsense") == no_workbook);
  CHECK(refused(zipped({{"a.txt", "a"}})) == no_workbook);
  CHECK(refused(workbook("<row><c>")) == no_workbook);
  SECTION("entities and document types") {
    CHECK(refused(workbook(heading, "<sst/>", "<!DOCTYPE w [<!ENTITY a \"b\">]>")) == no_workbook);
    CHECK(refused(workbook(heading + "<row><c t=\"inlineStr\"><is><t>&xxe;</t></is></c></row>")) == no_workbook);
  }
  SECTION("what unpacks to more than it should") {
    CHECK(refused(workbook(heading + "<!--" + std::string(80U << 20U, 'x') + "-->")) == too_large);
  }
  SECTION("cells far away, and a string used over and over") {
    CHECK(refused(workbook("<row r=\"1000000\"><c r=\"A1000000\"><v>1</v></c></row>")) == too_large);
    CHECK(refused(workbook("<row><c r=\"XFD1\"><v>1</v></c></row>")) == too_large);
    std::string rows;
    for (int i = 1; i < 200; ++i) rows += "<row><c t=\"s\"><v>0</v></c></row>";
    CHECK(refused(workbook(rows, "<sst><si><t>" + std::string(1U << 20U, 'x') + "</t></si></sst>")) == too_large);
  }
  SECTION("every cut of a real one ends in an answer") {
    RandomCatalogs random(3);
    const std::string whole = exported(random.next());
    std::size_t answered = 0;
    for (std::size_t size = 0; size < whole.size(); size += 37, ++answered) {
      CHECK_FALSE(import_xlsx(whole.substr(0, size)));
    }
    CHECK(answered > 100);
  }
}
