#include "check/private_lines.h"

#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

std::vector<std::string> private_texts(const std::string& source) {
  const ProjectFixture project({{"content/members/a.md", source}});
  std::vector<std::string> texts;
  for (const auto& file : project.corpus().sources()) {
    if (file.path != "content/members/a.md") continue;
    for (const Range stretch : private_stretches(file.parsed))
      texts.emplace_back(file.parsed.text().substr(stretch.begin, stretch.end - stretch.begin));
  }
  return texts;
}

}  // namespace

TEST_CASE("contact, assessment and evaluations of a member are private, all else is not") {
  CHECK(
      private_texts("---\nid: a\nname: A\nkind: associated\ncontact: {name: X}\nstatus: applicant\nassessment:\n"
                    "  circulated: 2026-01-01\n  responses:\n    - {member: b, decision: object, reason: Hemmeligt}\n"
                    "admitted: 2026-02-01\nevaluations: []\n---\nTekst.\n") ==
      std::vector<std::string>{
          "contact: {name: X}",
          "assessment:\n  circulated: 2026-01-01\n  responses:\n    - {member: b, decision: object, reason: Hemmeligt}",
          "evaluations: []"});
}

TEST_CASE("of a member that can't be read everything is private") {
  const std::string broken = "---\nid: a\ncontact: {name: X\n---\nTekst.\n";
  const auto texts = private_texts(broken);
  REQUIRE(texts.size() == 1);
  CHECK(texts[0].find("contact") != std::string::npos);
}

}  // namespace kanon
