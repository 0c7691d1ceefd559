#include "pact/evaluations.h"

#include <algorithm>

#include "history/membership.h"

namespace kanon {
namespace {

int year_of(Date day) { return static_cast<int>(day.civil().year()); }

Date last_day_of(int year) {
  return Date::from_days(std::chrono::sys_days(std::chrono::year(year) / std::chrono::December / 31));
}

}  // namespace

std::vector<int> missing_evaluations(const Member& member, Date today) {
  std::vector<int> missing;
  // Without a day of admission nobody knows which year was the first.
  if (member.kind != MemberKind::associated || !member.admitted) return missing;
  for (int year = year_of(**member.admitted) + 1; year < year_of(today); ++year) {
    if (membership_on(member, last_day_of(year)) != Membership::member) continue;
    const bool evaluated =
        std::ranges::any_of(member.evaluations, [&](const Evaluation& one) { return *one.year == year; });
    if (!evaluated) missing.push_back(year);
  }
  return missing;
}

}  // namespace kanon
