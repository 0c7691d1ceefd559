#include <catch2/catch.hpp>

#include "support/project_fixture.h"

namespace kanon {
namespace {

using Lines = std::vector<std::string>;
using Contents = std::map<std::string, std::string>;

const std::string kPath = "content/members/a-as.md";
const std::string kDeclaration = "declaration: {date: 2025-06-02, criteria: [{criterion: viden-1}]}\n";

Contents criteria(const std::string& further = {}) {
  return {{"content/criteria.yaml",
           "objectives:\n  - id: viden\n    title: Viden deles\n    criteria: [{id: viden-1, text: A}, {id: viden-2, "
           "text: B}]\n" +
               further}};
}

std::string further_objective(const std::string& criteria) {
  return "  - id: samarbejde\n    title: Nye samarbejder\n    criteria: " + criteria + "\n";
}

/// An associated member; its keys begin on line 6.
std::string associated(const std::string& status, const std::string& keys) {
  return "---\nid: a-as\nname: A A/S\nkind: associated\nstatus: " + status + "\n" + keys + "---\n";
}

Contents with_founders(int count, Contents files) {
  for (int i = 1; i <= count; ++i) {
    const auto id = fmt::format("stifter-{}", i);
    files["content/members/" + id + ".md"] =
        "---\nid: " + id + "\nname: " + id + "\nkind: founding\nstatus: admitted\n---\n";
  }
  return files;
}

/// What is found in a project of three founding members and this associated one.
Lines found(const std::string& status, const std::string& keys, const std::string& config = {}) {
  Contents files = with_founders(3, criteria());
  files[kPath] = associated(status, keys);
  if (!config.empty()) files["kanon.yaml"] = config;
  return ProjectFixture(std::move(files)).summary();
}

/// The declaration on line 6, the assessment from line 7, circulated on Tuesday 2025-06-10: the deadline is 2025-06-17.
std::string assessed(const std::string& responses, const std::string& rest = {}) {
  return kDeclaration + "assessment:\n  circulated: 2025-06-10\n  responses: [" + responses + "]\n" + rest;
}

std::string answer(int founder, const std::string& decision, const std::string& date) {
  return fmt::format("{{member: stifter-{}, decision: {}, date: {}}}", founder,
                     decision == "object" ? "object, unmet: [viden-1]" : decision, date);
}

std::string at(const std::string& rule, const std::string& place) { return rule + " " + kPath + ":" + place; }

}  // namespace

TEST_CASE("a CVR number is eight digits whose weighted sum is a multiple of 11") {
  const auto judged = [](const std::string& number) {
    return found("admitted", kDeclaration + "cvr: \"" + number + "\"\n");
  };
  for (const auto* right : {"12345674", "10150817", "00000000"}) CHECK(judged(right) == Lines{});
  for (const auto* wrong :
       {"12345678", "1234567", "123456740", "DK12345674", "12 34 56 74", "1234567X", "１２３４５６７４"})
    CHECK(judged(wrong) == Lines{at("invalid-cvr", "7:6")});
}

TEST_CASE("a CVR number written as a VAT number is recognised, and founding members have numbers too") {
  const ProjectFixture project(Contents{
      {"content/members/s.md", "---\nid: s\nname: S\nkind: founding\nstatus: admitted\ncvr: DK 12 34 56 74\n---\n"}});
  const auto finding = project.only(RuleId::invalid_cvr);
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.help.en.starts_with("Did you mean “12345674”?"));
}

TEST_CASE("an associated member needs a declaration at every stage") {
  for (const auto* status : {"applicant", "circulated", "admitted", "rejected", "left"}) {
    CHECK(found(status, "") == Lines{at("missing-declaration", "1:1")});
    CHECK(found(status, "declaration:\n") == Lines{at("missing-declaration", "1:1")});
  }
}

