#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;

/// What is found in a page with that body, whose first line is line 5; `rule-name line:column` each. There is a page
/// `b` with the heading «Ansvar», and a picture.
Lines found_in(const std::string& body) {
  const ProjectFixture project({page_file("a", body), page_file("b", "## Ansvar"), {"content/pages/p.svg", "<svg/>"}});
  Lines lines;
  for (const auto& line : project.summary()) lines.push_back(std::string(line).replace(line.find(' ') + 1, 19, ""));
  return lines;
}

}  // namespace

TEST_CASE("broken links are told where they stand") {
  CHECK(found_in("[b](b.md) og [c](c.md)") == Lines{"broken-link 5:14"});
  CHECK(found_in("æøå [c](c.md)") == Lines{"broken-link 5:5"});
  CHECK(found_in("- punkt\n\n  > [c](ref:findes-ikke)") == Lines{"broken-link 7:5"});
  CHECK(found_in("[b](B.md)") == Lines{"broken-link 5:1"});
  CHECK(found_in("[b](/findes/ikke/)") == Lines{"broken-link 5:1"});
  CHECK(found_in("[Kanon](../../kanon.yaml)") == Lines{"broken-link 5:1"});
  CHECK(found_in("[passwd](../../../../../../etc/passwd)") == Lines{"broken-link 5:1"});
  CHECK(found_in("[tomt]()") == Lines{"broken-link 5:1"});
}

TEST_CASE("a link is judged by one rule only") {
  CHECK(found_in("[b](b.md#ansvr)") == Lines{"broken-anchor 5:1"});
  CHECK(found_in("[c](c.md#ansvar)") == Lines{"broken-link 5:1"});
  CHECK(found_in("[x](javascript:alert)") == Lines{"unsafe-link 5:1"});
  CHECK(found_in("[x](javascript:alert) og [c](c.md)") == Lines{"unsafe-link 5:1", "broken-link 5:26"});
  CHECK(found_in("![x](data:image/png;base64,AA==)") == Lines{"unsafe-link 5:1"});
  CHECK(found_in("![x](c.svg)") == Lines{"broken-image 5:1"});
  CHECK(found_in("![](p.svg)") == Lines{"missing-alt 5:1"});
}

TEST_CASE("suggestions stand in both languages") {
  const ProjectFixture project(
      {page_file("a", "[b](kontact.md) [c](kontakt.md#ansvr)"), page_file("kontakt", "## Ansvar")});
  CHECK(project.only(RuleId::broken_link).help.da.starts_with("Mente du «kontakt.md»? "));
  CHECK(project.only(RuleId::broken_link).help.en.starts_with("Did you mean “kontakt.md”? "));
  CHECK(project.only(RuleId::broken_anchor).help.da.starts_with("Mente du «#ansvar»? "));
  CHECK(project.only(RuleId::broken_anchor).message.da ==
        "Linket fører til afsnittet «#ansvr», som ikke findes i «Side kontakt»");
}

TEST_CASE("what an author wrote is quoted on one line and not at length") {
  const ProjectFixture project({page_file("a", "[b](<" + std::string(5000, 'x') + ">)")});
  CHECK(project.only(RuleId::broken_link).message.da.size() < 200);
}

TEST_CASE("headings begin at level 2 and skip none") {
  CHECK(found_in("## A\n\n### B\n\n## C").empty());
  CHECK(found_in("# A") == Lines{"skipped-heading 5:1"});
  CHECK(found_in("### A") == Lines{"skipped-heading 5:1"});
  CHECK(found_in("## A\n\n#### B\n\n##### C\n\n## D") == Lines{"skipped-heading 7:1"});
  CHECK(found_in("# A\n\n## B\n\n### C") == Lines{"skipped-heading 5:1"});
  CHECK(found_in("Titel\n=====") == Lines{"skipped-heading 5:1"});
}

TEST_CASE("pictures say what they show") {
  CHECK(found_in("![Forløb](p.svg)").empty());
  CHECK(found_in("![`kode`](p.svg)").empty());
  CHECK(found_in("![ ](p.svg) ![](p.svg)") == Lines{"missing-alt 5:1", "missing-alt 5:13"});
  CHECK(found_in("[![](p.svg)](b.md)") == Lines{"missing-alt 5:2"});
}

TEST_CASE("tables have column headings") {
  CHECK(found_in("| A |  |\n| - | - |\n| 1 | 2 |").empty());
  CHECK(found_in("| ![Kort](p.svg) |  |\n| - | - |\n| 1 | 2 |").empty());
  CHECK(found_in("|  |  |\n| - | - |\n| 1 | 2 |") == Lines{"missing-table-header 5:1"});
  CHECK(found_in("| <br> |  |\n| - | - |\n| 1 | 2 |") == Lines{"missing-table-header 5:1"});
}

TEST_CASE("a link's text says where it leads") {
  for (const std::string vague : {"her", "Her", "LÆS MERE", "læs mere …", "Læs mere»", "**her**", "Klik  her!", "here",
                                  "Read more.", "link", "Dette link"}) {
    INFO(vague);
    CHECK(found_in("[" + vague + "](b.md)") == Lines{"vague-link-text 5:1"});
  }
  for (const std::string clear : {"her i huset", "Læs mere om ansvar", "", "Linkpolitik", "herning", "b.md"}) {
    INFO(clear);
    CHECK(found_in("[" + clear + "](b.md)").empty());
  }
}

}  // namespace kanon
