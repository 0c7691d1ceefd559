// An OSCAL catalog as a source of a project: content/catalogs/<id>.xml.
#include <catch2/catch.hpp>

#include <string>

#include "base/text.h"
#include "read/catalogs.h"
#include "unit/read/read_text.h"

using namespace kanon;

namespace {

const std::string kPath = "content/catalogs/nist.xml";

const std::string kCatalog = R"(<?xml version="1.0" encoding="UTF-8"?>
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0" uuid="b954d3b7-d2c7-453b-8eb2-459e8d3b8462">
  <metadata>
    <title>Kontroller &amp; krav</title>
    <last-modified>2025-11-19T10:00:00+01:00</last-modified>
    <version>5.1.1</version>
    <oscal-version>1.1.2</oscal-version>
    <revisions>
      <revision><published>2023-12-06T00:00:00Z</published><version>4.0</version><remarks><p>Nye <em>krav</em></p></remarks></revision>
      <revision><last-modified>2020-01-01T00:00:00Z</last-modified><version>3.0</version></revision>
      <revision><version>2.0</version></revision>
    </revisions>
    <prop name="classification" ns="https://kanon.example/ns/oscal" value="offentlig"/>
    <prop name="level" ns="https://kanon.example/ns/oscal" value="basis"/>
    <party uuid="93122cb0-95bc-4fdb-8b48-85ff60f9509b" type="organization"><name>Et institut</name></party>
    <responsible-party role-id="creator"><party-uuid>93122cb0-95bc-4fdb-8b48-85ff60f9509b</party-uuid></responsible-party>
  </metadata>
  <group id="ac" class="family">
    <title>Adgang</title>
    <param id="ac-top"><value>hvert år</value></param>
    <control id="ac-1">
      <title>Politik</title>
      <param id="p1"><label>roller</label></param>
      <param id="p2"><select><choice>dagligt</choice><choice>efter <insert type="param" id-ref="p1"/></choice></select></param>
      <prop name="label" value="AC-1"/>
      <part name="statement">
        <p>Organisationen:</p>
        <part name="item"><prop name="label" value="a."/><p>udpeger <insert type="param" id-ref="p1"/>,</p></part>
        <part name="item"><prop name="label" value="b."/><p>gennemgår <insert param-id="p2"/> og <insert type="param" id-ref="ac-top"/>.</p></part>
      </part>
      <part name="guidance"><p>Et</p><ul><li>to</li><li>tre</li></ul><table><tr><td>a</td><td>b</td></tr></table></part>
      <part name="assessment-objective"><p>Det er vist.</p></part>
      <control id="AC 1/2"><title>Skærpet</title><part name="statement"><p>Også om natten.</p></part></control>
      <control id="ac-1.3"><title>Væk</title><prop name="status" value="withdrawn"/></control>
    </control>
    <group id="under"><title>Under</title><control id="u-1"><title>Uden tekst</title></control></group>
  </group>
</catalog>
)";

std::string with(std::string text, std::string_view from, std::string_view to) {
  return replace_all(std::move(text), from, to);
}

}  // namespace

TEST_CASE("OSCAL source: metadata are title, version, history, owner and classification") {
  ReadText text(kPath, kCatalog);
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  CHECK(text.found().empty());
  CHECK(*catalog->id == "nist");
  CHECK(*catalog->title == "Kontroller & krav");
  CHECK(text.at(catalog->title.range) == "Kontroller &amp; krav");
  CHECK(catalog->version->text() == "5.1.1");
  CHECK(text.at(catalog->version.range) == "5.1.1");
  CHECK(catalog->owner == "Et institut");
  CHECK(**catalog->classification == "offentlig");
  CHECK(text.at(catalog->classification->range) == "offentlig");
  CHECK(**catalog->level == "basis");
  REQUIRE(catalog->history.size() == 3);
  CHECK(catalog->history[0].version->text() == "5.1.1");
  CHECK(catalog->history[0].date->iso() == "2025-11-19");
  CHECK(text.at(catalog->history[0].date.range) == "2025-11-19T10:00:00+01:00");
  CHECK(catalog->history[1].change == "Nye krav");
  CHECK(text.at(catalog->history[1].version.range) == "4.0");
  CHECK(catalog->history[2].date->iso() == "2020-01-01");
}