TEST_CASE("a declaration or a kind that can't be read is one finding") {
  CHECK(found("admitted", "declaration: ja\n") == Lines{at("invalid-value", "6:14")});
  CHECK(ProjectFixture(Contents{{kPath, "---\nid: a-as\nname: A\nkind: associeret\nstatus: admitted\n---\n"}})
            .summary() == Lines{at("invalid-value", "4:7")});
  CHECK(ProjectFixture(Contents{{kPath, "---\nid: a-as\nname: A\nstatus: admitted\n---\n"}}).summary() ==
        Lines{at("missing-key", "1:1")});
}

TEST_CASE("each objective without a criterion is told, at the declaration's criteria") {
  Contents files = criteria(further_objective("[{id: samarbejde-1, text: C}]"));
  files[kPath] = associated("admitted", "declaration:\n  date: 2025-06-02\n  criteria: []\n");
  CHECK(ProjectFixture(files).summary() == Lines{at("unmet-objective", "8:3"), at("unmet-objective", "8:3")});

  files[kPath] = associated("admitted", "declaration:\n  date: 2025-06-02\n");
  CHECK(ProjectFixture(files).summary() == Lines{at("unmet-objective", "7:3"), at("unmet-objective", "7:3")});

  files[kPath] = associated("admitted", "declaration: {criteria: [{criterion: viden-2}]}\n");
  const ProjectFixture one(files);
  const auto finding = one.only(RuleId::unmet_objective);
  CHECK(finding.severity == Severity::error);
  CHECK(finding.place.column == 15);
  CHECK(finding.message.da == "Erklæringen nævner intet kriterium under målsætningen «Nye samarbejder»");
  CHECK(finding.help.en.ends_with("that the declaration meets: samarbejde-1."));
}

TEST_CASE("an objective that is not met is a warning for applicants, and no finding once the case is closed") {
  Contents files = criteria(further_objective("[{id: samarbejde-1, text: C}]"));
  const auto with = [&](const std::string& status, const std::string& config) {
    files[kPath] = associated(status, kDeclaration);
    files["kanon.yaml"] = "site: {title: T}\n" + config;
    return ProjectFixture(files).findings();
  };
  for (const auto* status : {"applicant", "circulated"}) {
    REQUIRE(with(status, "").size() == 1);
    CHECK(with(status, "").front().severity == Severity::warning);
    CHECK(with(status, "rules: {unmet-objective: error}\n").front().severity == Severity::warning);
    CHECK(with(status, "rules: {unmet-objective: \"off\"}\n").empty());
  }
  CHECK(with("admitted", "").front().severity == Severity::error);
  CHECK(with("admitted", "rules: {unmet-objective: warning}\n").front().severity == Severity::warning);
  for (const auto* status : {"rejected", "left"}) CHECK(with(status, "").empty());
}

TEST_CASE("an objective that has no criteria is not the member's fault") {
  Contents files = criteria(further_objective("[]"));
  files[kPath] = associated("admitted", kDeclaration);
  CHECK(ProjectFixture(files).summary() == Lines{});
}

TEST_CASE("a misspelt criterion is one finding, with the nearest that exists") {
  Contents files = criteria();
  files[kPath] = associated("admitted", "declaration: {criteria: [{criterion: vidn-1}]}\n");
  const ProjectFixture project(files);
  CHECK(project.summary() == Lines{at("unknown-criterion", "6:38")});
  CHECK(project.only(RuleId::unknown_criterion).help.da.starts_with("Mente du «viden-1»?"));
}

TEST_CASE("objections and objectives name criteria too") {
  CHECK(found("circulated",
              assessed("{member: stifter-1, decision: object, date: 2025-06-11, unmet: [viden-1, viden]}")) ==
        Lines{at("unknown-criterion", "9:88")});
}

