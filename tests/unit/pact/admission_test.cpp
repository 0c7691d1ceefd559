#include "pact/admission.h"

#include <catch2/catch.hpp>

#include "unit/pact/pact_of_four.h"

using namespace kanon;
using namespace kanon::test;

namespace {

using Texts = std::vector<std::string>;

const std::string ida_approves = "{member: ida, decision: approve, date: 2026-02-11}";
const std::string hk_approves = "{member: hk, decision: approve, date: 2026-02-12}";
const std::string di_approves = "{member: di, decision: approve, date: 2026-02-13}";
const std::string aa_approves = "{member: aa, decision: approve, date: 2026-02-12}";
const std::string hk_objects = "{member: hk, decision: object, date: 2026-02-12, unmet: [synergi-1]}";

std::string text(const std::optional<Date>& date) { return date ? date->iso() : "none"; }

}  // namespace

TEST_CASE("a declaration that was not sent to the founding members waits for that") {
  const auto admission = PactOfFour({.circulated = "", .status = "applicant"}).on("2026-02-10");
  CHECK(admission.next == AdmissionStep::circulate);
  CHECK_FALSE(admission.deadline);
  CHECK_FALSE(admission.responses_are_closed);
  CHECK_FALSE(admission.approved);
  CHECK(admission.approvals == 0);
  // answers without a day of circulation close nothing
  const auto answered =
      PactOfFour({.circulated = "", .responses = {ida_approves, hk_approves, di_approves, aa_approves}});
  CHECK(answered.on("2026-03-01").next == AdmissionStep::circulate);
  CHECK_FALSE(answered.on("2026-03-01").approved);
}

TEST_CASE("a day of circulation that is still to come has sent nothing yet") {
  const PactOfFour pact({.circulated = "2026-02-10"});
  CHECK(pact.on("2026-02-09").next == AdmissionStep::circulate);
  CHECK(text(pact.on("2026-02-09").deadline) == "2026-02-17");
  CHECK(pact.on("2026-02-10").next == AdmissionStep::await_responses);
}

TEST_CASE("silence is approval once the fifth working day has ended") {
  const PactOfFour pact({});
  const auto open = pact.on("2026-02-17");
  CHECK(text(open.deadline) == "2026-02-17");
  CHECK_FALSE(open.responses_are_closed);
  CHECK(open.approvals == 0);
  CHECK_FALSE(open.approved);
  CHECK(open.next == AdmissionStep::await_responses);

  const auto closed = pact.on("2026-02-18");
  CHECK(closed.responses_are_closed);
  CHECK(text(closed.closed_on) == "2026-02-18");
  CHECK(closed.approvals == 4);
  CHECK(closed.approved == true);
  CHECK(text(closed.approved_on) == "2026-02-18");
  CHECK(closed.next == AdmissionStep::admit);
  CHECK(text(pact.on("2199-12-31").approved_on) == "2026-02-18");
}

TEST_CASE("founders and those who did not answer stand by name, as Danish sorts it") {
  const PactOfFour pact({.responses = {ida_approves}});
  CHECK(pact.ids(pact.on("2026-02-12").founders) == Texts{"di", "hk", "ida", "aa"});
  CHECK(pact.ids(pact.on("2026-02-12").unanswered) == Texts{"di", "hk", "aa"});
}

TEST_CASE("all have answered: the case is closed before the deadline") {
  const PactOfFour pact({.responses = {ida_approves, di_approves, aa_approves, hk_approves}});
  CHECK(pact.on("2026-02-12").next == AdmissionStep::await_responses);
  const auto closed = pact.on("2026-02-13");
  CHECK(closed.responses_are_closed);
  CHECK(text(closed.closed_on) == "2026-02-13");
  CHECK(text(closed.approved_on) == "2026-02-13");
  CHECK(closed.approvals == 4);
  CHECK(closed.unanswered.empty());
  CHECK(text(pact.on("2026-06-01").closed_on) == "2026-02-13");
}

TEST_CASE("an answer on the day of the deadline is in time, one on the day after is not") {
  const PactOfFour in_time({.responses = {"{member: hk, decision: object, date: 2026-02-17}"}});
  CHECK(in_time.on("2026-03-01").objections == 1);
  CHECK(in_time.on("2026-03-01").next == AdmissionStep::hold_meeting);

  const PactOfFour late({.responses = {"{member: hk, decision: object, date: 2026-02-18}"}});
  const auto admission = late.on("2026-03-01");
  CHECK(late.answers(admission) == Texts{"hk:object late"});
  CHECK(admission.objections == 0);
  CHECK(admission.approvals == 4);
  CHECK(late.ids(admission.unanswered) == Texts{"di", "hk", "ida", "aa"});
  CHECK(admission.approved == true);
  CHECK(text(admission.approved_on) == "2026-02-18");
}

