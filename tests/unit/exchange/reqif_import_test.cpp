// ReqIF as DOORS, Polarion and the forerunner RIF write it.
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "exchange/formats.h"

using namespace kanon;

namespace {

using Lines = std::vector<std::string>;

Imported reqif(const std::string& text) {
  auto read = import_reqif(text);
  INFO((read ? std::string() : read.error().what.en));
  REQUIRE(read);
  return std::move(*read);
}

Lines mended(const Imported& read) {
  Lines lines;
  for (const Message& message : read.mended) lines.push_back(message.en);
  return lines;
}

std::string definition(const std::string& kind, const std::string& id, const std::string& name) {
  return "<ATTRIBUTE-DEFINITION-" + kind + " IDENTIFIER=\"" + id + "\" LONG-NAME=\"" + name + "\"/>";
}

std::string string_value(const std::string& definition, const std::string& value) {
  return "<ATTRIBUTE-VALUE-STRING THE-VALUE=\"" + value + "\"><DEFINITION><ATTRIBUTE-DEFINITION-STRING-REF>" +
         definition + "</ATTRIBUTE-DEFINITION-STRING-REF></DEFINITION></ATTRIBUTE-VALUE-STRING>";
}

std::string xhtml_value(const std::string& definition, const std::string& value) {
  return "<ATTRIBUTE-VALUE-XHTML><THE-ORIGINAL-VALUE><xhtml:div>gammel</xhtml:div></THE-ORIGINAL-VALUE><DEFINITION>\n"
         " <ATTRIBUTE-DEFINITION-XHTML-REF>" +
         definition + "</ATTRIBUTE-DEFINITION-XHTML-REF>\n</DEFINITION><THE-VALUE>" + value +
         "</THE-VALUE></ATTRIBUTE-VALUE-XHTML>";
}

std::string object(const std::string& id, const std::string& values) {
  return "<SPEC-OBJECT IDENTIFIER=\"" + id + "\" LAST-CHANGE=\"2019-05-0" + std::to_string(1 + id.size() % 9) +
         "T10:00:00.000+02:00\"><VALUES>" + values + "</VALUES></SPEC-OBJECT>";
}

std::string place(const std::string& id, const std::string& children = {}) {
  return "<SPEC-HIERARCHY IDENTIFIER=\"h-" + id + "\"><OBJECT><SPEC-OBJECT-REF>" + id + "</SPEC-OBJECT-REF></OBJECT>" +
         (children.empty() ? "" : "<CHILDREN>" + children + "</CHILDREN>") + "</SPEC-HIERARCHY>";
}

const std::string kHead =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<REQ-IF xmlns=\"http://www.omg.org/spec/ReqIF/20110401/reqif.xsd\" "
    "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"><THE-HEADER><REQ-IF-HEADER IDENTIFIER=\"h\"><CREATION-TIME>"
    "2018-01-01T00:00:00Z</CREATION-TIME><TITLE>Eksport</TITLE></REQ-IF-HEADER></"
    "THE-HEADER><CORE-CONTENT><REQ-IF-CONTENT>";
const std::string kTail = "</REQ-IF-CONTENT></CORE-CONTENT></REQ-IF>";

const std::string kStandardAloud = "All requirements became standard ones; correct those that are minimum requirements";

}  // namespace

TEST_CASE("ReqIF import: the outline of a tool like DOORS becomes phases, themes and requirements") {
  const auto read =
      reqif(kHead + definition("STRING", "d-id", "ReqIF.ForeignID") + definition("XHTML", "d-text", "ReqIF.Text") +
            definition("XHTML", "d-head", "ReqIF.ChapterName") + definition("STRING", "d-why", "Rationale") +
            "<SPEC-OBJECTS>" + object("o1", xhtml_value("d-head", "<xhtml:div>Drift</xhtml:div>")) +
            object("o2", xhtml_value("d-head", "<xhtml:div>Logning</xhtml:div>")) +
            object("o3", string_value("d-id", "REQ 17/2") +
                             xhtml_value("d-text",
                                         "<xhtml:div>Systemet skal <xhtml:b>logge</xhtml:b>:<xhtml:ul><xhtml:li>adgang"
                                         "</xhtml:li><xhtml:li>fejl</xhtml:li></xhtml:ul></xhtml:div>") +
                             string_value("d-why", "Lovkrav")) +
            object("o4", string_value("d-id", "REQ-18") + xhtml_value("d-text", "<xhtml:div>Underkrav</xhtml:div>")) +
            object("o5", string_value("d-id", "REQ-19") + xhtml_value("d-text", "Udenfor")) +
            "</SPEC-OBJECTS><SPECIFICATIONS><SPECIFICATION IDENTIFIER=\"s\" LONG-NAME=\"Kravspecifikation\" "
            "LAST-CHANGE=\"2020-02-02T00:00:00Z\"><CHILDREN>" +
            place("o1", place("o2", place("o3", place("o4")) + place("findes-ikke"))) +
            "</CHILDREN></SPECIFICATION></SPECIFICATIONS>" + kTail);
  CHECK(*read.catalog.title == "Kravspecifikation");
  CHECK(read.catalog.version->text() == "1.0");
  REQUIRE(read.catalog.history.size() == 1);
  CHECK(read.catalog.history[0].date->iso() == "2020-02-02");
  REQUIRE(read.catalog.phases.size() == 1);
  CHECK(read.catalog.phases[0].title == "Drift");
  REQUIRE(read.catalog.requirements.size() == 3);
  const Requirement& first = read.catalog.requirements[0];
  CHECK(*first.id == "REQ-17-2");
  CHECK(*first.text == "Systemet skal logge:\n- adgang\n- fejl");
  CHECK(first.theme == "Logning");
  CHECK(**first.phase == "1");
  CHECK(first.note == "Lovkrav");
  CHECK_FALSE(first.minimum);
  CHECK(*read.catalog.requirements[1].id == "REQ-18");
  CHECK_FALSE(read.catalog.requirements[2].phase);
  CHECK(mended(read) == Lines{"There is no version; it became 1.0", "The id “REQ 17/2” became REQ-17-2",
                              "1 requirements stood in no specification and came last",
                              "1 references led to no requirement", kStandardAloud});
}

