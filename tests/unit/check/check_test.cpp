#include "check/check.h"

#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;

/// A page whose heading jumps (a warning) and whose link is broken (an error).
std::map<std::string, std::string> two_findings(const std::string& rules) {
  return {page_file("a", "### Spring\n\n[Kontakt](findes-ikke.md)"),
          {"kanon.yaml", "site: {title: Eksempel}\nrules: {" + rules + "}\n"}};
}

}  // namespace

TEST_CASE("findings stand by path and place with their default severities") {
  auto files = two_findings("");
  files.insert(page_file("b", "[Kontakt](findes-ikke.md)"));
  const auto findings = ProjectFixture(files).findings();
  CHECK(ProjectFixture(files).summary() == Lines{"skipped-heading content/pages/a.md:5:1",
                                                 "broken-link content/pages/a.md:7:1",
                                                 "broken-link content/pages/b.md:5:1"});
  CHECK(findings[0].severity == Severity::warning);
  CHECK(findings[1].severity == Severity::error);
}

TEST_CASE("kanon.yaml changes severities and switches rules off, readers' too") {
  CHECK(ProjectFixture(two_findings("broken-link: \"off\"")).summary() ==
        Lines{"skipped-heading content/pages/a.md:5:1"});
  const auto findings = ProjectFixture(two_findings("broken-link: warning, skipped-heading: error")).findings();
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].severity == Severity::error);
  CHECK(findings[1].severity == Severity::warning);
  CHECK(ProjectFixture({{"content/pages/a.md", "---\ntitle: A\ntitel: B\n---\n"},
                        {"kanon.yaml", "site: {title: Eksempel}\nrules: {unknown-key: \"off\"}\n"}})
            .summary()
            .empty());
}

TEST_CASE("an empty project has no findings") { CHECK(ProjectFixture({}).findings().empty()); }

TEST_CASE("of one file no more than a thousand findings of a rule are kept") {
  std::string body;
  for (int i = 0; i < 1500; ++i) body += "[Kontakt](findes-ikke.md)\n";
  CHECK(ProjectFixture({page_file("a", body)}).findings().size() == Reporter::most_findings);
}

TEST_CASE("the same project gives the same findings") {
  std::map<std::string, std::string> files;
  for (int i = 0; i < 20; ++i)
    files.insert(
        page_file(fmt::format("s{}", i), "[A](ref:x1) [B](ref:side) [C](hemmelig.md) [D](/x/)\n\n## A\n\n#### B"));
  files.insert(page_file("hemmelig", "x", "fortrolig"));
  const ProjectFixture first(files), second(files);
  CHECK(first.summary() == second.summary());
  CHECK(first.summary().size() == 20 * 5);
}

}  // namespace kanon
