#include "read/members.h"

#include <catch2/catch.hpp>

#include "read/projects.h"
#include "unit/read/read_text.h"

using namespace kanon;

namespace {

constexpr std::string_view kExample = R"(---
id: eksempel-as
name: Eksempel A/S
kind: associated               # founding | associated
cvr: "12345674"
website: https://eksempel.dk
established_in: DK
contact: {name: Ida, email: ida@eksempel.dk}   # never published
status: admitted               # applicant | circulated | admitted | rejected | left
declaration:
  date: 2026-02-03
  criteria:                    # the applicant's own assessment
    - {criterion: synergi-1, statement: Vi er med.}
  projects: [awareness-smv]
assessment:
  circulated: 2026-02-10
  responses:
    - {member: ida, decision: approve, date: 2026-02-11}
    - {member: hk,  decision: object, date: 2026-02-12, unmet: [synergi-1], reason: Nej}
  written_assessment: 2026-02-17   # the date it was archived; its text never enters the project
  meeting: 2026-02-20              # needed when someone objected
  outcome: approved                # of that meeting: approved | rejected
admitted: 2026-02-23
evaluations: [{year: 2027, date: 2027-01-12, by: stiftende medlemmer, result: active}]
left: 2028-01-01
---
## Motivation
)";

}  // namespace

TEST_CASE("the contract's member is read whole") {
  ReadText text("content/members/eksempel-as.md", kExample);
  const auto member = read_member(text.reading());
  REQUIRE(member);
  CHECK(text.found().empty());
  CHECK(*member->id == "eksempel-as");
  CHECK(*member->name == "Eksempel A/S");
  CHECK(member->kind == MemberKind::associated);
  CHECK(member->status == MemberStatus::admitted);
  CHECK(**member->cvr == "12345674");
  CHECK(text.at(member->cvr->range) == "\"12345674\"");
  CHECK(**member->website == "https://eksempel.dk");
  CHECK(**member->established_in == "DK");
  REQUIRE(member->declaration);
  const Declaration& declaration = **member->declaration;
  CHECK((*declaration.date)->iso() == "2026-02-03");
  REQUIRE(declaration.criteria.size() == 1);
  CHECK(*declaration.criteria[0].criterion == "synergi-1");
  CHECK(declaration.criteria[0].statement == "Vi er med.");
  CHECK(*declaration.projects.at(0) == "awareness-smv");
  REQUIRE(member->assessment);
  const Assessment& assessment = **member->assessment;
  CHECK((*assessment.circulated)->iso() == "2026-02-10");
  REQUIRE(assessment.responses.size() == 2);
  CHECK_FALSE(assessment.responses[0].objects);
  CHECK(assessment.responses[1].objects);
  CHECK(*assessment.responses[1].member == "hk");
  CHECK(*assessment.responses[1].unmet.at(0) == "synergi-1");
  CHECK(assessment.responses[1].reason == "Nej");
  CHECK((*assessment.written_assessment)->iso() == "2026-02-17");
  CHECK((*assessment.meeting)->iso() == "2026-02-20");
  REQUIRE(assessment.meeting_approved);
  CHECK(**assessment.meeting_approved);
  CHECK(text.at(assessment.meeting_approved->range) == "approved");
  CHECK((*member->admitted)->iso() == "2026-02-23");
  REQUIRE(member->evaluations.size() == 1);
  CHECK(*member->evaluations[0].year == 2027);
  CHECK(member->evaluations[0].result == "active");
  CHECK((*member->left)->iso() == "2028-01-01");
  CHECK(text.at(member->status_at) == "admitted");
  CHECK(text.at(assessment.responses[0].range) == "{member: ida, decision: approve, date: 2026-02-11}");
  CHECK(text.at(member->evaluations[0].range).starts_with("{year: 2027"));
}

TEST_CASE("a member without its required keys stays one that is never published") {
  ReadText text("content/members/x.md", "---\nid: x\nkind: asociated\nstatus: Admitted\n---\n");
  const auto member = read_member(text.reading());
  REQUIRE(member);
  CHECK(member->status == MemberStatus::applicant);
  CHECK(member->status_at == Range{});
  CHECK(text.found() == Found{"missing-key 1:1-1:4", "invalid-value 3:7-3:16", "invalid-value 4:9-4:17"});
  CHECK(text.findings()[0].help.en == "Did you mean “associated”?");
  CHECK(text.findings()[1].help.da == "Mente du «admitted»?");
}

TEST_CASE("a decision that can't be read is no decision") {
  ReadText text(
      "content/members/x.md",
      "---\nid: x\nname: X\nkind: associated\nstatus: circulated\nassessment:\n  responses:\n"
      "    - {member: ida, decision: aprove}\n    - {decision: approve}\n    - {member: hk, decision: object}\n---\n");
  const auto member = read_member(text.reading());
  REQUIRE(member);
  REQUIRE(member->assessment);
  REQUIRE((*member->assessment)->responses.size() == 1);
  CHECK((*member->assessment)->responses[0].objects);
  CHECK(text.found() == Found{"invalid-value 8:31-8:37", "missing-key 9:7-9:8"});
}

TEST_CASE("a website that is no web address is not kept") {
  ReadText text("content/members/x.md",
                "---\nid: x\nname: X\nkind: founding\nstatus: admitted\nwebsite: javascript:alert(1)\n---\n");
  const auto member = read_member(text.reading());
  REQUIRE(member);
  CHECK_FALSE(member->website);
  CHECK(text.found() == Found{"invalid-value 6:10-6:29"});
}

TEST_CASE("the contact's keys are checked like all others") {
  ReadText text("content/members/x.md",
                "---\nid: x\nname: X\nkind: founding\nstatus: admitted\ncontact: {name: A, mail: b}\n"
                "evaluations: [{year: 20x7}, {year: 1899}]\n---\n");
  const auto member = read_member(text.reading());
  REQUIRE(member);
  CHECK(member->evaluations.empty());
  CHECK(text.found() == Found{"unknown-key 6:20-6:24", "invalid-value 7:22-7:26", "invalid-value 7:36-7:40"});
}

TEST_CASE("a project of the pact has a title") {
  ReadText good("content/projects/awareness-smv.md", "---\nid: awareness-smv\ntitle: Awareness\naliases: [a/b]\n---\n");
  const auto project = read_pact_project(good.reading());
  REQUIRE(project);
  CHECK(*project->title == "Awareness");
  CHECK(*project->aliases.at(0) == "a/b");
  CHECK(good.found().empty());

  ReadText bad("content/projects/awareness-smv.md", "---\nid: awareness-smv\ntitel: Awareness\n---\n");
  CHECK(read_pact_project(bad.reading()));
  CHECK(bad.found() == Found{"missing-key 1:1-1:4", "unknown-key 3:1-3:6"});
}
