// OSCAL as other tools write it.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "exchange/formats.h"

using namespace kanon;

namespace {

using Lines = std::vector<std::string>;

Imported xml(const std::string& text) {
  auto read = import_oscal_xml(text);
  INFO((read ? std::string() : read.error().what.en));
  REQUIRE(read);
  return std::move(*read);
}

Imported json(const std::string& text) {
  auto read = import_oscal_json(text);
  INFO((read ? std::string() : read.error().what.en));
  REQUIRE(read);
  return std::move(*read);
}

Lines mended(const Imported& read) {
  Lines lines;
  for (const Message& message : read.mended) lines.push_back(message.en);
  return lines;
}

const std::string kHead =
    "<catalog><metadata><title>T</title><last-modified>2024-02-13T17:43:49Z</last-modified><version>1.0</version>"
    "<oscal-version>1.0.4</oscal-version></metadata>";

std::string control(const std::string& id) {
  return "<control id=\"" + id + "\"><title>Titel</title><part name=\"statement\"><p>Tekst</p></part></control>";
}

}  // namespace

TEST_CASE("OSCAL import: ids that Kanon can't have are mended, each told, many counted") {
  const auto read = xml(kHead + control("ac 1") + control("ac/1") + control("-x") + control("5.1") + control("ÆØ") +
                        control("") + control("AC-1") + "</catalog>");
  Lines ids;
  for (const Requirement& one : read.catalog.requirements) ids.push_back(*one.id);
  CHECK(ids == Lines{"ac-1", "ac-1-2", "x", "5.1", "Titel", "Titel-2", "AC-1-3"});
  CHECK(mended(read) == Lines{"The id “ac 1” became ac-1", "The id “ac/1” became ac-1-2", "The id “-x” became x",
                              "The id “ÆØ” became Titel", "A requirement without an id got the id Titel-2",
                              "The id “AC-1” became AC-1-3"});
  std::string many = kHead;
  for (int i = 0; i < 500; ++i) many += control("a b");
  const auto read_many = xml(many + "</catalog>");
  CHECK(read_many.catalog.requirements.back().id.value == "a-b-500");
  REQUIRE(read_many.mended.size() == 11);
  CHECK(read_many.mended.back().da == "… og 490 mere af samme slags");
}

TEST_CASE("OSCAL import: no title, no version, no date") {
  const auto read = xml("<x:catalog xmlns:x=\"urn:unknown\"><x:metadata/>" + control("a") + "</x:catalog>");
  CHECK(*read.catalog.title == "Kravkatalog uden titel");
  CHECK(read.catalog.version->text() == "1.0");
  CHECK(read.catalog.history.empty());
  CHECK(mended(read) == Lines{"There is no title; it became “Kravkatalog uden titel”",
                              "There is no version; it became 1.0",
                              "There is no date in the catalog; write the version history yourself"});
  CHECK(read.catalog.requirements.size() == 1);
}

TEST_CASE("OSCAL import: versions of every kind") {
  const auto version = [](const std::string& written) {
    return json(R"({"catalog":{"metadata":{"title":"T","last-modified":"2024-02-13T17:43:49Z","version":")" + written +
                R"("}}})")
        .catalog.version->text();
  };
  CHECK(version("5.1.1+u4") == "5.1.1");
  CHECK(version("2015-01-22") == "2015.1.22");
  CHECK(version("v1.2-rc1") == "1.2");
  CHECK(version("Revision 5") == "5");
  CHECK(version("1.2.3.4.5") == "1.2.3.4");
  CHECK(version("ny") == "1.0");
  CHECK(version("99999999999") == "1.0");
}

