#include "pact/evaluations.h"

#include <catch2/catch.hpp>
#include <limits>
#include <string>

using namespace kanon;

namespace {

Date day(const std::string& text) { return *Date::parse(text); }

Member associated(const std::string& admitted, const std::string& left = {}) {
  Member made;
  made.kind = MemberKind::associated;
  made.status = left.empty() ? MemberStatus::admitted : MemberStatus::left;
  if (!admitted.empty()) made.admitted = Located<Date>{day(admitted), {}};
  if (!left.empty()) made.left = Located<Date>{day(left), {}};
  return made;
}

void evaluate(Member& member, int year) {
  Evaluation evaluation;
  evaluation.year.value = year;
  member.evaluations.push_back(evaluation);
}

using Years = std::vector<int>;

}  // namespace

TEST_CASE("an evaluation is due for each calendar year that has ended after the year of admission") {
  const Member member = associated("2026-01-01");
  CHECK(missing_evaluations(member, day("2025-06-01")).empty());
  CHECK(missing_evaluations(member, day("2027-01-01")).empty());
  CHECK(missing_evaluations(member, day("2027-12-31")).empty());
  CHECK(missing_evaluations(member, day("2028-01-01")) == Years{2027});
  CHECK(missing_evaluations(member, day("2030-07-01")) == Years{2027, 2028, 2029});
}

TEST_CASE("a year that was evaluated is not missing, in whatever order and how often it was") {
  Member member = associated("2026-12-31");
  for (const int year : {2029, 2027, 2027, 1900, -5, std::numeric_limits<int>::max()}) evaluate(member, year);
  CHECK(missing_evaluations(member, day("2031-01-01")) == Years{2028, 2030});
}

TEST_CASE("the year in which a member leaves is not due, the years before are") {
  CHECK(missing_evaluations(associated("2025-03-01", "2028-01-01"), day("2031-01-01")) == Years{2026, 2027});
  CHECK(missing_evaluations(associated("2025-03-01", "2027-12-31"), day("2031-01-01")) == Years{2026});
  CHECK(missing_evaluations(associated("2025-03-01", "2025-12-31"), day("2031-01-01")).empty());
}

TEST_CASE("a member that is going to leave is still evaluated") {
  Member member = associated("2025-03-01");
  member.left = Located<Date>{day("2030-06-01"), {}};
  CHECK(missing_evaluations(member, day("2028-01-01")) == Years{2026, 2027});
}

TEST_CASE("one who was admitted again is evaluated from the year after that") {
  Member member = associated("2027-05-01", "2024-01-01");
  member.status = MemberStatus::admitted;
  CHECK(missing_evaluations(member, day("2030-01-01")) == Years{2028, 2029});
  member.status = MemberStatus::left;
  CHECK(missing_evaluations(member, day("2030-01-01")).empty());
}

TEST_CASE("only associated members are evaluated, and only those whose admission is dated") {
  Member founding = associated("2020-01-01");
  founding.kind = MemberKind::founding;
  CHECK(missing_evaluations(founding, day("2030-01-01")).empty());
  CHECK(missing_evaluations(associated(""), day("2030-01-01")).empty());
  for (const MemberStatus status : {MemberStatus::applicant, MemberStatus::circulated, MemberStatus::rejected}) {
    Member applicant = associated("2020-01-01");
    applicant.status = status;
    CHECK(missing_evaluations(applicant, day("2030-01-01")).empty());
  }
}

TEST_CASE("evaluations end at either edge of the calendar") {
  CHECK(missing_evaluations(associated("1900-01-01"), day("2199-12-31")).size() == 298);
  CHECK(missing_evaluations(associated("2199-12-31"), day("1900-01-01")).empty());
}