TEST_CASE("what is dated after today has not been said yet") {
  const PactOfFour pact({.responses = {hk_objects}});
  CHECK(pact.on("2026-02-11").next == AdmissionStep::await_responses);
  CHECK(pact.on("2026-02-11").responses.empty());
  CHECK(pact.on("2026-02-12").next == AdmissionStep::hold_meeting);
}

TEST_CASE("an answer without a date counts as in time") {
  const PactOfFour pact({.responses = {"{member: hk, decision: object}"}});
  CHECK(pact.on("2026-06-01").objections == 1);
  const PactOfFour all({.responses = {"{member: hk, decision: approve}", "{member: ida, decision: approve}",
                                      "{member: aa, decision: approve}", "{member: di, decision: approve}"}});
  CHECK(text(all.on("2026-02-10").closed_on) == "2026-02-10");
}

TEST_CASE("an objection calls for a meeting, and its outcome alone decides") {
  const PactOfFour called({.responses = {hk_objects}});
  const auto open = called.on("2026-03-01");
  CHECK(open.objections == 1);
  CHECK(open.approvals == 3);
  CHECK_FALSE(open.approved);
  CHECK_FALSE(open.approved_on);

  const PactOfFour set({.responses = {hk_objects}, .assessment = {"meeting: 2026-02-20"}});
  CHECK(set.on("2026-02-13").next == AdmissionStep::decide_meeting);
  CHECK(set.on("2026-03-01").next == AdmissionStep::decide_meeting);
  CHECK_FALSE(set.on("2026-03-01").approved);

  const PactOfFour approved({.responses = {hk_objects}, .assessment = {"meeting: 2026-02-20", "outcome: approved"}});
  CHECK(approved.on("2026-02-19").next == AdmissionStep::decide_meeting);  // the meeting is to come
  CHECK(approved.on("2026-02-20").approved == true);
  CHECK(text(approved.on("2026-03-01").approved_on) == "2026-02-20");
  CHECK(approved.on("2026-03-01").next == AdmissionStep::admit);

  const PactOfFour rejected({.responses = {hk_objects}, .assessment = {"meeting: 2026-02-20", "outcome: rejected"}});
  CHECK(rejected.on("2026-03-01").approved == false);
  CHECK_FALSE(rejected.on("2026-03-01").approved_on);
  CHECK(rejected.on("2026-03-01").next == AdmissionStep::reject);
}

TEST_CASE("a meeting before the deadline does not close the case") {
  const PactOfFour pact({.responses = {hk_objects}, .assessment = {"meeting: 2026-02-13", "outcome: approved"}});
  CHECK_FALSE(pact.on("2026-02-17").approved);
  CHECK(pact.on("2026-02-17").next == AdmissionStep::await_responses);
  CHECK(pact.on("2026-02-18").approved == true);
  CHECK(text(pact.on("2026-02-18").approved_on) == "2026-02-18");
}

TEST_CASE("an outcome without the day of its meeting decides, from the day that the case is closed") {
  const PactOfFour pact({.responses = {hk_objects}, .assessment = {"outcome: approved"}});
  CHECK(text(pact.on("2026-03-01").approved_on) == "2026-02-18");
}

TEST_CASE("a meeting nobody called for decides nothing") {
  const PactOfFour pact({.assessment = {"meeting: 2026-02-20", "outcome: rejected"}});
  CHECK(pact.on("2026-03-01").approved == true);
  CHECK(text(pact.on("2026-03-01").approved_on) == "2026-02-18");
}

TEST_CASE("a tie and a majority of objections need the meeting as one objection does") {
  const std::string ida_objects = "{member: ida, decision: object, date: 2026-02-11}";
  const std::string di_objects = "{member: di, decision: object, date: 2026-02-11}";
  const PactOfFour tie({.responses = {hk_objects, ida_objects}});
  CHECK(tie.on("2026-03-01").approvals == 2);
  CHECK(tie.on("2026-03-01").objections == 2);
  CHECK_FALSE(tie.on("2026-03-01").approved);
  CHECK(tie.on("2026-03-01").next == AdmissionStep::hold_meeting);

  const PactOfFour majority({.responses = {hk_objects, ida_objects, di_objects}});
  CHECK_FALSE(majority.on("2026-03-01").approved);
  CHECK(majority.on("2026-03-01").next == AdmissionStep::hold_meeting);

  const PactOfFour agreed(
      {.responses = {hk_objects, ida_objects, di_objects}, .assessment = {"meeting: 2026-02-20", "outcome: approved"}});
  CHECK(agreed.on("2026-03-01").approved == true);
}