TEST_CASE("OSCAL import: JSON says the same as XML") {
  const auto read = json(R"({"catalog": {"uuid": "x", "metadata": {"title": "Et *katalog*", "version": "2.1",
    "last-modified": "2024-02-13T17:43:49.139028Z", "revisions": [{"version": "2.0", "published": "2023-01-01T00:00:00Z"}]},
    "params": [{"id": "p", "label": "organisationen"}, {"id": "q", "values": ["30 dage"]}],
    "groups": [{"id": "ac", "title": "Adgang", "controls": [
      {"id": "ac-1", "title": "Politik", "props": [{"name": "label", "value": "AC-1"}],
       "parts": [{"name": "statement", "prose": "At {{ insert: param, p }} gør det **hver** {{q}}:", "parts": [
                   {"name": "item", "props": [{"name": "label", "value": "a."}], "prose": "med [omhu](#x) \\*og\\* `kode` &amp; < 3 [se [her](y) og der];"}]},
                 {"name": "guidance", "prose": "Et\nto\n\n- tre\n- fire\n\n| a | b |\n|---|---|\n| c | d |\n\n# Fem\n\n1. et\n1. to\n\n1. tre\n\nImens\n\n4. fire"}],
       "controls": [{"id": "ac-1.1", "title": "Mere", "parts": [{"name": "statement", "prose": "Endnu mere."}]}]}]}]}})");
  CHECK(mended(read).empty());
  CHECK(*read.catalog.title == "Et katalog");
  REQUIRE(read.catalog.history.size() == 2);
  CHECK(read.catalog.history[0].date->iso() == "2024-02-13");
  REQUIRE(read.catalog.requirements.size() == 2);
  CHECK(*read.catalog.requirements[0].text ==
        "At [organisationen] gør det hver 30 dage:\na. med omhu *og* kode & < 3 [se her og der];");
  CHECK(read.catalog.requirements[0].note ==
        "Et to\n- tre\n- fire\na | b\nc | d\nFem\n1. et\n2. to\n3. tre\nImens\n4. fire");
  CHECK(read.catalog.requirements[1].derives_from.at(0).value == "ac-1");
  CHECK(**read.catalog.requirements[1].phase == "ac");
}

TEST_CASE("OSCAL import: JSON without the object around the catalog") {
  const auto read = json(R"({"uuid": "x", "metadata": {"title": "T", "version": "1", "last-modified": "2024-02-13"},
                             "controls": [{"id": "a", "title": "A"}]})");
  CHECK(read.catalog.requirements.size() == 1);
  CHECK(mended(read) == Lines{"1 controls had no statement and got their title as text"});
}

TEST_CASE("OSCAL import: revisions of others become a history that Kanon's rules hold") {
  const auto read =
      xml("<catalog><metadata><title>T</title><last-modified>2024-02-13T17:43:49Z</last-modified><version>3</version>"
          "<revisions><revision><version>1</version><published>2020-01-01T00:00:00Z</published></revision>"
          "<revision><version>2</version><published>2022-01-01T00:00:00Z</published></revision>"
          "<revision><version>2</version><published>2021-01-01T00:00:00Z</published></revision>"
          "<revision><version>kladde</version></revision></revisions></metadata></catalog>");
  Lines versions;
  for (const HistoryEntry& entry : read.catalog.history)
    versions.push_back(entry.version->text() + " " + entry.date->iso());
  CHECK(versions == Lines{"3 2024-02-13", "2 2022-01-01", "1 2020-01-01"});
}

TEST_CASE("OSCAL import: JSON may hold control characters, which are replaced and told") {
  const auto read = json(R"({"catalog":{"metadata":{"title":"a\u0000b","version":"1","last-modified":"2024-02-13"},
                              "controls":[{"id":"a\u0007b","title":"x","parts":[{"name":"statement","prose":"c\u001bd"}]}]}})");
  CHECK(*read.catalog.title == "a\uFFFDb");
  CHECK(*read.catalog.requirements[0].id == "a-b");
  CHECK(*read.catalog.requirements[0].text == "c\uFFFDd");
  CHECK(mended(read).back() == "2 characters that the format can't hold became “\uFFFD”");
}

TEST_CASE("OSCAL import: other documents of OSCAL are refused by name") {
  for (const auto& read : {import_oscal_xml("<profile/>"), import_oscal_json(R"({"profile": {"metadata": {}}})")}) {
    REQUIRE_FALSE(read);
    CHECK(read.error().what.en == "The file is no catalog of OSCAL: its outermost element is “profile”");
    CHECK(read.error().kind == Error::Kind::usage);
  }
}