TEST_CASE("a criterion that can't be read in criteria.yaml is one finding") {
  CHECK(ProjectFixture(
            Contents{{"content/criteria.yaml",
                      "objectives: [{id: viden, title: V, criteria: [{id: Viden 1, text: A}, {id: viden-2, text: "
                      "B}]}]\n"},
                     {kPath, associated("admitted", "declaration: {criteria: [{criterion: Viden 1}]}\n")}})
            .summary() == Lines{"invalid-id content/criteria.yaml:1:52"});
  CHECK(ProjectFixture(Contents{{kPath, associated("admitted", kDeclaration)}}).summary() ==
        Lines{at("unknown-criterion", "6:56")});
}

TEST_CASE("associated members are established in Denmark") {
  const auto in = [](const std::string& status, const std::string& country) {
    return found(status, kDeclaration + "established_in: " + country + "\n");
  };
  for (const auto* denmark : {"DK", "dk", ""}) CHECK(in("admitted", denmark) == Lines{});
  for (const auto* status : {"applicant", "circulated", "admitted"}) {
    CHECK(in(status, "SE") == Lines{at("not-established-in-denmark", "7:17")});
    CHECK(found(status, kDeclaration) == Lines{});
  }
  for (const auto* status : {"rejected", "left"}) CHECK(in(status, "SE") == Lines{});
  CHECK(ProjectFixture(Contents{{"content/members/s.md",
                                 "---\nid: s\nname: S\nkind: founding\nstatus: admitted\nestablished_in: SE\n---\n"}})
            .summary() == Lines{});
}

TEST_CASE("an objection names a criterion that is not met") {
  const auto objecting = [](const std::string& unmet) {
    return found("circulated", kDeclaration +
                                   "assessment:\n  circulated: 2026-01-13\n  responses:\n"
                                   "    - {member: stifter-1, decision: approve, date: 2026-01-14}\n"
                                   "    - {member: stifter-2, decision: object, date: 2026-01-14" +
                                   unmet + "}\n");
  };
  CHECK(objecting(", unmet: [viden-2]") == Lines{});
  for (const auto* nothing : {"", ", unmet: []", ", unmet:"}) {
    INFO(nothing);
    CHECK(objecting(nothing) == Lines{at("objection-without-criterion", "11:7")});
  }
  CHECK(objecting(", unmet: [\"\"]") == Lines{at("invalid-value", "11:71")});
  CHECK(objecting(", unmet: viden-2") == Lines{at("invalid-value", "11:70")});
}

TEST_CASE("an objection in time calls for a meeting and its outcome before anyone is admitted") {
  const std::string answers = answer(1, "approve", "2025-06-11") + ", " + answer(2, "object", "2025-06-17");
  const auto admitted = [&](const std::string& rest) { return found("admitted", assessed(answers, rest)); };
  CHECK(admitted("admitted: 2025-06-23\n") == Lines{at("missing-meeting", "8:3")});
  CHECK(admitted("  meeting: 2025-06-20\nadmitted: 2025-06-23\n") == Lines{at("missing-meeting", "8:3")});
  CHECK(admitted("  outcome: approved\nadmitted: 2025-06-23\n") == Lines{at("missing-meeting", "8:3")});
  CHECK(admitted("  outcome: rejected\nadmitted: 2025-06-23\n") == Lines{at("missing-meeting", "8:3")});
  CHECK(admitted("  meeting: 2025-06-20\n  outcome: approved\nadmitted: 2025-06-23\n") == Lines{});
  CHECK(admitted("  meeting: i juni\n  outcome: approved\nadmitted: 2025-06-23\n") ==
        Lines{at("invalid-value", "10:12")});
  CHECK(found("left", assessed(answers, "admitted: 2025-06-23\nleft: 2025-08-01\n")) ==
        Lines{at("missing-meeting", "8:3")});
  for (const auto* open : {"applicant", "circulated", "rejected"}) CHECK(found(open, assessed(answers)) == Lines{});
}

