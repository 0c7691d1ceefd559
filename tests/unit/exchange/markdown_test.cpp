#include <catch2/catch.hpp>

#include "base/text.h"
#include "exchange/formats.h"
#include "exchange/markdown_text.h"
#include "read/parse.h"
#include "support/catalogs.h"

using namespace kanon;
using namespace kanon::test;

namespace {

/// The text of a Markdown document as a reader sees it, without what lies between its words, and how often it has each
/// kind of block.
struct Rendered {
  std::string letters;
  std::size_t headings = 0, lists = 0, others = 0;
};

void add_letters(std::string& letters, std::string_view text) {
  for (const char c : text) {
    if (std::string_view(" \t\n").find(c) == std::string_view::npos) letters += c;
  }
}

Rendered rendered(const std::string& markdown) {
  const ParsedFile file = parse_source(markdown, SourceForm::markdown);
  CHECK(file.findings().empty());
  Rendered seen;
  for (const MarkdownNode& node : file.markdown()) {
    switch (node.kind) {
      case MarkdownKind::text:
        add_letters(seen.letters, file.string(node.text));
        break;
      case MarkdownKind::heading:
        ++seen.headings;
        break;
      case MarkdownKind::list:
        ++seen.lists;
        break;
      case MarkdownKind::document:
      case MarkdownKind::paragraph:
      case MarkdownKind::line_break:
      case MarkdownKind::soft_break:
        break;
      default:
        ++seen.others;
    }
  }
  return seen;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  add_letters(letters, text);
  return letters;
}

}  // namespace

TEST_CASE("text means itself in Markdown, wherever it stands") {
  for (const std::string& text : hostile_texts()) {
    if (text.find("https://") != std::string::npos) continue;  // becomes a link, which is what it is
    INFO(text);
    const Rendered paragraph = rendered(markdown_paragraphs(text));
    CHECK(paragraph.letters == letters_of(text));
    CHECK(paragraph.headings + paragraph.lists + paragraph.others == 0);
    const Rendered heading = rendered("## " + markdown_line(text) + "\n");
    CHECK(heading.letters == letters_of(text));
    CHECK(heading.headings == 1);
    CHECK(heading.lists + heading.others == 0);
  }
}

TEST_CASE("a catalog is a document with a heading for each phase and requirement") {
  Catalog catalog;
  catalog.id.value = "k";
  catalog.title.value = "Krav *til* alle";
  catalog.version.value = *Version::parse("1.0");
  catalog.phases = {{{"1", {}}, "Før"}, {{"2", {}}, "Efter"}, {{"3", {}}, "Tom"}};
  catalog.recommendations.push_back({{"2.1", {}}, {"2", {}}, "Følg op"});
  for (const auto& [id, phase] : {std::pair{"A", "2"}, {"B", ""}, {"C", "1"}}) {
    Requirement requirement;
    requirement.id.value = id;
    requirement.text.value = "Leverandøren skal " + std::string(id);
    if (*phase != '\0') requirement.phase = LocatedText{phase, {}};
    catalog.requirements.push_back(requirement);
  }
  const auto exported = export_markdown(catalog, {.language = Language::da, .publisher = {}, .fingerprint = "abc"});
  REQUIRE(exported);
  CHECK(exported->lost.size() == 1);
  std::vector<std::string> headings;
  for (const std::string_view line : split(exported->bytes, '\n')) {
    if (line.starts_with('#')) headings.emplace_back(line);
  }
  CHECK(headings == std::vector<std::string>{"# Krav \\*til\\* alle", "## 1. Før", "### C", "## 2. Efter", "### A",
                                             "## Øvrige krav", "### B"});
  CHECK(exported->bytes.find("- **Anbefaling 2.1:** Følg op\n") != std::string::npos);
  CHECK(exported->bytes.find("UDKAST") == std::string::npos);
}