TEST_CASE("ReqIF import: names of attributes as Polarion and DOORS have them, enumerations, no LAST-CHANGE") {
  const auto read = reqif(
      kHead +
      "<DATATYPE-DEFINITION-ENUMERATION IDENTIFIER=\"e\"><SPECIFIED-VALUES><ENUM-VALUE IDENTIFIER=\"e1\" "
      "LONG-NAME=\"Test\"/><ENUM-VALUE IDENTIFIER=\"e2\"><PROPERTIES><EMBEDDED-VALUE KEY=\"1\" "
      "OTHER-CONTENT=\"Review\"/></PROPERTIES></ENUM-VALUE></SPECIFIED-VALUES></DATATYPE-DEFINITION-ENUMERATION>" +
      definition("STRING", "a", "Object Identifier") + definition("STRING", "b", "Object Text") +
      definition("STRING", "c", "Title") + definition("ENUMERATION", "v", "Verification Method") +
      "<SPEC-OBJECT IDENTIFIER=\"_1\"><VALUES>" + string_value("a", "SRS-1") + string_value("b", "Den skal virke.") +
      string_value("c", "Virkning") +
      "<ATTRIBUTE-VALUE-ENUMERATION><DEFINITION><ATTRIBUTE-DEFINITION-ENUMERATION-REF>v"
      "</ATTRIBUTE-DEFINITION-ENUMERATION-REF></DEFINITION><VALUES><ENUM-VALUE-REF>e1</"
      "ENUM-VALUE-REF><ENUM-VALUE-REF>e2"
      "</ENUM-VALUE-REF></VALUES></ATTRIBUTE-VALUE-ENUMERATION></VALUES></SPEC-OBJECT>"
      "<SPEC-OBJECT IDENTIFIER=\"_2\" LONG-NAME=\"Kun et navn\"/><SPEC-OBJECT IDENTIFIER=\"_3\"/>"
      "<SPEC-RELATION/>" +
      kTail);
  CHECK(*read.catalog.title == "Eksport");
  REQUIRE(read.catalog.requirements.size() == 2);
  CHECK(*read.catalog.requirements[0].id == "SRS-1");
  CHECK(read.catalog.requirements[0].theme == "Virkning");
  CHECK(read.catalog.requirements[0].verification == "Test, Review");
  CHECK(*read.catalog.requirements[1].text == "Kun et navn");
  CHECK(mended(read) == Lines{"There is no version; it became 1.0", "A requirement without an id got the id 2",
                              "The file has no specification; the requirements stand in the order of the file",
                              "3 requirements lack LAST-CHANGE", "1 requirements without a text were left out",
                              "1 relations between requirements were left out", kStandardAloud});
}

TEST_CASE("ReqIF import: several specifications are phases") {
  const auto read = reqif(kHead + definition("STRING", "t", "ReqIF.Text") + object("a", string_value("t", "Et")) +
                          object("b", string_value("t", "To")) + "<SPECIFICATION LONG-NAME=\"Net\"><CHILDREN>" +
                          place("a") + "</CHILDREN></SPECIFICATION><SPECIFICATION LONG-NAME=\"Drift\"><CHILDREN>" +
                          place("b") + place("a") + "</CHILDREN></SPECIFICATION>" + kTail);
  REQUIRE(read.catalog.phases.size() == 2);
  CHECK(read.catalog.phases[1].title == "Drift");
  REQUIRE(read.catalog.requirements.size() == 2);
  CHECK(**read.catalog.requirements[1].phase == "2");
}

TEST_CASE("ReqIF import: RIF, the forerunner, and the namespace of 2010") {
  const auto rif = reqif(
      "<RIF xmlns=\"http://automotive-his.de/schema/rif\"><CREATION-TIME>2009-03-01T12:00:00</CREATION-TIME>"
      "<ATTRIBUTE-DEFINITION-SIMPLE IDENTIFIER=\"d\" LONG-NAME=\"Text\"/>"
      "<SPEC-OBJECT IDENTIFIER=\"r.1\"><VALUES><ATTRIBUTE-VALUE-SIMPLE THE-VALUE=\"Skal findes\"><DEFINITION>"
      "<ATTRIBUTE-DEFINITION-SIMPLE-REF>d</ATTRIBUTE-DEFINITION-SIMPLE-REF></DEFINITION></ATTRIBUTE-VALUE-SIMPLE></"
      "VALUES>"
      "</SPEC-OBJECT></RIF>");
  CHECK(*rif.catalog.requirements.at(0).text == "Skal findes");
  CHECK(rif.catalog.history.at(0).date->iso() == "2009-03-01");
  std::string old = kHead;
  old.replace(old.find("20110401"), 8, "20101201");
  CHECK(reqif(old + object("a", "") + definition("STRING", "t", "x") + kTail).catalog.requirements.empty());
}

TEST_CASE("ReqIF import: another document is refused by name") {
  const auto read = import_reqif("<catalog/>");
  REQUIRE_FALSE(read);
  CHECK(read.error().what.en == "The file is no catalog of ReqIF: its outermost element is “catalog”");
}