TEST_CASE("of several answers by one member the last in time counts") {
  const std::string first = "{member: hk, decision: approve, date: 2026-02-11}";
  const std::string late = "{member: hk, decision: object, date: 2026-02-19}";
  const std::string undated = "{member: hk, decision: object}";
  const auto answers = [](Texts responses) {
    const PactOfFour pact({.responses = std::move(responses)});
    return pact.answers(pact.on("2026-03-01"));
  };
  CHECK(answers({first, hk_objects}) == Texts{"hk:object"});
  CHECK(answers({hk_objects, first}) == Texts{"hk:object"});
  CHECK(answers({first, late}) == Texts{"hk:approve"});
  CHECK(answers({late, first}) == Texts{"hk:approve"});
  CHECK(answers({late, late}) == Texts{"hk:object late"});
  CHECK(answers({undated, first}) == Texts{"hk:approve"});
  CHECK(answers({first, undated}) == Texts{"hk:object"});
  CHECK(answers({hk_objects, "{member: hk, decision: approve, date: 2026-02-12}"}) == Texts{"hk:approve"});
  // they stand in the order of the file
  CHECK(answers({first, ida_approves, hk_objects}) == Texts{"ida:approve", "hk:object"});
}

TEST_CASE("only founding members answer") {
  const std::map<std::string, std::string> others{
      {"content/members/ven.md", member_text("ven", "Eksempel Ven", "kind: associated\nstatus: admitted\n")},
      {"content/members/ny.md", member_text("ny", "Ny", "kind: founding\nstatus: admitted\nadmitted: 2026-02-11\n")},
      {"content/members/væk.md", "not a member at all"},
      {"content/members/borte.md", member_text("borte", "Borte", "kind: founding\nstatus: left\nleft: 2026-02-10\n")}};
  Texts responses;
  for (const char* id : {"ven", "ny", "borte", "eksempel", "findes-ikke", "synergi-1"}) {
    responses.push_back("{member: " + std::string(id) + ", decision: object, date: 2026-02-11}");
  }
  const PactOfFour pact({.responses = responses, .files = others});
  const auto admission = pact.on("2026-03-01");
  CHECK(pact.ids(admission.founders) == Texts{"di", "hk", "ida", "aa"});
  CHECK(admission.responses.empty());
  CHECK(admission.approved == true);
}

TEST_CASE("who was a founding member on the day of circulation may answer, even after leaving") {
  const PactOfFour pact({.responses = {hk_objects},
                         .files = {{"content/members/hk.md",
                                    member_text("hk", "HK", "kind: founding\nstatus: left\nleft: 2026-02-11\n")}}});
  CHECK(pact.on("2026-03-01").founders.size() == 4);
  CHECK(pact.on("2026-03-01").objections == 1);
}

TEST_CASE("a founding member that stands in two files has one answer") {
  const PactOfFour pact(
      {.files = {{"content/members/zz.md", member_text("hk", "HK", "kind: founding\nstatus: admitted\n")}}});
  CHECK(pact.ids(pact.on("2026-03-01").founders) == Texts{"di", "hk", "ida", "aa"});
}

TEST_CASE("without founding members nobody is approved") {
  std::map<std::string, std::string> nobody;
  for (const char* id : {"ida", "hk", "di", "aa"}) {
    nobody.emplace("content/members/" + std::string(id) + ".md",
                   member_text(id, id, "kind: founding\nstatus: applicant\n"));
  }
  const PactOfFour pact({.responses = {ida_approves}, .files = nobody});
  CHECK(pact.on("2026-02-11").next == AdmissionStep::await_responses);
  CHECK(pact.on("2026-03-01").founders.empty());
  CHECK(pact.on("2026-03-01").responses_are_closed);
  CHECK(pact.on("2026-03-01").approved == false);
  CHECK_FALSE(pact.on("2026-03-01").approved_on);
}

TEST_CASE("a closed case waits for nothing, and can still be read") {
  for (const char* status : {"admitted", "rejected", "left"}) {
    CAPTURE(status);
    const PactOfFour pact({.status = status});
    CHECK(pact.on("2026-02-11").next == AdmissionStep::none);
    CHECK(pact.on("2026-03-01").next == AdmissionStep::none);
    CHECK(text(pact.on("2026-03-01").approved_on) == "2026-02-18");
    CHECK(PactOfFour({.circulated = "", .status = status}).on("2026-03-01").next == AdmissionStep::none);
  }
}

TEST_CASE("the deadline passes over Easter, Christmas and the organisation's own free days") {
  const auto deadline = [](const std::string& circulated, std::map<std::string, std::string> files) {
    return text(PactOfFour({.circulated = circulated, .files = std::move(files)}).on("2026-01-01").deadline);
  };
  CHECK(deadline("2026-03-25", {}) == "2026-04-01");
  CHECK(deadline("2026-03-26", {}) == "2026-04-07");
  CHECK(deadline("2026-04-04", {}) == "2026-04-13");
  CHECK(deadline("2026-12-21", {}) == "2026-12-29");
  CHECK(deadline("2026-12-21", {{"kanon.yaml", "site: {title: Prøve}\nholidays: [2026-12-24, 2026-12-31]\n"}}) ==
        "2026-12-30");
}
