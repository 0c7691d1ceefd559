#include <algorithm>
#include <catch2/catch.hpp>
#include <limits>
#include <random>

#include "unit/pact/pact_of_four.h"

using namespace kanon;
using namespace kanon::test;

namespace {

/// Applications as nobody would enter them, the same ones in every run.
class Garbage {
 public:
  Member applicant(const Corpus& corpus) {
    Member made = corpus.members[at_most(corpus.members.size() - 1)];
    made.kind = at_most(3) == 0 ? MemberKind::founding : MemberKind::associated;
    made.status = static_cast<MemberStatus>(at_most(4));
    made.admitted = date();
    made.left = date();
    made.assessment.reset();
    if (at_most(9) > 0) made.assessment = Located<Assessment>{assessment(), {}};
    return made;
  }

  Date day_of_any_year() { return day(days[at_most(std::size(days) - 1)]); }

 private:
  static constexpr const char* days[] = {"1900-01-01", "2026-02-09", "2026-02-10", "2026-02-12", "2026-02-17",
                                         "2026-02-18", "2026-02-20", "2199-12-27", "2199-12-31"};

  std::size_t at_most(std::size_t highest) { return numbers_() % (highest + 1); }

  MaybeLocated<Date> date() {
    if (at_most(3) == 0) return std::nullopt;
    return Located<Date>{day_of_any_year(), {}};
  }

  Assessment assessment() {
    static const std::vector<std::string> ids{"ida", "hk", "di", "aa", "eksempel", "nobody", "", "ida"};
    Assessment made;
    made.circulated = date();
    made.meeting = date();
    if (at_most(1) == 0) made.meeting_approved = Located<bool>{at_most(1) == 0, {}};
    for (std::size_t left = at_most(9); left > 0; --left) {
      Response response;
      response.member.value = ids[at_most(ids.size() - 1)];
      response.objects = at_most(3) == 0;
      response.date = date();
      made.responses.push_back(response);
    }
    return made;
  }

  std::mt19937 numbers_{20260210};
};

}  // namespace

TEST_CASE("whatever is entered, what is said of a case holds together") {
  const PactOfFour pact({});
  Garbage garbage;
  std::size_t approved = 0, objected = 0;
  for (int round = 0; round < 20000; ++round) {
    const Member applicant = garbage.applicant(pact.corpus());
    const Date today = garbage.day_of_any_year();
    const Admission admission = admission_of(pact.model(), applicant, today);
    const auto timely = static_cast<std::size_t>(
        std::ranges::count_if(admission.responses, [](const CountedResponse& one) { return !one.is_late; }));
    const bool is_decided = applicant.status != MemberStatus::applicant && applicant.status != MemberStatus::circulated;
    const bool holds =
        admission.deadline.has_value() == admission.circulated.has_value() &&
        (!admission.deadline || *admission.circulated < *admission.deadline) &&
        timely + admission.unanswered.size() == admission.founders.size() &&
        admission.approvals + admission.objections <= admission.founders.size() &&
        admission.responses_are_closed == admission.closed_on.has_value() &&
        (!admission.closed_on || (*admission.circulated <= *admission.closed_on && *admission.closed_on <= today)) &&
        (!admission.approved || admission.responses_are_closed) &&
        admission.approved_on.has_value() == admission.approved.value_or(false) &&
        (!admission.approved_on ||
         (*admission.closed_on <= *admission.approved_on && *admission.approved_on <= today)) &&
        is_decided == (admission.next == AdmissionStep::none) &&
        (admission.next != AdmissionStep::admit || admission.approved == true);
    if (!holds) FAIL("round " << round << " on " << today.iso());
    approved += admission.approved.value_or(false) ? 1 : 0;
    objected += admission.objections > 0 ? 1 : 0;
  }
  CHECK(approved > 100);
  CHECK(objected > 100);
}

TEST_CASE("answers that can't be read count as none") {
  const PactOfFour pact({.responses = {"{member: hk, decision: nej, date: 2026-02-12}", "{decision: object}",
                                       "{member: ida, decision: object, date: 2026-02-31}", "{member: [hk]}", "null"}});
  const auto admission = pact.on("2026-03-01");
  // an objection whose date can't be read is an objection
  CHECK(pact.answers(admission) == std::vector<std::string>{"ida:object"});
  CHECK(admission.next == AdmissionStep::hold_meeting);
}

TEST_CASE("a case near the end of the calendar has a deadline") {
  CHECK(PactOfFour({.circulated = "2199-12-31"}).on("2199-12-31").deadline > day("2199-12-31"));
  const PactOfFour before_its_founders({.circulated = "1900-01-01"});
  CHECK_FALSE(before_its_founders.on("1900-01-08").responses_are_closed);
  CHECK(before_its_founders.on("1900-01-09").responses_are_closed);
  CHECK(before_its_founders.on("1900-01-09").approved == false);
}
