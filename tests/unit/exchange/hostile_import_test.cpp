// What nobody exports by mistake: every import says what is wrong, and nothing of the machine comes into a catalog.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "exchange/formats.h"
#include "unit/exchange/small_catalog.h"

using namespace kanon;

namespace {

using Import = Result<Imported> (*)(std::string_view);

struct Format {
  const char* name;
  Import read;
  std::string exported;
};

std::vector<Format> formats() {
  return {{"OSCAL XML", import_oscal_xml, export_oscal_xml(small_catalog(), {})->bytes},
          {"OSCAL JSON", import_oscal_json, export_oscal_json(small_catalog(), {})->bytes},
          {"ReqIF", import_reqif, export_reqif(small_catalog(), {})->bytes}};
}

std::string refused(Import read, const std::string& bytes) {
  const auto result = read(bytes);
  REQUIRE_FALSE(result);
  CHECK(result.error().kind == Error::Kind::usage);
  CHECK_FALSE(result.error().what.da.empty());
  return result.error().what.en;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("hostile import: document types with entities, within and without") {
  const std::string laughs =
      "<!DOCTYPE catalog [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;\">]>";
  const std::string file = "<!DOCTYPE catalog [<!ENTITY c SYSTEM \"file:///etc/passwd\">]>";
  for (const std::string& type : {laughs, file}) {
    const std::string said = "Line 1: The file has a document type (DOCTYPE), and such files are not read";
    CHECK(refused(import_oscal_xml, type + "<catalog><metadata><title>&c;</title></metadata></catalog>") == said);
    CHECK(refused(import_reqif, type + "<REQ-IF><TITLE>&c;</TITLE></REQ-IF>") == said);
  }
}

TEST_CASE("hostile import: nesting without end") {
  CHECK(refused(import_oscal_xml, "<catalog>" + repeated("<control id='a'>", 500'000)).find("64 levels") !=
        std::string::npos);
  CHECK(refused(import_reqif, "<REQ-IF>" + repeated("<CHILDREN>", 500'000)).find("64 levels") != std::string::npos);
  CHECK(refused(import_oscal_json, repeated("[", 5'000'000)).find("64 levels") != std::string::npos);
  CHECK(refused(import_oscal_json, repeated("{\"a\":", 1'000'000)).find("64 levels") != std::string::npos);
}

TEST_CASE("hostile import: too much of anything") {
  for (const Format& format : formats()) {
    INFO(format.name);
    CHECK(refused(format.read, std::string((10U << 20U) + 1, ' ')).find("at most 10485760") != std::string::npos);
  }
  CHECK(refused(import_oscal_xml, "<catalog>" + repeated("<control/>", 20'002) + "</catalog>") ==
        "The catalog has more than 20000 requirements");
  CHECK(refused(import_reqif, "<REQ-IF>" + repeated("<SPEC-OBJECT/>", 20'002) + "</REQ-IF>") ==
        "The file has more than 20000 requirements");
  std::string attributes = "<catalog";
  for (int i = 0; i < 300'000; ++i) attributes += " a" + std::to_string(i) + "=\"\"";
  CHECK(refused(import_oscal_xml, attributes + "/>").find("more than 64 attributes") != std::string::npos);
}

TEST_CASE("hostile import: NUL, other encodings, and files that are something else") {
  for (const Format& format : formats()) {
    INFO(format.name);
    std::string bytes = format.exported;
    bytes[bytes.size() / 2] = '\0';
    CHECK(refused(format.read, bytes).find("a character with the value 0") != std::string::npos);
    bytes[bytes.size() / 2] = '\xE6';
    CHECK(refused(format.read, bytes).find("isn't saved as UTF-8") != std::string::npos);
    CHECK_FALSE(format.read("").has_value());
    CHECK_FALSE(format.read("PK\x03\x04").has_value());
    CHECK_FALSE(format.read("id,text\n1,2\n").has_value());
  }
}

TEST_CASE("hostile import: a file that was cut off is never a smaller catalog") {
  for (const Format& format : formats()) {
    INFO(format.name);
    const std::size_t step = format.exported.size() / 97 + 1;
    for (std::size_t size = 0; size + 10 < format.exported.size(); size += step) {
      CHECK_FALSE(format.read(format.exported.substr(0, size)).has_value());
    }
  }
}

TEST_CASE("hostile import: any byte may be another, and reading ends well") {
  for (const Format& format : formats()) {
    INFO(format.name);
    for (std::size_t at = 0; at < format.exported.size(); at += 41) {
      std::string bytes = format.exported;
      bytes[at] = static_cast<char>(bytes[at] ^ (1U << (at % 7)));
      const auto read = format.read(bytes);
      if (!read) CHECK_FALSE(read.error().what.en.empty());
    }
  }
}

TEST_CASE("hostile import: UTF-16 with its mark is read") {
  const std::string text = import_oscal_xml(export_oscal_xml(small_catalog(), {})->bytes)->catalog.title.value;
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<catalog><metadata><title>A</title></metadata></catalog>")) {
    wide += c;
    wide += '\0';
  }
  const auto read = import_oscal_xml(wide);
  REQUIRE(read);
  CHECK(*read->catalog.title == "A");
  CHECK(text == "Leverandørkrav, basis");
}

TEST_CASE("hostile import: many equal ids and many phases take no more than their number") {
  std::string controls;
  for (int i = 0; i < 15'000; ++i) controls += "<group id='g'><control id='a b'><title>t</title></control></group>";
  const auto read = import_oscal_xml("<catalog><metadata/>" + controls + "</catalog>");
  REQUIRE(read);
  CHECK(read->catalog.requirements.size() == 15'000);
  CHECK(read->mended.size() < 30);
}
