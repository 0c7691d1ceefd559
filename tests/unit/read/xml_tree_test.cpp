#include "read/xml_tree.h"

#include <catch2/catch.hpp>

#include <string>

using namespace kanon;

namespace {

std::string covered(const std::string& text, Range range) { return text.substr(range.begin, range.end - range.begin); }

/// What is said, in English, of a document that is refused, and what the finding covers.
struct Refusal {
  std::string message;
  std::string covered;
};

Refusal refused(const std::string& text) {
  const auto tree = parse_xml(text);
  REQUIRE_FALSE(tree);
  CHECK(tree.error().rule == RuleId::invalid_value);
  REQUIRE(tree.error().range.end <= text.size());
  CHECK_FALSE(tree.error().message.da.empty());
  CHECK_FALSE(tree.error().help.da.empty());
  return {tree.error().message.en, covered(text, tree.error().range)};
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("XML: elements, texts and values stand where the file says them") {
  const std::string text =
      "<?xml version=\"1.0\"?>\n<!-- <no/> -->\n<a xmlns:x='urn:x' one=\"1 &lt; 2\"\n   x:two = 'æ'>før<b/>\n"
      "  <x:c>t&amp;<![CDATA[<u>]]></x:c >efter</a>\n";
  const auto tree = parse_xml(text);
  REQUIRE(tree);
  const XmlTree& t = *tree;
  CHECK(t[0].name == "a");
  CHECK(covered(text, t[0].range).starts_with("<a "));
  CHECK(covered(text, t[0].range).ends_with("efter</a>"));
  CHECK(covered(text, t[0].start_tag).ends_with("'æ'>"));
  CHECK(t.attribute(0, "one").value == "1 < 2");
  CHECK(covered(text, t.attribute(0, "one").range) == "1 &lt; 2");
  CHECK(covered(text, t.attribute(0, "two").range) == "æ");
  CHECK(t.attribute(0, "three").value.empty());
  const auto b = t.child(0, "b");
  CHECK(covered(text, t[b].range) == "<b/>");
  CHECK(covered(text, t[b].content).empty());
  const auto c = t.child(0, "c");
  CHECK(t[c].space == "urn:x");
  CHECK(covered(text, t[c].content) == "t&amp;<![CDATA[<u>]]>");
  CHECK(t.text(c).value == "t&<u>");
  CHECK(t.children(0).size() == 5);
  CHECK(t.child(0, "none") == 0);
  CHECK(t.text(0).value == "før\n  t&<u>efter");
}

TEST_CASE("XML: a document type is refused before anything in it is read") {
  const auto laughs =
      refused("<!DOCTYPE a [<!ENTITY l \"ha\"><!ENTITY m \"&l;&l;&l;&l;\"><!ENTITY n \"&m;&m;&m;&m;\">]>\n<a>&n;</a>");
  CHECK(laughs.message == "The file has a document type (DOCTYPE), and such files are not read");
  CHECK(laughs.covered == "<!DOCTYPE");
  CHECK(refused("<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><a b=\"&f;\">&f;</a>").covered == "<!DOCTYPE");
  CHECK(refused("<!DOCTYPE a SYSTEM \"http://127.0.0.1/x.dtd\"><a/>").covered == "<!DOCTYPE");
  CHECK(refused("<!DOCTYPE a PUBLIC \"x\" \"http://127.0.0.1/x.dtd\"><a/>").covered == "<!DOCTYPE");
}

TEST_CASE("XML: names of entities that nobody declared are refused at their line") {
  const auto unknown = refused("<a>\n  <b>&aring;</b>\n</a>");
  CHECK(unknown.message == "Here stands a name or “&” unknown to XML");
  CHECK(unknown.covered == "<b>&aring;</b>");
  CHECK(refused("<a>Salg & køb</a>").message == unknown.message);
}

TEST_CASE("XML: broken documents are refused with what is wrong") {
  CHECK(refused("").message == "The file isn't XML");
  CHECK(refused("  \n").message == "The file isn't XML");
  CHECK(refused("id: a\ntitle: b\n").message == "The file isn't XML");
  CHECK(refused("<a><b></a>").message == "The XML closes “a” where “b” is open");
  CHECK(refused("<a><b>tekst").message == "The XML ends in the middle of an element");
  CHECK(refused("<a b='").covered.size() <= 6);
  CHECK(refused("<a x='1' x='2'/>").message == "The attribute “x” stands twice");
  CHECK(refused("<a>\x01</a>").message == "Here stands a character that XML can't hold");
  CHECK(refused("<a>&#1;</a>").message == "Here stands a character that XML can't hold");
  CHECK(refused("<a/><b/>").message.starts_with("The XML"));
}

TEST_CASE("XML: bounds on depth, elements and attributes") {
  CHECK(parse_xml(repeated("<a>", kDeepestXml) + repeated("</a>", kDeepestXml)));
  CHECK(refused(repeated("<a>", 100'000)).message == "The elements stand in more than 64 levels");
  CHECK(refused("<a>" + repeated("<b/>", kMostXmlNodes) + "</a>").message == "The file has more than 600000 elements");
  std::string many = "<a";
  for (int i = 0; i < 200'000; ++i) many += " a" + std::to_string(i) + "=''";
  CHECK(refused(many + "/>").message == "The element has more than 64 attributes");
  const std::string huge = std::string(2'000'000, 'x');
  const auto tree = parse_xml("<a b='" + huge + "'>" + huge + "</a>");
  REQUIRE(tree);
  CHECK(tree->attribute(0, "b").value == huge);
  CHECK(tree->text(0).value == huge);
}

TEST_CASE("XML: prefixes that nothing declares are no obstacle") {
  const auto tree = parse_xml("<x:a><y:b y:c='1'/></x:a>");
  REQUIRE(tree);
  CHECK((*tree)[0].name == "a");
  CHECK(tree->attribute(tree->child(0, "b"), "c").value == "1");
}

TEST_CASE("XML: an encoding that the file names and doesn't have is passed over") {
  const auto tree = parse_xml("<?xml version='1.0' encoding='ISO-8859-1'?><a>å</a>");
  REQUIRE(tree);
  CHECK(tree->text(0).value == "å");
}
