#include "history/membership.h"

namespace kanon {

Membership membership_on(const Member& member, Date day) {
  const bool has_left = member.status == MemberStatus::left;
  if (!has_left && member.status != MemberStatus::admitted) return Membership::never;

  const auto& admitted = member.admitted;
  const auto& left = member.left;
  if (admitted && left && **left < **admitted) {
    // Admitted again: when the first time began is not written any more. Where the status says that it left once more,
    // only the day of the first leaving is known.
    if (day < **left) return Membership::member;
    return !has_left && **admitted <= day ? Membership::member : Membership::former;
  }
  if (admitted && day < **admitted) return Membership::never;
  if (left) return day < **left ? Membership::member : Membership::former;
  return has_left ? Membership::former : Membership::member;
}

}  // namespace kanon
