#include "read/parse.h"

#include <catch2/catch.hpp>
#include <string>

#include "diagnostic/position.h"

using namespace kanon;

namespace {

ParsedFile page(std::string_view bytes) { return parse_source(bytes, SourceForm::markdown); }

std::string body_source(const ParsedFile& file) {
  REQUIRE(file.markdown().size() > 1);
  const Range range = file.markdown()[1].range;
  return std::string(file.text().substr(range.begin, range.end - range.begin));
}

/// The value of a document's first key.
std::string first_value(const ParsedFile& file) {
  REQUIRE(file.yaml().size() > 2);
  return std::string(file.string(file.yaml()[2].text));
}

Finding only_finding(const ParsedFile& file) {
  const auto findings = file.findings();
  REQUIRE(findings.size() == 1);
  return findings.front();
}

}  // namespace

TEST_CASE("a source is front matter and Markdown") {
  const auto file = page("---\nid: x\n---\n## Formål\n");
  CHECK(first_value(file) == "x");
  CHECK(body_source(file).starts_with("## Formål"));
  CHECK(file.findings().empty());
}

TEST_CASE("front matter may end with dots, have blanks after its marks, be empty, or end the file") {
  CHECK(first_value(page("--- \nid: x\n... \ntext\n")) == "x");
  CHECK(body_source(page("---\nid: x\n...\ntext\n")) == "text");
  CHECK(page("---\n---\ntext\n").yaml().empty());
  CHECK(body_source(page("---\n---\ntext\n")) == "text");
  CHECK(first_value(page("---\nid: x\n---")) == "x");
  CHECK(page("---\nid: x\n---").findings().empty());
}

TEST_CASE("what only looks like front matter is text") {
  CHECK(page("Text\n---\nid: x\n---\n").yaml().empty());
  CHECK(page("\n---\nid: x\n---\n").yaml().empty());
  CHECK(page("----\nid: x\n----\n").yaml().empty());
  CHECK(page(" ---\nid: x\n---\n").yaml().empty());
  CHECK(body_source(page("text\n")) == "text");
  CHECK(page("").yaml().empty());
  CHECK(page("").findings().empty());
}

TEST_CASE("a line of dashes inside a value ends front matter only where it is the whole line") {
  CHECK(first_value(page("---\nid: a --- b\nt: |\n  ---\n---\nx\n")) == "a --- b");
}

TEST_CASE("front matter without an end is one finding") {
  for (const auto* text : {"---\nid: x\n## Formål\n", "---", "---\n", "---\nid: \"x\n"}) {
    const auto file = page(text);
    const Finding finding = only_finding(file);
    CHECK(finding.rule == RuleId::invalid_yaml);
    CHECK(finding.range == Range{0, 3});
    CHECK(finding.message.da == "Filens oplysninger begynder her, men slutter ikke");
    CHECK(file.yaml().empty());
    CHECK(file.text() == text);
  }
}

TEST_CASE("a byte order mark and any line ends are evened out") {
  const auto file = page("\xEF\xBB\xBF---\r\nid: x\r\n---\r\ntext\rmere\r\n");
  CHECK(file.text() == "---\nid: x\n---\ntext\nmere\n");
  CHECK(first_value(file) == "x");
  CHECK(first_value(parse_source("\xEF\xBB\xBFid: x\r\n", SourceForm::yaml)) == "x");
}

TEST_CASE("bytes that are no UTF-8 are named, and the text can still be shown") {
  struct Wrong {
    std::string bytes;
    std::size_t at;
    std::string shown;
    std::string value;
  };
  const std::string r = "\uFFFD";
  for (const auto& wrong :
       {Wrong{"\xE6", 0, r, "E6"}, Wrong{"id: bl\xE5\n", 6, "id: bl" + r + "\n", "E5"},
        Wrong{"a\xC3", 1, "a" + r, "C3"}, Wrong{"\xC0\x80", 0, r + r, "C0"},
        Wrong{"x\xED\xA0\x80y", 1, "x" + r + r + r + "y", "ED"}, Wrong{"\xF5\x80\x80\x80", 0, r + r + r + r, "F5"},
        Wrong{"å\x80\r\n\xFF", 2, "å" + r + "\n" + r, "80"}, Wrong{"\xFF\xFEi\r", 0, r + r + "i\n", "FF"}}) {
    for (const SourceForm form : {SourceForm::yaml, SourceForm::markdown}) {
      const auto file = parse_source(wrong.bytes, form);
      const Finding finding = only_finding(file);
      CHECK(finding.rule == RuleId::invalid_utf8);
      CHECK(finding.range.begin == wrong.at);
      CHECK(file.text().substr(finding.range.begin, finding.range.end - finding.range.begin) == r);
      CHECK(finding.message.da.find("byten " + wrong.value + " ") != std::string::npos);
      CHECK(finding.help.da.find("UTF-8") != std::string::npos);
      CHECK(file.text() == wrong.shown);
      CHECK(file.yaml().empty());
      CHECK(file.markdown().empty());
    }
  }
}

TEST_CASE("a NUL byte is told apart from a wrong encoding") {
  const auto file = parse_source(std::string_view("a: b\0c\n", 7), SourceForm::yaml);
  const Finding finding = only_finding(file);
  CHECK(finding.rule == RuleId::invalid_utf8);
  CHECK(finding.range == Range{4, 7});
  CHECK(finding.message.en == "Here stands a character with the value 0, which does not belong in a text");
  CHECK(file.text() == "a: b\uFFFDc\n");
}

TEST_CASE("a file full of wrong bytes is one finding, in no time") {
  const auto file = parse_source(std::string(2U << 20U, '\xE6'), SourceForm::markdown);
  only_finding(file);
  CHECK(file.text().size() == 3 * (2U << 20U));
}

TEST_CASE("findings of the front matter stand where they are in the file") {
  const auto file = page("---\nid: x\nid: y\n---\ntext\n");
  const Finding finding = only_finding(file);
  const Place place = LineIndex(file.text()).place(finding.range);
  CHECK(place == Place{3, 1, 3, 3});
  CHECK(finding.message.en.find("line 2") != std::string::npos);
}