TEST_CASE("OSCAL source: controls are requirements, with parameters, lists and tables as text") {
  ReadText text(kPath, kCatalog);
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  REQUIRE(catalog->phases.size() == 2);
  CHECK(*catalog->phases[0].id == "ac");
  CHECK(catalog->phases[0].title == "Adgang");
  CHECK(catalog->phases[1].title == "Adgang – Under");
  REQUIRE(catalog->requirements.size() == 3);
  const Requirement& first = catalog->requirements[0];
  CHECK(*first.id == "ac-1");
  CHECK(text.at(first.id.range) == "ac-1");
  CHECK(text.at(first.range) == "<");
  CHECK(**first.phase == "ac");
  CHECK(first.theme == "Politik");
  CHECK_FALSE(first.minimum);
  CHECK(*first.text == "Organisationen:\na. udpeger [roller],\nb. gennemgår [dagligt; efter [roller]] og hvert år.");
  CHECK(text.at(first.text.range).starts_with("Organisationen:</p>"));
  CHECK(first.note == "Et\n- to\n- tre\na | b");
  CHECK(first.verification == "Det er vist.");
}

TEST_CASE("OSCAL source: what is below a control, what was withdrawn, what has no text") {
  ReadText text(kPath, kCatalog);
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  const Requirement& refined = catalog->requirements.at(1);
  CHECK(*refined.id == "AC-1-2");
  CHECK(text.at(refined.id.range) == "AC 1/2");
  REQUIRE(refined.derives_from.size() == 1);
  CHECK(*refined.derives_from[0] == "ac-1");
  CHECK(text.at(refined.text.range) == "Også om natten.");
  const Requirement& bare = catalog->requirements.at(2);
  CHECK(*bare.id == "u-1");
  CHECK(*bare.text == "Uden tekst");
  CHECK(**bare.phase == "under");
}

TEST_CASE("OSCAL source: bytes on several lines, byte order mark and CRLF keep their places") {
  ReadText text(kPath, "\xEF\xBB\xBF" + with(kCatalog, "\n", "\r\n"));
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  CHECK(text.at(catalog->requirements.at(1).id.range) == "AC 1/2");
  CHECK(text.found().empty());
}

TEST_CASE("OSCAL source: a broken file is one finding, where it breaks, and the item keeps its name") {
  for (const auto& [text, place] : std::vector<std::pair<std::string, std::string>>{
           {with(kCatalog, "</metadata>", ""), "invalid-value 38:1-38:11"},
           {"<!DOCTYPE catalog SYSTEM \"http://127.0.0.1/x\"><catalog/>", "invalid-value 1:1-1:10"},
           {"<profile uuid=\"x\"/>", "invalid-value 1:1-1:20"},
           {"", "invalid-value 1:1-1:1"},
           {"<catalog>\xE6</catalog>", "invalid-utf8 1:10-1:11"}}) {
    ReadText read(kPath, text);
    const auto catalog = read_catalog(read.reading());
    REQUIRE(catalog);
    CHECK(*catalog->id == "nist");
    CHECK(read.found().empty());
    const ParsedFile parsed = parse_source(text, SourceForm::oscal);
    REQUIRE(parsed.findings().size() == 1);
    const Place at = LineIndex(parsed.text()).place(parsed.findings()[0].range);
    CHECK(fmt::format("{} {}:{}-{}:{}", name_of(parsed.findings()[0].rule), at.line, at.column, at.end_line,
                      at.end_column) == place);
    CHECK(ParsedFile::adopt(parsed.bytes()).has_value());
  }
}

TEST_CASE("OSCAL source: metadata that lack something are mended without findings") {
  ReadText text(kPath, "<catalog><metadata><title/><version>Revision 4 (2015)</version></metadata></catalog>");
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  CHECK(text.found().empty());
  CHECK(*catalog->title == "Kravkatalog uden titel");
  CHECK(catalog->version->text() == "4");
  CHECK(catalog->history.empty());
}

TEST_CASE("OSCAL source: the file's name is the id, and has to be one") {
  ReadText text("content/catalogs/NIST 800.xml", kCatalog);
  CHECK_FALSE(read_catalog(text.reading()));
  CHECK(text.found() == std::vector<std::string>{"invalid-id 2:1-2:2"});
}

TEST_CASE("OSCAL source: parameters that hold each other, or multiply, end") {
  std::string params;
  for (int i = 0; i < 40; ++i) {
    params += "<param id=\"p" + std::to_string(i) + "\"><label>";
    for (int j = 0; j < 20; ++j) params += "<insert type=\"param\" id-ref=\"p" + std::to_string((i + 1) % 40) + "\"/>";
    params += "</label></param>";
  }
  std::string inserts;
  for (int i = 0; i < 5'000; ++i) inserts += "<insert type=\"param\" id-ref=\"p0\"/>";
  ReadText text(kPath, "<catalog><metadata/>" + params + "<control id=\"a\"><part name=\"statement\"><p>" + inserts +
                           "</p></part></control></catalog>");
  const auto catalog = read_catalog(text.reading());
  REQUIRE(catalog);
  CHECK(catalog->requirements.at(0).text->size() <= 400'000);
}
