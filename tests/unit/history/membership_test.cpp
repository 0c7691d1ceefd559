#include "history/membership.h"

#include <catch2/catch.hpp>
#include <string>

using namespace kanon;

namespace {

Date day(const std::string& text) { return *Date::parse(text); }

/// Dates may be empty: not given.
Member member(MemberStatus status, const std::string& admitted, const std::string& left) {
  Member made;
  made.status = status;
  if (!admitted.empty()) made.admitted = Located<Date>{day(admitted), {}};
  if (!left.empty()) made.left = Located<Date>{day(left), {}};
  return made;
}

/// One letter a day: `-` never, `m` member, `f` former.
std::string over(const Member& one, const std::vector<std::string>& days) {
  std::string letters;
  for (const std::string& text : days) letters += "-mf"[static_cast<int>(membership_on(one, day(text)))];
  return letters;
}

const std::string first = "1900-01-01", last = "2199-12-31";

}  // namespace

TEST_CASE("nobody is a member who was not admitted, whatever dates are entered") {
  for (const MemberStatus status : {MemberStatus::applicant, MemberStatus::circulated, MemberStatus::rejected}) {
    for (const char* admitted : {"", "2026-02-23"}) {
      for (const char* left : {"", "2020-01-01", "2028-01-01"}) {
        CHECK(over(member(status, admitted, left), {first, "2026-02-23", "2028-01-01", last}) == "----");
      }
    }
  }
}

TEST_CASE("a member is one from the day of admission") {
  const Member one = member(MemberStatus::admitted, "2026-02-23", "");
  CHECK(over(one, {first, "2026-02-22", "2026-02-23", last}) == "--mm");
}

TEST_CASE("an admitted member without a date was always one") {
  CHECK(over(member(MemberStatus::admitted, "", ""), {first, last}) == "mm");
}

TEST_CASE("someone who left was a member up to the day before") {
  const Member one = member(MemberStatus::left, "2026-02-23", "2028-01-01");
  CHECK(over(one, {"2026-02-22", "2026-02-23", "2027-12-31", "2028-01-01", last}) == "-mmff");
}

TEST_CASE("one who is going to leave is a member until then, whether or not the status is changed early") {
  for (const MemberStatus status : {MemberStatus::admitted, MemberStatus::left}) {
    CHECK(over(member(status, "2026-02-23", "2028-01-01"), {"2027-12-31", "2028-01-01"}) == "mf");
    CHECK(over(member(status, "", "2028-01-01"), {first, "2027-12-31", "2028-01-01"}) == "mmf");
  }
}

TEST_CASE("one who left on an unknown day is former as soon as it had been admitted") {
  CHECK(over(member(MemberStatus::left, "2026-02-23", ""), {"2026-02-22", "2026-02-23", last}) == "-ff");
  CHECK(over(member(MemberStatus::left, "", ""), {first, last}) == "ff");
}

TEST_CASE("one who was admitted again is former in between") {
  const std::vector<std::string> days{first, "2024-12-31", "2025-01-01", "2026-02-22", "2026-02-23", last};
  CHECK(over(member(MemberStatus::admitted, "2026-02-23", "2025-01-01"), days) == "mmffmm");
  // and left once more, on a day that is not entered: it must not show as a member
  CHECK(over(member(MemberStatus::left, "2026-02-23", "2025-01-01"), days) == "mmffff");
}

TEST_CASE("one who was admitted and left on the same day was never a member") {
  for (const MemberStatus status : {MemberStatus::admitted, MemberStatus::left}) {
    CHECK(over(member(status, "2026-02-23", "2026-02-23"), {"2026-02-22", "2026-02-23", last}) == "-ff");
  }
}