TEST_CASE("a meeting that is missing is told with the objection, and never its reason") {
  Contents files = with_founders(3, criteria());
  files[kPath] = associated("admitted", assessed("{member: stifter-2, decision: object, date: 2025-06-11, unmet: "
                                                 "[viden-1], reason: HEMMELIGT}"));
  const auto finding = ProjectFixture(files).only(RuleId::missing_meeting);
  CHECK(finding.message.da == "Der er gjort indsigelse mod «a-as», men der står intet møde");
  REQUIRE(finding.related.size() == 1);
  CHECK(finding.related[0].message.en == "The objection by “stifter-2”");
  CHECK(finding.related[0].place.line == 9);
}

TEST_CASE("an objection after the deadline was an approval by then") {
  const std::string late = answer(2, "object", "2025-06-18");
  CHECK(found("admitted", assessed(late, "admitted: 2025-06-23\n")) == Lines{});
  CHECK(found("admitted", assessed(answer(2, "object", "2025-06-17"), "admitted: 2025-06-23\n")) ==
        Lines{at("missing-meeting", "8:3")});
}

TEST_CASE("nobody is admitted before the answers are closed") {
  const std::string one = answer(1, "approve", "2025-06-11");
  const std::string all = one + ", " + answer(2, "approve", "2025-06-11") + ", " + answer(3, "approve", "2025-06-12");
  CHECK(found("admitted", assessed(one, "admitted: 2025-06-17\n")) == Lines{at("early-admission", "10:11")});
  CHECK(found("admitted", assessed(one, "admitted: 2025-06-18\n")) == Lines{});
  CHECK(found("admitted", assessed(all, "admitted: 2025-06-11\n")) == Lines{at("early-admission", "10:11")});
  CHECK(found("admitted", assessed(all, "admitted: 2025-06-12\n")) == Lines{});
  CHECK(found("admitted", assessed(all)) == Lines{});
  CHECK(found("left", assessed(one, "admitted: 2025-06-17\nleft: 2025-08-01\n")) ==
        Lines{at("early-admission", "10:11")});
}

TEST_CASE("the deadline passes over Easter and the project's own free days") {
  // Of 2025-04-15 the five working days are 16, 22, 23, 24 and 25 April.
  const auto admitted = [](const std::string& day, const std::string& holidays) {
    return found("admitted", kDeclaration + "assessment: {circulated: 2025-04-15}\nadmitted: " + day + "\n",
                 "site: {title: T}\nholidays: [" + holidays + "]\n");
  };
  CHECK(admitted("2025-04-25", "") == Lines{at("early-admission", "8:11")});
  CHECK(admitted("2025-04-26", "") == Lines{});
  CHECK(admitted("2025-04-26", "2025-04-24") == Lines{at("early-admission", "8:11")});
}

TEST_CASE("nobody is admitted before the meeting on an objection, or without being circulated") {
  const std::string objection = answer(1, "object", "2025-06-11");
  const std::string approved = "  meeting: 2025-06-20\n  outcome: approved\n";
  CHECK(found("admitted", assessed(objection, approved + "admitted: 2025-06-19\n")) ==
        Lines{at("early-admission", "12:11")});
  CHECK(found("admitted", assessed(objection, approved + "admitted: 2025-06-20\n")) == Lines{});
  CHECK(found("admitted", kDeclaration + "assessment: {written_assessment: 2025-06-17}\nadmitted: 2025-06-20\n") ==
        Lines{at("early-admission", "8:11")});
  CHECK(found("admitted", kDeclaration + "admitted: 2025-06-20\n") == Lines{});
}

TEST_CASE("a case that is still open, with a member that stands as admitted, is early at its status") {
  CHECK(found("admitted", kDeclaration + "assessment: {circulated: 2026-01-13}\n") ==
        Lines{at("early-admission", "5:9")});
  CHECK(found("circulated", kDeclaration + "assessment: {circulated: 2026-01-13}\n") == Lines{});
}

TEST_CASE("a date or an answer that can't be read does not make an admission early too") {
  CHECK(found("admitted", kDeclaration + "assessment: {circulated: 10/6}\nadmitted: 2025-06-11\n") ==
        Lines{at("invalid-value", "7:26")});
  CHECK(found("admitted", assessed("{member: stifter-9, decision: approve}", "admitted: 2025-06-11\n")) ==
        Lines{at("unknown-reference", "9:24")});
  CHECK(found("admitted", assessed("{member: stifter-1, decision: ja}", "admitted: 2025-06-11\n")) ==
        Lines{at("invalid-value", "9:45")});
  CHECK(found("admitted", assessed("", "admitted: 2026-01-16\n")) == Lines{at("future-date", "10:11")});
}

TEST_CASE("the meeting decides, and a member that it turned down is none") {
  const std::string rest = "  meeting: 2025-06-20\n  outcome: rejected\n";
  CHECK(found("admitted", assessed(answer(1, "object", "2025-06-11"), rest + "admitted: 2025-06-23\n")) ==
        Lines{at("no-majority", "5:9")});
  CHECK(found("admitted", assessed("", rest + "admitted: 2025-06-11\n")) == Lines{at("no-majority", "5:9")});
  CHECK(found("rejected", assessed(answer(1, "object", "2025-06-11"), rest)) == Lines{});
}

TEST_CASE("a majority of objections is overruled by nothing but a meeting") {
  const std::string tie = answer(1, "object", "2025-06-11") + ", " + answer(2, "object", "2025-06-11");
  CHECK(found("admitted", assessed(tie, "admitted: 2025-06-23\n")) == Lines{at("missing-meeting", "8:3")});
  CHECK(found("admitted", assessed(tie, "  meeting: 2025-06-20\n  outcome: approved\nadmitted: 2025-06-23\n")) ==
        Lines{});
}

TEST_CASE("without founding members nobody's majority is asked for") {
  Contents files = criteria();
  files[kPath] = associated("admitted", assessed("", "admitted: 2025-06-23\n"));
  CHECK(ProjectFixture(files).summary() == Lines{});
}

TEST_CASE("each year after that of admission is evaluated once it has ended") {
  const auto evaluated = [](const std::string& keys) { return found("admitted", kDeclaration + keys); };
  CHECK(evaluated("admitted: 2025-01-02\n") == Lines{});
  CHECK(evaluated("admitted: 2024-12-31\n") == Lines{at("missing-evaluation", "1:1")});
  CHECK(evaluated("admitted: 2024-12-31\nevaluations: [{year: 2025}]\n") == Lines{});
  CHECK(evaluated("admitted: 2023-12-31\nevaluations: [{year: 2025}]\n") == Lines{at("missing-evaluation", "8:14")});
  CHECK(evaluated("admitted: 2023-12-31\nevaluations: [{year: 2025}, {year: 20x4}]\n") ==
        Lines{at("invalid-value", "8:36")});
  CHECK(found("left", kDeclaration + "admitted: 2024-03-04\nleft: 2025-12-01\n") == Lines{});
}

TEST_CASE("the years that lack an evaluation are one warning") {
  Contents files = criteria();
  files[kPath] = associated("admitted", kDeclaration + "admitted: 2022-05-02\nevaluations: [{year: 2024}]\n");
  const auto finding = ProjectFixture(files).only(RuleId::missing_evaluation);
  CHECK(finding.severity == Severity::warning);
  CHECK(finding.message.da == "Mangler evaluering for: 2023, 2025");
  CHECK(finding.help.en.find("{year: 2023, date: 2026-01-15") != std::string::npos);
}

TEST_CASE("many answers are read once") {
  std::string responses;
  for (int i = 0; i < 5000; ++i) responses += "    - {member: stifter-1, decision: object}\n";
  const auto lines =
      found("rejected", kDeclaration + "assessment:\n  circulated: 2025-06-10\n  responses:\n" + responses);
  CHECK(lines.size() == Reporter::most_findings);
  CHECK(lines.front() == at("objection-without-criterion", "10:7"));
}

}  // namespace kanon
